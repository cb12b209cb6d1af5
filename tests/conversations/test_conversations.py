"""The golden conversations. `pytest --write-golden` writes them anew; read what changed before you keep it."""

from pathlib import Path

import pytest

from tests.conversations.played import FILES, played


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_conversation_goes_as_written(path: Path, request: pytest.FixtureRequest) -> None:
    written = path.read_text(encoding="utf-8")

    goes = played(path).text

    if request.config.getoption("--write-golden"):
        path.write_text(goes, encoding="utf-8")
    assert goes == written
