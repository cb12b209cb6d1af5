"""One fault in the small plan, and the one finding that names it."""

from bot.core.plan.finding_codes import Code
from tests.plan.plan_changes import RATIO, Q, by_group, question
from tests.plan.small_plan import FILE, Found

C = Code

TASKS = "tasks:\n  - code: P-1\n"


def ladder(*rungs: str) -> str:
    """A section `reminders` above the tasks."""
    lines = "".join(f"  - {rung}\n" for rung in rungs)
    return f"reminders:\n{lines}{TASKS}"


CASES: list[tuple[str, str, Found]] = [
    # Reminders
    (
        TASKS,
        ladder("{step: late, days: 3, to: [officer]}"),
        Found(C.REMINDER_NAME_BAD, "- {step: late, days: 3, to: [officer]}", {"step": "late"}),
    ),
    (
        TASKS,
        ladder("{step: R1, days: 7, to: [officer]}", "{step: R1, days: 3, to: [officer]}"),
        Found(
            C.REMINDER_TWICE, "- {step: R1, days: 3, to: [officer]}", {"step": "R1", "first": f"{FILE}:14"}
        ),
    ),
    (
        TASKS,
        ladder("{step: R1, days: 3, to: [officer]}", "{step: R2, days: 7, to: [officer]}"),
        Found(C.REMINDER_ORDER, "- {step: R2, days: 7, to: [officer]}", {"step": "R2", "before": "R1"}),
    ),
    (
        TASKS,
        ladder("{step: R1, days: 0, when: after, to: [officer]}"),
        Found(C.REMINDER_ON_LAST_DAY, "- {step: R1, days: 0, when: after, to: [officer]}", {"step": "R1"}),
    ),
    (
        TASKS,
        ladder("{step: R1, days: 3}"),
        Found(C.REMINDER_TO_NOBODY, "- {step: R1, days: 3}", {"step": "R1"}),
    ),
    (
        TASKS,
        ladder("{step: R1, days: 45, to: [officer]}"),
        Found(
            C.REMINDER_BEFORE_OPEN,
            "- {step: R1, days: 45, to: [officer]}",
            {"step": "R1", "form": "F", "days": "30"},
        ),
    ),
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
    *(
        (
            "period: year\n    deadline: 15/6",
            f"period: {period}\n    deadline: {deadline}",
            Found(
                C.DEADLINE_BAD,
                f"deadline: {deadline}",
                {"deadline": deadline, "why": "needs_days", "part": str(periods)},
            ),
        )
        for period, deadline, periods in (
            ("month", "15/6", 12),
            ("quarter", "15/6, 15/12", 4),
            ("semester", "hết học kỳ I", 2),
        )
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
