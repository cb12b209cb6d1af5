"""Indicators over all units of the house: who is in the denominator, and through which form."""

from bot.core.indicators import Total
from bot.db.session import Connection
from tests.gather.desk import send, totals

STUDIED = {"directive_studied": "yes", "staff_at_directive_study": [50, 52], "pupils_informed": [800, 832]}
SCHOOLS, COMMUNES, ORGANS = 40, 12, 8
PUPILS = 18220
"""Of the schools. The 3.447 children of the kindergartens are none."""


def parts(total: Total) -> tuple[int, int]:
    """Numerator and denominator."""
    return int(total.numerator), int(total.denominator or 0)


def test_umbrella_counts_every_unit_once(connection: Connection) -> None:
    """Schools through HP-31, communes and organs by themselves."""
    before = totals(connection)["HP-00.1"]
    assert parts(before) == (0, SCHOOLS + COMMUNES + ORGANS)

    send(connection, "T14", "F1", STUDIED | {"plan_issued": "not_yet"})
    send(connection, "X02", "C1", {"directive_studied": "yes"})
    send(connection, "DTN", "D1", {"directive_studied": "not_yet"})

    after = totals(connection)["HP-00.1"]
    assert parts(after) == (2, SCHOOLS + COMMUNES + ORGANS)
    assert (after.reported, after.expected) == (3, SCHOOLS + COMMUNES + ORGANS)


def test_document_counts_for_those_whom_it_concerns(connection: Connection) -> None:
    """HP-08 is of communes, of the two organs of government, and of the 38 schools with a cell."""
    send(connection, "T14", "F1", STUDIED | {"plan_issued": "yes"})
    send(connection, "T04", "F1", {"directive_studied": "yes", "plan_issued": "yes"})  # has no cell

    found = totals(connection)
    assert parts(found["HP-08.1"]) == (1, COMMUNES + 2 + 38)
    assert parts(found["HP-32.1"]) == (2, SCHOOLS)


def test_children_of_kindergartens_are_no_pupils(connection: Connection) -> None:
    assert parts(totals(connection)["HP-31.2"]) == (0, PUPILS)

    send(connection, "T01", "F1", {"directive_studied": "yes", "staff_at_directive_study": [23, 23]})

    assert parts(totals(connection)["HP-31.2"]) == (0, PUPILS)


def test_unit_to_which_it_does_not_apply_leaves_the_denominator(connection: Connection) -> None:
    send(connection, "T14", "F1", STUDIED | {"plan_issued": "na"})

    found = totals(connection)["HP-32.1"]
    assert parts(found) == (0, SCHOOLS - 1)
    assert (found.reported, found.excluded, found.expected) == (1, 1, SCHOOLS)


def test_unit_that_has_not_reported_stays_in_it(connection: Connection) -> None:
    send(connection, "T14", "F1", STUDIED | {"plan_issued": "yes"})

    assert parts(totals(connection)["HP-32.1"]) == (1, SCHOOLS)


def test_correction_counts_instead_of_what_it_corrects(connection: Connection) -> None:
    send(connection, "T14", "F1", STUDIED | {"plan_issued": "not_yet"})
    send(connection, "T14", "F1", STUDIED | {"plan_issued": "yes"})

    corrected = totals(connection)
    assert parts(corrected["HP-32.1"]) == (1, SCHOOLS)
    assert parts(corrected["HP-08.1"]) == (1, COMMUNES + 2 + 38)
