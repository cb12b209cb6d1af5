"""The data behind our buttons: `verb:arguments`, at most 64 bytes. Whoever presses may have forged it: each act is
checked where it happens."""

from collections.abc import Sequence
from enum import StrEnum

from bot.core.folding import natural

Key = tuple[int, int, str, str]
"""A form of a unit for a period: (plan, unit, form, period)."""

LONGEST = 64


class Verb(StrEnum):
    FORM = "f"  # a button of a form that is being filled in
    OPEN = "open"  # begin or resume a form
    SAY = "say"  # as if the command had been typed
    AGREE = "yes"  # to the privacy notice
    DECLINE = "no"
    LANGUAGE = "lang"
    REVIEW = "rev"
    ACCEPT = "acc"
    RETURN = "ret"
    UNIT = "unit"
    TARGET = "tgt"
    CORRECTION = "cor"  # of the roster, asked for by a unit
    CORRECT = "cok"
    DECLINE_CORRECTION = "cno"
    SHOW = "show"  # a report
    EVIDENCE = "evi"  # the files of a report
    CHASE = "chase"
    DIGEST = "dig"  # what is looked at behind a digest
    DIGEST_WAYS = "dset"  # when it comes: do, or leave, what was typed
    CALENDAR = "cal"  # do, or leave, what was typed about a day
    WITHDRAW = "out"  # consent
    MEND = "mend"  # a report that was sent
    AS_IT_IS = "same"  # a returned report, sent again with nothing changed
    UNDO = "undo"  # an acceptance
    RESTORE = "restore"  # a form that was thrown away
    JOIN = "join"  # a form that a colleague has begun as well
    PEEK = "peek"  # at what the colleague has entered
    KEEP = "keep"  # what a colleague has sent
    MINE = "mine"  # instead of what a colleague has sent
    DATA = "data"  # what a person may ask about their own data
    REQUEST = "req"  # such a request, before staff
    PRACTICE = "try"  # a button of a practice form
    FOR = "for"  # another unit: report on its behalf
    TOLD = "told"  # who gave the figures of such a report
    LEAVE = "away"  # days and substitute of a leave
    BACK = "back"  # from leave
    NOT_ME = "notme"  # a substitute declines
    LATER = "later"  # remind of it later
    EXTEND = "ext"  # more time for a form: which, until when
    EXTENSION = "exr"  # such a request, before staff
    CALLED = "call"  # staff telephoned a unit
    HAND_OVER = "hand"  # the posts of somebody in a unit


_VERBS = {verb.value: verb for verb in Verb}


def button(verb: Verb, *parts: object) -> str:
    """The data of a button. ValueError if it is too long for the messengers: a fault of ours."""
    data = f"{verb}:{'.'.join(str(part) for part in parts)}"
    if len(data.encode()) > LONGEST:
        raise ValueError(f"{len(data.encode())} bytes of button data: {data}")
    return data


def read_button(data: str) -> tuple[Verb, Sequence[str]] | None:
    """Verb and parts; None for what we never make."""
    name, colon, rest = data.partition(":")
    verb = _VERBS.get(name)
    return (verb, rest.split(".")) if colon and verb is not None else None


def open_button(key: Key) -> str:
    """The button that opens a form."""
    return button(Verb.OPEN, *key)


def read_key(parts: Sequence[str]) -> Key | None:
    """The form that a button means; None if it is none of ours."""
    if len(parts) != 4:
        return None
    plan_id, unit_id = natural(parts[0]), natural(parts[1])
    return None if plan_id is None or unit_id is None else (plan_id, unit_id, parts[2], parts[3])
