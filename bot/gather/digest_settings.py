"""When the digest comes, as it was set."""

from bot.core.digest_ways import DigestWays
from bot.db.office_settings import digest_ways_to_json
from bot.db.offices import load_settings, lock_office, save_settings
from bot.db.session import Connection


def set_digest_ways(connection: Connection, committee_id: int, ways: DigestWays) -> None:
    """From now on it comes so."""
    lock_office(connection, committee_id)
    settings = load_settings(connection, committee_id)
    save_settings(connection, committee_id, {**settings, **digest_ways_to_json(ways)})
