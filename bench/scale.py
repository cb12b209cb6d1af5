"""`python -m bench.scale`: plans and targets at the size of a province and of the country."""

import statistics
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import click
from sqlalchemy import insert, select, update

from bench import large_plan
from bench.stages import ENGINES, Took, alone, throwaway, timed
from bot.core.indicators import Figure
from bot.core.plan.model import Plan
from bot.core.plan.variables import unit_variables
from bot.core.speaking import figures_of_report
from bot.core.totals import difference
from bot.db import assignments, figures, fillings, people, reports, totals
from bot.db.installations import ensure_installation
from bot.db.migrate import bring_up_to_date
from bot.db.offices import load_office
from bot.db.plans import plans_in_force
from bot.db.session import Connection, Database
from bot.db.tables import assignment, figure, filling, report
from bot.db.units import load_unit, load_units, put_units
from bot.gather.builtin import make_office, unit_kinds
from bot.gather.plans import load_plan
from bot.gather.shelf import Shelf
from bot.gather.targets import gather_targets
from bot.gather.totals import count_anew, kept_true
from bot.papers.plan_files import check_plan

NOW = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=40)
SIZES = {"province": (3_270, 130), "country": (41_306, 3_321)}
"""(schools, communes); a province has 3,400 units."""

REPORTS = 60
WARM_UP = 20
"""Reports that are not measured: the first ones build their statements."""

CHUNK = 10_000


def check(_url: str, _size: str) -> dict[str, Took]:
    return {"check": timed(_plan)}


def prepare(url: str, size: str) -> dict[str, Took]:
    """Not measured for itself: the units, without people."""
    schools, communes = SIZES[size]

    def fill(connection: Connection) -> None:
        ensure_installation(connection, now=NOW)
        office = make_office(connection, language="vi", timezone="Asia/Ho_Chi_Minh", now=NOW)
        today = office.today(NOW)
        put_units(connection, office.id, list(large_plan.communes(communes)), today=today)
        put_units(connection, office.id, list(large_plan.schools(schools, communes=communes)), today=today)
        people.put_person(connection, office.id, "Nguyễn Văn An", now=NOW)

    database = Database(url)
    bring_up_to_date(database.engine)
    database.transaction(fill)
    database.close()
    return {}


def import_(url: str, _size: str) -> dict[str, Took]:
    plan = _plan()

    def load(connection: Connection) -> None:
        office = load_office(connection)
        assert office is not None
        loaded = load_plan(
            connection, office, plan, file="large.yaml", source=large_plan.plan_source(), by="bench", now=NOW
        )
        print(f"  {loaded.changes.added:,} assignments")

    return {"import": _in(url, load)}


def again(url: str, _size: str) -> dict[str, Took]:
    """What the bell of the periods does every day: the same once more."""

    def load(connection: Connection) -> None:
        office = load_office(connection)
        assert office is not None
        loaded = load_plan(
            connection, office, _plan(), file="large.yaml", source=large_plan.plan_source(), by="", now=NOW
        )
        assert loaded.changes.added == loaded.changes.dropped == 0

    return {"assign again": _in(url, load)}


def reported(url: str, _size: str) -> dict[str, Took]:
    """Every school has sent the first form: written at once, and added up anew."""

    def write(connection: Connection) -> None:
        office, stored, plan = _loaded(connection)
        rows = [row for row, unit in load_units(connection, office.id).items() if unit.kind == "SCHOOL"]
        same = {"plan_id": stored.id, "plan_version_id": stored.version_id, "form": "F0", "period": "once"}
        for start in range(0, len(rows), CHUNK):
            _write_reports(connection, rows[start : start + CHUNK], same)
        counted = count_anew(connection, stored.id, plan, committee_id=office.id)
        totals.replace_all(connection, stored.id, counted)

    _in(url, write)
    return {}


