"""The workbook that we write is pleasant to fill in."""

import io

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from bot.core.plan.placed import SHEETS
from bot.papers.plan_columns import COLUMNS, columns_of, offer_of
from bot.papers.plan_template import new_plan
from locales.phrases import plan_columns as phrases
from locales.words import Words
from tests.locales.saying import BOTH, named

WORKBOOK = openpyxl.load_workbook(io.BytesIO(new_plan(words=BOTH[0])[1]))


@pytest.mark.parametrize("words", BOTH, ids=named)
def test_every_sheet_and_column_is_explained(words: Words) -> None:
    said = [phrases.sheet(sheet.name, words=words) for sheet in SHEETS]
    said += [phrases.column(column, words=words) for columns in COLUMNS.values() for column in columns]

    assert all(said)


def test_every_sheet_has_frozen_heads_widths_and_comments() -> None:
    for sheet in SHEETS:
        page = WORKBOOK[sheet.name]
        assert page.freeze_panes is not None
        assert all(cell.comment is not None for cell in page[1]), sheet.name
        assert all(
            page.column_dimensions[get_column_letter(at + 1)].width >= 16 for at in range(len(page[1]))
        )


def test_closed_columns_offer_their_words_and_codes_of_other_sheets() -> None:
    offered = {
        (sheet.name, WORKBOOK[sheet.name][f"{str(rule.sqref).split(':')[0][:-1]}1"].value): rule.formula1
        for sheet in SHEETS
        for rule in WORKBOOK[sheet.name].data_validations.dataValidation
    }

    assert offered["tasks", "deadline_status"] == '"stated,assumed,confirmed"'
    assert offered["survey", "form"] == "forms!$A$2:$A$1000"
    assert offered["indicators", "task"] == "tasks!$A$2:$A$1000"
    assert offered["survey", "required"] == '"true,false"'
    assert all(len(formula) <= 255 for formula in offered.values())  # Excel takes no more


def test_new_column_or_sheet_comes_behind_the_usual_ones() -> None:
    assert columns_of("choices", ["name", "label::Vietnamese (vi)", "block", "name"]) == [
        "list_name",
        "name",
        "label::Vietnamese (vi)",
        "block",
    ]
    assert columns_of("annexes", ["code", "parts"]) == ["code", "parts"]
    assert offer_of("annexes", "parts") is None
