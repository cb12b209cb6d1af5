"""The golden conversations. `pytest --write-golden` writes them anew; read what changed before you keep it."""

from pathlib import Path

import pytest

from tests.conversations.conversation import Conversation
from tests.house import HOANG_MAI, VAN_TRACH

ROOM = Path(__file__).parent
FILES = sorted(path for language in ("vi", "en") for path in (ROOM / language).glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_conversation_goes_as_written(path: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    written = path.read_text(encoding="utf-8")
    furniture = HOANG_MAI if path.stem.startswith("hoang-mai") else VAN_TRACH
    conversation = Conversation(tmp_path, language=path.parent.name, furniture=furniture)
    try:
        played = conversation.play(written)
    finally:
        conversation.close()

    if request.config.getoption("--write-golden"):
        path.write_text(played, encoding="utf-8")
    assert played == written
