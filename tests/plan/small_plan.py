"""A small plan without a single finding, and what is found once something in it is changed."""

from dataclasses import dataclass

from bot.core.forms.model import Text
from bot.core.plan.check import examine
from bot.core.plan.model import Finding
from bot.core.units import UnitKind
from bot.papers.plan_yaml import read_plan_yaml

FILE = "small.yaml"

NAMELESS: Text = {"vi": "", "en": ""}
KINDS = {
    "SCHOOL": UnitKind("SCHOOL", NAMELESS),
    "PARTY_SCHOOL": UnitKind(
        "PARTY_SCHOOL", NAMELESS, played_by="SCHOOL", needs={"party_org": frozenset(("chi bộ",))}
    ),
    "YOUTH": UnitKind("YOUTH", NAMELESS),
    "PROPAGANDA": UnitKind("PROPAGANDA", NAMELESS),
}

SMALL = """\
plan:
  code: P
  title::vi: Kế hoạch thử
  title::en: Trial plan
  number: 12-KH/HU
  issued_on: 2026-11-02
  issued_on_status: stated
  issuer::vi: Huyện ủy
  issuer::en: District committee
  starts_on: 2026-11-02
  ends_on: 2027-12-31
  monitor_kinds: [PROPAGANDA]
tasks:
  - code: P-1
    title::vi: Học nghị quyết
    title::en: Study resolutions
    source: I
    kinds: [SCHOOL]
    cadence: yearly
    deadline: 15/6
    deadline_status: stated
    core: true
    indicators:
      - code: P-1.1
        kind: ratio
        label::vi: Người dự
        label::en: Attendance
        numerator: done(${attended})
        denominator: ${unit_teachers}
        target: 100
  - code: P-2
    title::vi: Ban hành kế hoạch
    title::en: Issue a plan
    source: II
    kinds: [SCHOOL]
    cadence: once
    deadline: P0 + 30 days
    deadline_status: confirmed
    depends_on: [P-1]
choices:
  ways:
    - name: hall
      label::vi: Hội trường
      label::en: Hall
    - name: online
      label::vi: Trực tuyến
      label::en: Online
forms:
  - code: F
    title::vi: Báo cáo năm
    title::en: Annual report
    kinds: [SCHOOL]
    period: year
    deadline: 15/6
    deadline_status: stated
    questions:
      - name: attended
        type: ratio
        task: P-1
        label::vi: Bao nhiêu người dự?
        label::en: How many attended?
        required: true
        total: ${unit_teachers}
      - name: way
        type: select_one ways
        task: P-1
        label::vi: Hình thức?
        label::en: In which form?
        relevant: done(${attended}) > 0
      - name: plan
        type: document
        task: P-2
        label::vi: Số, ngày kế hoạch?
        label::en: Number and date of the plan?
        constraint: date-of(.) <= today()
        constraint_message::vi: Ngày không được sau hôm nay.
        constraint_message::en: The date cannot lie ahead.
"""


@dataclass(frozen=True)
class Found:
    """A finding as a test states it: its code, the text of its line, its values."""

    code: str
    line: str
    values: dict[str, str]


def changed(old: str, new: str) -> str:
    """The small plan with one thing changed, which must be there."""
    assert SMALL.count(old) >= 1, old
    return SMALL.replace(old, new, 1)


def findings(text: str | bytes) -> tuple[Finding, ...]:
    """All findings of a plan file."""
    data = text if isinstance(text, bytes) else text.encode()
    sheets, shape = read_plan_yaml(data, file=FILE)
    if sheets is None:
        return tuple(shape)
    return (*shape, *examine(sheets, kinds=KINDS).findings)


def found(text: str) -> list[Found]:
    """All findings of a plan file, each with the text of the line where it stands."""
    lines = text.splitlines()
    return [
        Found(one.code, lines[one.place.line - 1].strip() if one.place.line else "", one.values)
        for one in findings(text)
    ]
