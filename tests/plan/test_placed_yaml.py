"""YAML as rows: every value stays the text that was written, and knows its line."""

from bot.core.plan.model import Place
from bot.core.plan.placed import Cell, Row
from bot.papers.placed_yaml import read_placed
from bot.papers.plan_yaml import read_plan_yaml


def place(line: int) -> Place:
    return Place("a.yaml", line)


def test_values_are_texts_that_know_the_line_of_their_key() -> None:
    text = """\
# a comment
day: 2026-11-02
truth: no
empty:
tilde: ~
quoted: "~"
long: >-
  two
  lines
list: [one,
  two]
rows:
  - code: A

  - code: B
    more: x
"""
    row, findings = read_placed(text.encode(), file="a.yaml")
    assert findings == []
    assert row == Row(
        place(1),
        {
            "day": Cell(place(2), "2026-11-02"),
            "truth": Cell(place(3), "no"),
            "empty": Cell(place(4), ""),
            "tilde": Cell(place(5), ""),
            "quoted": Cell(place(6), "~"),
            "long": Cell(place(7), "two lines"),
            "list": Cell(place(10), (Cell(place(10), "one"), Cell(place(11), "two"))),
            "rows": Cell(
                place(12),
                (
                    Cell(place(13), Row(place(13), {"code": Cell(place(13), "A")})),
                    Cell(
                        place(15),
                        Row(place(15), {"code": Cell(place(15), "B"), "more": Cell(place(16), "x")}),
                    ),
                ),
            ),
        },
    )


def test_text_is_kept_in_one_unicode_form() -> None:
    decomposed = "title: Uy\u0309 ban Ho\u0300a\n"
    row, _ = read_placed(decomposed.encode(), file="a.yaml")
    assert row is not None
    assert row.cells["title"].value == "Uỷ ban Hòa"


def test_byte_order_mark_of_a_windows_editor_is_no_part_of_the_first_key() -> None:
    row, findings = read_placed(b"\xef\xbb\xbfplan: x\r\ntasks: y\r\n", file="a.yaml")
    assert findings == []
    assert row == Row(place(1), {"plan": Cell(place(1), "x"), "tasks": Cell(place(2), "y")})


def test_nested_rows_name_their_parent() -> None:
    text = """\
plan:
  code: P
tasks:
  - code: T
    indicators:
      - code: T.1
choices:
  ways:
    - name: hall
forms:
  - code: F
    questions:
      - name: q
"""
    sheets, findings = read_plan_yaml(text.encode(), file="a.yaml")
    assert sheets is not None
    assert findings == []
    assert sheets.plan == Row(place(1), {"code": Cell(place(2), "P")})
    assert sheets.tasks == (Row(place(4), {"code": Cell(place(4), "T")}),)
    assert sheets.indicators == (Row(place(6), {"code": Cell(place(6), "T.1"), "task": Cell(place(4), "T")}),)
    assert sheets.choices == (
        Row(place(9), {"name": Cell(place(9), "hall"), "list_name": Cell(place(8), "ways")}),
    )
    assert sheets.forms == (Row(place(11), {"code": Cell(place(11), "F")}),)
    assert sheets.survey == (Row(place(13), {"name": Cell(place(13), "q"), "form": Cell(place(11), "F")}),)
