"""Statements of the busiest paths: written in SQLAlchemy Core, compiled once, run on the driver itself.

Why: handing an expression to `Connection.execute` costs about as much processor time as ten of these statements cost the
database. And on PostgreSQL every statement is a journey to another process and back, so what nobody waits for travels
together (libpq's pipeline mode): `later` keeps a statement until the next one whose answer is read, or until COMMIT, which
goes with it. Order is kept, also against statements run in the usual way, and an error of one undoes the transaction as ever.
On SQLite everything runs at once.

    _SEEN = Prepared(sa.select(inbox.c.id).where(inbox.c.provider_id == sa.bindparam("provider_id")))
    row = _SEEN.first(connection, {"provider_id": "SM…"})
"""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any, Final

import sqlalchemy as sa
from psycopg import Connection as PostgresConnection
from psycopg.pq import TransactionStatus
from sqlalchemy.engine import Connection, Dialect, Engine
from sqlalchemy.engine.interfaces import Compiled

Values = Mapping[str, Any]

_PENDING: Final = "parceltalk_pending"
NOTHING: Final[Values] = {}


class Prepared:
    """One statement. `keys` are the columns that an INSERT or UPDATE without explicit values sets.

    A statement with a list in it (`IN`) has another text for every length, so it cannot be one of these.
    """

    def __init__(self, statement: Any, keys: Sequence[str] | None = None) -> None:
        self._statement = statement
        self._keys = list(keys) if keys is not None else None
        self._made: dict[str, _Compiled] = {}

    def all(self, connection: Connection, values: Values = NOTHING) -> list[Any]:
        """Every row, as a named tuple."""
        return together(connection, (self, values))[0]

    def first(self, connection: Connection, values: Values = NOTHING) -> Any:
        """The first row, or None."""
        rows = self.all(connection, values)
        return rows[0] if rows else None

    def scalar(self, connection: Connection, values: Values = NOTHING) -> Any:
        """The first column of the first row, or None."""
        rows = self.all(connection, values)
        return rows[0][0] if rows else None

    def run(self, connection: Connection, values: Values = NOTHING) -> int:
        """Run it now; how many rows it touched."""
        one = Later(self.for_(connection.dialect), values)
        _run(connection, [one])
        return one.touched

    def later(self, connection: Connection, values: Values = NOTHING) -> Later:
        """Run it before the next statement whose answer is read, at the latest with COMMIT, which it undoes if it fails."""
        waiting = Later(self.for_(connection.dialect), values)
        if connection.dialect.name == "sqlite":
            _run(connection, [waiting])
        else:
            connection.info.setdefault(_PENDING, []).append(waiting)
        return waiting

    def for_(self, dialect: Dialect) -> _Compiled:
        """Compiled for this database."""
        made = self._made.get(dialect.name)
        if made is None:
            made = self._made[dialect.name] = _Compiled(self._statement, self._keys, dialect)
        return made


def together(connection: Connection, *statements: tuple[Prepared, Values]) -> list[list[Any]]:
    """The rows of several statements that do not need each other's answers, in one journey."""
    batch = [Later(one.for_(connection.dialect), values) for one, values in statements]
    _run(connection, batch)
    return [one.rows() for one in batch]


def listen(engine: Engine) -> None:
    """Send what waits before anything else is run, and with COMMIT; forget it on ROLLBACK. For PostgreSQL."""
    sa.event.listen(engine, "before_cursor_execute", _before_another)
    sa.event.listen(engine, "commit", _with_commit)
    sa.event.listen(engine, "rollback", _forget)


# ── compiled ─────────────────────────────────────────────────────────────────────────────────────


