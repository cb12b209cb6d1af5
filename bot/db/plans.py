"""Plans and their versions. A version is kept as the file that was loaded: what was once asked can be read again."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, func, insert, select, update

from bot.db.looks import look_everywhere
from bot.db.tables import plan, plan_version


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """A plan in force. `loaded_on` is the day of its first import: deadlines that had passed by then are late
    starts."""

    id: int
    code: str
    version_id: int
    number: int
    sha256: str
    loaded_on: date


_IN_FORCE = (
    select(
        plan.c.id,
        plan.c.code,
        plan.c.version_id,
        plan_version.c.number,
        plan_version.c.sha256,
        plan.c.loaded_on,
    )
    .join(plan_version, plan_version.c.id == plan.c.version_id)
    .order_by(plan.c.id)
)
_OF_COMMITTEE = _IN_FORCE.where(plan.c.committee_id == bindparam("committee_"))
_SOURCE = select(plan_version.c.file, plan_version.c.source).where(plan_version.c.id == bindparam("version"))


def plans_in_force(connection: Connection, committee_id: int) -> tuple[StoredPlan, ...]:
    """The plans that a committee runs."""
    rows = connection.execute(_OF_COMMITTEE, {"committee_": committee_id})
    return tuple(StoredPlan(*row) for row in rows)


def load_source(connection: Connection, version_id: int) -> tuple[str, str]:
    """(file name, text) of a version. NoResultFound if there is none of that id."""
    row = connection.execute(_SOURCE, {"version": version_id}).one()
    return row.file, row.source


def versions_before(connection: Connection, version_id: int) -> tuple[int, ...]:
    """The earlier versions of the same plan, the newest first."""
    of = select(plan_version.c.plan_id).where(plan_version.c.id == version_id).scalar_subquery()
    rows = connection.execute(
        select(plan_version.c.id)
        .where(plan_version.c.plan_id == of, plan_version.c.id < version_id)
        .order_by(plan_version.c.id.desc())
    )
    return tuple(rows.scalars())


def put_version(
    connection: Connection,
    committee_id: int,
    code: str,
    *,
    file: str,
    source: str,
    sha256: str,
    by: str,
    today: date,
    now: datetime,
) -> StoredPlan:
    """Load a plan, or a newer version of it, and put it in force."""
    row = connection.execute(
        select(plan.c.id, plan.c.loaded_on).where(plan.c.committee_id == committee_id, plan.c.code == code)
    ).first()
    if row is None:
        made = connection.execute(insert(plan).values(committee_id=committee_id, code=code, loaded_on=today))
        (plan_id,) = made.inserted_primary_key or (0,)
        loaded_on = today
    else:
        plan_id, loaded_on = row.id, row.loaded_on
    number = 1 + (
        connection.execute(
            select(func.max(plan_version.c.number)).where(plan_version.c.plan_id == plan_id)
        ).scalar()
        or 0
    )
    made = connection.execute(
        insert(plan_version).values(
            plan_id=plan_id,
            number=number,
            file=file,
            source=source,
            sha256=sha256,
            loaded_at=now,
            loaded_by=by,
        )
    )
    (version_id,) = made.inserted_primary_key or (0,)
    connection.execute(update(plan).where(plan.c.id == plan_id).values(version_id=version_id))
    look_everywhere(connection, committee_id)
    return StoredPlan(plan_id, code, version_id, number, sha256, loaded_on)
