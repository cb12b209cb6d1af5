"""What gives several findings, and files that cannot be read."""

from bot.core.plan.finding_codes import Code
from tests.plan.plan_changes import RATIO, TWO_FORMS, Q, by_group, question
from tests.plan.small_plan import FILE, SMALL, Found, changed

C = Code

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
