"""A plan as YAML and as a workbook: whatever it says, both say the same."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.plan.finding_codes import Code
from bot.core.plan.placed import LISTS, SHEETS
from bot.gather.builtin import PLANS, unit_kinds
from bot.papers.plan_files import check_plan, convert, read_plan, read_sheets, source_to_keep
from bot.papers.plan_template import new_plan
from bot.papers.plan_values import Values, arranged, values_of
from bot.papers.plan_workbook import read_plan_workbook
from bot.papers.plan_workbook_writing import write_plan_workbook
from bot.papers.plan_yaml import read_plan_yaml
from bot.papers.plan_yaml_writing import write_plan_yaml
from locales.words import in_language

DIRECTIVE_32 = PLANS / "directive-32" / "plan.yaml"
VI, EN = in_language("vi"), in_language("en")

signs = st.characters(codec="utf-8")
texts = (
    st.one_of(
        st.text(signs, min_size=1, max_size=60),
        st.text("aă: #-?[]{}&*!|>%@`'\"\\,\n\t =~", min_size=1, max_size=30),
        st.sampled_from(
            (
                "007",
                "1.50",
                "2026-11-02",
                "15/6",
                "true",
                "no",
                "null",
                "~",
                "=1+1",
                "#N/A",
                "_x0041_",
                "\r\n",
                " a ",
            )
        ),
        st.text("abc đ", min_size=120, max_size=200),
    )
    .map(lambda text: unicodedata.normalize("NFC", text))
    .filter(lambda text: bool(text.strip()))
)
words = st.lists(texts.map(str.strip).filter(lambda word: "\r" not in word), min_size=1, max_size=3).map(
    tuple
)
columns = st.sampled_from(("title::vi", "label::Vietnamese (vi)", "note", "x-1", *sorted(LISTS)))
codes = st.text("ABC12", min_size=1, max_size=2)


@st.composite
def rows(draw: st.DrawFn, fixed: dict[str, str]) -> Values:
    found: dict[str, str | tuple[str, ...]] = dict(fixed)
    for name in draw(st.lists(columns, max_size=4, unique=True)):
        found[name] = draw(words) if name in LISTS else draw(texts)
    return found


@st.composite
def plans(draw: st.DrawFn) -> dict[str, tuple[Values, ...]]:
    """Whatever a plan may say: rows of all sheets, the nested ones below a parent."""
    found: dict[str, tuple[Values, ...]] = {}
    for sheet in SHEETS:
        if sheet.name == "plan":
            found["plan"] = (draw(rows({"code": "P"})),)
        elif sheet.parent:
            above = [str(row["code"]) for row in found[sheet.parent]]
            keys = draw(st.lists(st.sampled_from(above), max_size=3)) if above else []
            found[sheet.name] = tuple(draw(rows({sheet.column: key})) for key in keys)
        elif sheet.column:
            keys = draw(st.lists(texts.filter(lambda text: text == text.strip()), max_size=3))
            found[sheet.name] = tuple(draw(rows({sheet.column: key, "name": "n"})) for key in keys)
        else:
            keys = draw(st.lists(codes, max_size=2, unique=True))
            found[sheet.name] = tuple(draw(rows({"code": key})) for key in keys)
    return arranged(found)


@given(plans())
@settings(max_examples=40)
def test_whatever_a_plan_says_a_workbook_says_it_too(values: dict[str, tuple[Values, ...]]) -> None:
    sheets, findings = read_plan_workbook(write_plan_workbook(values, words=VI), file="a.xlsx")

    assert findings == []
    assert sheets is not None
    assert values_of(sheets) == values


@given(plans())
@settings(max_examples=150)
def test_whatever_a_plan_says_yaml_says_it_too(values: dict[str, tuple[Values, ...]]) -> None:
    sheets, findings = read_plan_yaml(write_plan_yaml(values, words=VI).encode(), file="a.yaml")

    assert findings == []
    assert sheets is not None
    assert values_of(sheets) == values


def test_directive_32_goes_to_a_workbook_and_back_without_loss() -> None:
    source = DIRECTIVE_32.read_bytes()
    workbook, on_the_way = convert("plan.yaml", source, to_workbook=True, words=VI)
    assert workbook is not None
    text, on_the_way_back = convert("plan.xlsx", workbook, to_workbook=False, words=VI)
    assert text is not None

    (first, _), (second, _), (third, _) = (read_sheets("f", data) for data in (source, workbook, text))
    assert first is not None
    assert second is not None
    assert third is not None
    assert values_of(first) == values_of(second) == values_of(third)
    assert on_the_way == on_the_way_back == ()
    assert read_plan("f", source) == read_plan("f", workbook) == read_plan("f", text)


def test_template_checks_without_errors_and_both_its_forms_say_the_same() -> None:
    for words_ in (VI, EN):
        text, workbook = new_plan(words=words_)

        (plan, findings), (same, same_findings) = (
            check_plan("plan", data, kinds=unit_kinds()) for data in (text, workbook)
        )

        assert plan == same
        assert [one.code for one in findings if one.severity == "error"] == []
        assert sorted(one.code for one in findings) == sorted(one.code for one in same_findings)


def test_template_has_one_task_one_indicator_and_three_questions_under_comments() -> None:
    text, workbook = new_plan(words=VI)

    plan = read_plan("plan.xlsx", workbook)

    assert [len(task.indicators) for task in plan.tasks] == [1]
    assert [len(planned.form.questions) for planned in plan.forms] == [3]
    assert text.decode().count("\n# ") > 10


def test_workbook_is_kept_as_yaml_that_says_the_same_and_a_text_as_it_is() -> None:
    text, workbook = new_plan(words=VI)

    kept = source_to_keep("plan.xlsx", workbook, words=VI)

    assert source_to_keep("plan.yaml", text, words=VI) == text
    assert read_plan("plan.xlsx", kept) == read_plan("plan.yaml", text)
    assert kept.decode().startswith("# ")


def test_workbook_with_an_indicator_of_no_task_is_not_converted_and_the_cell_is_named() -> None:
    values = dict.fromkeys((sheet.name for sheet in SHEETS), ()) | {
        "plan": ({"code": "P"},),
        "indicators": ({"task": "T-9", "code": "I"},),
    }
    workbook = write_plan_workbook(values, words=VI)

    converted, findings = convert("p.xlsx", workbook, to_workbook=False, words=VI)

    assert converted is None
    assert [(one.code, str(one.place)) for one in findings] == [(Code.ROW_ORPHAN, "p.xlsx:indicators!A2")]


def test_text_that_no_cell_can_hold_is_not_cut() -> None:
    converted, findings = convert(
        "p.yaml", b"plan:\n  note: " + b"x" * 32_768 + b"\ntasks:\nforms:\n", to_workbook=True, words=VI
    )

    assert converted is None
    assert [(one.code, one.values) for one in findings] == [
        (Code.TEXT_TOO_LONG, {"length": "32768", "most": "32767"})
    ]


def test_long_texts_are_folded_and_nothing_is_quoted_without_need() -> None:
    text = " ".join(["một hai ba"] * 20)
    plan = {"code": "P", "title::vi": text, "note": "a\n\nb", "number": "null", "ends_on": "2026-11-02"}
    written = write_plan_yaml(
        dict.fromkeys((sheet.name for sheet in SHEETS), ()) | {"plan": (plan,)}, words=VI
    )

    lines = written.splitlines()
    start = lines.index("  code: P")
    folded = lines[start + 2]
    assert lines[start + 1] == "  title::vi: >-"
    assert folded.startswith("    một hai ba một")
    assert max(map(len, lines)) <= 118
    assert written.split(folded)[1].partition("note:")[2].splitlines() == [
        " |-", "    a", "", "    b", '  number: "null"', "  ends_on: 2026-11-02",
        "", lines[lines.index("tasks:") - 2], lines[lines.index("tasks:") - 1], "tasks:",
        "", lines[lines.index("forms:") - 2], lines[lines.index("forms:") - 1], "forms:",
    ]  # fmt: skip
