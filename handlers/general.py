"""What everybody may do: help, language, one's own data; and what is said to things that nobody asked for."""

from collections.abc import Sequence

from bot.core.buttons import Verb, button
from bot.core.messages import Reply
from bot.core.people import Act, Role
from bot.db import contacts
from handlers import seeing
from handlers.turn import Turn
from locales.answer_words import read_language
from locales.phrases import general as phrases
from locales.words import LANGUAGES, nearest


def help_(turn: Turn, _rest: str = "") -> Sequence[Reply]:
    """`/giup`."""
    roles = turn.person.roles if turn.person else frozenset()
    return [
        phrases.help_(
            officer=bool(turn.person and turn.person.units),
            head=bool(turn.person and seeing.parts(turn)),
            committee=turn.may(Act.SEE_ALL),
            staff=Role.STAFF in roles,
            admin=Role.ADMIN in roles,
            words=turn.words,
        )
    ]


def unknown(turn: Turn) -> Sequence[Reply]:
    """Words that mean nothing to us."""
    turn.expects = turn.chat.focus  # a slip of the thumb takes nothing away
    if turn.person is not None and not turn.person.units and turn.may(Act.SEE_ALL):
        return [phrases.unknown_staff(words=turn.words)]
    return [phrases.unknown(words=turn.words)]


def language(turn: Turn, rest: str) -> Sequence[Reply]:
    """`/ngonngu`, `/ngonngu en`, `/ngonngu tiếng Anh`."""
    named = read_language(rest)
    if named is not None:
        return set_language(turn, [named])
    offered = {code: button(Verb.LANGUAGE, code) for code in LANGUAGES}
    return [phrases.which_language(offered, words=turn.words)]


def set_language(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """A language was chosen."""
    chosen = nearest(parts[0])
    contacts.save_language(turn.connection, turn.chat, chosen)
    turn.speak(chosen)
    return [phrases.language_set(words=turn.words)]
