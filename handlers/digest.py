"""`/tonghop`: the digest as of now, of a week that was, its picture and its register."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta

from bot.core.digest_record import DigestRecord
from bot.core.digest_text import Reader
from bot.core.digest_ways import Ask, DigestOrder, read_digest_order
from bot.core.folding import natural
from bot.core.messages import Reply
from bot.core.people import Role
from bot.core.plan.model import Plan
from bot.db import audit, digest_readers
from bot.db.digests import load_digest_about
from bot.db.kept_registers import has_register
from bot.db.plans import StoredPlan
from bot.gather.digest_files import picture_later, register_later
from bot.gather.digests import Part, gather_record
from bot.gather.sent_digests import read_sent, say
from handlers import digest_ways, progress, targets
from handlers.digest_plans import NOW, plan_pressed, plans, week_named
from handlers.seeing import parts
from handlers.turn import Turn
from locales.phrases import digest as phrases
from locales.phrases import digest_menu, digest_picture, general, register
from locales.phrases import digest_ways as ways_phrases


def digest(turn: Turn, rest: str = "") -> Sequence[Reply]:
    """Behind the word: nothing for now; `tuần 48`, `ảnh`, `chữ`, `bảng`; `nhận`, `thôi nhận`; `thứ Hai 8:00`."""
    order = read_digest_order(rest, turn.office.digest)
    if order is None:
        return [ways_phrases.not_understood(words=turn.words)]
    return _ASKED[order.ask](turn, order)


def pressed(turn: Turn, pressed_: Sequence[str]) -> Sequence[Reply]:
    """A button below a digest."""
    seen = parts(turn)
    if not seen:
        return [general.not_allowed(words=turn.words)]
    match pressed_[0]:
        case "late":
            return progress.overdue(turn, ".".join(pressed_[1:]))
        case "targets":
            return targets.targets(turn)
        case "unit":
            return progress.unit(turn, "")
        case "picture" | "register" as what:
            plan_id = natural(pressed_[1]) if len(pressed_) > 1 else None
            make = _picture if what == "picture" else _register
            return [make(turn, part, plan, NOW) for plan in plan_pressed(turn, plan_id) for part in seen] or [
                phrases.no_plan(words=turn.words)
            ]
    return [general.not_allowed(words=turn.words)]


def begin_reading(turn: Turn, _rest: str = "") -> Sequence[Reply]:
    """`nhận bản tổng hợp`: from now on it comes into this person's own chat."""
    if turn.incoming.group:
        return ()
    assert turn.person is not None, "a stranger has nothing to see"
    new = digest_readers.begin_reading(turn.connection, turn.person.id, now=turn.now)
    return [ways_phrases.reading(turn.office.digest, new=new, words=turn.words)]


def stop_reading(turn: Turn, _rest: str = "") -> Sequence[Reply]:
    """`thôi nhận bản tổng hợp`."""
    if turn.incoming.group:
        return ()
    assert turn.person is not None, "a stranger has nothing to see"
    digest_readers.stop_reading(turn.connection, turn.person.id)
    return [ways_phrases.reading_no_more(words=turn.words)]


def _now(turn: Turn, _order: DigestOrder) -> Sequence[Reply]:
    """One message for each plan that is running; where none is, for those of the past."""
    replies = []
    for stored, plan in plans(turn):
        for part, reader in parts(turn):
            record = gather_record(
                turn.connection,
                turn.office,
                stored,
                plan,
                turn.shelf,
                week_of=turn.now,
                now=turn.now,
                part=part,
            )
            said = say(record, reader=reader, words=turn.words, zone=turn.zone)
            replies.append(_with_more(turn, said, stored, part))
    return replies or [phrases.no_plan(words=turn.words)]


def _week(turn: Turn, order: DigestOrder) -> Sequence[Reply]:
    """What was sent about that week, to the letter."""
    week, replies = week_named(turn, order), []
    for stored, _ in plans(turn, order):
        kept = load_digest_about(turn.connection, stored.id, week, committee_id=turn.office.id)
        sent = None if kept is None else read_sent(kept)
        for part, reader in parts(turn) if sent is not None else ():
            assert sent is not None
            text = sent.text(root=part.root, reader=reader, words=turn.words, zone=turn.zone)
            if text is not None:
                replies.append(Reply(text))
    return replies or [ways_phrases.no_such_week(week, words=turn.words)]


def _last_week(turn: Turn, _order: DigestOrder) -> Sequence[Reply]:
    year, week, _ = (turn.today - timedelta(days=7)).isocalendar()
    return _week(turn, DigestOrder(Ask.WEEK, week, year))


