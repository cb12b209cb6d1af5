"""Whatever button stands in a chat's history, a conversation shows what it does when its time is over."""

from pathlib import Path

import pytest

from bot.core.buttons import Verb
from handlers.commands import MEMBERS_MAY_PRESS, STRANGERS_MAY_PRESS

ROOM = Path(__file__).parent


@pytest.mark.parametrize("verb", Verb)
@pytest.mark.parametrize("conversation", ["vi/nut-cu.txt", "en/old-buttons.txt"])
def test_every_kind_of_button_is_pressed_late(verb: Verb, conversation: str) -> None:
    assert f"[data:{verb}:" in (ROOM / conversation).read_text(encoding="utf-8")


def test_every_kind_of_button_has_somebody_who_answers() -> None:
    unused = {Verb.SAY}  # of the first version; it may stand in old chats still

    assert set(Verb) - unused == {*STRANGERS_MAY_PRESS, *MEMBERS_MAY_PRESS}
