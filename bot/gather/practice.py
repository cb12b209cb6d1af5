"""The practice form: data like any form, of an invented unit. It comes with the program (plans/practice.yaml)."""

from functools import lru_cache

from bot.core.forms.model import Form, Text
from bot.gather.builtin import PLANS
from bot.papers.plan_files import read_plan

FILE = PLANS / "practice.yaml"


@lru_cache
def practice_form() -> tuple[Form, Text]:
    """The form, and the name of the invented unit. ValueError for a file that cannot be read; a test keeps ours in
    order."""
    plan = read_plan(FILE.name, FILE.read_bytes())
    return plan.forms[0].form, plan.title
