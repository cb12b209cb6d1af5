"""One thing that somebody did in a private chat.

What is typed is looked for in this order: the label of a button under a reminder or notice that came since; a reason
that was asked for; a command with a slash; what the last message offered; the form that is open; a command without a
slash; an invitation code.
"""

from collections.abc import Sequence

from bot.core.asked_period import read_period
from bot.core.buttons import Verb, read_button
from bot.core.codes import find_invitation, read_receipt
from bot.core.folding import natural
from bot.core.forms.said import Word
from bot.core.messages import Choice, Kind, Reply
from bot.core.people import Act
from bot.db import contacts, invitations
from bot.db.silence import note_heard
from handlers import (
    asked_back,
    awaited,
    deciding,
    deeper,
    evidence,
    form,
    general,
    helping,
    joining,
    later,
    more_time,
    on_behalf,
    practice,
    report,
    whole_commands,
)
from handlers.choices import find_choice, next_form
from handlers.commands import ANYBODY, COMMITTEE, IN_FORM, MEMBERS, MEMBERS_MAY_PRESS, STRANGERS_MAY_PRESS
from handlers.turn import Turn
from locales.chat_words import Called, Command, read_command, read_form_word, read_number_behind
from locales.phrases import general as general_phrases
from locales.phrases import reports as report_phrases


def hear(turn: Turn) -> Sequence[Reply]:
    """One thing that somebody did in a private chat."""
    incoming = turn.incoming
    if incoming.kind is Kind.BLOCKED:
        contacts.mark_lost(turn.connection, incoming.address, "blocked by the person", turn.now)
        return ()
    if turn.chat.lost:
        contacts.mark_found(turn.connection, incoming.address)
    note_heard(turn.connection, turn.chat.id, now=turn.now)
    match incoming.kind:
        case Kind.TEXT:
            return _typed(turn)
        case Kind.PRESS:
            return _pressed(turn, incoming.text)
        case Kind.EDITED:
            return _edited(turn)
        case Kind.FILE | Kind.UNREADABLE:
            if turn.person is None:
                return joining.greet(turn)
            if practice.is_open(turn):
                return practice.hear(turn)
            if turn.chat.filling is not None:
                return form.hear(turn, turn.chat.filling)
            if incoming.kind is Kind.FILE:
                return evidence.unasked(turn)
            return [general_phrases.no_form_open(words=turn.words)]
    return ()


def _edited(turn: Turn) -> Sequence[Reply]:
    if turn.person is None:
        return ()
    return [general_phrases.edited(form_open=turn.chat.filling is not None, words=turn.words)]


def _typed(turn: Turn) -> Sequence[Reply]:
    """Words: a button's label, a reason that was asked for, a command, a choice of the last message, an answer, in this
    order."""
    text = turn.incoming.text
    asked = awaited.waiting(turn) is not None
    if (said := more_time.hear(turn, busy=asked or turn.chat.filling is not None)) is not None:
        return said
    if (said := deciding.heard(turn, text, awaited=asked)) is not None:
        return said
    came = [Choice(label, data) for label, data in (turn.chat.focus or {}).get("offers", ())]
    choice = find_choice(text, came, numbered=False)  # numbers mean what was asked
    if choice is not None:
        return _pressed(turn, choice.data)
    called = read_command(text)
    if called is not None and called.command is Command.HELP and helping.is_meant(turn, called.rest):
        return helping.help_(turn, called.rest)
    answered = awaited.hear(turn, called, text)
    if answered is not None:
        return answered
    return awaited.said_left(turn, awaited.waiting(turn), called, _not_awaited(turn, called))


def _not_awaited(turn: Turn, called: Called | None) -> Sequence[Reply]:
    """What no question of words waits for: a command, a choice of the last message, an answer of the form."""
    text, focus = turn.incoming.text, turn.focus
    if text.lstrip().startswith("/"):
        return _command(turn, called) if called is not None else _unknown(turn)
    offered = [Choice(label, data) for label, data in (turn.chat.focus or {}).get("choices", ())]
    choice = find_choice(text, offered, numbered="choices" in focus and "bare" not in focus)
    if choice is None and turn.chat.filling is None:
        choice = next_form(text, offered)
    if choice is not None:
        return _pressed(turn, choice.data)
    may_answer = called is None or called.command is Command.CANCEL
    # A time answers "when?" in the afternoon as well.
    stands = "choices" in focus or asked_back.asked_by(offered) is Verb.LATER
    if may_answer and (asked := asked_back.hear(offered if stands else (), text, turn)):
        return asked if isinstance(asked, list) else _pressed(turn, asked)
    if _may_be_spoken(called) and later.is_asked(turn, text):
        return later.spoken(turn, text)
    row = turn.chat.filling
    if row is not None and _meant_a_list(turn, text) and not practice.is_open(turn):
        return form.open_form(turn, row.key)
    if called is None and turn.person is not None and (code := _invited(turn, text)):
        return joining.start(turn, code)
    if practice.is_open(turn):
        if called is None or not _means_command(turn, called, practice.expects_words(turn)):
            return practice.hear(turn)
    elif row is not None and (
        called is None or not _means_command(turn, called, form.expects_words(turn, row))
    ):
        return form.hear(turn, row)
    if called is None and turn.person is not None and read_form_word(text) is Word.RESUME:
        return report.following(turn)
    if called is None and row is None and (looked := deeper.hear(turn, text)):
        return looked
    if called is None and "bare" in focus and natural(text.strip().rstrip(".)")) is not None:
        # The numbers above are those of what was shown: what may be done with it has numbers of its own.
        turn.expects = {name: kept for name, kept in focus.items() if name != "bare"}
        return [general_phrases.choose_one(offered, words=turn.words)]
    if _may_be_spoken(called) and not practice.is_open(turn) and later.is_meant(turn, text):
        return later.spoken(turn, text)
    return _command(turn, called) if called is not None else _unknown(turn)


