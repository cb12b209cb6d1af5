"""Who owes which task of the real plan, in which form, until when."""

from collections import Counter
from datetime import date, timedelta

from bot.core.assigning import Assignment
from bot.core.office import Office
from bot.core.plan.model import Plan
from tests.core.owing import Units, forms, one, owed, tasks


def test_each_school_answers_four_forms_in_its_first_year(plan: Plan, units: Units, office: Office) -> None:
    given = owed(plan, units, office)
    schools = [code for code, unit in units.items() if unit.kind == "SCHOOL"]

    assert len(schools) == 40
    for code in schools:
        assert forms(each for each in given if each.unit == code) == [
            ("F1", "once", "02/12/2026"),
            ("F2", "2026-2027", "20/01/2027"),
            ("F3", "2026-2027", "15/06/2027"),
            ("F4", "2027-summer", "10/09/2027"),
        ]


def test_each_commune_answers_three_forms_in_its_first_year(plan: Plan, units: Units, office: Office) -> None:
    given = owed(plan, units, office)
    communes = [code for code, unit in units.items() if unit.kind == "PARTY_COMMUNE"]

    assert len(communes) == 12
    for code in communes:
        assert forms(each for each in given if each.unit == code) == [
            ("C1", "once", "02/12/2026"),
            ("C2", "2027", "15/06/2027"),
            ("C3", "2026", "15/12/2026"),
        ]


def test_committee_s_own_organ_reports_too(plan: Plan, units: Units, office: Office) -> None:
    """20/12/2026, 20/3 and 20/6/2027 are Sundays or Saturdays: the last day moves to Monday."""
    assert forms(owed(plan, one(units, "BTG"), office)) == [
        ("T1", "2026-Q4", "21/12/2026"),
        ("T1", "2027-Q1", "22/03/2027"),
        ("T1", "2027-Q2", "21/06/2027"),
        ("T1", "2027-Q3", "20/09/2027"),
        ("T2", "2026-H2", "21/12/2026"),
        ("T2", "2027-H1", "21/06/2027"),
        ("T3", "2026", "15/12/2026"),
    ]


def test_standing_committee_receives_and_owes_nothing(plan: Plan, units: Units, office: Office) -> None:
    assert owed(plan, one(units, "HU"), office) == []


def test_primary_school_owes_the_tasks_of_a_school_with_a_cell(
    plan: Plan, units: Units, office: Office
) -> None:
    given = owed(plan, one(units, "T14"), office)

    assert given[0] == Assignment(
        "HP-31", "F1", "T14", "once", opens_on=date(2026, 11, 2), due_on=date(2026, 12, 2), late_start=False
    )
    assert tasks(given) == {
        "F1": ["HP-31", "HP-32", "HP-08"],
        "F2": ["HP-05", "HP-09", "HP-11", "HP-17", "HP-18", "HP-20"],
        "F3": "HP-01 HP-02 HP-03 HP-04 HP-05 HP-06 HP-13 HP-14 HP-15 HP-19".split(),  # noqa: SIM905 - a row to read
        "F4": ["HP-02", "HP-04", "HP-16", "HP-12"],
    }


def test_kindergarten_owes_nothing_about_pupils(plan: Plan, units: Units, office: Office) -> None:
    about_pupils = {"HP-05", "HP-07", "HP-10", "HP-14"}

    given = {each.task for each in owed(plan, one(units, "T01"), office)}

    assert given.isdisjoint(about_pupils)
    assert {"HP-01", "HP-08", "HP-12", "HP-13"} <= given  # its cell's


def test_kindergarten_without_a_cell_owes_nothing_of_a_cell_either(
    plan: Plan, units: Units, office: Office
) -> None:
    assert tasks(owed(plan, one(units, "T04"), office)) == {
        "F1": ["HP-31", "HP-32"],
        "F2": ["HP-09", "HP-11", "HP-17", "HP-18", "HP-20"],
        "F3": ["HP-02", "HP-03", "HP-04", "HP-06", "HP-15", "HP-19"],
        "F4": ["HP-02", "HP-04", "HP-16"],
    }


def test_school_of_three_levels_whose_members_meet_elsewhere_owes_nothing_of_a_cell(
    plan: Plan, units: Units, office: Office
) -> None:
    assert tasks(owed(plan, one(units, "T40"), office)) == {
        "F1": ["HP-31", "HP-32"],
        "F2": ["HP-05", "HP-09", "HP-11", "HP-17", "HP-18", "HP-20"],
        "F3": ["HP-02", "HP-03", "HP-04", "HP-05", "HP-06", "HP-10", "HP-14", "HP-15", "HP-19"],
        "F4": ["HP-02", "HP-04", "HP-16"],
    }


def test_whole_district_owes_so_much_in_the_first_year(plan: Plan, units: Units, office: Office) -> None:
    given = owed(plan, units, office)

    reports = {(each.unit, each.form, each.period) for each in given}
    kinds = Counter(units[unit].kind for unit, _, _ in reports)
    assert (kinds["SCHOOL"], kinds["PARTY_COMMUNE"]) == (4 * 40, 3 * 12)
    assert len(reports) == 247
    assert len(given) == 1102
    assert len(set(given)) == len(given)


def test_tasks_of_one_form_are_due_together(plan: Plan, units: Units, office: Office) -> None:
    due: dict[tuple[str, str, str], set[date]] = {}
    for each in owed(plan, units, office):
        due.setdefault((each.unit, each.form, each.period), set()).add(each.due_on)

    assert {len(days) for days in due.values()} == {1}


def test_last_days_are_worked_and_forms_open_a_month_before(plan: Plan, units: Units, office: Office) -> None:
    for each in owed(plan, units, office):
        assert office.calendar.is_working(each.due_on)
        assert each.due_on - each.opens_on == timedelta(days=30)
