"""Rows into PostgreSQL by COPY: in bulk, and without a statement to each row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Engine, Insert, event
from sqlalchemy.engine.interfaces import DBAPICursor, ExecutionContext

FEWEST = 8  # rows for which it pays


def copy_in_bulk(engine: Engine) -> None:
    """From now on whatever inserts several rows into a table of PostgreSQL, and asks nothing back, copies
    them into it, within the same transaction.
    """
    event.listen(engine, "do_executemany", _copied)


def _copied(cursor: DBAPICursor, _: str, rows: Sequence[Any], context: ExecutionContext) -> bool:
    """Whether the rows were copied; SQLAlchemy inserts them otherwise."""
    if len(rows) < FEWEST or not _is_plain(context):
        return False
    columns = list(rows[0])
    compiled: Any = context.compiled
    quote = compiled.preparer.quote
    target = f"{compiled.preparer.format_table(compiled.statement.table)} ({', '.join(map(quote, columns))})"
    with cursor.copy(f"COPY {target} FROM STDIN") as copy:
        for row in rows:
            copy.write_row([row[name] for name in columns])
    return True


def _is_plain(context: ExecutionContext) -> bool:
    """An INSERT of given values: nothing is computed, on conflict it fails, nothing comes back."""
    compiled: Any = context.compiled
    statement = getattr(compiled, "statement", None)
    return (
        isinstance(statement, Insert)
        and not compiled.effective_returning
        and getattr(statement, "_post_values_clause", None) is None
        and set(compiled.binds) == {column.key for column in _columns(compiled)}
    )


def _columns(compiled: Any) -> list[Any]:
    return [column for column in compiled.statement.table.c if column.key in compiled.binds]
