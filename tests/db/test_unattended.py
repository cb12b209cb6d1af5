"""Units without a recipient are noted once, until somebody receives their work again."""

from bot.db.session import Connection
from bot.db.unattended import note_unattended
from bot.db.unit_lines import lines_above
from tests.db.cast import NOW, Cast


def test_unit_is_new_once_and_again_after_it_had_somebody(connection: Connection, cast: Cast) -> None:
    school, other = cast.officer.unit_id, cast.other.unit_id

    def new(*units: int) -> frozenset[int]:
        return note_unattended(connection, cast.committee, units, among=(school, other), now=NOW)

    assert new(school) == {school}
    assert new(school, other) == {other}
    assert new(other) == frozenset()
    assert new(school, other) == {school}
    assert new() == frozenset()


def test_line_above_a_unit_leads_to_its_superiors(connection: Connection, cast: Cast) -> None:
    lines = lines_above(connection, cast.committee, [cast.officer.unit_id, cast.commune.unit_id])

    (commune,) = lines[cast.officer.unit_id]
    assert (commune[0], commune[1].code) == (cast.commune.unit_id, "X02")
    assert lines[cast.commune.unit_id] == ()
    assert lines_above(connection, cast.committee, [10**6]) == {}
    assert lines_above(connection, cast.committee, []) == {}