def one_report(url: str, _size: str) -> dict[str, Took]:
    """A report with its totals, in a transaction of its own; then every indicator, read."""
    database = Database(url)
    shelf = Shelf()

    def schools(connection: Connection) -> Sequence[int]:
        office, _, _ = _loaded(connection, shelf)
        units = load_units(connection, office.id)
        rows = [row for row, unit in units.items() if unit.kind == "SCHOOL"]
        return rows[:: len(rows) // REPORTS][:REPORTS]

    took = [
        timed(lambda row=row: database.transaction(lambda c: _report(c, shelf, row)))  # type: ignore[misc]
        for row in database.transaction(schools)
    ]
    read = timed(lambda: database.transaction(lambda c: _look(c, shelf)))
    database.close()
    return {
        "one report": Took(*map(statistics.median, zip(*took, strict=True))),
        "every indicator read": read,
    }


def from_scratch(url: str, _size: str) -> dict[str, Took]:
    wrong: list[int] = []

    def count(connection: Connection) -> None:
        office, stored, plan = _loaded(connection)
        counted = count_anew(connection, stored.id, plan, committee_id=office.id)
        wrong.append(len(difference(totals.all_totals(connection, stored.id), counted)))

    took = _in(url, count)
    assert wrong == [0], f"{wrong} totals are wrong"
    return {"from scratch": took}


STAGES: Sequence[Callable[[str, str], dict[str, Took]]] = (
    check,
    prepare,
    import_,
    again,
    reported,
    one_report,
    from_scratch,
)


@click.command(help=__doc__)
@click.option("--engine", "engines", multiple=True, type=click.Choice(ENGINES))
@click.option("--size", "sizes", multiple=True, type=click.Choice(list(SIZES)))
def main(*, engines: tuple[str, ...], sizes: tuple[str, ...]) -> None:
    for engine in engines or ENGINES:
        for size in sizes or tuple(SIZES):
            click.echo(f"{engine}, {size}")
            with throwaway(engine) as url:
                _run(url, size)


def _run(url: str, size: str) -> None:
    for stage in STAGES:
        took, peak = alone(stage, url, size)
        for name, one in took.items():
            click.echo(f"  {name}: {one.wall:.3f} s ({one.cpu:.3f}), peak {peak:.0f} MiB")


def _in(url: str, work: Callable[[Connection], None]) -> Took:
    database = Database(url)
    took = timed(lambda: database.transaction(work))
    database.close()
    return took


def _plan() -> Plan:
    plan, findings = check_plan("large.yaml", large_plan.plan_source(), kinds=unit_kinds())
    assert plan is not None, findings
    return plan


def _loaded(connection: Connection, shelf: Shelf | None = None) -> tuple[Any, Any, Plan]:
    office = load_office(connection)
    assert office is not None
    (stored,) = plans_in_force(connection, office.id)
    return office, stored, (shelf or Shelf()).plan(connection, stored.version_id)


def _look(connection: Connection, shelf: Shelf) -> None:
    office, stored, plan = _loaded(connection, shelf)
    found = gather_targets(connection, stored.id, plan, today=office.today(LATER))
    assert len(found) == 60, len(found)


def _report(connection: Connection, shelf: Shelf, row: int) -> None:
    office, stored, plan = _loaded(connection, shelf)
    key = (stored.id, row, "F1", "once")
    unit = load_unit(connection, row)
    with kept_true(connection, stored.id, plan, committee_id=office.id, units=[row], of=("F1", "once")):
        filling_id = fillings.put_filling(
            connection,
            person_id=1,
            key=key,
            plan_version_id=stored.version_id,
            scene={},
            state={},
            now=LATER,
        )
        fillings.end_filling(connection, filling_id, status="sent", now=LATER)
        report_id, _ = reports.put_report(
            connection,
            filling_id=filling_id,
            key=key,
            plan_version_id=stored.version_id,
            answers=large_plan.answers(1),
            author_id=1,
            channel="telegram",
            now=LATER,
        )
        assignments.mark_reported(connection, key, report_id, results={}, now=LATER)
        tasks = {
            one.task
            for one in connection.execute(
                select(assignment.c.task).where(assignment.c.report_id == report_id)
            )
        }
        said = figures_of_report(
            plan,
            plan.form("F1"),
            large_plan.answers(1),
            unit_variables(unit),
            concerned=tasks.__contains__,
            today=office.today(LATER),
        )
        figures.save_figures(connection, key, report_id, said, roster_version=1, now=LATER)


def _write_reports(connection: Connection, rows: Sequence[int], same: dict[str, Any]) -> None:
    """The first form of these schools, as if it had been sent."""
    about = {**same, "answers": large_plan.answers(0)}
    connection.execute(
        insert(filling),
        [
            {
                **same,
                "person_id": 1,
                "unit_id": row,
                "scene": {},
                "state": {},
                "status": "sent",
                "started_at": LATER,
                "touched_at": LATER,
            }
            for row in rows
        ],
    )
    of_unit = dict(
        connection.execute(
            select(filling.c.unit_id, filling.c.id).where(filling.c.unit_id.in_(list(rows)))
        ).all()
    )
    connection.execute(
        insert(report),
        [
            {
                **about,
                "filling_id": of_unit[row],
                "unit_id": row,
                "version": 1,
                "state": "accepted",
                "channel": "telegram",
                "submitted_at": LATER,
            }
            for row in rows
        ],
    )
    sent = dict(
        connection.execute(
            select(report.c.unit_id, report.c.id).where(report.c.unit_id.in_(list(rows)))
        ).all()
    )
    owed = connection.execute(
        select(assignment.c.unit_id, assignment.c.task).where(
            assignment.c.unit_id.in_(list(rows)), assignment.c.form == "F0"
        )
    ).all()
    connection.execute(
        update(assignment)
        .where(assignment.c.unit_id.in_(list(rows)), assignment.c.form == "F0")
        .values(state="accepted", result="done", reported_at=LATER)
    )
    said = Figure(Decimal(250), Decimal(300))
    connection.execute(
        insert(figure),
        [
            {
                "plan_id": same["plan_id"],
                "indicator": f"{one.task}.1",
                "unit_id": one.unit_id,
                "period": "once",
                "form": "F0",
                "numerator": said.numerator,
                "denominator": said.denominator,
                "excluded": False,
                "report_id": sent[one.unit_id],
                "at": LATER,
            }
            for one in owed
        ],
    )


if __name__ == "__main__":
    main()
