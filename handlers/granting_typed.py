"""What staff type about more time, whenever they type it: "đồng ý gia hạn", "không gia hạn cho T25".

It decides what is shown, else the only request that waits; of several it is asked which is meant.
"""

from collections.abc import Sequence

from bot.core.buttons import Verb, button, read_button
from bot.core.extending import Extension
from bot.core.folding import natural
from bot.core.forms.answers.outcome import Understood
from bot.core.messages import Choice, Reply
from bot.core.people import Act
from bot.core.reasons import with_capital
from bot.core.units_by_name import find
from bot.db.extensions import waiting_extensions
from handlers import granting
from handlers.choices import find_choice
from handlers.turn import Turn
from locales.granting_words import Decision, read_decision
from locales.phrases import granting as phrases

MOST = 10


def hear(turn: Turn, *, busy: bool) -> Sequence[Reply] | None:
    """What was decided; None where the words are about something else. `busy`: words are waited for, or a form is open,
    so that only what can mean nothing else is taken."""
    said = read_decision(turn.incoming.text)
    if said is None or turn.person is None or not turn.may(Act.REVIEW):
        return None
    shown = _shown(turn)
    if not said.named and shown is None:
        return None
    if "refuses_extension" in turn.focus and not said.grants:
        return None  # its reason was asked for
    if busy and (said.reason or (said.until and not said.grants)):
        return None
    waiting = [
        one
        for one in waiting_extensions(turn.connection, turn.office.id, most=MOST)
        if turn.may(Act.REVIEW, unit_id=one.key[1], author_id=one.asked_by)
    ]
    came = _came(turn)
    if not waiting:
        return None if busy or came is not None else [Reply(phrases.none_waits(words=turn.words))]
    if said.unit:
        named = _of_unit(said.unit, waiting)
        if not named and busy:
            return None
        above = "" if named else phrases.none_waits(said.unit, words=turn.words)
        return _decide(turn, said, named) if named else _which(turn, said, waiting, above=above)
    if shown is not None:
        in_view = [one for one in waiting if one.id == shown]
        return _decide(turn, said, in_view) if in_view else granting.pressed(turn, [str(shown)])
    if came is not None and came not in {one.id for one in waiting}:
        return _which(turn, said, waiting)  # a colleague has decided about the one that was meant
    return _decide(turn, said, waiting)


def _decide(turn: Turn, said: Decision, meant: Sequence[Extension]) -> Sequence[Reply]:
    if len(meant) > 1:
        return _which(turn, said, meant)
    request = meant[0]
    if not said.grants:
        if said.reason:
            return granting.refuse(turn, request.id, with_capital(said.reason))
        return granting.pressed(turn, [str(request.id), "no"])
    return granting.grant_until(turn, request, said.until) if said.until else granting.grant(turn, request)


def _which(turn: Turn, said: Decision, waiting: Sequence[Extension], *, above: str = "") -> Sequence[Reply]:
    """What else was said is kept for the one that is chosen."""
    then = "yes" if said.grants else "no"
    turn.expects = {"decides_which": True, "at": turn.now.isoformat()}
    if said.grants and said.until:
        turn.expects["grants_until"] = said.until
        then = "said"
    if not said.grants and said.reason:
        turn.expects["refuses_because"] = with_capital(said.reason)
        then = "said"
    buttons = [button(Verb.EXTENSION, one.id, then) for one in waiting]
    reply = phrases.which_request(waiting, buttons, grants=said.grants, words=turn.words)
    return [reply.below(above) if above else reply]


def _of_unit(said: str, waiting: Sequence[Extension]) -> Sequence[Extension]:
    match find(said, {one.unit_code: (one.unit_code, one.unit_name) for one in waiting}):
        case Understood(code):
            return [one for one in waiting if one.unit_code == code]
    return ()


def _shown(turn: Turn) -> int | None:
    """The request that the last message shows alone, with its two choices."""
    meant = set()
    for _, data in turn.focus.get("choices", ()):
        read = read_button(data)
        if read is not None and read[0] is Verb.EXTENSION and len(read[1]) > 1:
            meant.add(natural(read[1][0]))
    return next(iter(meant)) if len(meant) == 1 else None


def _came(turn: Turn) -> int | None:
    """The request of the notice that came last, if the words are a button under it."""
    came = [Choice(label, data) for label, data in (turn.chat.focus or {}).get("offers", ())]
    choice = find_choice(turn.incoming.text, came, numbered=False)
    read = read_button(choice.data) if choice is not None else None
    return natural(read[1][0]) if read is not None and read[0] is Verb.EXTENSION else None
