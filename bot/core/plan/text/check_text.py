"""What the document's own words show, line by line: what is missing, vague, promised, repeated or badly typed."""

from bot.core.plan.desk import Desk
from bot.core.plan.text.check_actors import check_actors
from bot.core.plan.text.check_head import check_head
from bot.core.plan.text.check_sentences import check_sentences
from bot.core.plan.text.check_terms import check_terms
from bot.core.plan.text.check_typing import check_typing


def check_text(desk: Desk) -> None:
    """All checks of the text, if there is one."""
    if desk.text is None:
        return
    check_head(desk, desk.text)
    check_sentences(desk, desk.text)
    check_actors(desk, desk.text)
    check_terms(desk, desk.text)
    check_typing(desk, desk.text)
