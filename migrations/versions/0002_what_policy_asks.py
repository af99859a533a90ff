"""what policy asks

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from bot.store.tables import Moment

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "suppressions",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("carrier", sa.String(length=64), nullable=False),
        sa.Column("phone_hash", sa.String(length=64), nullable=False),
        sa.Column(
            "refused", sa.JSON().with_variant(postgresql.JSONB(astext_type=sa.Text()), "postgresql"), nullable=False
        ),
        sa.Column("at", Moment(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_suppressions")),
        sa.UniqueConstraint("carrier", "phone_hash", name=op.f("uq_suppressions_carrier_phone_hash")),
    )
    op.create_table(
        "number_losses",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("carrier", sa.String(length=64), nullable=False),
        sa.Column("thread_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("outbox_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("error_code", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(["outbox_id"], ["outbox.id"], name=op.f("fk_number_losses_outbox_id_outbox")),
        sa.ForeignKeyConstraint(["thread_id"], ["threads.id"], name=op.f("fk_number_losses_thread_id_threads")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_number_losses")),
    )
    with op.batch_alter_table("number_losses", schema=None) as batch_op:
        batch_op.create_index("ix_number_losses_at", ["carrier", "at"], unique=False)

    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("kind", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("event", sa.String(length=64), nullable=True))
        batch_op.add_column(sa.Column("urgent", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("body", sa.Text(), nullable=True))
        batch_op.add_column(sa.Column("leaves_at", Moment(), nullable=True))
        batch_op.create_index("ix_outbox_said", ["thread_id", "lane", "leaves_at"], unique=False)
    # Caps go on counting what left before.
    op.execute("UPDATE outbox SET leaves_at = COALESCE(accepted_at, due_at)")
    op.execute(
        "UPDATE outbox SET kind = (SELECT flow FROM conversations WHERE conversations.id = outbox.conversation_id)"
    )


def downgrade() -> None:
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index("ix_outbox_said")
        batch_op.drop_column("leaves_at")
        batch_op.drop_column("body")
        batch_op.drop_column("urgent")
        batch_op.drop_column("event")
        batch_op.drop_column("kind")

    with op.batch_alter_table("number_losses", schema=None) as batch_op:
        batch_op.drop_index("ix_number_losses_at")

    op.drop_table("number_losses")
    op.drop_table("suppressions")
