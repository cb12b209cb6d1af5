"""A plan to begin with: one task, one indicator, one form of three questions; YAML with comments, and a workbook."""

from bot.papers.plan_values import values_of
from bot.papers.plan_workbook_writing import write_plan_workbook
from bot.papers.plan_yaml import read_plan_yaml
from locales.phrases import plan_template as phrases
from locales.words import Words


def new_plan(*, words: Words) -> tuple[bytes, bytes]:
    """The template as (plan.yaml, plan.xlsx). Both say the same and check without errors. The comments are in `words`;
    the plan itself has its sentences in both languages, as every plan."""
    text = phrases.template(words=words).encode()
    sheets, findings = read_plan_yaml(text, file="plan.yaml")
    assert sheets is not None, findings
    assert not findings, findings
    return text, write_plan_workbook(values_of(sheets), words=words)
