"""How a fault is put into the small plan."""

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
