"""Joining: a code, the privacy notice, agreement. Nothing about a person is kept before they agree."""

from collections.abc import Sequence

from bot.core.buttons import Verb, button, read_button
from bot.core.codes import find_invitation
from bot.core.invitations import State
from bot.core.messages import Choice, Reply
from bot.core.people import Act, Person
from bot.db import audit, consents, contacts, invitations
from bot.db.invitations import Invitation
from bot.db.people import load_person
from handlers import handover, tasks
from handlers.notice import privacy_notice
from handlers.turn import Turn
from locales.answer_words import read_agreement
from locales.phrases import joining as phrases


def start(turn: Turn, code: str) -> Sequence[Reply]:
    """`/start CODE`, or a code alone."""
    if not code.strip():
        return greet(turn)
    if invitations.must_wait(turn.connection, turn.incoming.address, now=turn.now):
        return [phrases.too_many_codes(words=turn.words)]
    invitation = invitations.find(turn.connection, code, now=turn.now)
    if invitation is None:
        invitations.note_wrong(turn.connection, turn.incoming.address, now=turn.now)
        return [phrases.bad_code(None, words=turn.words)]
    if invitation.unit_id is not None:
        return handover.start(turn, invitation)
    if invitation.person_id is None:
        return [phrases.group_code_here(words=turn.words)]
    if turn.person is not None:
        if turn.person.id == invitation.person_id:
            return greet(turn)
        return [phrases.code_of_other(words=turn.words)]
    if invitation.state is not State.VALID:
        return [phrases.bad_code(invitation.state, words=turn.words)]
    return [_ask(turn, invitation, _invited(turn, invitation))]


def hear(turn: Turn, text: str) -> Sequence[Reply]:
    """What a stranger types: a code, with or without words around it, or an answer to the privacy notice."""
    code = find_invitation(text)
    if code is not None:
        return start(turn, code)
    offered = [Choice(label, data) for label, data in (turn.chat.focus or {}).get("choices", ())]
    asked = next((read for one in offered if (read := read_button(one.data)) and read[0] is Verb.AGREE), None)
    if asked is None:
        return greet(turn)
    agreed = read_agreement(text)
    if agreed is None:
        return [phrases.answer_plainly(offered, words=turn.words)]
    return agree(turn, asked[1]) if agreed else decline(turn, asked[1])


def greet(turn: Turn, _rest: str = "") -> Sequence[Reply]:
    """Somebody opens the chat: a stranger needs a code, others see their work."""
    if turn.person is None:
        return [phrases.welcome_stranger(turn.words.of(turn.office.name), words=turn.words)]
    known = phrases.already_joined(turn.person.name, words=turn.words)
    return [Reply(known), *tasks.show(turn)]


def agree(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """*Đồng ý*: the code is spent, the chat linked, and the agreement kept with its words."""
    invitation = _pressed(turn, parts)
    if invitation is not None and invitation.unit_id is not None:
        return handover.agree(turn, invitation)
    if turn.person is not None:
        return greet(turn)  # pressed twice
    if invitation is None or invitation.person_id is None:
        return greet(turn)
    if invitation.state is not State.VALID:
        return [phrases.bad_code(invitation.state, words=turn.words)]
    person = _invited(turn, invitation)
    invitations.use(turn.connection, invitation.id, now=turn.now)
    contacts.link(turn.connection, turn.chat.id, person.id, now=turn.now)
    consents.put_consent(
        turn.connection,
        person.id,
        turn.incoming.address,
        notice=privacy_notice(turn),
        version=phrases.NOTICE_VERSION,
        now=turn.now,
    )
    audit.note_act(turn.connection, "join", person_id=person.id, now=turn.now, invitation=invitation.id)
    linked = contacts.load_contact(turn.connection, turn.incoming.address)
    turn.contact = linked
    del turn.person  # the chat has become somebody's within this turn
    if turn.may(Act.SEE_ALL):
        return [Reply(phrases.joined_committee(person.name, words=turn.words)), *tasks.show_if_any(turn)]
    return [Reply(phrases.joined(person.name, words=turn.words)), *tasks.show(turn)]


def decline(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """*Không đồng ý*: nothing is kept; the code stays good in case they think again."""
    if turn.person is not None or _pressed(turn, parts) is None:
        return greet(turn)
    turn.expects = {}  # only the code asks again: a bare number agrees to nothing
    return [phrases.declined(words=turn.words)]


def _ask(turn: Turn, invitation: Invitation, person: Person) -> Reply:
    units = turn.words.list(list(dict.fromkeys(post.unit_name for post in person.posts)))
    return phrases.ask_consent(
        person.name,
        units,
        privacy_notice(turn),
        agree=Choice(phrases.agree_label(turn.words), button(Verb.AGREE, invitation.id)),
        decline=Choice(phrases.decline_label(turn.words), button(Verb.DECLINE, invitation.id)),
        words=turn.words,
    )


def _invited(turn: Turn, invitation: Invitation) -> Person:
    assert invitation.person_id is not None
    return load_person(turn.connection, invitation.person_id, invitation.person_name)


def _pressed(turn: Turn, parts: Sequence[str]) -> Invitation | None:
    """The invitation of a consent button, if it was offered in this very chat: a forged number opens nothing."""
    offered = [data for _, data in (turn.chat.focus or {}).get("choices", ())]
    if len(parts) != 1 or button(Verb.AGREE, *parts) not in offered:
        return None
    return invitations.load(turn.connection, int(parts[0]), now=turn.now)
