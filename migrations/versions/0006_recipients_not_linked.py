"""recipients that are not tied to their first text, in a partial index

Revision ID: 0006
Revises: 0005
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

NAME = "ix_campaign_recipients_unlinked"
WHERE = "status = 'begun' AND outbox_id IS NULL"


def upgrade() -> None:
    with op.batch_alter_table("campaign_recipients", schema=None) as batch_op:
        batch_op.create_index(
            NAME, ["campaign_id"], unique=False, sqlite_where=sa.text(WHERE), postgresql_where=sa.text(WHERE)
        )


def downgrade() -> None:
    with op.batch_alter_table("campaign_recipients", schema=None) as batch_op:
        batch_op.drop_index(NAME, sqlite_where=sa.text(WHERE), postgresql_where=sa.text(WHERE))
