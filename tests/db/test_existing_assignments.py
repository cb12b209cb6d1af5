"""What is asked already is the same, whether it is read at once or list by list."""

import pytest

from bot.db import existing_assignments
from bot.db.existing_assignments import existing
from bot.db.session import Connection
from tests.db.cast import Cast


def test_many_assignments_are_read_as_few_are(
    connection: Connection, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    lists, read = existing(connection, cast.plan.id)
    at_once = {of: dict(read(of)) for of in lists}

    monkeypatch.setattr(existing_assignments, "FEW", 1)
    lists, read = existing(connection, cast.plan.id)

    assert sum(map(len, at_once.values())) > 1
    assert {of: dict(read(of)) for of in lists} == at_once
    assert read(("nothing", "once", "of this")) == {}
