"""The register of a digest that was sent: kept as it stood, since last days, names and places change afterwards."""

from collections.abc import Collection
from datetime import datetime

from bot.core.kept_register import MOST_KEPT, KeptRegister
from bot.core.office import Office
from bot.core.plan.model import Plan
from bot.core.register import Entry
from bot.db.kept_registers import authors_of, load_register, put_register
from bot.db.session import Connection
from bot.db.units import load_units
from bot.gather.digests import Part
from bot.gather.registers import gather_register


def keep_register(
    connection: Connection,
    office: Office,
    plan_id: int,
    plan: Plan,
    *,
    digest_id: int,
    as_of: datetime,
    rows: int,
    parts: Collection[Part],
) -> bool:
    """Keep it for everybody and for these parts. False, and nothing is kept, where it has too many `rows`."""
    if rows > MOST_KEPT:
        return False
    units = load_units(connection, office.id)
    below = {one.root: tuple(units[row].code for row in one.units) for one in parts if one.units is not None}
    entries = gather_register(connection, office, plan_id, plan, as_of=as_of)
    put_register(connection, digest_id, KeptRegister(entries, below).packed())
    return True


def read_register(
    connection: Connection, plan_id: int, *, digest_id: int, root: str, named: bool
) -> tuple[Entry, ...] | None:
    """The register as it was kept, of everybody or of the unit `root` with all below it as the roster then had them.
    `named`: with the names that those who sent the reports have now. None where it was not kept."""
    packed = load_register(connection, digest_id)
    authors = authors_of(connection, plan_id) if named else {}
    return None if packed is None else KeptRegister.unpacked(packed).of(root, authors=authors)
