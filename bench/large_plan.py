"""A plan of 60 tasks and a roster of any size, made by code: of each school some 26 tasks are asked, as the real plan
asks them (41,306 schools, 1.07 million assignments)."""

from collections.abc import Iterator

from bot.core.units import Unit

GENERAL = 14
BY_LEVEL = {"MN": 12, "TH": 12, "THCS": 12, "THPT": 10}
LEVELS = ("MN",) * 37 + ("TH",) * 30 + ("THCS",) * 25 + ("THPT",) * 8
"""Of a hundred schools, roughly as in the country."""

FORMS = 4


def communes(count: int) -> Iterator[Unit]:
    for number in range(count):
        yield Unit(f"X{number:05}", f"Xã số {number}", "PARTY_COMMUNE", short=f"Xã {number}")


def schools(count: int, *, communes: int) -> Iterator[Unit]:
    for number in range(count):
        yield Unit(
            f"T{number:05}",
            f"Trường số {number}",
            "SCHOOL",
            short=f"Trường {number}",
            level=LEVELS[number % len(LEVELS)],
            ownership="công lập",
            parent=f"X{number % communes:05}",
            figures={"pupils": 300 + number % 500, "teachers": 20 + number % 40, "managers": 2},
        )


def plan_source(*, due_after: int = 30, apart: int = 10) -> bytes:
    """The plan's file. Task n is asked by form n mod 4; its question and its indicator bear its number. The first form
    is due so many days after the plan's day, each further one so many days after the one before."""
    tasks: list[tuple[str, str]] = [(f"T-{number:02}", "") for number in range(GENERAL)]
    for level, count in BY_LEVEL.items():
        tasks += [(f"T-{number:02}", level) for number in range(len(tasks), len(tasks) + count)]
    lines = [
        "plan:",
        "  code: LARGE",
        "  title::vi: Kế hoạch lớn",
        "  title::en: Large plan",
        "  number: 1-KH/HU",
        "  issued_on: 2026-11-02",
        "  issued_on_status: stated",
        "  issuer::vi: Ban Thường vụ",
        "  issuer::en: Standing Committee",
        "  starts_on: 2026-11-02",
        "  ends_on: 2030-12-31",
        "  monitor_kinds: [PROPAGANDA]",
        "tasks:",
    ]
    for number, (code, level) in enumerate(tasks):
        lines += _task(number, code, level)
    lines.append("forms:")
    for form in range(FORMS):
        lines += [
            f"  - code: F{form}",
            f"    title::vi: Biểu mẫu số {form}",
            f"    title::en: Form {form}",
            "    kinds: [SCHOOL]",
            "    period: once",
            f"    deadline: P0 + {due_after + apart * form} days",
            "    deadline_status: stated",
            "    minutes: 5",
            "    questions:",
        ]
        for number, (code, _) in enumerate(tasks):
            if number % FORMS == form:
                lines += _question(number, code)
    return ("\n".join(lines) + "\n").encode()


def _task(number: int, code: str, level: str) -> list[str]:
    indicator = {
        0: [f"numerator: done(${{q{number}}})", "denominator: ${unit_pupils}", "target: 100"],
        1: [f"numerator: done(${{q{number}}})", "denominator: ${unit_pupils}"],
        2: [f"value: ${{q{number}}} = 'yes'", "target: yes"],
        3: [f"value: ${{q{number}}}"],
    }[number % 4]
    kind = ("ratio", "ratio", "yesno", "count")[number % 4]
    return [
        f"  - code: {code}",
        f"    title::vi: Nhiệm vụ số {number}",
        f"    title::en: Task {number}",
        f"    source: mục {number}",
        "    kinds: [SCHOOL]",
        *([f"    levels: [{level}]"] if level else []),
        "    cadence: once",
        "    deadline: P0 + 60 days",
        "    deadline_status: stated",
        "    indicators:",
        f"      - code: {code}.1",
        f"        kind: {kind}",
        f"        label::vi: Chỉ số {number}",
        f"        label::en: Indicator {number}",
        *[f"        {line}" for line in indicator],
    ]


def _question(number: int, code: str) -> list[str]:
    kind = ("ratio", "ratio", "yes_no", "integer")[number % 4]
    return [
        f"      - name: q{number}",
        f"        type: {kind}",
        f"        task: {code}",
        f"        label::vi: Kết quả của nhiệm vụ {number}?",
        f"        label::en: Result of task {number}?",
        *(["        total: ${unit_pupils}"] if kind == "ratio" else []),
        "        required: true",
    ]


def answers(form: int) -> dict[str, object]:
    """What a school answers; to what it is not asked, nobody listens."""
    count = GENERAL + sum(BY_LEVEL.values())
    values: tuple[object, ...] = ([250, 300], [300, 300], "yes", 7)
    return {f"q{number}": values[number % 4] for number in range(count) if number % FORMS == form}
