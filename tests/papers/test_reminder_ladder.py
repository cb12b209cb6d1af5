"""A plan's own ladder of reminders, in YAML and in a workbook."""

from bot.core.people import Role
from bot.core.reminders import LADDER, USUAL_MANNERS, Manners, Rung
from bot.gather.builtin import unit_kinds
from bot.papers.plan_files import check_plan, convert
from locales.phrases.reminder_findings import manners_shown
from locales.words import in_language
from tests.house import plan_source

OWN = """\
reminders:
  - step: R1
    days: 5
    when: before
    to: [officer]
    working_days: true
  - step: R2
    days: 2
    when: after
    to: [officer, head]
tasks:
"""
VI = in_language("vi")


def manners_of(file: str, source: bytes) -> Manners:
    plan, findings = check_plan(file, source, kinds=unit_kinds())
    assert plan is not None
    assert [one for one in findings if one.code.startswith("reminder")] == []
    return plan.manners


def with_own_ladder() -> bytes:
    source = plan_source().decode()
    assert source.count("\ntasks:\n") == 1
    source = source.replace("\ntasks:\n", f"\n{OWN}")
    return source.replace("\nplan:\n", "\nplan:\n  reminders_a_week: 2\n  extension_days: 14\n", 1).encode()


def test_plan_without_a_ladder_gets_the_usual_one() -> None:
    assert manners_of("plan.yaml", plan_source()) == USUAL_MANNERS
    assert next(manners_shown(USUAL_MANNERS, words=VI)).startswith(
        "Nhắc việc (giả định): R1 trước hạn 7 ngày"
    )
    assert USUAL_MANNERS.ladder == LADDER


def test_own_ladder_is_the_same_in_yaml_and_in_a_workbook() -> None:
    source = with_own_ladder()
    officer, both = frozenset({Role.OFFICER}), frozenset({Role.OFFICER, Role.HEAD})
    own = Manners(
        ladder=(
            Rung("R1", 5, after=False, to=officer, working=True),
            Rung("R2", 2, after=True, to=both),
        ),
        weekly=2,
        extension_days=14,
        stated=True,
    )

    assert manners_of("plan.yaml", source) == own

    book, _ = convert("plan.yaml", source, to_workbook=True, words=VI)
    assert book is not None
    assert manners_of("plan.xlsx", book) == own
    again, _ = convert("plan.xlsx", book, to_workbook=False, words=VI)
    assert again is not None
    assert manners_of("plan.yaml", again) == own
