"""Which index SQLite takes for what is asked of it."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import event

from bot.db.session import Connection


def without_index(connection: Connection, ask: Callable[[], object], *, index: str) -> list[str]:
    """The statements of `ask` that read a table without an index of that name (its beginning)."""
    said: list[tuple[str, Any]] = []

    def note(_conn: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        said.append((statement, parameters))

    event.listen(connection, "before_cursor_execute", note)
    try:
        ask()
    finally:
        event.remove(connection, "before_cursor_execute", note)
    assert said
    return [
        statement
        for statement, parameters in said
        if f"INDEX {index}" not in _plan(connection, statement, parameters)
    ]


def _plan(connection: Connection, statement: str, parameters: Any) -> str:
    explained = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
    return " ".join(row[-1] for row in explained)
