"""Whether a question can come to be asked of a unit at all."""

import pytest

from bot.core.forms.model import Form, Question, Type, Value
from bot.core.forms.reach import can_be_asked
from tests.core.talking import TODAY, question

HELD = question("held", Type.YES_NO)
HOW = question("how", Type.YES_NO, relevant="${held} = 'yes'")
PUPILS = question("pupils", Type.RATIO, relevant="${held} = 'yes' and ${unit_level} != 'MN'")
BEHIND_NEVER = question("behind", Type.TEXT, relevant="${never_yes} = 'yes'")
NEVER_YES = question("never_yes", Type.YES_NO, relevant="${unit_level} = 'XX'")
MANY = question("sessions", Type.INTEGER)
OVER = question("over", Type.TEXT, relevant="${sessions} > 10")
FORM = Form("F", {}, (HELD, HOW, PUPILS, NEVER_YES, BEHIND_NEVER, MANY, OVER))


@pytest.mark.parametrize(
    ("asked", "level", "can"),
    [
        (HELD, "MN", True),
        (HOW, "MN", True),
        (PUPILS, "TH", True),
        (PUPILS, "MN", False),
        (NEVER_YES, "TH", False),
        (BEHIND_NEVER, "TH", False),  # what it waits for is never asked
        (OVER, "TH", True),  # numbers are too many to try
    ],
)
def test_question_can_be_asked_where_some_answers_lead_to_it(asked: Question, level: str, can: bool) -> None:
    unit: dict[str, Value] = {"unit_level": level}

    assert can_be_asked(asked, FORM, unit, today=TODAY) is can
