"""Hand-over: one code passes the posts of somebody in a unit to whoever joins with it, with all that is half done."""

from collections.abc import Sequence

from bot.core.buttons import Verb, button
from bot.core.folding import natural
from bot.core.forms.answers.outcome import Doubtful, Understood
from bot.core.invitations import State
from bot.core.messages import Choice, Reply
from bot.core.names import read_name
from bot.core.people import REPORTERS, Act, Person, Role
from bot.core.units_by_name import find
from bot.db import audit, consents, contacts, fillings, invitations, people
from bot.db.channels import deep_link
from bot.db.invitations import Invitation
from bot.db.people import HeldPost, posts_of_units
from bot.db.units import load_unit, load_units
from handlers import handover_news, tasks
from handlers.notice import privacy_notice
from handlers.turn import Turn
from locales.phrases import committee, general
from locales.phrases import handover as phrases
from locales.phrases import joining as joining_phrases


def hand_over(turn: Turn, _rest: str = "") -> Sequence[Reply]:
    """`bàn giao`: an officer their own post, a head that of the unit's officer as well."""
    assert turn.person is not None
    units = [post.unit_id for post in turn.person.posts if post.role in REPORTERS]
    held = posts_of_units(turn.connection, units)
    kept = {(post.unit_id, post.person_id) for post in held if not _may(turn.person, post)}
    return _which(
        turn,
        [one for one in held if (one.unit_id, one.person_id) not in kept and one.role in REPORTERS],
    )


def replace(turn: Turn, text: str) -> Sequence[Reply]:
    """`mời thay T05`: staff, for a unit whose officer changes, or has none."""
    units = load_units(turn.connection, turn.committee_id)
    found = find(text, {one.code: (one.code, one.name, one.short) for one in units.values()})
    if not isinstance(found, Understood | Doubtful):
        candidates = found.why.values.get("candidates", ())
        near = [(one.code, one.short) for one in units.values() if one.code in candidates]
        if near:
            return [phrases.which_unit(near, words=turn.words)]
        return [committee.no_such_unit(text.strip(), words=turn.words)]
    unit_id = next(row for row, one in units.items() if one.code == found.value)
    held = [one for one in posts_of_units(turn.connection, [unit_id]) if one.role in REPORTERS]
    return _which(turn, held) if held else _code(turn, unit_id, 0)


