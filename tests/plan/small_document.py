"""A small document without a single finding, and its plan."""

from dataclasses import dataclass, field
from datetime import date

from bot.core.plan.finding_codes import Code
from bot.core.plan.model import Finding
from bot.core.plan.reference import Abolished, Congress, Reference, Term
from bot.papers.plan_files import check_plan
from tests.plan.small_plan import FILE, KINDS, SMALL


def figure(code: str, label: str, stated: str, more: str = "", unit: str = "lớp") -> str:
    return (
        f"  - {{code: {code}, label::vi: {label}, label::en: {code}, stated: {stated}, "
        f"unit::vi: {unit}, unit::en: x{more}}}\n"
    )


FIGURES = "figures:\n" + "".join(
    (
        figure("ALL", "Tổng số lớp", "48", ", sum_of: [ONE, TWO, MORE]"),
        figure("ONE", "Trung cấp", "2"),
        figure("TWO", "Sơ cấp", "1"),
        figure("MORE", "Bồi dưỡng", "45", ", sum_of: [A, B, C]"),
        figure("A", "Khối Đảng", "30"),
        figure("B", "Chính quyền", "09"),
        figure("C", "Đoàn thể", "06"),
        figure("P", "Học viên", "3000", ", per: A", unit="học viên"),
    )
)

CITES = """\
cites:
  - {number: 32-CT/TU, date: 2024-04-24, issuer::vi: Thành ủy, issuer::en: City committee}
  - {congress_of: Đảng bộ tỉnh Nghệ An, ordinal: XX, title::vi: Nghị quyết đại hội, title::en: Congress resolution}
"""

PLAN = (
    SMALL.replace("issuer::vi: Huyện ủy", "issuer::vi: Đảng ủy xã").replace(
        "  monitor_kinds:", "  text: source.txt\n  monitor_kinds:"
    )
    + FIGURES
    + CITES
)

TEXT = """\
ĐẢNG ỦY XÃ VÂN TRẠCH
Số 12-KH/ĐU
Vân Trạch, ngày 02 tháng 11 năm 2026
KẾ HOẠCH
về công tác giáo dục đối với giáo viên, học sinh năm 2027
Thực hiện Chỉ thị số 32-CT/TU, ngày 24/4/2024 của Thành ủy về công tác giáo dục, Đảng ủy xã xây dựng kế hoạch như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Quán triệt Chỉ thị số 32-CT/TU cho giáo viên, học sinh; phát huy vai trò của Hội Khuyến học.
II. NỘI DUNG
1. Mở 48 lớp: 02 lớp trung cấp, 01 lớp sơ cấp, 45 lớp bồi dưỡng gồm 30 lớp, 09 lớp và 06 lớp; 3.000 học viên khối Đảng.
2. Có 40/50 trường, bằng 80%, tổ chức Tuần lễ học tập suốt đời.
3. Định kỳ hằng quý các trường báo cáo kết quả luôn luôn đầy đủ.
III. TỔ CHỨC THỰC HIỆN
1. Các trường tổ chức quán triệt Chỉ thị theo Kế hoạch của Đảng ủy xã.
2. Hội Khuyến học phối hợp theo Kế hoạch của Đảng ủy xã.
Nơi nhận:
- Các trường...
"""

REFERENCE = Reference(
    abolished=(
        Abolished(
            ("Huyện ủy",), date(2025, 7, 1), {"vi": "Đảng ủy xã", "en": "commune committee"}, "Quy định 298"
        ),
        Abolished(
            ("Đoàn thị trấn",), date(2028, 1, 1), {"vi": "Đoàn xã", "en": "commune Union"}, "sau kế hoạch"
        ),
    ),
    congresses=(
        Congress("Đảng bộ tỉnh Nghệ An", "XX", date(2025, 10, 1), date(2025, 10, 3), "báo Nghệ An"),
        Congress("Đảng bộ tỉnh Nghệ An", "XXI", date(2030, 10, 1), date(2030, 10, 3), "dự kiến"),
    ),
    terms=(
        Term(("giáo viên trẻ",), {"vi": "bao nhiêu tuổi", "en": "which age"}),
        Term(("trường ngoài công lập",), {"vi": "danh sách", "en": "a list"}, "ownership"),
    ),
    variants=(("tuần lễ học tập", "tuần lễ đọc sách"),),
    actors=(("hội khuyến học", "hội KH"),),
    duties=(("quán triệt … chỉ thị",), ("dự giờ",)),
    misspelt=(("đầy lùi", "đẩy lùi"),),
)

Change = tuple[str, str]


@dataclass(frozen=True)
class Fault:
    """What makes a finding of `code` (and of `also`, which comes with it), and what comes near it and makes none. A
    change is made where its first text stands, in the plan or in the document."""

    code: Code
    made: tuple[Change, ...]
    near: tuple[tuple[Change, ...], ...] = ()
    also: tuple[Code, ...] = field(default=())


def changed(changes: tuple[Change, ...]) -> tuple[str, str]:
    """The plan and the document with every change made, each where its first text stands."""
    plan, text = PLAN, TEXT
    for old, new in changes:
        if old in plan:
            plan = plan.replace(old, new, 1)
        else:
            assert old in text, old
            text = text.replace(old, new, 1)
    return plan, text


def findings(plan: str, text: str | bytes) -> tuple[Finding, ...]:
    """All findings of a plan with its document beside it."""
    data = text if isinstance(text, bytes) else text.encode()
    _, found = check_plan(
        FILE,
        plan.encode(),
        kinds=KINDS,
        reference=REFERENCE,
        beside=lambda name: data if name == "source.txt" else None,
    )
    return found