def _files(
    make: Callable[[Turn, tuple[Part, Reader], tuple[StoredPlan, Plan], DigestOrder], Reply],
) -> Callable[[Turn, DigestOrder], Sequence[Reply]]:
    def each(turn: Turn, order: DigestOrder) -> Sequence[Reply]:
        made = [make(turn, part, plan, order) for plan in plans(turn, order) for part in parts(turn)]
        if not made and order.week is not None:
            return [ways_phrases.no_such_week(week_named(turn, order), words=turn.words)]
        return made or [phrases.no_plan(words=turn.words)]

    return each


def _picture(
    turn: Turn, seen: tuple[Part, Reader], plan: tuple[StoredPlan, Plan], order: DigestOrder = NOW
) -> Reply:
    """The picture of now, or of a digest that was sent."""
    part, found = seen[0], _record(turn, seen[0], plan, order)
    if isinstance(found, Reply):
        return found
    record, digest_id = found
    later = picture_later(
        plan[0].id,
        at=record.digest.as_of,
        root=part.root,
        week=record.digest.week,
        words=turn.words,
        digest_id=digest_id,
    )
    return Reply(digest_picture.heading(record, words=turn.words), files=(later,))


def _in_words(
    turn: Turn, seen: tuple[Part, Reader], plan: tuple[StoredPlan, Plan], order: DigestOrder = NOW
) -> Reply:
    """What the picture shows, as text."""
    found = _record(turn, seen[0], plan, order)
    if isinstance(found, Reply):
        return found
    return Reply(digest_picture.in_words(found[0], words=turn.words))


def _record(
    turn: Turn, part: Part, plan: tuple[StoredPlan, Plan], order: DigestOrder
) -> tuple[DigestRecord, int | None] | Reply:
    """The figures of now, or those that were sent about a week, with the row where they are kept; or why not."""
    if order.week is None:
        record = gather_record(
            turn.connection, turn.office, *plan, turn.shelf, week_of=turn.now, now=turn.now, part=part
        )
        if not record.digest.now.asked:
            return Reply(digest_picture.nothing_to_draw(words=turn.words))
        return record, None
    week = week_named(turn, order)
    kept = load_digest_about(turn.connection, plan[0].id, week, committee_id=turn.office.id)
    sent = None if kept is None else read_sent(kept)
    of_part = None if sent is None else sent.record(part.root)
    if kept is None or of_part is None:
        return ways_phrases.no_such_week(week, words=turn.words)
    return of_part, kept.id


def _register(
    turn: Turn, seen: tuple[Part, Reader], plan: tuple[StoredPlan, Plan], order: DigestOrder = NOW
) -> Reply:
    """The register of now, or as it was kept with a digest; with names of persons for the staff in private alone."""
    part, name, at, as_of, digest_id = seen[0], plan[1].name, turn.now, "", None
    if order.week is not None:
        found = _record(turn, part, plan, order)
        if isinstance(found, Reply):
            return found
        (record, digest_id), name = found, found[0].name
        at = record.digest.as_of
        as_of = turn.words.moment(at, turn.zone)
        if digest_id is None or not has_register(turn.connection, digest_id):
            return Reply(register.not_kept(record.digest.week, words=turn.words))
    named = not turn.incoming.group and turn.person is not None and Role.STAFF in turn.person.roles
    person_id = turn.person.id if turn.person else None
    audit.note_act(
        turn.connection, "export_register", person_id=person_id, now=turn.now, plan=plan[0].id, named=named
    )
    later = register_later(
        plan[0].id, at=at, root=part.root, named=named, words=turn.words, digest_id=digest_id
    )
    heading = ways_phrases.register_heading(name, part.name, at=as_of, words=turn.words)
    return Reply(heading, files=(later,))


def _set(turn: Turn, order: DigestOrder) -> Sequence[Reply]:
    assert order.ways is not None
    return digest_ways.ask(turn, order.ways)


def _with_more(turn: Turn, reply: Reply, stored: StoredPlan, part: Part) -> Reply:
    if turn.incoming.group:
        return reply
    return digest_menu.with_buttons(reply, plan_id=stored.id, whole=not part.root, words=turn.words)


_ASKED: Mapping[Ask, Callable[[Turn, DigestOrder], Sequence[Reply]]] = {
    Ask.NOW: _now,
    Ask.WEEK: _week,
    Ask.LAST_WEEK: _last_week,
    Ask.PICTURE: _files(_picture),
    Ask.IN_WORDS: _files(_in_words),
    Ask.REGISTER: _files(_register),
    Ask.WAYS: lambda turn, _order: digest_ways.show(turn),
    Ask.SET: _set,
    Ask.BEGIN: lambda turn, _order: begin_reading(turn),
    Ask.STOP: lambda turn, _order: stop_reading(turn),
}
