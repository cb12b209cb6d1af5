"""In a group: linking it, and the commands of staff and leaders. The rest is none of our business."""

from collections.abc import Callable, Mapping, Sequence

from bot.core.invitations import State
from bot.core.messages import Kind, Reply
from bot.core.people import Act
from bot.db import audit, digests, invitations, outbox
from handlers import digest, progress, targets
from handlers.turn import Handler, Turn
from locales.chat_words import Command, read_command
from locales.phrases import group_links as link_phrases
from locales.phrases import help as help_phrases
from locales.phrases import joining as phrases

COMMANDS: Mapping[Command, Handler] = {
    Command.DIGEST: digest.digest,
    Command.PROGRESS: progress.progress_,
    Command.OVERDUE: progress.overdue,
    Command.UNIT: progress.unit,
    Command.TARGETS: targets.targets,
    Command.HELP: lambda turn, _rest: [help_phrases.group(words=turn.words)],
}

EVENTS = (Kind.BLOCKED, Kind.UNBLOCKED, Kind.MIGRATED)


def hear(turn: Turn) -> Sequence[Reply]:
    """A message, a press or an event in a group. Strangers are not answered there: only `/ketnoi` is, and people of
    the Committee in its own group."""
    incoming = turn.incoming
    if incoming.kind in EVENTS:
        return _event(turn)
    if incoming.kind is not Kind.TEXT or not incoming.text.startswith("/"):
        return ()
    called = read_command(incoming.text)
    if called is None:
        return ()
    if called.command is Command.LINK:
        return link(turn, called.rest)
    if called.command is Command.UNLINK:
        return unlink(turn)
    handler = COMMANDS.get(called.command)
    chat = digests.chat_of(turn.connection, incoming.address)
    if handler is None or chat is None or not turn.may(Act.SEE_ALL) or chat.committee_id != turn.office.id:
        return ()
    return handler(turn, called.rest)


def link(turn: Turn, code: str) -> Sequence[Reply]:
    """`/ketnoi CODE`: this group is the Committee's."""
    if not code.strip():
        return [phrases.group_code_needed(words=turn.words)]
    if invitations.must_wait(turn.connection, turn.incoming.address, now=turn.now):
        return [phrases.too_many_codes(words=turn.words)]
    invitation = invitations.find(turn.connection, code, now=turn.now)
    if invitation is None:
        invitations.note_wrong(turn.connection, turn.incoming.address, now=turn.now)
        return [phrases.bad_code(None, words=turn.words)]
    if invitation.state is not State.VALID:
        return [phrases.bad_code(invitation.state, words=turn.words)]
    invitations.use(turn.connection, invitation.id, now=turn.now)
    if invitation.person_id is not None or invitation.unit_id is not None:
        return [phrases.personal_code_in_group(words=turn.words)]
    digests.link_chat(
        turn.connection, invitation.committee_id, turn.incoming.address, by=turn.incoming.sender, now=turn.now
    )
    audit.note_act(
        turn.connection,
        "link_group",
        person_id=turn.person.id if turn.person else None,
        now=turn.now,
        chat=turn.incoming.address.chat,
    )
    return [phrases.group_linked(turn.words.of(turn.office.name), words=turn.words)]


def unlink(turn: Turn) -> Sequence[Reply]:
    """`/ngatketnoi`: the digest comes into this group, or this topic of it, no longer. Other topics keep it."""
    address = turn.incoming.address
    chat = digests.chat_of(turn.connection, address)
    if chat is None or not turn.may(Act.SET_DIGEST) or chat.committee_id != turn.office.id:
        return ()
    if not digests.unlink_chat(turn.connection, chat.committee_id, address):
        return [link_phrases.not_linked_here(words=turn.words)]
    audit.note_act(
        turn.connection,
        "unlink_group",
        person_id=turn.person.id if turn.person else None,
        now=turn.now,
        chat=address.chat,
        topic=address.thread,
    )
    return [link_phrases.unlinked(topic=address.thread is not None, words=turn.words)]


def _event(turn: Turn) -> Sequence[Reply]:
    address = turn.incoming.address
    events: Mapping[Kind, Callable[[], None]] = {
        Kind.BLOCKED: lambda: digests.mark_chat_lost(
            turn.connection, address, "removed from the group", turn.now
        ),
        Kind.UNBLOCKED: lambda: digests.mark_chat_found(turn.connection, address),
        Kind.MIGRATED: lambda: _move(turn),
    }
    events[turn.incoming.kind]()
    return ()


def _move(turn: Turn) -> None:
    digests.move_chat(turn.connection, turn.incoming.address, chat=turn.incoming.text)
    outbox.readdress(turn.connection, turn.incoming.address, chat=turn.incoming.text)
