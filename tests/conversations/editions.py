"""Newer editions of the real plan, each with few things changed."""

from tests.house import plan_source

Edit = tuple[str, str]

STUDIED = """        label::vi: Nhà trường đã tổ chức quán triệt Chỉ thị 32 chưa?
        label::en: Has the school held its study session on Directive 32?
        required: true
"""
F1 = """    title::en: Carrying out Directive 32 at school
    kinds: [SCHOOL]
"""
F2 = """    title::en: Report on semester I
    kinds: [SCHOOL]
"""

EDITIONS: dict[str, tuple[Edit, ...]] = {
    "with one question more": (
        (
            STUDIED,
            STUDIED
            + """      - name: parents_informed
        type: yes_no
        task: HP-31
        label::vi: Nhà trường đã thông báo cho cha mẹ học sinh chưa?
        label::en: Have the parents been informed?
        required: true
""",
        ),
    ),
    "with semester I five days later": (
        (
            "    deadline: 20/1\n    deadline_status: assumed\n    minutes: 6",
            "    deadline: 25/1\n    deadline_status: assumed\n    minutes: 6",
        ),
    ),
    "that leaves the staff out of the total": (
        (
            "        total: ${unit_managers} + ${unit_teachers} + ${unit_staff}\n",
            "        total: ${unit_managers} + ${unit_teachers}\n",
        ),
    ),
    "without F1 for T14": ((F1, F1 + "    never: [T14]\n"),),
    "with F1 under another code": (("  - code: F1\n", "  - code: F9\n"),),
    "with F4 each time": (
        (
            "    period: summer\n    deadline: 10/9\n",
            "    period: each\n    deadline: + 5 working days\n",
        ),
    ),
    "without F2 for T34": ((F2, F2 + "    never: [T34]\n"),),
}
"""By name: each text that is replaced stands in the plan."""


def edited(*names: str) -> bytes:
    """The plan with all that these editions changed, one after another."""
    text = plan_source().decode()
    for old, new in (edit for name in names for edit in EDITIONS[name]):
        assert old in text, old
        text = text.replace(old, new, 1)
    return text.encode()
