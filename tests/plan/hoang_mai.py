"""A small plan for the text of Hoàng Mai with everything that it counts and cites."""

from pathlib import Path

PLANS = Path(__file__).parents[2] / "plans"
FOLDER = PLANS / "hoang-mai-2020"

_HEAD = """\
plan:
  code: HM
  title::vi: Kế hoạch thực hiện công tác giáo dục lý luận chính trị năm 2020
  title::en: Plan of political-theory education in 2020
  number: 28-KH/TTCT
  issued_on: 2020-01-06
  issued_on_status: stated
  issuer::vi: Trung tâm Chính trị thị xã Hoàng Mai
  issuer::en: Political Centre of Hoàng Mai town
  starts_on: 2020-01-06
  ends_on: 2020-12-31
  text: source.txt
  group_size: 15-100
"""

_TASKS = """
tasks:
  - code: HM-19
    title::vi: Mở lớp đào tạo, bồi dưỡng lý luận chính trị
    title::en: Open classes
    source: II.3
    kinds: [POLCENTER]
    cadence: yearly
    deadline: 15/12
    deadline_status: confirmed
    core: true
    indicators:
      - code: HM-19.1
        kind: count
        label::vi: Lớp hệ bồi dưỡng đã mở
        label::en: Refresher classes opened
        value: ${classes_opened}
        figure: LOP-BD
        unit::vi: lớp
        unit::en: classes
forms:
  - code: T1
    title::vi: Báo cáo năm
    title::en: Annual report
    kinds: [POLCENTER]
    period: year
    deadline: 15/12
    deadline_status: confirmed
    questions:
      - name: classes_opened
        type: integer
        task: HM-19
        label::vi: Trung tâm đã mở bao nhiêu lớp bồi dưỡng?
        label::en: How many refresher classes were opened?
        required: true
"""


def hoang_mai() -> str:
    """The plan file: its own head and one task, with the shipped figures and cited documents."""
    shipped = (FOLDER / "plan.yaml").read_text(encoding="utf-8")
    return _HEAD + shipped[shipped.index("\nfigures:\n") + 1 : shipped.index("\ndecisions:\n")] + _TASKS


def put_into(folder: Path) -> Path:
    """The plan file with its text beside it."""
    (folder / "source.txt").write_bytes((FOLDER / "source.txt").read_bytes())
    (folder / "plan.yaml").write_text(hoang_mai(), encoding="utf-8")
    return folder / "plan.yaml"
