"""A land in which every unit has an officer with a chat, and owes much: schools with a large plan of which nothing is
due for months, then everything is long overdue; and some other units that owe one form each on a given day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import func, insert, select

from bench import large_plan
from bench.stages import know_sizes
from bot.core.office import Office
from bot.core.people import Role
from bot.core.units import Unit
from bot.db import bells
from bot.db.installations import ensure_installation
from bot.db.migrate import bring_up_to_date
from bot.db.session import Connection, Database
from bot.db.tables import assignment, contact, person, post, unit
from bot.db.units import put_units
from bot.gather.builtin import make_office
from bot.gather.plans import load_plan
from bot.papers.plan_files import check_plan

ISSUED_ON = date(2026, 11, 2)
NOW = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
EVERYTHING_DUE = 70
"""Days from the plan's day to the last day of the schools' first form; each further form is due a day later."""

FEW, MANY = "FRONT", "YOUTH"
"""Kinds of the units that owe a form on a given day."""

DUE = {FEW: 500, MANY: 5_000}
COMMUNES = 3_321
SCHOOLS = {"10,000": 387, "100,000": 3_870, "1,060,000": 41_025}
"""Schools, by the assignments that they have together: 25.8 each."""

BEFORE = {FEW: date(2026, 12, 1), MANY: date(2026, 12, 2)}
AFTER = {FEW: date(2027, 2, 23), MANY: date(2027, 2, 24)}
"""When these units owe their forms: while nothing of the schools is due yet, and when all of it is long overdue."""

CHUNK = 5_000


def settle_land(url: str, schools: int) -> int:
    """Make the database. Returns how many assignments there are."""
    database = Database(url)
    try:
        bring_up_to_date(database.engine)
        return database.transaction(lambda connection: _settle(connection, schools))
    finally:
        database.close()


def _settle(connection: Connection, schools: int) -> int:
    ensure_installation(connection, now=NOW)
    office = make_office(connection, language="vi", timezone="Asia/Ho_Chi_Minh", now=NOW)
    for units in (
        [Unit("BTG", "Ban Tuyên giáo", "PROPAGANDA")],
        list(large_plan.communes(COMMUNES)),
        list(large_plan.schools(schools, communes=COMMUNES)),
        list(_others()),
    ):
        put_units(connection, office.id, units, today=office.today(NOW))
    _people(connection, office)
    _load(connection, office, "large", large_plan.plan_source(due_after=EVERYTHING_DUE, apart=1))
    _load(connection, office, "others", others_source())
    # As on any working day: the year's assignments were made this morning.
    bells.note_ring(connection, "periods", now=NOW)
    know_sizes(connection)
    return assignments(connection)


def assignments(connection: Connection) -> int:
    return connection.execute(select(func.count()).select_from(assignment)).scalar_one()


def _others() -> Iterator[Unit]:
    for kind, count in DUE.items():
        for number in range(count):
            yield Unit(f"{kind}{number:04}", f"Đơn vị {kind} số {number}", kind, short=f"{kind} {number}")


def _people(connection: Connection, office: Office) -> None:
    """An officer for each unit, of the Committee's own a member of staff, each with a chat and heard of today."""
    rows = connection.execute(select(unit.c.id, unit.c.kind).order_by(unit.c.id)).all()
    for start in range(0, len(rows), CHUNK):
        some = rows[start : start + CHUNK]
        numbers = range(start + 1, start + 1 + len(some))
        connection.execute(
            insert(person),
            [
                {
                    "id": number,
                    "committee_id": office.id,
                    "name": f"Nguyễn Thị Hoa {number}",
                    "created_at": NOW,
                }
                for number in numbers
            ],
        )
        connection.execute(
            insert(post),
            [
                {
                    "person_id": number,
                    "unit_id": row.id,
                    "role": Role.STAFF if row.kind == "PROPAGANDA" else Role.OFFICER,
                    "source": "roster",
                    "since": NOW,
                }
                for number, row in zip(numbers, some, strict=True)
            ],
        )
        connection.execute(
            insert(contact),
            [
                {
                    "channel": "telegram",
                    "chat": str(1_000_000 + number),
                    "person_id": number,
                    "language": "vi",
                    "heard_at": NOW,
                    "first_seen_at": NOW,
                    "linked_at": NOW,
                }
                for number in numbers
            ],
        )


def _load(connection: Connection, office: Office, name: str, source: bytes) -> None:
    plan, findings = check_plan(f"{name}.yaml", source, kinds=office.kinds)
    assert plan is not None, findings
    assert not any(one.stops for one in findings), findings
    load_plan(connection, office, plan, file=f"{name}.yaml", source=source, by="bench", now=NOW)


def others_source() -> bytes:
    """A plan of four forms, each of which one kind of unit owes on one day: its one step of the ladder comes then."""
    days = [(kind, day) for at in (BEFORE, AFTER) for kind, day in at.items()]
    lines = [
        "plan:",
        "  code: OTHERS",
        "  title::vi: Kế hoạch của các đơn vị khác",
        "  title::en: Plan of the other units",
        "  number: 2-KH/HU",
        f"  issued_on: {ISSUED_ON}",
        "  issued_on_status: stated",
        "  issuer::vi: Ban Thường vụ",
        "  issuer::en: Standing Committee",
        f"  starts_on: {ISSUED_ON}",
        "  ends_on: 2030-12-31",
        "  monitor_kinds: [PROPAGANDA]",
        "reminders:",
        "  - {step: R1, days: 0, when: before, to: [officer]}",
        "tasks:",
    ]
    for number, (kind, day) in enumerate(days):
        after = f"P0 + {(day - ISSUED_ON) // timedelta(days=1)} days"
        lines += [
            f"  - code: O-{number}",
            f"    title::vi: Nhiệm vụ {number}",
            f"    title::en: Task {number}",
            f"    source: mục {number}",
            f"    kinds: [{kind}]",
            "    cadence: once",
            f"    deadline: {after}",
            "    deadline_status: stated",
            "    indicators:",
            f"      - code: O-{number}.1",
            "        kind: yesno",
            f"        label::vi: Chỉ số {number}",
            f"        label::en: Indicator {number}",
            f"        value: ${{o{number}}} = 'yes'",
            "        target: yes",
        ]
    lines.append("forms:")
    for number, (kind, day) in enumerate(days):
        lines += [
            f"  - code: O{number}",
            f"    title::vi: Biểu mẫu {number}",
            f"    title::en: Form {number}",
            f"    kinds: [{kind}]",
            "    period: once",
            f"    deadline: P0 + {(day - ISSUED_ON) // timedelta(days=1)} days",
            "    deadline_status: stated",
            "    minutes: 3",
            "    questions:",
            f"      - name: o{number}",
            "        type: yes_no",
            f"        task: O-{number}",
            f"        label::vi: Đã thực hiện nhiệm vụ {number} chưa?",
            f"        label::en: Is task {number} done?",
            "        required: true",
        ]
    return ("\n".join(lines) + "\n").encode()
