"""States of aiogram in SQLite, each change committed, as the storages that others publish do it.

It is kinder than those: one worker thread (what `aiosqlite` is) instead of blocking the loop, a write-ahead log
instead of a rollback journal, and as durable as our own database (`synchronous=FULL`).
"""

import asyncio
import json
import sqlite3
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey

SCHEMA = "CREATE TABLE IF NOT EXISTS fsm (key TEXT PRIMARY KEY, state TEXT, data TEXT NOT NULL DEFAULT '{}')"
SET_STATE = (
    "INSERT INTO fsm (key, state) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET state = excluded.state"
)
SET_DATA = "INSERT INTO fsm (key, data) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET data = excluded.data"


class SqliteStorage(BaseStorage):
    """One row for each conversation."""

    def __init__(self, path: Path) -> None:
        self._worker = ThreadPoolExecutor(max_workers=1)
        self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=FULL")
        self._connection.execute(SCHEMA)

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        await self._run(SET_STATE, _key(key), state.state if isinstance(state, State) else state)

    async def get_state(self, key: StorageKey) -> str | None:
        row = await self._run("SELECT state FROM fsm WHERE key = ?", _key(key))
        return None if row is None else row[0]

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        await self._run(SET_DATA, _key(key), json.dumps(dict(data), ensure_ascii=False))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        row = await self._run("SELECT data FROM fsm WHERE key = ?", _key(key))
        return {} if row is None else dict(json.loads(row[0]))

    async def close(self) -> None:
        self._worker.shutdown()
        self._connection.close()

    async def _run(self, statement: str, *values: str | None) -> Any:
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(
            self._worker, lambda: self._connection.execute(statement, values).fetchone()
        )


def _key(key: StorageKey) -> str:
    return f"{key.bot_id}:{key.chat_id}:{key.user_id}"
