"""Each finding, provoked once: what is changed in the small plan, and the line that the finding names."""

import pytest

from bot.core.plan.check import examine
from bot.core.plan.deciding import ABOUT
from bot.core.plan.finding_codes import Code, finding
from bot.core.plan.model import Place, Severity
from bot.core.plan.placed import Cell, Row, Sheets
from tests.plan.faulty_documents import PROVOKED as PROVOKED_ELSEWHERE
from tests.plan.small_plan import FILE, KINDS, SMALL, Found, changed, findings, found

C = Code

OF_WORKBOOKS = (
    *(
        "workbook_",
        "sheet_",
        "row_",
        "column_nameless",
        "formula_",
        "cell_",
        "text_too_long",
        "not_converted",
    ),
    "xlsform_",
)
"""What begins so is provoked in tests/papers."""

TWO_FORMS = """\
  - code: G
    title::vi: Báo cáo khác
    title::en: Another report
    kinds: [YOUTH]
    period: once
    deadline: 15/6
    deadline_status: stated
    questions:
      - name: QUESTION
        type: integer
        label::vi: Mấy?
        label::en: How many?
"""
"""A second form, to stand behind the first."""

Q = "      - name: attended"
"""Where a question can be put in front of the others."""


def question(name: str = "extra", kind: str = "integer", **fields: str) -> str:
    """One more question, before the first."""
    given = {"type": kind, "label::vi": "Mấy?", "label::en": "How many?"} | {
        key.replace("__", "::"): value for key, value in fields.items()
    }
    return (
        f"      - name: {name}\n" + "".join(f"        {key}: {value}\n" for key, value in given.items()) + Q
    )


RATIO = """        kind: ratio
        label::vi: Người dự
        label::en: Attendance
        numerator: done(${attended})
        denominator: ${unit_teachers}
        target: 100
"""
"""The indicator of the small plan."""


def by_group(group: str, targets: str) -> str:
    """That indicator as a sum by group."""
    return (
        RATIO.replace("kind: ratio", "kind: sum_by_group")
        .replace("numerator:", "value:")
        .replace("denominator: ${unit_teachers}", f"group: {group}\n        group_targets: [{targets}]")
    )


