"""The database's shape over time: made, brought up to date, refused when it is not ours to touch."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from bot.db.columns import metadata
from bot.db.migrate import SCRIPTS, ForeignDatabase, NewerDatabase, bring_up_to_date, current_version
from bot.db.migrations import HEAD
from bot.db.session import Connection, Database

FUTURE = '''"""What a later version might bring."""

import sqlalchemy as sa
from alembic import op

revision = "future"
down_revision = "{head}"


def upgrade() -> None:
{steps}
'''
ADD_COLUMN = """
    with op.batch_alter_table("unit") as batch:
        batch.add_column(sa.Column("motto", sa.Text(), nullable=False, server_default="thi đua"))
"""
REBUILD_TABLE = """
    with op.batch_alter_table("unit") as batch:
        batch.alter_column("name", existing_type=sa.Text(), nullable=True)
"""
STUMBLE = """
    op.create_table("half_made", sa.Column("id", sa.Integer(), primary_key=True))
    with op.batch_alter_table("unit") as batch:
        batch.add_column(sa.Column("motto", sa.Text()))
    op.execute("UPDATE unit SET name = 'spoilt'")
    op.execute("DELETE FROM bell")
    raise RuntimeError("a step that does not work")
"""


@pytest.fixture
def empty(empty_url: str) -> Iterator[Database]:
    """A database without any table."""
    database = Database(empty_url)
    yield database
    database.close()


def future_scripts(folder: Path, *, steps: str) -> Path:
    """The migrations of a later version: ours, and one more step on top."""
    scripts = folder / "migrations"
    shutil.rmtree(scripts, ignore_errors=True)
    shutil.copytree(SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "future.py").write_text(FUTURE.format(head=HEAD, steps=steps), encoding="utf-8")
    return scripts


def version_of(database: Database) -> str | None:
    return database.transaction(current_version, keep=False)


def unit_names(database: Database) -> list[str]:
    def names(connection: Connection) -> list[str]:
        return list(connection.execute(text("SELECT name FROM unit ORDER BY id")).scalars())

    return database.transaction(names, keep=False)


def shape(database: Database) -> dict[str, list[str]]:
    """The columns of every table."""
    look = inspect(database.engine)
    return {table: [column["name"] for column in look.get_columns(table)] for table in look.get_table_names()}


def test_head_is_the_newest_step() -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    config.set_main_option("path_separator", "os")

    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_empty_database_is_made_and_then_left_alone(empty: Database) -> None:
    assert version_of(empty) is None

    assert bring_up_to_date(empty.engine) is True
    assert version_of(empty) == HEAD

    assert bring_up_to_date(empty.engine) is False
    assert version_of(empty) == HEAD


def test_steps_make_the_tables_that_the_code_expects(empty: Database) -> None:
    bring_up_to_date(empty.engine)

    # Alembic cannot tell an empty default from itself on SQLite.
    opts = {"compare_server_default": not empty.is_sqlite}
    with empty.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, metadata) == []


def test_older_database_is_migrated_and_keeps_what_it_holds(database: Database, tmp_path: Path) -> None:
    names = unit_names(database)

    assert bring_up_to_date(
        database.engine, scripts=future_scripts(tmp_path, steps=ADD_COLUMN), head="future"
    )

    assert version_of(database) == "future"
    assert unit_names(database) == names
    assert "motto" in shape(database)["unit"]


def test_table_that_others_refer_to_can_be_rebuilt(database: Database, tmp_path: Path) -> None:
    """SQLite changes a column by making the table anew. Posts, reports and others refer to units."""
    names = unit_names(database)

    bring_up_to_date(database.engine, scripts=future_scripts(tmp_path, steps=REBUILD_TABLE), head="future")

    assert version_of(database) == "future"
    assert unit_names(database) == names


def test_newer_database_is_refused_and_left_alone(database: Database, tmp_path: Path) -> None:
    bring_up_to_date(database.engine, scripts=future_scripts(tmp_path, steps=ADD_COLUMN), head="future")
    before = shape(database)

    with pytest.raises(NewerDatabase):
        bring_up_to_date(database.engine)

    assert version_of(database) == "future"
    assert shape(database) == before


def test_database_of_another_program_is_refused_and_left_alone(empty: Database) -> None:
    empty.transaction(lambda connection: connection.execute(text("CREATE TABLE shopping (item TEXT)")))

    with pytest.raises(ForeignDatabase):
        bring_up_to_date(empty.engine)

    assert shape(empty) == {"shopping": ["item"]}


def test_failing_step_leaves_the_database_as_it_was(database: Database, tmp_path: Path) -> None:
    names, before = unit_names(database), shape(database)

    with pytest.raises(RuntimeError, match="a step that does not work"):
        bring_up_to_date(database.engine, scripts=future_scripts(tmp_path, steps=STUMBLE), head="future")

    assert (version_of(database), unit_names(database), shape(database)) == (HEAD, names, before)


def test_step_that_was_mended_goes_through_afterwards(database: Database, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        bring_up_to_date(database.engine, scripts=future_scripts(tmp_path, steps=STUMBLE), head="future")

    bring_up_to_date(database.engine, scripts=future_scripts(tmp_path, steps=ADD_COLUMN), head="future")

    assert version_of(database) == "future"
