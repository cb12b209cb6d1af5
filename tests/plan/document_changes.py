"""How a fault is put into the small document or its plan."""

from tests.plan.small_document import Change, figure


def one_change(old: str, new: str) -> tuple[Change, ...]:
    return ((old, new),)


QUESTION = "      - name: attended"


def asked(fields: str) -> tuple[Change, ...]:
    """One more question, before the first: `name: x; relevant: ...`."""
    given = {"type": "integer", "label::vi": "Mấy?", "label::en": "How many?"}
    for part in fields.split("; "):
        key, _, value = part.partition(": ")
        given[key] = value
    lines = "\n        ".join(f"{key}: {value}" for key, value in given.items() if key != "name")
    return ((QUESTION, f"      - name: {given['name']}\n        {lines}\n{QUESTION}"),)


def limited(constraint: str, kind: str = "integer") -> tuple[Change, ...]:
    return asked(
        f"name: extra; type: {kind}; constraint: {constraint}; "
        "constraint_message::vi: Sai; constraint_message::en: Wrong"
    )


def summer(more: str = "", unit: str = "lớp") -> tuple[Change, ...]:
    """One more figure, in no sum."""
    last = figure("C", "Đoàn thể", "06")
    return ((last, last + figure("S", "Hè", "1", more, unit)),)


def added(one: str, other: str) -> tuple[Change, ...]:
    """An indicator that adds the answers to two questions."""
    target = "        target: 100\n"
    indicator = """\
      - code: P-1.2
        kind: count
        label::vi: Dự
        label::en: Came
        value: ${times} + ${heads}
"""
    return (
        *asked(f"name: times; label::vi: {one}"),
        *asked(f"name: heads; label::vi: {other}"),
        (target, target + indicator),
    )


def third_task(title: str, *, beside: str, waits_for: str = "") -> tuple[Change, ...]:
    """One more task, the first one named anew."""
    task = f"""\
  - code: P-3
    title::vi: {title}
    title::en: Another
    source: III
    kinds: [SCHOOL]
    cadence: once
    deadline: 15/6
    deadline_status: stated
    depends_on: [{waits_for}]
choices:
"""
    return (
        ("choices:\n", task),
        ("title::vi: Học nghị quyết", f"title::vi: {beside}"),
        *asked("name: third; task: P-3; label::vi: Bao nhiêu?"),
    )


def for_schools(condition: str) -> Change:
    """The first task, for some schools only."""
    return ("    kinds: [SCHOOL]\n", f"    kinds: [SCHOOL]\n    {condition}\n")


def decided(finding: str, fields: str = "") -> Change:
    more = f"{fields}, " if fields else ""
    row = f"{{finding: {finding}, {more}why: x, by: y, decided_on: 2026-11-02}}"
    return ("cites:\n", f"decisions:\n  - {row}\ncites:\n")


ACTOR = "Hội Khuyến học phối hợp"
SCHOOLS = "Các trường tổ chức"
"""Where the document can be changed."""

HANGING = (*asked("name: first; type: yes_no"), *asked("name: second; relevant: ${first} = 'no'"))
"""A question that is asked after "no" alone."""