CASES: list[tuple[str, str, Found]] = [
    # Sections and fields
    (
        "monitor_kinds: [PROPAGANDA]",
        "monitor_kinds: {a: b}",
        Found(C.SHAPE_WRONG, "monitor_kinds: {a: b}", {"field": "monitor_kinds", "wanted": "words"}),
    ),
    ("    source: II\n", "", Found(C.FIELD_MISSING, "- code: P-2", {"field": "source"})),
    (
        "relevant:",
        "relevent:",
        Found(
            C.FIELD_UNKNOWN, "relevent: done(${attended}) > 0", {"field": "relevent", "nearest": "relevant"}
        ),
    ),
    (Q, question(future="true"), Found(C.FIELD_IDLE, "future: true", {"field": "future", "type": "integer"})),
    (
        "cadence: once",
        "cadence: onse",
        Found(C.VALUE_UNKNOWN, "cadence: onse", {"field": "cadence", "value": "onse", "nearest": "once"}),
    ),
    (
        "    kinds: [SCHOOL]\n    cadence: once",
        "    kinds: [SCHOOL]\n    levels: [THSC]\n    cadence: once",
        Found(C.VALUE_UNKNOWN, "levels: [THSC]", {"field": "levels", "value": "THSC", "nearest": "THCS"}),
    ),
    (
        "    kinds: [SCHOOL]\n    cadence: once",
        "    kinds: [SCHOOL]\n    ownership: ngoai cong lap\n    cadence: once",
        Found(
            C.VALUE_UNKNOWN,
            "ownership: ngoai cong lap",
            {"field": "ownership", "value": "ngoai cong lap", "nearest": "ngoài công lập"},
        ),
    ),
    (
        "    kinds: [SCHOOL]\n    period",
        "    kinds: [SCHOOL]\n    ownership: [công lập, tư thục]\n    period",
        Found(
            C.VALUE_UNKNOWN,
            "ownership: [công lập, tư thục]",
            {"field": "ownership", "value": "tư thục", "nearest": ""},
        ),
    ),
    (
        "ends_on: 2027-12-31",
        "ends_on: 31/11/2027",
        Found(C.DATE_BAD, "ends_on: 31/11/2027", {"field": "ends_on", "value": "31/11/2027"}),
    ),
    (
        "period: year",
        "period: year\n    minutes: five",
        Found(C.NUMBER_BAD, "minutes: five", {"field": "minutes", "value": "five"}),
    ),
    (
        "required: true",
        "required: maybe",
        Found(C.TRUTH_BAD, "required: maybe", {"field": "required", "value": "maybe"}),
    ),
    (
        "        label::vi: Hình thức?\n",
        "",
        Found(C.VIETNAMESE_MISSING, "label::en: In which form?", {"field": "label"}),
    ),
    (
        "        label::en: In which form?\n",
        "",
        Found(C.TRANSLATION_MISSING, "label::vi: Hình thức?", {"field": "label", "language": "en"}),
    ),
    # Codes, names, lists
    ("code: P-1.1", "code: P 1", Found(C.CODE_BAD, "- code: P 1", {"code": "P 1"})),
    ("- name: way", "- name: 2way", Found(C.NAME_BAD, "- name: 2way", {"name": "2way"})),
    ("- name: way", "- name: unit_way", Found(C.NAME_RESERVED, "- name: unit_way", {"name": "unit_way"})),
    (
        "- name: plan",
        "- name: way",
        Found(C.NAME_DUPLICATE, "- name: way", {"name": "way", "first": f"{FILE}:64"}),
    ),
    (
        Q,
        question(kind="intager"),
        Found(C.TYPE_UNKNOWN, "type: intager", {"type": "intager", "nearest": "integer"}),
    ),
    (
        Q,
        question(kind="integer ways"),
        Found(C.TYPE_UNKNOWN, "type: integer ways", {"type": "integer ways", "nearest": "integer"}),
    ),
    (Q, question(kind="select_one"), Found(C.LIST_NOT_NAMED, "type: select_one", {"type": "select_one"})),
    (
        Q,
        question(kind="select_one wayz"),
        Found(C.LIST_UNKNOWN, "type: select_one wayz", {"list": "wayz", "nearest": "ways"}),
    ),
    (
        "forms:\n",
        "  spare:\n    - name: one\n      label::vi: Một\n      label::en: One\nforms:\n",
        Found(C.LIST_UNUSED, "spare:", {"list": "spare"}),
    ),
    ("- name: online", "- name: on line", Found(C.OPTION_BAD, "- name: on line", {"option": "on line"})),
    (
        "- name: online",
        "- name: hall",
        Found(C.OPTION_DUPLICATE, "- name: hall", {"option": "hall", "first": f"{FILE}:42"}),
    ),
    (
        "depends_on: [P-1]",
        "depends_on: [P-11]",
        Found(C.TASK_UNKNOWN, "depends_on: [P-11]", {"task": "P-11", "nearest": "P-1"}),
    ),
    (Q, question(task="P-22"), Found(C.TASK_UNKNOWN, "task: P-22", {"task": "P-22", "nearest": "P-2"})),
    (
        "monitor_kinds: [PROPAGANDA]",
        "monitor_kinds: [PROPAGAND]",
        Found(C.KIND_UNKNOWN, "monitor_kinds: [PROPAGAND]", {"kind": "PROPAGAND", "nearest": "PROPAGANDA"}),
    ),
    # The document
    ("number: 12-KH/HU", "number:", Found(C.NUMBER_MISSING, "number:", {})),
    (
        "issued_on_status: stated",
        "issued_on_status: assumed",
        Found(C.ISSUED_ON_ASSUMED, "issued_on: 2026-11-02", {"date": "2026-11-02"}),
    ),
    ("ends_on: 2027-12-31", "ends_on: 2025-12-31", Found(C.ENDS_BEFORE_START, "ends_on: 2025-12-31", {})),
    # Tasks
    ("    kinds: [SCHOOL]\n    period", "    period", Found(C.AUDIENCE_MISSING, "- code: F", {"code": "F"})),
    (
        "core: true",
        "owner_status: assumed",
        Found(C.OWNERS_UNSTATED, "owner_status: assumed", {"count": "1", "total": "2", "tasks": "P-1"}),
    ),
    (
        "deadline: P0 + 30 days",
        "deadline: 31/6",
        Found(C.DEADLINE_BAD, "deadline: 31/6", {"deadline": "31/6", "why": "no_such_day", "part": "31/6"}),
    ),
    (
        "depends_on: [P-1]",
        "depends_on: [P-2]",
        Found(C.TASK_CIRCLE, "depends_on: [P-2]", {"field": "depends_on", "task": "P-2"}),
    ),
    (
        "title::vi: Ban hành kế hoạch",
        "title::vi: HỌC  nghị quyết",
        Found(
            C.TITLE_DUPLICATE,
            "title::vi: HỌC  nghị quyết",
            {"title": "HỌC  nghị quyết", "first": f"{FILE}:15"},
        ),
    ),
    (
        "kinds: [SCHOOL]\n    cadence: once",
        "kinds: [SCHOOL, YOUTH]\n    cadence: once",
        Found(C.KIND_UNASKED, "kinds: [SCHOOL, YOUTH]", {"task": "P-2", "kind": "YOUTH"}),
    ),
    # Expressions
    (Q, question(kind="calculate"), Found(C.EXPRESSION_MISSING, "- name: extra", {"field": "calculation"})),
    (
        "relevant: done(${attended}) > 0",
        "relevant: done(${attended} > 0",
        Found(
            C.EXPRESSION_BROKEN,
            "relevant: done(${attended} > 0",
            {"field": "relevant", "why": "syntax", "near": "0"},
        ),
    ),
    (
        "relevant: done(${attended}) > 0",
        "relevant: done(${atended}) > 0",
        Found(
            C.NAME_UNKNOWN,
            "relevant: done(${atended}) > 0",
            {"field": "relevant", "name": "atended", "nearest": "attended"},
        ),
    ),
    (
        "total: ${unit_teachers}",
        "total: ${unit_teacher}",
        Found(
            C.NAME_UNKNOWN,
            "total: ${unit_teacher}",
            {"field": "total", "name": "unit_teacher", "nearest": "unit_teachers"},
        ),
    ),
    (
        Q,
        question(relevant="done(${attended}) > 0"),
        Found(C.NAME_LATER, "relevant: done(${attended}) > 0", {"field": "relevant", "name": "attended"}),
    ),
    (
        Q,
        question(relevant="${extra} > 0"),
        Found(C.NAME_OWN, "relevant: ${extra} > 0", {"field": "relevant", "name": "extra"}),
    ),
    (Q, question(relevant=". > 0"), Found(C.ANSWER_ABSENT, "relevant: . > 0", {"field": "relevant"})),
    (
        "constraint: date-of(.)",
        "constraint: done(.)",
        Found(
            C.PART_WRONG,
            "constraint: done(.) <= today()",
            {"field": "constraint", "name": ".", "function": "done", "type": "document"},
        ),
    ),
    (
        "relevant: done(${attended}) > 0",
        "relevant: ${attended} > 0",
        Found(C.RATIO_READ_WHOLE, "relevant: ${attended} > 0", {"field": "relevant", "name": "attended"}),
    ),
    (
        "relevant: done(${attended}) > 0",
        "relevant: ${unit_level} = 'THSC'",
        Found(
            C.OPTION_UNKNOWN,
            "relevant: ${unit_level} = 'THSC'",
            {"field": "relevant", "name": "unit_level", "option": "THSC"},
        ),
    ),
    # Indicators
    (
        "        denominator: ${unit_teachers}\n",
        "",
        Found(C.DENOMINATOR_MISSING, "- code: P-1.1", {"indicator": "P-1.1"}),
    ),
    (
        "denominator: ${unit_teachers}",
        "denominator: total(${attended})",
        Found(
            C.DENOMINATOR_NOT_FROM_ROSTER,
            "denominator: total(${attended})",
            {"indicator": "P-1.1", "name": "attended"},
        ),
    ),
    ("target: 100", "target: 100%", Found(C.TARGET_BAD, "target: 100%", {"target": "100%"})),
    (
        "        target: 100\n",
        "        target: 100\n        group: ${way}\n",
        Found(C.GROUP_BAD, "group: ${way}", {"indicator": "P-1.1"}),
    ),
    *(
        (RATIO, by_group(group, targets), Found(code, line, {"indicator": "P-1.1"} | values))
        for group, targets, code, line, values in (
            ("${attended}", "hall=2", C.GROUP_BAD, "group: ${attended}", {}),
            ("'hall'", "hall=2", C.GROUP_BAD, "group: 'hall'", {}),
            (
                "${way}",
                "hal=2",
                C.GROUP_UNKNOWN,
                "group_targets: [hal=2]",
                {"option": "hal", "nearest": "hall"},
            ),
        )
    ),
    (RATIO, by_group("${way}", "hall"), Found(C.TARGET_BAD, "group_targets: [hall]", {"target": "hall"})),
    (
        RATIO,
        by_group("${way}", "hall=many"),
        Found(C.TARGET_BAD, "group_targets: [hall=many]", {"target": "many"}),
    ),
    # Questions and forms
    (
        "        total: ${unit_teachers}\n",
        "",
        Found(C.RATIO_WITHOUT_TOTAL, "- name: attended", {"name": "attended"}),
    ),
    (Q, question(constraint=". > 0"), Found(C.MESSAGE_MISSING, "constraint: . > 0", {"name": "extra"})),
    (
        "label::vi: Hình thức?",
        "label::vi: " + "Hình thức? " * 30,
        Found(
            C.LABEL_LONG,
            "label::vi: " + ("Hình thức? " * 30).strip(),
            {"field": "label::vi", "length": "329", "most": "300"},
        ),
    ),
    (
        "label::vi: Hình thức?",
        "label::vi: Họ và tên học sinh dự?",
        Found(C.ASKS_FOR_NAME, "label::vi: Họ và tên học sinh dự?", {"field": "label::vi"}),
    ),
]