def _may_be_spoken(called: Called | None) -> bool:
    """Whether words may ask for a reminder though no command of theirs was read: "nhắc em sáng mai"."""
    return called is None or (called.command is Command.CHASE and bool(called.rest))


def _meant_a_list(turn: Turn, text: str) -> bool:
    """Whether a bare number may be a line of a list that was shown too long ago to count, or of one that has no numbers
    to choose by: nothing is done with it."""
    kept = turn.chat.focus or {}
    not_chosen = "choices" in kept and (not turn.focus or "bare" in kept)
    return (not_chosen or deeper.is_numbered(turn)) and natural(text.strip().rstrip(".)")) is not None


def _invited(turn: Turn, text: str) -> str | None:
    """The invitation code that is all that was typed, a wrong one as well: no question is answered by it."""
    code = find_invitation(text) if len(text.split()) <= 2 else None
    if code is None or invitations.find(turn.connection, code, now=turn.now) is not None:
        return code
    as_printed = "-" in text and (text.isupper() or any(sign.isdigit() for sign in text))
    return code if as_printed else None


def _means_command(turn: Turn, called: Called, expects_words: bool) -> bool:
    """Whether words without a slash mean a command though a form is open: "báo cáo" and "báo cáo 2" do, "Báo cáo số
    87-BC/BTG" is an answer."""
    if called.command in IN_FORM or (called.loose and expects_words):
        return False
    if called.command is Command.MEND and not called.rest and len(turn.incoming.text.split()) > 1:
        return True  # "sửa báo cáo" is what was sent; "sửa" a line of the form that is open, "correct" a yes
    if called.command in (Command.MEND, Command.EVIDENCE):
        # "sửa 3" is a line of the form that is open, "sửa BC-00042R" another report; "ảnh gửi sau" is something to say
        return read_receipt(called.rest) is not None
    if called.rest and called.command in (Command.LEAVE, Command.CHASE):
        return called.command is Command.CHASE and turn.may(Act.CHASE) and not expects_words
    if called.rest and called.command is Command.REPORT:
        if read_number_behind(called.rest) is not None:
            return True
        other = on_behalf.read(called.rest) or read_period(called.rest, today=turn.today)
        return bool(other) and not expects_words
    return not called.rest or not expects_words or whole_commands.is_whole(turn, called)


def _unknown(turn: Turn) -> Sequence[Reply]:
    """Words that are no command: of a stranger perhaps a code, or an answer to the privacy notice."""
    if turn.person is None:
        return joining.hear(turn, turn.incoming.text)
    code = find_invitation(turn.incoming.text)
    return joining.start(turn, code) if code is not None else general.unknown(turn)


def _command(turn: Turn, called: Called) -> Sequence[Reply]:
    command, rest = called.command, called.rest
    if command in ANYBODY:
        return ANYBODY[command](turn, rest)
    if turn.person is None:
        return joining.greet(turn)
    row = turn.chat.filling
    if practice.is_open(turn) and command in IN_FORM:
        return practice.say_word(turn, IN_FORM[command])
    if row is not None and command in IN_FORM:
        return form.say_word(turn, row, IN_FORM[command])
    if command in MEMBERS:
        return MEMBERS[command](turn, rest)
    act, handler = COMMITTEE[command]
    return handler(turn, rest) if turn.may(act) else [general_phrases.not_allowed(words=turn.words)]


def _pressed(turn: Turn, data: str) -> Sequence[Reply]:
    read = read_button(data)
    if read is None:
        return [report_phrases.button_unknown(words=turn.words)]
    verb, parts = read
    if verb in STRANGERS_MAY_PRESS:
        return STRANGERS_MAY_PRESS[verb](turn, parts)
    if turn.person is None:
        return joining.greet(turn)
    if verb not in MEMBERS_MAY_PRESS:
        return [report_phrases.button_unknown(words=turn.words)]
    if verb is Verb.FORM:
        practice.set_aside(turn)
    return MEMBERS_MAY_PRESS[verb](turn, parts)
