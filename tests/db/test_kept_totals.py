"""Totals that are kept agree with totals added up anew, whatever happens and in whichever order."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.core.forms.filling import Filling
from bot.core.messages import Incoming, Kind
from bot.core.plan.model import Plan
from bot.core.roster import compare
from bot.core.totals import EVERYBODY, Cell, Scope, ScopeKind, Share, difference
from bot.db import fillings, reports, totals
from bot.db.contacts import load_contact
from bot.db.plans import StoredPlan, plans_in_force
from bot.db.session import Connection
from bot.db.units import load_unit, roster_version
from bot.gather.merged_figures import unit_for
from bot.gather.plans import load_plan
from bot.gather.rosters import change_units
from bot.gather.scenes import scene_of, stored_scene
from bot.gather.shelf import Shelf
from bot.gather.totals import count_anew, recount
from bot.papers.plan_files import check_plan
from handlers import occasions, review, submitting
from handlers.turn import Turn
from locales.words import in_language
from scheduler.periods import open_periods
from tests.conversations.editions import edited
from tests.db.cast import NOW, Cast, Key, join, private
from tests.house import Member, member, the_office

SCHOOLS = ("T14", "T25", "T33", "T34")
EDITIONS = (
    (),
    ("with one question more",),
    ("that leaves the staff out of the total",),
    ("without F1 for T14",),
    ("with F1 under another code",),
    ("without F2 for T34",),
)
LATER = timedelta(days=20)

GOOD = {
    "directive_studied": "yes",
    "staff_at_directive_study": [3, 40],
    "staff_briefed": [20, 30],
    "staff_trained": [10, 30],
    "pupils_political": [300, 400],
    "political_sessions": 3,
    "online_safety_sessions": 2,
    "presenters": ["principal"],
    "classes_held": 4,
    "training_attendances": 90,
}
ANSWERS: Sequence[dict[str, Any]] = (
    GOOD,
    GOOD | {"staff_briefed": [30, 30], "political_sessions": 0, "directive_studied": "not_yet"},
    GOOD | {"staff_briefed": "na", "pupils_political": "na", "directive_studied": "na"},
    {},
)
FORMS = (("F1", "once"), ("F3", "2026-2027"), ("F2", "2026-2027"))


class Town:
    """Schools that report, staff who return reports, a roster that changes."""

    def __init__(self, connection: Connection, cast: Cast) -> None:
        self.connection = connection
        self.cast = cast
        self.now = NOW
        self.shelf = Shelf()  # of its own: the numbers of versions are given again after a rollback
        self.officers = {code: member(connection, code, "officer") for code in SCHOOLS}
        for number, who in enumerate((*self.officers.values(), cast.staff)):
            join(connection, who, str(7000 + number))
        self.chats = {
            who.person_id: str(7000 + number)
            for number, who in enumerate((*self.officers.values(), cast.staff))
        }

        self.newer(0)

    @property
    def stored(self) -> StoredPlan:
        (stored,) = plans_in_force(self.connection, self.cast.committee)
        return stored

    @property
    def plan(self) -> Plan:
        return self.shelf.plan(self.connection, self.stored.version_id)

    def turn(self, who: Member) -> Turn:
        address = private(self.chats[who.person_id])
        incoming = Incoming("1", address, address.chat, who.name, Kind.TEXT, "")
        contact = load_contact(self.connection, address)
        return Turn(self.connection, incoming, self.now, self.shelf, in_language("vi"), contact)

    def report(self, school: str, form: int, answers: int) -> None:
        who = self.officers[school]
        self._send(who, self.key(school, form), answers)

    def begin(self, school: str) -> Key | None:
        """Something has happened: a report of it is begun."""
        who = self.officers[school]
        return occasions.begin(self.turn(who), (self.stored.id, who.unit_id, "F4", "each"))

    def happen(self, school: str, answers: int) -> None:
        """Something has happened, and is reported."""
        key = self.begin(school)
        if key is not None:
            self._send(self.officers[school], key, answers)

    def give_up(self, school: str) -> None:
        key = self.begin(school)
        if key is not None:
            occasions.give_up(self.turn(self.officers[school]), key)

    def return_last(self, school: str) -> None:
        """Staff return what was reported last, whatever it was."""
        sent = reports.sent_by_units(self.connection, [self.officers[school].unit_id], most=1)
        for one in sent:
            review.return_(self.turn(self.cast.staff), one.id, "Thiếu số liệu")

    def newer(self, edition: int) -> None:
        """A newer version of the plan, in which F4 is reported each time that something happens."""
        office = the_office(self.connection)
        source = edited("with F4 each time", *EDITIONS[edition])
        plan, _ = check_plan("plan.yaml", source, kinds=office.kinds)
        assert plan is not None
        load_plan(self.connection, office, plan, file="plan.yaml", source=source, by="test", now=self.now)

    def _send(self, who: Member, key: Key, answers: int) -> None:
        if key[2] not in {planned.form.code for planned in self.plan.forms}:
            return
        planned = self.plan.form(key[2])
        office = the_office(self.connection)
        version = roster_version(self.connection, self.cast.committee)
        unit = unit_for(self.connection, self.cast.committee, key, planned, kinds=office.kinds)
        stored = stored_scene(self.plan, planned, unit, kinds=office.kinds, roster_version=version)
        filling = fillings.put_filling(
            self.connection,
            person_id=who.person_id,
            key=key,
            plan_version_id=self.stored.version_id,
            scene=stored,
            state=Filling().to_json(),
            base_id=standing.id if (standing := reports.latest(self.connection, key)) else None,
            now=self.now,
        )
        asked = {question.name for question in planned.form.questions}
        (begun,) = (one for one in fillings.begun_by(self.connection, who.person_id) if one.id == filling)
        submitting.submit(
            self.turn(who),
            begun,
            {name: value for name, value in ANSWERS[answers].items() if name in asked},
            corrections={},
            remarks={},
            scene=scene_of(stored, key[3], today=office.today(self.now), language="vi"),
            reason="Cộng thiếu một lớp",
        )

    def return_(self, school: str, form: int) -> None:
        latest = reports.latest(self.connection, self.key(school, form))
        if latest is not None:
            review.return_(self.turn(self.cast.staff), latest.id, "Thiếu số liệu")

    def accept(self, school: str, form: int) -> None:
        latest = reports.latest(self.connection, self.key(school, form))
        if latest is not None:
            review.accept(self.turn(self.cast.staff), [str(latest.id)])

    def teach(self, school: str, teachers: int) -> None:
        self._change(school, lambda unit: replace(unit, figures={**unit.figures, "teachers": teachers}))

    def move(self, school: str, commune: str) -> None:
        self._change(school, lambda unit: replace(unit, parent=commune))

    def rise(self, school: str, level: str) -> None:
        self._change(school, lambda unit: replace(unit, level=level))
        self.go_on(0)

    def merge(self, school: str, heir: str, days: int) -> None:
        """It ends into another one in so many days; on the day after its open work passes on."""
        last_day = (self.now + timedelta(days=days)).date()
        if school != heir:
            self._change(school, lambda unit: replace(unit, valid_to=last_day, successor=heir))
        self.go_on(0)

    def part(self, school: str) -> None:
        """The merger is called off."""
        self._change(school, lambda unit: replace(unit, valid_to=None, successor=None))
        self.go_on(0)

    def go_on(self, days: int) -> None:
        self.now += timedelta(days=days)
        open_periods(self.connection, the_office(self.connection), self.shelf, now=self.now)

    def key(self, school: str, form: int) -> Key:
        return self.stored.id, self.officers[school].unit_id, *FORMS[form]

    def _change(self, school: str, change: Callable[[Any], Any]) -> None:
        row = self.officers[school].unit_id
        before = load_unit(self.connection, row)
        (changed,) = compare({before.code: before}, [change(before)]).changed or (None,)
        if changed is not None:
            today = the_office(self.connection).today(self.now)
            units = {row: (changed.after, changed.what)}
            change_units(self.connection, self.cast.committee, units, today=today, shelf=self.shelf)

    def kept(self) -> dict[tuple[Cell, Scope], Share]:
        return totals.all_totals(self.connection, self.stored.id)

    def anew(self) -> dict[tuple[Cell, Scope], Share]:
        return count_anew(self.connection, self.stored.id, self.plan, committee_id=self.cast.committee)


SCHOOL = st.sampled_from(SCHOOLS)
FORM = st.sampled_from(range(len(FORMS)))
EVENTS = st.one_of(
    st.tuples(st.just("report"), SCHOOL, FORM, st.sampled_from(range(len(ANSWERS)))),
    st.tuples(st.just("report"), SCHOOL, FORM, st.sampled_from(range(len(ANSWERS)))),
    st.tuples(st.just("return_"), SCHOOL, FORM),
    st.tuples(st.just("accept"), SCHOOL, FORM),
    st.tuples(st.just("teach"), SCHOOL, st.integers(1, 90)),
    st.tuples(st.just("move"), SCHOOL, st.sampled_from(("X01", "X02"))),
    st.tuples(st.just("rise"), SCHOOL, st.sampled_from(("MN", "TH", "THPT"))),
    st.tuples(st.just("begin"), SCHOOL),
    st.tuples(st.just("happen"), SCHOOL, st.sampled_from(range(len(ANSWERS)))),
    st.tuples(st.just("give_up"), SCHOOL),
    st.tuples(st.just("return_last"), SCHOOL),
    st.tuples(st.just("newer"), st.sampled_from(range(len(EDITIONS)))),
    st.tuples(st.just("merge"), SCHOOL, SCHOOL, st.sampled_from((-1, 5))),
    st.tuples(st.just("part"), SCHOOL),
    st.tuples(st.just("go_on"), st.sampled_from((1, 40))),
)


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(events=st.lists(EVENTS, min_size=1, max_size=10))
@example(events=[("report", "T34", 2, 3), ("return_last", "T34"), ("report", "T34", 2, 3), ("newer", 4)])
def test_kept_totals_are_those_added_up_anew(
    connection: Connection, cast: Cast, events: Sequence[tuple[Any, ...]]
) -> None:
    savepoint = connection.begin_nested()
    try:
        town = Town(connection, cast)
        for name, *values in events:
            getattr(town, name)(*values)

        assert difference(town.anew(), town.kept()) == {}
    finally:
        savepoint.rollback()


def test_report_moves_the_unit_from_waiting_to_reported(connection: Connection, cast: Cast) -> None:
    town = Town(connection, cast)
    key = (Cell("HP-31.1", "F1", "once"), EVERYBODY)
    before = town.kept()[key]

    town.report("T14", 0, 0)

    after = town.kept()[key]
    assert (before.reported, after.reported) == (0, 1)
    assert before.expected == after.expected
    assert before.denominator == after.denominator
    assert after.numerator == 3 * 10_000


def test_returned_report_is_waited_for_again(connection: Connection, cast: Cast) -> None:
    town = Town(connection, cast)
    before = town.kept()
    town.report("T14", 0, 0)

    town.return_("T14", 0)

    assert town.kept() == before


def test_reported_figures_keep_their_roster_and_waiting_ones_follow_it(
    connection: Connection, cast: Cast
) -> None:
    town = Town(connection, cast)
    area = (Cell("HP-03.1", "F3", "2026-2027"), EVERYBODY)
    town.report("T14", 1, 0)
    before = town.kept()[area].denominator
    for school in ("T14", "T25"):
        teachers = load_unit(connection, town.officers[school].unit_id).figures["teachers"]
        town.teach(school, teachers + 5)

    assert town.kept()[area].denominator == before + 5 * 10_000


def test_school_that_moves_takes_its_share_to_the_other_commune(connection: Connection, cast: Cast) -> None:
    town = Town(connection, cast)
    town.report("T14", 0, 0)
    before = town.kept()

    town.move("T14", "X01")

    def reported(sums: dict[tuple[Cell, Scope], Share], place: str) -> int:
        return sums[Cell("HP-31.1", "F1", "once"), Scope(ScopeKind.AREA, place)].reported

    assert (reported(before, "X02"), reported(before, "X01")) == (1, 0)
    assert (reported(town.kept(), "X02"), reported(town.kept(), "X01")) == (0, 1)


def test_recount_says_how_much_was_wrong_and_puts_it_right(connection: Connection, cast: Cast) -> None:
    town = Town(connection, cast)
    key = (Cell("HP-31.1", "F1", "once"), EVERYBODY)
    true = town.kept()
    totals.add(connection, town.stored.id, {key: Share(numerator=10_000)})

    wrong = recount(connection, town.stored.id, town.plan, committee_id=cast.committee)

    assert wrong == 1
    assert town.kept() == true
    assert recount(connection, town.stored.id, town.plan, committee_id=cast.committee) == 0


def test_what_happens_now_and_then_counts_once_it_is_sent(connection: Connection, cast: Cast) -> None:
    town = Town(connection, cast)
    before = town.kept()

    town.begin("T14")
    assert town.kept() == before
    town.happen("T14", 0)
    town.happen("T14", 0)
    town.happen("T25", 0)

    classes = [share for (cell, scope), share in town.kept().items() if cell.form == "F4" and not scope.place]
    assert {share.reported for share in classes} == {share.expected for share in classes} != {0}
    held = [
        share.numerator
        for (cell, scope), share in town.kept().items()
        if cell.indicator == "HP-16.1" and scope == EVERYBODY
    ]
    assert sum(held) == 3 * 4 * 10_000


def test_open_work_that_passes_on_changes_no_denominator(connection: Connection, cast: Cast) -> None:
    town = Town(connection, cast)
    key = (Cell("HP-31.1", "F1", "once"), EVERYBODY)
    before = town.kept()[key]

    town.merge("T25", "T34", days=-1)

    after = town.kept()[key]
    assert after.denominator == before.denominator
    assert after.expected == before.expected - 1
