"""Every golden conversation, played once in a run."""

import functools
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from bot.core.messages import Reply
from tests.conversations.conversation import Conversation
from tests.conversations.ways import Codes
from tests.house import furniture_of

ROOM = Path(__file__).parent
FILES = sorted(path for language in ("vi", "en") for path in (ROOM / language).glob("*.txt"))


@dataclass(frozen=True, slots=True)
class Played:
    """`text` is the conversation as it goes today, `said` all that the bot said, `turns` who said what and was
    answered what."""

    text: str
    said: Sequence[Reply]
    turns: Sequence[tuple[str, str, Sequence[Reply]]]


@functools.cache
def played(path: Path) -> Played:
    """The conversation of that file, in a house of its own; its codes are the same in every run."""
    codes = patch("bot.db.invitations.new_invitation", Codes())
    with codes, tempfile.TemporaryDirectory(prefix="conversation-") as folder:
        conversation = Conversation(
            Path(folder), language=path.parent.name, furniture=furniture_of(path.stem)
        )
        try:
            text = conversation.play(path.read_text(encoding="utf-8"))
            return Played(text, conversation.said, conversation.turns)
        finally:
            conversation.close()