GROUP = """\
      - name: group
        type: begin_group
        label::vi: Nhóm
        label::en: Group
"""
END = "      - type: end_group\n"
REPEAT, END_REPEAT = GROUP.replace("group", "repeat"), END.replace("group", "repeat")


def asked(name: str) -> str:
    """A question to stand within a group."""
    return question(name, label__vi=f"Mấy {name}?").removesuffix(Q)


SEVERAL: list[tuple[str, list[Found]]] = [
    (
        changed(RATIO, by_group("${way}", "hall=2")).replace("name: online", f"name: {'online' * 6}"),
        [Found(C.GROUP_LONG, "group: ${way}", {"code": f"P-1.1/{'online' * 6}", "most": "40"})],
    ),
    (
        changed("tasks:\n", "tassks:\n"),
        [
            Found(C.SECTION_UNKNOWN, "tassks:", {"section": "tassks", "nearest": "tasks"}),
            Found(C.SECTION_MISSING, "plan:", {"section": "tasks"}),
            *[
                Found(C.TASK_UNKNOWN, f"task: {task}", {"task": task, "nearest": ""})
                for task in ("P-1", "P-1", "P-2")
            ],
        ],
    ),
    (
        changed("code: P-2", "code: P-1")
        .replace("task: P-2", "task: P-1")
        .replace("    depends_on: [P-1]\n", ""),
        [Found(C.CODE_DUPLICATE, "- code: P-1", {"code": "P-1", "first": f"{FILE}:14"})],
    ),
    (
        changed("  issued_on: 2026-11-02\n", ""),
        [
            Found(C.ISSUED_ON_MISSING, "plan:", {}),
            Found(C.DEADLINE_NEEDS_ISSUE_DATE, "deadline: P0 + 30 days", {"deadline": "P0 + 30 days"}),
        ],
    ),
    (
        changed("deadline_status: stated", "deadline_status: assumed"),
        [
            Found(C.DEADLINES_UNSTATED, "plan:", {"count": "1", "total": "2"}),
            Found(C.DEADLINE_ASSUMED, "deadline: 15/6", {"deadline": "15/6"}),
        ],
    ),
    (
        changed("        task: P-2\n", ""),
        [Found(C.TASK_UNASKED, "- code: P-2", {"task": "P-2"})],
    ),
    (
        SMALL + TWO_FORMS.replace("QUESTION", "way"),
        [
            Found(
                C.NAME_OF_TWO_TYPES,
                "- name: way",
                {"name": "way", "type": "integer", "other": "select_one", "first": f"{FILE}:64"},
            )
        ],
    ),
    (
        (SMALL + TWO_FORMS.replace("QUESTION", "other"))
        .replace("numerator: done(${attended})", "numerator: ${other}")
        .replace("denominator: ${unit_teachers}", "denominator: total(${attended})"),
        [
            Found(
                C.INDICATOR_OVER_FORMS, "- code: P-1.1", {"indicator": "P-1.1", "names": "attended, other"}
            ),
            Found(
                C.DENOMINATOR_NOT_FROM_ROSTER,
                "denominator: total(${attended})",
                {"indicator": "P-1.1", "name": "attended"},
            ),
        ],
    ),
    (
        SMALL + TWO_FORMS.replace("QUESTION", "other").replace("integer", "note"),
        [Found(C.FORM_EMPTY, "- code: G", {"form": "G"})],
    ),
    (
        SMALL + TWO_FORMS.replace("QUESTION", "other") + "        task: P-1\n",
        [Found(C.QUESTION_UNREACHED, "task: P-1", {"name": "other", "task": "P-1"})],
    ),
    (
        SMALL.replace("    cadence: once", "    ownership: [công lập]\n    cadence: once").replace(
            "    period: year", "    ownership: [ngoài công lập]\n    period: year"
        ),
        [
            Found(C.TASK_UNASKED, "- code: P-2", {"task": "P-2"}),
            Found(C.QUESTION_UNREACHED, "task: P-2", {"name": "plan", "task": "P-2"}),
        ],
    ),
    (
        changed("      label::vi: Hội trường\n", "      label::vi: Hội trường\n      lable: Hall\n"),
        [Found(C.COLUMN_IDLE, "lable: Hall", {"column": "lable", "nearest": "label"})],
    ),
    (
        changed(Q, GROUP + Q),
        [Found(C.GROUP_OPEN, "type: begin_group", {"name": "group"})],
    ),
    (
        changed(Q, END + Q),
        [Found(C.GROUP_NOT_OPEN, "- type: end_group", {"type": "end_group"})],
    ),
    (
        changed(Q, GROUP + asked("extra") + END_REPEAT + Q),
        [Found(C.GROUP_CROSSED, "- type: end_repeat", {"type": "end_repeat", "name": "group"})],
    ),
    (
        changed(
            Q, REPEAT + REPEAT.replace("name: repeat", "name: inner") + asked("extra") + 2 * END_REPEAT + Q
        ),
        [Found(C.REPEAT_NESTED, "type: begin_repeat", {"name": "inner"})],
    ),
    (
        SMALL + REPEAT + "".join(asked(f"q{number}") for number in range(50)) + END_REPEAT,
        [Found(C.FORM_LARGE, "- name: attended", {"length": "1043", "most": "900"})],
    ),
    (
        changed("relevant: done(${attended}) > 0", "choice_filter: place = 'x' or name = 'hall'"),
        [
            Found(
                C.COLUMN_UNKNOWN,
                "choice_filter: place = 'x' or name = 'hall'",
                {"column": "place", "nearest": ""},
            )
        ],
    ),
]

