"""aiogram 3 with its states in SQLite."""

from bench.peers import aiogram_form
from bench.peers.questions import FOLDER
from bench.peers.sqlite_storage import SqliteStorage

if __name__ == "__main__":
    aiogram_form.main(SqliteStorage(FOLDER / "states.db"))