class _Compiled:
    """A statement's text for one database, with what turns our values into the driver's and its rows into ours."""

    def __init__(self, statement: Any, keys: list[str] | None, dialect: Dialect) -> None:
        compiled: Any = statement.compile(dialect=dialect, column_keys=keys)
        if compiled.post_compile_params or compiled.literal_execute_params:
            raise TypeError(f"a list in a statement cannot be prepared: {compiled}")
        self.text = str(compiled)
        self._order: list[str] | None = compiled.positiontup
        self._fixed: dict[str, Any] = {}
        self._bind: dict[str, Callable[[Any], Any] | None] = {}
        self._bind_all(compiled, dialect)
        self._load_all(statement, dialect)

    def _bind_all(self, compiled: Compiled, dialect: Dialect) -> None:
        for name, parameter in compiled.binds.items():  # type: ignore[attr-defined]
            process = parameter.type.dialect_impl(dialect).bind_processor(dialect)
            if parameter.required:
                self._bind[name] = process
            else:
                value = parameter.effective_value
                self._fixed[name] = process(value) if process else value

    def _load_all(self, statement: Any, dialect: Dialect) -> None:
        columns = list(statement.exported_columns) if statement.is_select or statement.exported_columns else []
        loaders = [column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns]
        self.gives_rows = bool(columns)
        make: Any = namedtuple("Row", [column.key for column in columns], rename=True)  # type: ignore[misc]
        self._make = make._make
        self._load = [(at, loader) for at, loader in enumerate(loaders) if loader]

    def parameters(self, values: Values) -> Any:
        """For the driver. Raises `KeyError` for a value that is missing."""
        given = dict(self._fixed)
        for name, process in self._bind.items():
            value = values[name]
            given[name] = process(value) if process else value
        return given if self._order is None else [given[name] for name in self._order]

    def rows(self, given: Sequence[Any]) -> list[Any]:
        """The driver's rows as ours."""
        make, load = self._make, self._load
        if not load:
            return [make(row) for row in given]
        found = []
        for raw in given:
            row = list(raw)
            for at, loader in load:
                row[at] = loader(row[at])
            found.append(make(row))
        return found


class Later:
    """A statement that runs, or ran, with others."""

    __slots__ = ("_given", "statement", "touched", "values")

    def __init__(self, statement: _Compiled, values: Values) -> None:
        self.statement, self.values = statement, values
        self.touched = -1
        """How many rows it touched."""
        self._given: Sequence[Any] | None = None

    def done(self, cursor: Any) -> None:
        """Take what it gave: SQLite cannot commit while rows wait to be read."""
        self.touched = int(cursor.rowcount)
        self._given = cursor.fetchall() if self.statement.gives_rows else ()
        cursor.close()

    def rows(self) -> list[Any]:
        """What it gave, once it has run: after COMMIT in any case. Raises `RuntimeError` before."""
        if self._given is None:
            raise RuntimeError("this statement has not run yet")
        return self.statement.rows(self._given)


# ── running ──────────────────────────────────────────────────────────────────────────────────────


def _run(connection: Connection, batch: Sequence[Later], last: str | None = None) -> None:
    """Run what waits, then `batch`, then the command `last`. Errors are SQLAlchemy's, as if it had run them."""
    driver: Any = connection.connection.driver_connection
    every: list[Later] = [*connection.info.pop(_PENDING, ()), *batch]
    cursors = []
    text = last
    try:
        with _journey(driver, len(every) + (last is not None)):
            for one in every:
                text = one.statement.text
                cursors.append(driver.cursor())
                cursors[-1].execute(text, one.statement.parameters(one.values))
            if last is not None:
                driver.cursor().execute(last)
        for one, cursor in zip(every, cursors, strict=True):
            one.done(cursor)
    except connection.dialect.loaded_dbapi.Error as error:
        # The one place that knows how an error becomes SQLAlchemy's and what a lost connection does to the pool.
        connection._handle_dbapi_exception(error, text, None, None, None)  # noqa: SLF001


def _journey(driver: Any, statements: int) -> AbstractContextManager[Any]:
    """One exchange with the database for all of them; the BEGIN that the driver sends before the first counts as one."""
    if isinstance(driver, PostgresConnection):
        begins = driver.pgconn.transaction_status == TransactionStatus.IDLE
        if statements + begins > 1:
            return driver.pipeline()
    return nullcontext()


def _before_another(connection: Connection, *_: Any) -> None:
    if connection.info.get(_PENDING):
        _run(connection, ())


def _forget(connection: Connection) -> None:
    if not connection.invalidated:  # else what waited has gone with the connection
        connection.info.pop(_PENDING, None)


def _with_commit(connection: Connection) -> None:
    if connection.info.get(_PENDING):
        _run(connection, (), last="COMMIT")
