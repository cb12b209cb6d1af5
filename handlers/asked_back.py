"""Questions outside a form that wait for one of their choices: really delete? who stands in? which of the two reports?

While one stands, what is typed is an answer to it or to nothing: it never falls into the form that is open besides.
Only beside the times of `nhắc sau`, words that are nothing like a time answer the form.
"""

from collections.abc import Callable, Mapping, Sequence

from bot.core.buttons import Verb, read_button
from bot.core.folding import fold, strip_courtesy
from bot.core.forms.answers.confirmation import confirmed
from bot.core.messages import Choice, Reply
from handlers import extending, later, leave
from handlers.choices import leaves
from handlers.open_form import still_waiting
from handlers.turn import Turn
from locales.chat_words import ENDS
from locales.phrases import general as phrases

AGREED = frozenset(("dong y", "nhat tri", "xac nhan", "toi dong y", "agreed", "i agree"))

LEAVES: Mapping[Verb, Callable[[Turn], Sequence[Reply]]] = {
    Verb.LATER: later.leave,
    Verb.EXTEND: extending.keep,
    Verb.LEAVE: leave.keep,
}
"""Lists that ask: at which time, which report, who stands in? What is said when they are left."""

FROM_UNTIL = 2
"""Parts of a leave's button that are days; a substitute stands behind them."""


def hear(offered: Sequence[Choice], text: str, turn: Turn) -> list[Reply] | str | None:
    """The data of the choice that was meant, or the choices once more; None where the last message asks nothing."""
    verb = asked_by(offered)
    if verb is not None and verb in LEAVES and leaves(text):
        return list(still_waiting(turn, LEAVES[verb](turn)))
    if verb is Verb.LATER:
        return list(later.heard(turn, text)) or None
    if not offered or not _asks(offered):
        return None
    if leaves(text) and not any(choice.data.endswith(".no") for choice in offered):
        return None
    meant = _meant(turn, text)
    ending = {True: ".yes", False: ".no", None: None}[meant]
    if ending is not None and not (meant and _is_final(offered)):
        for choice in offered:
            if choice.data.endswith(ending):
                return choice.data
    # What is asked about stands with the choices: asking once more takes nothing away.
    turn.expects = {name: kept for name, kept in (turn.chat.focus or {}).items() if name != "bare"}
    return [phrases.choose_one(offered, words=turn.words)]


def asked_by(offered: Sequence[Choice]) -> Verb | None:
    """What all of the choices do, where they do the same."""
    verbs = {read[0] if (read := read_button(one.data)) is not None else None for one in offered}
    return verbs.pop() if len(verbs) == 1 else None


def _meant(turn: Turn, text: str) -> bool | None:
    """Yes or no; None for anything else. `thôi`, `huỷ` leave it as it was."""
    if leaves(text):
        return False
    if fold(strip_courtesy(text)).strip(ENDS) in AGREED:
        return True
    return confirmed(text, today=turn.today, language=turn.words.language)


def _asks(offered: Sequence[Choice]) -> bool:
    """Whether they answer a question, rather than lead on from something that was shown."""
    if all(any(one.data.endswith(end) for one in offered) for end in (".yes", ".no")):
        return True
    return any(read is not None and _is_answer(*read) for one in offered if (read := read_button(one.data)))


def _is_answer(verb: Verb, parts: Sequence[str]) -> bool:
    """A colleague's form: look or join? Which field is wrong? Who stands in on these days? Whom does it
    concern?"""
    match verb:
        case Verb.JOIN | Verb.PEEK:
            return True
        case Verb.DATA:
            return "correct" in parts[1:-1]
        case Verb.CALENDAR:
            return "whose" in parts
        case Verb.LEAVE:
            return len(parts) > FROM_UNTIL
    return False


def _is_final(offered: Sequence[Choice]) -> bool:
    """Whether what is asked cannot be taken back: then its own words are needed, not a "có" in passing."""
    read = [read_button(one.data) for one in offered]
    return any(one is not None and one[0] in (Verb.DATA, Verb.WITHDRAW) for one in read)