BROKEN: list[tuple[bytes, str, int, dict[str, str]]] = [
    (b"", C.FILE_EMPTY, 1, {}),
    (b"plan:\n  code: \xff\n", C.NOT_TEXT, 2, {}),
    (b"plan:\n  code: \x07\n", C.NOT_TEXT, 2, {}),
    (b"plan:\n  code: a: b\n", C.YAML_SYNTAX, 2, {"near": "code: a: b"}),
    (b"plan:\n\tcode: a\n", C.YAML_TAB, 2, {}),
    (b"plan:\n  " + b"[" * 100_000, C.YAML_TOO_DEEP, 2, {}),
    (b"- plan\n", C.SHAPE_WRONG, 1, {"field": FILE, "wanted": "row"}),
]


def test_small_plan_has_no_finding() -> None:
    assert found(SMALL) == []


@pytest.mark.parametrize(("old", "new", "expected"), CASES, ids=[case[2].code for case in CASES])
def test_one_fault_gives_one_finding(old: str, new: str, expected: Found) -> None:
    assert found(changed(old, new)) == [expected]


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[case[1][0].code for case in SEVERAL])
def test_fault_gives_findings_in_the_order_of_the_file(text: str, expected: list[Found]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(("data", "code", "line", "values"), BROKEN, ids=[f"{case[1]}" for case in BROKEN])
def test_file_that_cannot_be_read_gives_one_finding(
    data: bytes, code: str, line: int, values: dict[str, str]
) -> None:
    (only,) = findings(data)
    assert (only.code, only.place, only.values) == (code, Place(FILE, line), values)


def test_question_of_a_form_that_is_not_there_is_named() -> None:
    """A workbook can say that; in a YAML file questions stand inside their form."""
    place = Place("small.xlsx", sheet="survey", cell="A2")
    orphan = Row(place, {"form": Cell(place, "FF"), "name": Cell(place, "x"), "type": Cell(place, "text")})
    form = Row(place, {"code": Cell(place, "F")})
    sheets = Sheets("small.xlsx", Row(place, {}), forms=(form,), survey=(orphan,))
    named = [one for one in examine(sheets, kinds=KINDS).findings if one.code == C.FORM_UNKNOWN]
    assert named == [finding(C.FORM_UNKNOWN, place, form="FF", nearest="F")]


def test_all_faults_of_a_file_are_found_in_one_pass_from_top_to_bottom() -> None:
    text = SMALL.replace("starts_on: 2026-11-02", "starts_on: soon").replace("cadence: once", "cadence: onse")
    text = text.replace("        label::vi: Hình thức?\n", "").replace("relevant:", "relevent:")
    assert found(text) == [
        Found(C.DATE_BAD, "starts_on: soon", {"field": "starts_on", "value": "soon"}),
        Found(C.VALUE_UNKNOWN, "cadence: onse", {"field": "cadence", "value": "onse", "nearest": "once"}),
        Found(C.VIETNAMESE_MISSING, "label::en: In which form?", {"field": "label"}),
        Found(
            C.FIELD_UNKNOWN,
            "relevent: done(${attended}) > 0",
            {"field": "relevent", "nearest": "relevant"},
        ),
    ]


def test_alias_odd_and_repeated_keys_and_a_second_document_are_named() -> None:
    text = changed("source: I\n", "source: &here I\n").replace(
        "source: II\n", "source: *here\n    source: II\n"
    )
    text = text.replace("cadence: once", "cadence: once\n    ? [a]\n    : b") + "---\nmore: 1\n"
    assert [(one.code, one.line, one.values) for one in found(text)] == [
        (C.YAML_ALIAS, "source: *here", {"name": "here"}),
        (C.KEY_DUPLICATE, "source: II", {"field": "source", "first": f"{FILE}:34"}),
        (C.KEY_NOT_TEXT, "? [a]", {}),
        (C.YAML_SEVERAL, "---", {}),
        (C.FIELD_MISSING, "source: *here", {"field": "source"}),
    ]


def test_every_code_is_provoked() -> None:
    provoked = {case[2].code for case in CASES} | {one.code for _, several in SEVERAL for one in several}
    provoked |= {case[1] for case in BROKEN} | {C.FORM_UNKNOWN}
    provoked |= {C.YAML_ALIAS, C.KEY_DUPLICATE, C.KEY_NOT_TEXT, C.YAML_SEVERAL}
    provoked |= {code for code in Code if code.startswith(OF_WORKBOOKS)}
    assert provoked | PROVOKED_ELSEWHERE == set(Code)
    assert provoked & PROVOKED_ELSEWHERE == set()


def test_doubts_let_an_import_pass_and_of_errors_only_those_of_the_document_can_be_decided() -> None:
    decidable = {code for code in Code if code.severity is Severity.ERROR and code in ABOUT}
    assert decidable == {
        C.NUMBER_MISSING,
        C.ISSUED_ON_MISSING,
        C.ISSUED_ON_ASSUMED,
        C.DEADLINES_UNSTATED,
        C.OWNERS_UNSTATED,
        C.SUM_WRONG,
        C.UNITS_ADDED,
        C.COUNTS_MIXED,
        C.TARGET_NOT_FIGURE,
        C.CITE_AFTER_PLAN,
        C.ORDINAL_DOUBTFUL,
        C.TEXT_HEAD_INCOMPLETE,
    }


def test_what_a_decision_is_about_is_a_value_of_its_finding() -> None:
    takes = {code.value: code.takes for code in Code}
    assert {code: about for code, about in ABOUT.items() if about and about not in takes[code]} == {}