def pressed(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """Whose posts were chosen: `hand:<unit>.<person>`."""
    unit_id, person_id = (natural(parts[0]), natural(parts[1])) if len(parts) == 2 else (None, None)
    if unit_id is None or person_id is None or turn.person is None:
        return [general.not_allowed(words=turn.words)]
    held = [one for one in posts_of_units(turn.connection, [unit_id]) if one.person_id == person_id]
    if not turn.may(Act.INVITE) and not (held and all(_may(turn.person, post) for post in held)):
        return [general.not_allowed(words=turn.words)]
    return _code(turn, unit_id, person_id)


def start(turn: Turn, invitation: Invitation) -> Sequence[Reply]:
    """Somebody types such a code: a stranger, or a member who takes on one more unit."""
    assert invitation.unit_id is not None
    if invitation.state is not State.VALID:
        return [joining_phrases.bad_code(invitation.state, words=turn.words)]
    if turn.person is not None and turn.person.id == invitation.replaces_id:
        return [phrases.code_for_successor(words=turn.words)]
    held = _passing(turn, invitation)
    if invitation.replaces_id is not None and not held:
        return [joining_phrases.bad_code(State.USED, words=turn.words)]
    choices = (
        Choice(joining_phrases.agree_label(turn.words), button(Verb.AGREE, invitation.id)),
        Choice(joining_phrases.decline_label(turn.words), button(Verb.DECLINE, invitation.id)),
    )
    return [
        phrases.ask(
            _unit(turn, invitation.unit_id),
            held[0].name if held else "",
            notice="" if turn.person is not None else privacy_notice(turn),
            choices=choices,
            words=turn.words,
        )
    ]


def agree(turn: Turn, invitation: Invitation) -> Sequence[Reply]:
    """*Đồng ý*: a stranger is asked for their name, a member takes the posts at once."""
    if invitation.state is not State.VALID:
        return [joining_phrases.bad_code(invitation.state, words=turn.words)]
    if turn.person is None:
        turn.expects = {"new_officer": invitation.id, "at": turn.now.isoformat()}
        return [phrases.ask_name(words=turn.words)]
    return _take(turn, invitation, turn.person.id, turn.person.name)


def hear_name(turn: Turn, invitation_id: int, text: str) -> Sequence[Reply]:
    """The name was typed: the person joins, and takes the posts."""
    invitation = invitations.load(turn.connection, invitation_id, now=turn.now)
    if invitation is None or invitation.state is not State.VALID or turn.person is not None:
        return [joining_phrases.bad_code(invitation.state if invitation else None, words=turn.words)]
    name = read_name(text)
    if name is None:
        turn.expects = {"new_officer": invitation_id, "at": turn.now.isoformat()}
        return [phrases.name_unclear(words=turn.words)]
    notice = privacy_notice(turn)
    person_id = people.put_person(turn.connection, invitation.committee_id, name, now=turn.now)
    contacts.link(turn.connection, turn.chat.id, person_id, now=turn.now)
    if turn.chat.language is not None:
        contacts.save_language(turn.connection, turn.chat, turn.chat.language)
    consents.put_consent(
        turn.connection,
        person_id,
        turn.incoming.address,
        notice=notice,
        version=joining_phrases.NOTICE_VERSION,
        now=turn.now,
    )
    audit.note_act(turn.connection, "join", person_id=person_id, now=turn.now, invitation=invitation.id)
    return _take(turn, invitation, person_id, name)


def keep(turn: Turn) -> Sequence[Reply]:
    """`huỷ` instead of a name: nothing is kept, the code stays good."""
    return [joining_phrases.declined(words=turn.words)]


def _take(turn: Turn, invitation: Invitation, person_id: int, name: str) -> Sequence[Reply]:
    assert invitation.unit_id is not None
    held = _passing(turn, invitation)
    invitations.use(turn.connection, invitation.id, now=turn.now)
    roles = {post.role: post.title for post in held} or {Role.OFFICER: ""}
    own = {
        post.role
        for post in posts_of_units(turn.connection, [invitation.unit_id])
        if post.person_id == person_id
    }
    for role, title in roles.items():
        if role not in own:
            people.put_post(
                turn.connection, person_id, invitation.unit_id, role, title=title, source="hand", now=turn.now
            )
    passed = 0
    for post in held:
        people.end_post(turn.connection, post.id, now=turn.now)
    if invitation.replaces_id is not None:
        passed = fillings.pass_on(
            turn.connection, invitation.replaces_id, person_id, unit_id=invitation.unit_id
        )
    audit.note_act(
        turn.connection,
        "take_over",
        person_id=person_id,
        now=turn.now,
        unit=invitation.unit_id,
        replaces=invitation.replaces_id,
        roles=sorted(roles),
        forms=passed,
    )
    turn.contact = contacts.load_contact(turn.connection, turn.incoming.address)
    del turn.person  # with the posts that they have now
    unit = _unit(turn, invitation.unit_id)
    handover_news.tell(turn, invitation, by=name, unit=unit)
    said = phrases.taken(name, unit, held[0].name if held else "", half_filled=passed, words=turn.words)
    return [Reply(said), *tasks.show(turn)]


def _which(turn: Turn, held: Sequence[HeldPost]) -> Sequence[Reply]:
    """Whose posts: the only ones at once."""
    found: dict[tuple[int, int], list[HeldPost]] = {}
    for post in held:
        found.setdefault((post.unit_id, post.person_id), []).append(post)
    if not found:
        return [general.not_allowed(words=turn.words)]
    if len(found) == 1:
        return _code(turn, *next(iter(found)))
    choices = [
        Choice(
            phrases.post_label(
                posts[0].name,
                general.role(posts[0].role, words=turn.words),
                _unit(turn, unit_id) if len({one for one, _ in found}) > 1 else "",
            ),
            button(Verb.HAND_OVER, unit_id, person_id),
        )
        for (unit_id, person_id), posts in found.items()
    ]
    return [phrases.which_post(choices, words=turn.words)]


def _code(turn: Turn, unit_id: int, person_id: int) -> Sequence[Reply]:
    assert turn.person is not None
    held = [one for one in posts_of_units(turn.connection, [unit_id]) if one.person_id == person_id]
    admins = any(one.role is Role.ADMIN for one in held)
    if admins and turn.person.id != person_id and Role.ADMIN not in turn.person.roles:
        return [general.not_allowed(words=turn.words)]
    had_code = invitations.is_waiting(turn.connection, unit_id, person_id or None, now=turn.now)
    code = invitations.invite(
        turn.connection, turn.committee_id, None, now=turn.now, unit_id=unit_id, replaces_id=person_id or None
    )
    audit.note_act(
        turn.connection,
        "hand_over_code",
        person_id=turn.person.id,
        now=turn.now,
        unit=unit_id,
        replaces=person_id or None,
    )
    return [
        phrases.code(
            _unit(turn, unit_id),
            held[0].name if held else "",
            code=code,
            link=deep_link(turn.connection, code) or "",
            days=invitations.VALID_FOR.days,
            had_code=had_code,
            words=turn.words,
        )
    ]


def _may(person: Person, post: HeldPost) -> bool:
    """Whether a person who is not staff may hand that post over: their own, or as the head the officer's."""
    heads = {one.unit_id for one in person.posts if one.role is Role.HEAD}
    return post.person_id == person.id or (post.unit_id in heads and post.role is Role.OFFICER)


def _passing(turn: Turn, invitation: Invitation) -> list[HeldPost]:
    """The posts that pass on: what the person who leaves holds in that unit."""
    assert invitation.unit_id is not None
    held = posts_of_units(turn.connection, [invitation.unit_id])
    return [post for post in held if post.person_id == invitation.replaces_id]


def _unit(turn: Turn, unit_id: int) -> str:
    unit = load_unit(turn.connection, unit_id)
    return unit.short or unit.name
