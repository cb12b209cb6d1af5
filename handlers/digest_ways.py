"""When the digest comes: staff look at it and change it, each change echoed and confirmed by one tap."""

from collections.abc import Sequence

from bot.core.buttons import Verb, button
from bot.core.digest_hours import wrong_hour
from bot.core.digest_ways import DigestWays
from bot.core.folding import natural
from bot.core.messages import Reply
from bot.core.people import Act
from bot.db import audit, digest_readers
from bot.db.digests import all_chats, chat_by_id, unlink_chat
from bot.gather.digest_settings import set_digest_ways
from handlers.turn import Turn
from locales.phrases import digest_ways as phrases
from locales.phrases import general
from locales.phrases import group_links as link_phrases


def show(turn: Turn) -> Sequence[Reply]:
    """When it comes and where to."""
    chats = len([one for one in all_chats(turn.connection, turn.office.id) if not one.lost])
    readers = len(digest_readers.list_readers(turn.connection, turn.office.id, since=turn.now))
    return [
        phrases.ways(
            turn.office.digest,
            chats=chats,
            readers=readers,
            may_set=turn.may(Act.SET_DIGEST) and not turn.incoming.group,
            words=turn.words,
        )
    ]


def ask(turn: Turn, ways: DigestWays) -> Sequence[Reply]:
    """Whether it is to be so."""
    if turn.incoming.group or not turn.may(Act.SET_DIGEST):
        return [] if turn.incoming.group else [general.not_allowed(words=turn.words)]
    if ways == turn.office.digest:
        return [phrases.nothing_changes(ways, words=turn.words)]
    wrong = wrong_hour(turn.office.digest, ways, turn.office.windows)
    if wrong is not None:
        return [phrases.not_at_that_hour(wrong, words=turn.words)]
    yes, no = (button(Verb.DIGEST_WAYS, *_stamp(ways), word) for word in ("yes", "no"))
    return [phrases.confirm(turn.office.digest, ways, yes=yes, no=no, words=turn.words)]


def pressed(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """*Xác nhận* or *Giữ nguyên*. The button says all that is to be set."""
    if not turn.may(Act.SET_DIGEST):
        return [general.not_allowed(words=turn.words)]
    if parts[:1] == ["drop"]:
        return _drop(turn, parts[1:])
    if parts[-1:] == ["no"]:
        return [phrases.kept(turn.office.digest, words=turn.words)]
    ways = _read(parts[:-1]) if parts[-1:] == ["yes"] else None
    if ways is None:
        return [phrases.not_understood(words=turn.words)]
    wrong = wrong_hour(turn.office.digest, ways, turn.office.windows)
    if wrong is not None:  # the hours in which notices go out may have changed since
        return [phrases.not_at_that_hour(wrong, words=turn.words)]
    set_digest_ways(turn.connection, turn.office.id, ways)
    audit.note_act(
        turn.connection,
        "set_digest",
        person_id=turn.person.id if turn.person else None,
        now=turn.now,
        ways=list(_stamp(ways)),
    )
    return [phrases.done(ways, words=turn.words)]


def _drop(turn: Turn, parts: Sequence[str]) -> Sequence[Reply]:
    """*Thôi gửi vào đây*: a chat that nothing reaches any more is given up."""
    row = natural(parts[0]) if parts else None
    chat = chat_by_id(turn.connection, row) if row is not None else None
    if chat is None or chat.committee_id != turn.office.id:
        return [link_phrases.given_up_before(words=turn.words)]
    if not chat.lost:  # we were let in again: an old button takes nothing away
        return [link_phrases.reached_again(chat.address, words=turn.words)]
    unlink_chat(turn.connection, turn.office.id, chat.address)
    audit.note_act(
        turn.connection,
        "unlink_group",
        person_id=turn.person.id if turn.person else None,
        now=turn.now,
        chat=chat.address.chat,
        topic=chat.address.thread,
    )
    return [link_phrases.given_up(chat.address, words=turn.words)]


def _stamp(ways: DigestWays) -> tuple[str, ...]:
    preview = "-" if ways.preview_at is None else str(ways.preview_at)
    return (str(ways.weekday), str(ways.at), str(int(ways.only_news)), preview)


def _read(parts: Sequence[str]) -> DigestWays | None:
    """What a button says; None if it is none of ours."""
    if len(parts) != 4 or not all(one == "-" or (one.isascii() and one.isdigit()) for one in parts):
        return None
    weekday, at, only_news, preview = parts
    if "-" in (weekday, at, only_news):
        return None
    ways = DigestWays(int(weekday), int(at), only_news == "1", None if preview == "-" else int(preview))
    minutes = (ways.at, ways.preview_at or 0)
    return ways if ways.weekday < 5 and all(one < 24 * 60 for one in minutes) else None
