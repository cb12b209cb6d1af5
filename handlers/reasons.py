"""Reasons that are asked for and typed: why a report is returned or corrected, why a figure of the roster stays.

Who asks sets what the next words mean; the router passes them to whoever asked (`handlers.awaited.AWAITED`).
"""

from collections.abc import Sequence

from bot.core.folding import clean
from bot.core.guards import personal_data, secrecy_marking
from bot.core.messages import Reply
from bot.core.reasons import LONGEST, says_something
from handlers.turn import Turn
from locales.phrases import reasons as phrases


def ask(turn: Turn, name: str, about: int, question: Reply) -> Sequence[Reply]:
    """The next thing that is typed is the reason that is called so, about the thing of that id."""
    turn.expects = {name: about, "at": turn.now.isoformat()}
    return [question]


def read(turn: Turn, name: str, about: int, text: str) -> str | Reply:
    """The reason as it is kept; or what is said to one that must not be passed on or says nothing: then it is asked
    for once more."""
    reason = clean(text)[:LONGEST]
    refusal = unfit(turn, reason)
    return reason if refusal is None else ask(turn, name, about, refusal)[0]


def unfit(turn: Turn, reason: str) -> Reply | None:
    """What is said to words that must not be passed on, or say nothing; None where they may be kept."""
    marking, personal = secrecy_marking(reason), personal_data(reason)
    if not marking and not personal and says_something(reason):
        return None
    return phrases.not_kept(marking=marking, personal=personal, words=turn.words)
