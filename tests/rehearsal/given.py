"""A small house to rehearse in: the Committee, a commune, three schools, and the real plan."""

from bot.gather.builtin import PLANS, unit_kinds
from bot.papers.plan_files import check_plan
from bot.papers.roster_files import read_roster
from bot.rehearsal.house import Given

PLAN = PLANS / "directive-32" / "plan.yaml"
UNITS = ("BTG", "X05", "T01", "T14", "T25")


def small() -> Given:
    kinds = unit_kinds()
    entries = [
        entry
        for name in ("organs.csv", "communes.csv", "schools.csv")
        for entry in read_roster((PLANS / "roster" / name).read_bytes(), file=name, kinds=kinds)[0]
        if entry.unit.code in UNITS
    ]
    source = PLAN.read_bytes()
    plan, _ = check_plan(PLAN.name, source, kinds=kinds)
    assert plan is not None
    return Given(plan, PLAN.name, source, entries)
