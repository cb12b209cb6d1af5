"""What everybody may do: help, language, one's own data; and what is said to things that nobody asked for."""

from collections.abc import Sequence

from bot.core.buttons import Verb, button
from bot.core.messages import Reply
from bot.core.people import Act, Role
from bot.db import audit, consents, contacts, reports
from handlers.turn import Turn
from locales.chat_words import read_language
from locales.phrases import general as phrases
from locales.words import LANGUAGES, nearest


def help_(turn: Turn, _rest: str = "") -> Sequence[Reply]:
    """`/giup`."""
    roles = turn.person.roles if turn.person else frozenset()
    return [
        phrases.help_(
            officer=bool(turn.person and turn.person.units),
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


def my_data(turn: Turn, _rest: str = "") -> Sequence[Reply]:
    """`/dulieu`: what is kept about the person."""
    person, zone = turn.person, turn.zone
    assert person is not None
    agreed = consents.agreed_at(turn.connection, person.id)
    linked = contacts.linked_at(turn.connection, turn.chat.id)
    return [
        phrases.my_data(
            name=person.name,
            posts="; ".join(
                f"{post.unit_name} – {phrases.role(post.role, words=turn.words)}" for post in person.posts
            ),
            address=f"{turn.incoming.address.channel.capitalize()} {turn.incoming.sender}",
            joined_at=turn.words.moment(linked, zone) if linked else "–",
            agreed_at=turn.words.moment(agreed, zone) if agreed else "–",
            reports=reports.count_by(turn.connection, person.id),
            withdraw=button(Verb.WITHDRAW, person.id),
            words=turn.words,
        )
    ]


def withdraw(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """*Rút lại sự đồng ý*, asked back once: then the chat is nobody's any more; what the unit reported stays."""
    person = turn.person
    if person is None or parts[:1] != [str(person.id)]:
        return unknown(turn)
    if parts[1:] == ["no"]:
        return [phrases.not_withdrawn(words=turn.words)]
    if parts[1:] != ["yes"]:
        yes, no = (button(Verb.WITHDRAW, person.id, word) for word in ("yes", "no"))
        return [phrases.ask_withdrawal(yes=yes, no=no, words=turn.words)]
    consents.withdraw_consent(turn.connection, person.id, now=turn.now)
    contacts.unlink_person(turn.connection, person.id)
    audit.note_act(turn.connection, "withdraw_consent", person_id=person.id, now=turn.now)
    return [phrases.withdrawn(words=turn.words)]
