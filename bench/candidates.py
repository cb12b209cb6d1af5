"""Who is measured."""

import json
import shutil
import sqlite3
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bench.peers.questions import REPORTS
from simulator.server import TOKEN
from simulator.world import FIRST_PERSON

DATABASE = "nhacviec.db"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A bot. Python is started with `arguments`; `environment` tells it where the pretend Telegram is and where to keep
    what it keeps; `reports` counts the stored reports of each chat in that folder, by number of the chat (from 0)."""

    name: str
    title: str
    arguments: tuple[str, ...]
    environment: Callable[[str, Path], Mapping[str, str]]
    reports: Callable[[Path], Counter[int]]


def _ours(api: str, folder: Path) -> Mapping[str, str]:
    return {
        "NHACVIEC_TELEGRAM_TOKEN": TOKEN,
        "NHACVIEC_TELEGRAM_API": api,
        "NHACVIEC_DATABASE_URL": f"sqlite:///{folder / DATABASE}",
        "NHACVIEC_LANGUAGE": "vi",
    }


def _peer(api: str, folder: Path) -> Mapping[str, str]:
    return {"BENCH_API": api, "BENCH_TOKEN": TOKEN, "BENCH_FOLDER": str(folder)}


def _reports_in_database(folder: Path) -> Counter[int]:
    with closing(sqlite3.connect(folder / DATABASE)) as connection:
        rows = connection.execute("SELECT unit_id, count(*) FROM report GROUP BY unit_id").fetchall()
        first = connection.execute("SELECT min(id) FROM unit").fetchone()[0]
    return Counter({unit - first: count for unit, count in rows})


def _reports_in_file(folder: Path) -> Counter[int]:
    file = folder / REPORTS
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return Counter(json.loads(line)["chat"] - FIRST_PERSON for line in lines)


def _peer_of(name: str, title: str) -> Candidate:
    return Candidate(name, title, ("-m", f"bench.peers.{name}"), _peer, _reports_in_file)


OURS = Candidate("ours", "Nhắc Việc, every step durable", ("-m", "bot", "run"), _ours, _reports_in_database)
PTB = _peer_of("ptb_conversation", "python-telegram-bot, ConversationHandler, pickle")
CANDIDATES = (
    OURS,
    PTB,
    _peer_of("aiogram_memory", "aiogram 3, states in memory"),
    _peer_of("aiogram_sqlite", "aiogram 3, states in SQLite"),
)


def prepare(candidate: Candidate, folder: Path, *, seeded: Path) -> None:
    """A fresh start: an empty folder, for us with a copy of the seeded database."""
    folder.mkdir(parents=True)
    if candidate is OURS:
        shutil.copy(seeded, folder / DATABASE)
