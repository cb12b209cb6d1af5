"""A small document without a single finding, its plan, and each fault that a document can have: with the fault once in
it, and beside that what looks nearly the same and is none."""

from dataclasses import dataclass, field
from datetime import date

from bot.core.plan.finding_codes import Code
from bot.core.plan.model import Finding
from bot.core.plan.reference import Abolished, Congress, Reference, Term
from bot.papers.plan_files import check_plan
from tests.plan.small_plan import FILE, KINDS, SMALL

C = Code


def _figure(code: str, label: str, stated: str, more: str = "", unit: str = "lớp") -> str:
    return (
        f"  - {{code: {code}, label::vi: {label}, label::en: {code}, stated: {stated}, "
        f"unit::vi: {unit}, unit::en: x{more}}}\n"
    )


FIGURES = "figures:\n" + "".join(
    (
        _figure("ALL", "Tổng số lớp", "48", ", sum_of: [ONE, TWO, MORE]"),
        _figure("ONE", "Trung cấp", "2"),
        _figure("TWO", "Sơ cấp", "1"),
        _figure("MORE", "Bồi dưỡng", "45", ", sum_of: [A, B, C]"),
        _figure("A", "Khối Đảng", "30"),
        _figure("B", "Chính quyền", "09"),
        _figure("C", "Đoàn thể", "06"),
        _figure("P", "Học viên", "3000", ", per: A", unit="học viên"),
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


def _one(old: str, new: str) -> tuple[Change, ...]:
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
    last = _figure("C", "Đoàn thể", "06")
    return ((last, last + _figure("S", "Hè", "1", more, unit)),)


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

FAULTS = (
    # figures
    Fault(C.FIGURE_UNKNOWN, _one("sum_of: [A, B, C]", "sum_of: [A, B, D]")),
    Fault(C.FIGURE_CIRCLE, _one("sum_of: [A, B, C]", "sum_of: [A, B, MORE]"), also=()),
    Fault(
        C.SUM_WRONG,
        (("stated: 45", "stated: 39"), ("45 lớp bồi dưỡng", "39 lớp bồi dưỡng")),
        near=(
            (
                ("stated: 09", "stated: 10"),
                ("stated: 06", "stated: 05"),
                ("09 lớp và 06 lớp", "10 lớp và 05 lớp"),
            ),
        ),
        also=(C.SUM_CONFIRMED,),
    ),
    Fault(
        C.TOTAL_MISSING,
        (("stated: 48, ", ""),),
        near=(_one("stated: 48, ", "stated: 48.0, "),),
    ),
    Fault(C.UNITS_ADDED, _one("stated: 06, unit::vi: lớp", "stated: 06, unit::vi: lượt")),
    Fault(
        C.FIGURE_SCOPE,
        summer(),
        near=(summer(", within: apart"), summer(", within: ALL"), summer(unit="đợt")),
    ),
    Fault(
        C.FIGURE_NOT_IN_TEXT,
        _one("3.000 học viên", "3.100 học viên"),
        near=(_one("3.000 học viên", "3000 học viên"), _one("3.000 học viên", "3 000 học viên")),
    ),
    Fault(
        C.GROUP_SIZE_ODD,
        _one("  monitor_kinds:", "  group_size: 15-99\n  monitor_kinds:"),
        near=(_one("  monitor_kinds:", "  group_size: 15-100\n  monitor_kinds:"),),
    ),
    Fault(C.GROUP_SIZE_BAD, _one("  monitor_kinds:", "  group_size: many\n  monitor_kinds:")),
    Fault(
        C.TARGET_NOT_FIGURE,
        _one("target: 100", "target: 100\n        figure: MORE"),
        near=(_one("target: 100", "target: 45\n        figure: MORE"), _one("target: 100", "figure: MORE")),
    ),
    Fault(
        C.COUNTS_MIXED,
        added("Bao nhiêu lượt dự?", "Bao nhiêu người dự?"),
        near=(added("Bao nhiêu lượt dự sáng?", "Bao nhiêu lượt dự chiều?"),),
    ),
    # cited documents
    Fault(
        C.CITE_INCOMPLETE,
        _one(ACTOR, "Theo Quyết định 185-QĐ/TW của Ban Bí thư, " + ACTOR),
        near=(
            _one(ACTOR, "Theo Quyết định 185-QĐ/TW, ngày 8/11/2019 của Ban Bí thư, " + ACTOR),
            _one(ACTOR, "Theo Chỉ thị 32-CT/TU, " + ACTOR),
        ),
    ),
    Fault(
        C.CITE_AFTER_PLAN,
        (("date: 2024-04-24", "date: 2026-11-03"), ("ngày 24/4/2024", "ngày 03/11/2026")),
        near=((("date: 2024-04-24", "date: 2026-11-02"), ("ngày 24/4/2024", "ngày 02 tháng 11 năm 2026")),),
    ),
    Fault(
        C.CITE_TWO_ISSUERS,
        _one("issuer::vi: Thành ủy", "issuer::vi: Bộ Chính trị"),
        near=(_one("issuer::vi: Thành ủy", "issuer::vi: Thành ủy Hải Phòng"),),
    ),
    Fault(
        C.CITE_IN_TWO_SECTIONS,
        (
            ("2. Có 40/50", "2. Thực hiện Kết luận 66-KL/TW, ngày 8/11/2019 của Ban Bí thư. Có 40/50"),
            ("2. Hội Khuyến học", "2. Thực hiện Kết luận số 66 - KL/TW; Hội Khuyến học"),
        ),
        near=(
            (
                (
                    "2. Có 40/50",
                    "2. Kết luận 66-KL/TW, ngày 8/11/2019 của Ban Bí thư; tiếp tục Kết luận 66-KL/TW. Có 40/50",
                ),
            ),
        ),
        also=(C.HYPHEN_SPACED,),
    ),
    Fault(
        C.ORDINAL_DOUBTFUL,
        _one("ordinal: XX", "ordinal: XXI"),
        near=(
            _one("ordinal: XX", "ordinal: XIX"),
            _one("congress_of: Đảng bộ tỉnh Nghệ An, ordinal: XX", "congress_of: Đảng bộ xã, ordinal: I"),
        ),
    ),
    # tasks and questions
    Fault(
        C.TASKS_ALIKE,
        third_task("Tổ chức học nghị quyết năm", beside="Tổ chức học các nghị quyết năm"),
        near=(
            third_task(
                "Tổ chức học nghị quyết năm", beside="Tổ chức học các nghị quyết năm", waits_for="P-1"
            ),
            third_task("Mở 01 lớp học nghị quyết năm", beside="Mở 02 lớp học nghị quyết năm"),
        ),
    ),
    Fault(
        C.PUPILS_WITHOUT_LEVELS,
        _one("title::vi: Học nghị quyết", "title::vi: Giáo dục học sinh"),
        near=(
            (
                ("title::vi: Học nghị quyết", "title::vi: Giáo dục học sinh"),
                for_schools("levels: [TH, THCS]"),
            ),
        ),
    ),
    Fault(
        C.KEY_TASKS_WITHOUT_TARGET,
        _one("        target: 100\n", ""),
        near=((("        target: 100\n", ""), ("    core: true\n", "")),),
    ),
    Fault(
        C.MONITOR_IMPLEMENTS,
        _one("monitor_kinds: [PROPAGANDA]", "monitor_kinds: [SCHOOL]"),
        near=(_one("monitor_kinds: [PROPAGANDA]", "monitor_kinds: [YOUTH]"),),
    ),
    Fault(
        C.QUESTION_TWICE,
        asked("name: again; type: ratio; total: 1; task: P-1; label::vi: Bao nhiêu người dự?"),
        near=(
            asked("name: again; type: ratio; total: 1; task: P-2; label::vi: Bao nhiêu người dự?"),
            asked("name: again; type: ratio; total: 1; task: P-1; label::vi: Bao nhiêu người vắng?"),
        ),
    ),
    Fault(
        C.NEVER_HOLDS,
        limited(". > 5 and . < 6"),
        near=(
            limited(". > 5 and . < 7"),
            limited(". > 5 and . < 6", "decimal"),
            limited(". > 5 or . < 5"),
            limited("not(. > 5 and . < 6)"),
        ),
    ),
    Fault(
        C.NEVER_ASKED,
        (*HANGING, *asked("name: late; relevant: ${first} = 'yes' and ${second} > 3")),
        near=(
            (*HANGING, *asked("name: late; relevant: ${first} = 'yes' or ${second} > 3")),
            (*HANGING, *asked("name: late; relevant: ${first} = 'yes' and ${second} = ''")),
        ),
    ),
    # the text
    Fault(C.TEXT_ABSENT, _one("text: source.txt", "text: other.txt")),
    Fault(
        C.TEXT_HEAD_INCOMPLETE,
        _one("Số 12-KH/ĐU\n", ""),
        near=(_one("Số 12-KH/ĐU\n", "Số: 12 /KH-ĐU\n"),),
    ),
    Fault(
        C.ANNEX_ABSENT,
        _one(SCHOOLS, "Các trường (có danh sách kèm theo) tổ chức"),
        near=(
            (
                (SCHOOLS, "Các trường (có danh sách kèm theo) tổ chức"),
                ("text: source.txt", "text: source.txt\n  annexes: [danh sách.xlsx]"),
            ),
        ),
    ),
    Fault(
        C.PERCENT_WITHOUT_BASE,
        _one("Có 40/50 trường, bằng 80%,", "Có 80% trường"),
        near=(_one("Có 40/50 trường, bằng 80%,", "Có 80% trong tổng số 50 trường"),),
    ),
    Fault(
        C.SENTENCE_COMPOUND,
        _one("bằng 80%,", "bằng 80%, trong đó 50% là trường tiểu học; 30% là trường mầm non,"),
        near=(_one("bằng 80%,", "bằng 80%, trong đó 50% là trường tiểu học,"),),
    ),
    Fault(
        C.PERIOD_VAGUE,
        _one("Định kỳ hằng quý các trường", "Các trường định kỳ theo quy định"),
        near=(_one("Định kỳ hằng quý các trường", "Các trường định kỳ 6 tháng"),),
    ),
    Fault(
        C.SCOPE_DIFFERS,
        _one("đối với giáo viên, học sinh năm", "đối với giáo viên, sinh viên, học sinh năm"),
        near=(_one("đối với giáo viên, học sinh năm", "đối với học sinh năm"),),
    ),
    Fault(
        C.KEY_WITHOUT_FIGURE,
        _one("2. Hội Khuyến học", "2. Kết nạp đảng viên là tiêu chí để đánh giá cấp ủy. Hội Khuyến học"),
        near=(
            _one(
                "2. Hội Khuyến học", "2. Kết nạp 5 đảng viên là tiêu chí để đánh giá cấp ủy. Hội Khuyến học"
            ),
        ),
    ),
    Fault(
        C.OTHER_PLAN_FOLLOWED,
        _one(
            "quán triệt Chỉ thị theo Kế hoạch của Đảng ủy xã.",
            "quán triệt Chỉ thị theo Kế hoạch của Đảng ủy xã. Các trường theo Kế hoạch của UBND xã.",
        ),
        near=(
            (
                (
                    "quán triệt Chỉ thị theo Kế hoạch của Đảng ủy xã.",
                    "quán triệt Chỉ thị theo Kế hoạch của Đảng ủy xã. Các trường theo Kế hoạch của UBND xã.",
                ),
                ("source: II\n", "source: III.1, vế 2\n"),
            ),
        ),
    ),
    Fault(
        C.ACTOR_WITHOUT_TASK,
        _one("2. " + ACTOR, "2. Các hội phối hợp"),
        near=(_one("2. " + ACTOR, "2. Hội KH phối hợp"), _one("; phát huy vai trò của Hội Khuyến học", "")),
    ),
    Fault(
        C.DUTY_TWICE,
        _one("2. Có 40/50", "2. Quán triệt sâu rộng Chỉ thị. Có 40/50"),
        near=(_one("2. Có 40/50", "2. Quán triệt nghị quyết. Thực hiện Chỉ thị. Có 40/50"),),
    ),
    Fault(
        C.BODY_ABOLISHED,
        _one(SCHOOLS, "Huyện ủy và các trường tổ chức"),
        near=(_one(SCHOOLS, "Đoàn thị trấn và các trường tổ chức"),),
    ),
    Fault(
        C.TERM_UNDEFINED,
        _one(SCHOOLS, "Giáo viên trẻ các trường tổ chức"),
        near=(_one(SCHOOLS, "Giáo viên trẻ (dưới 35 tuổi) các trường tổ chức"),),
    ),
    Fault(
        C.TERM_DRIFT,
        _one("2. Hội Khuyến học", "2. Trong tuần lễ đọc sách, Hội Khuyến học"),
        near=(_one("2. Hội Khuyến học", "2. Trong tuần lễ học tập, Hội Khuyến học"),),
    ),
    Fault(
        C.ATTRIBUTE_NEEDED,
        _one(SCHOOLS, "Các trường, nhất là trường ngoài công lập, tổ chức"),
        near=(
            (
                (SCHOOLS, "Các trường, nhất là trường ngoài công lập, tổ chức"),
                for_schools("ownership: [ngoài công lập]"),
            ),
        ),
    ),
    Fault(
        C.LIST_OPEN,
        _one("báo cáo kết quả", "báo cáo kết quả, số liệu…"),
        near=(_one("- Các trường...", "- Các trường…"),),
    ),
    Fault(
        C.SPELLING_MIXED,
        _one(
            "2. Hội Khuyến học phối hợp theo Kế hoạch của Đảng ủy xã.",
            "2. Hội Khuyến học phối hợp theo Kế hoạch của Đảng uỷ xã.",
        ),
        near=(_one(SCHOOLS, "Các trường có quý, quỹ, hòa, hoàn tổ chức"),),
    ),
    Fault(
        C.SENTENCE_CUT,
        _one("các trường báo cáo", "các\n\ntrường báo cáo"),
        near=(_one("các trường báo cáo", "các trường:\n- báo cáo"),),
    ),
    Fault(
        C.HYPHEN_SPACED,
        _one("Quán triệt Chỉ thị số 32-CT/TU", "Quán triệt Chỉ thị số 32 - CT/TU"),
        near=(_one(SCHOOLS, "Năm 2026 - 2027 các trường tổ chức"),),
    ),
    Fault(C.SPACE_NO_BREAK, _one("1. Mục đích", "1.\u00a0Mục đích")),
    Fault(
        C.MISSPELT,
        _one(SCHOOLS, "Các trường trường đầy lùi, tổng kêt và tổ chức"),
        near=(_one(SCHOOLS, "Ngày ngày các trường đẩy lùi, tổng kết và tổ chức"),),
    ),
    # decisions
    Fault(
        C.DECISION_STALE,
        (
            ("2026-11-02\n  issued_on_status: stated", "2026-11-02\n  issued_on_status: assumed"),
            decided("issued_on_assumed", "seen: date=2026-11-01"),
        ),
        also=(C.ISSUED_ON_ASSUMED,),
    ),
    Fault(C.DECISION_IDLE, (decided("number_missing"),)),
    Fault(C.DECISION_IMPOSSIBLE, (decided("name_unknown"),)),
    Fault(
        C.DECISION_VALUE_BAD,
        (
            ("stated: 48, ", ""),
            decided(
                "total_missing",
                "thing: ALL, seen: parts=2 + 1 + 45; proposal=48, value: nhiều",
            ),
        ),
    ),
)

PROVOKED = {fault.code for fault in FAULTS} | {C.SUM_CONFIRMED, C.TEXT_UNREADABLE}


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
