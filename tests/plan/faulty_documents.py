"""Each fault that a document can have: with the fault once in it, and beside that what looks nearly the same and is
none."""

from bot.core.plan.finding_codes import Code
from tests.plan.document_changes import (
    ACTOR,
    HANGING,
    SCHOOLS,
    added,
    asked,
    decided,
    for_schools,
    limited,
    one_change,
    summer,
    third_task,
)
from tests.plan.small_document import Fault

C = Code

OF_FIGURES = (
    Fault(C.FIGURE_UNKNOWN, one_change("sum_of: [A, B, C]", "sum_of: [A, B, D]")),
    Fault(C.FIGURE_CIRCLE, one_change("sum_of: [A, B, C]", "sum_of: [A, B, MORE]"), also=()),
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
        near=(one_change("stated: 48, ", "stated: 48.0, "),),
    ),
    Fault(C.UNITS_ADDED, one_change("stated: 06, unit::vi: lớp", "stated: 06, unit::vi: lượt")),
    Fault(
        C.FIGURE_SCOPE,
        summer(),
        near=(summer(", within: apart"), summer(", within: ALL"), summer(unit="đợt")),
    ),
    Fault(
        C.FIGURE_NOT_IN_TEXT,
        one_change("3.000 học viên", "3.100 học viên"),
        near=(one_change("3.000 học viên", "3000 học viên"), one_change("3.000 học viên", "3 000 học viên")),
    ),
    Fault(
        C.GROUP_SIZE_ODD,
        one_change("  monitor_kinds:", "  group_size: 15-99\n  monitor_kinds:"),
        near=(one_change("  monitor_kinds:", "  group_size: 15-100\n  monitor_kinds:"),),
    ),
    Fault(C.GROUP_SIZE_BAD, one_change("  monitor_kinds:", "  group_size: many\n  monitor_kinds:")),
    Fault(
        C.TARGET_NOT_FIGURE,
        one_change("target: 100", "target: 100\n        figure: MORE"),
        near=(
            one_change("target: 100", "target: 45\n        figure: MORE"),
            one_change("target: 100", "figure: MORE"),
        ),
    ),
    Fault(
        C.COUNTS_MIXED,
        added("Bao nhiêu lượt dự?", "Bao nhiêu người dự?"),
        near=(added("Bao nhiêu lượt dự sáng?", "Bao nhiêu lượt dự chiều?"),),
    ),
)

OF_CITES = (
    Fault(
        C.CITE_INCOMPLETE,
        one_change(ACTOR, "Theo Quyết định 185-QĐ/TW của Ban Bí thư, " + ACTOR),
        near=(
            one_change(ACTOR, "Theo Quyết định 185-QĐ/TW, ngày 8/11/2019 của Ban Bí thư, " + ACTOR),
            one_change(ACTOR, "Theo Chỉ thị 32-CT/TU, " + ACTOR),
        ),
    ),
    Fault(
        C.CITE_AFTER_PLAN,
        (("date: 2024-04-24", "date: 2026-11-03"), ("ngày 24/4/2024", "ngày 03/11/2026")),
        near=((("date: 2024-04-24", "date: 2026-11-02"), ("ngày 24/4/2024", "ngày 02 tháng 11 năm 2026")),),
    ),
    Fault(
        C.CITE_TWO_ISSUERS,
        one_change("issuer::vi: Thành ủy", "issuer::vi: Bộ Chính trị"),
        near=(one_change("issuer::vi: Thành ủy", "issuer::vi: Thành ủy Hải Phòng"),),
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
        one_change("ordinal: XX", "ordinal: XXI"),
        near=(
            one_change("ordinal: XX", "ordinal: XIX"),
            one_change(
                "congress_of: Đảng bộ tỉnh Nghệ An, ordinal: XX", "congress_of: Đảng bộ xã, ordinal: I"
            ),
        ),
    ),
)

OF_TASKS = (
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
        one_change("title::vi: Học nghị quyết", "title::vi: Giáo dục học sinh"),
        near=(
            (
                ("title::vi: Học nghị quyết", "title::vi: Giáo dục học sinh"),
                for_schools("levels: [TH, THCS]"),
            ),
        ),
    ),
    Fault(
        C.KEY_TASKS_WITHOUT_TARGET,
        one_change("        target: 100\n", ""),
        near=((("        target: 100\n", ""), ("    core: true\n", "")),),
    ),
    Fault(
        C.MONITOR_IMPLEMENTS,
        one_change("monitor_kinds: [PROPAGANDA]", "monitor_kinds: [SCHOOL]"),
        near=(one_change("monitor_kinds: [PROPAGANDA]", "monitor_kinds: [YOUTH]"),),
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
)

OF_TEXT = (
    Fault(C.TEXT_ABSENT, one_change("text: source.txt", "text: other.txt")),
    Fault(
        C.TEXT_HEAD_INCOMPLETE,
        one_change("Số 12-KH/ĐU\n", ""),
        near=(one_change("Số 12-KH/ĐU\n", "Số: 12 /KH-ĐU\n"),),
    ),
    Fault(
        C.ANNEX_ABSENT,
        one_change(SCHOOLS, "Các trường (có danh sách kèm theo) tổ chức"),
        near=(
            (
                (SCHOOLS, "Các trường (có danh sách kèm theo) tổ chức"),
                ("text: source.txt", "text: source.txt\n  annexes: [danh sách.xlsx]"),
            ),
        ),
    ),
    Fault(
        C.PERCENT_WITHOUT_BASE,
        one_change("Có 40/50 trường, bằng 80%,", "Có 80% trường"),
        near=(one_change("Có 40/50 trường, bằng 80%,", "Có 80% trong tổng số 50 trường"),),
    ),
    Fault(
        C.SENTENCE_COMPOUND,
        one_change("bằng 80%,", "bằng 80%, trong đó 50% là trường tiểu học; 30% là trường mầm non,"),
        near=(one_change("bằng 80%,", "bằng 80%, trong đó 50% là trường tiểu học,"),),
    ),
    Fault(
        C.PERIOD_VAGUE,
        one_change("Định kỳ hằng quý các trường", "Các trường định kỳ theo quy định"),
        near=(one_change("Định kỳ hằng quý các trường", "Các trường định kỳ 6 tháng"),),
    ),
    Fault(
        C.SCOPE_DIFFERS,
        one_change("đối với giáo viên, học sinh năm", "đối với giáo viên, sinh viên, học sinh năm"),
        near=(one_change("đối với giáo viên, học sinh năm", "đối với học sinh năm"),),
    ),
    Fault(
        C.KEY_WITHOUT_FIGURE,
        one_change(
            "2. Hội Khuyến học", "2. Kết nạp đảng viên là tiêu chí để đánh giá cấp ủy. Hội Khuyến học"
        ),
        near=(
            one_change(
                "2. Hội Khuyến học", "2. Kết nạp 5 đảng viên là tiêu chí để đánh giá cấp ủy. Hội Khuyến học"
            ),
        ),
    ),
    Fault(
        C.OTHER_PLAN_FOLLOWED,
        one_change(
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
        one_change("2. " + ACTOR, "2. Các hội phối hợp"),
        near=(
            one_change("2. " + ACTOR, "2. Hội KH phối hợp"),
            one_change("; phát huy vai trò của Hội Khuyến học", ""),
        ),
    ),
    Fault(
        C.DUTY_TWICE,
        one_change("2. Có 40/50", "2. Quán triệt sâu rộng Chỉ thị. Có 40/50"),
        near=(one_change("2. Có 40/50", "2. Quán triệt nghị quyết. Thực hiện Chỉ thị. Có 40/50"),),
    ),
    Fault(
        C.BODY_ABOLISHED,
        one_change(SCHOOLS, "Huyện ủy và các trường tổ chức"),
        near=(one_change(SCHOOLS, "Đoàn thị trấn và các trường tổ chức"),),
    ),
    Fault(
        C.TERM_UNDEFINED,
        one_change(SCHOOLS, "Giáo viên trẻ các trường tổ chức"),
        near=(one_change(SCHOOLS, "Giáo viên trẻ (dưới 35 tuổi) các trường tổ chức"),),
    ),
    Fault(
        C.TERM_DRIFT,
        one_change("2. Hội Khuyến học", "2. Trong tuần lễ đọc sách, Hội Khuyến học"),
        near=(one_change("2. Hội Khuyến học", "2. Trong tuần lễ học tập, Hội Khuyến học"),),
    ),
    Fault(
        C.ATTRIBUTE_NEEDED,
        one_change(SCHOOLS, "Các trường, nhất là trường ngoài công lập, tổ chức"),
        near=(
            (
                (SCHOOLS, "Các trường, nhất là trường ngoài công lập, tổ chức"),
                for_schools("ownership: [ngoài công lập]"),
            ),
        ),
    ),
    Fault(
        C.LIST_OPEN,
        one_change("báo cáo kết quả", "báo cáo kết quả, số liệu…"),
        near=(one_change("- Các trường...", "- Các trường…"),),
    ),
    Fault(
        C.SPELLING_MIXED,
        one_change(
            "2. Hội Khuyến học phối hợp theo Kế hoạch của Đảng ủy xã.",
            "2. Hội Khuyến học phối hợp theo Kế hoạch của Đảng uỷ xã.",
        ),
        near=(one_change(SCHOOLS, "Các trường có quý, quỹ, hòa, hoàn tổ chức"),),
    ),
    Fault(
        C.SENTENCE_CUT,
        one_change("các trường báo cáo", "các\n\ntrường báo cáo"),
        near=(one_change("các trường báo cáo", "các trường:\n- báo cáo"),),
    ),
    Fault(
        C.HYPHEN_SPACED,
        one_change("Quán triệt Chỉ thị số 32-CT/TU", "Quán triệt Chỉ thị số 32 - CT/TU"),
        near=(one_change(SCHOOLS, "Năm 2026 - 2027 các trường tổ chức"),),
    ),
    Fault(C.SPACE_NO_BREAK, one_change("1. Mục đích", "1.\u00a0Mục đích")),
    Fault(
        C.MISSPELT,
        one_change(SCHOOLS, "Các trường trường đầy lùi, tổng kêt và tổ chức"),
        near=(one_change(SCHOOLS, "Ngày ngày các trường đẩy lùi, tổng kết và tổ chức"),),
    ),
)

OF_DECISIONS = (
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

FAULTS = (*OF_FIGURES, *OF_CITES, *OF_TASKS, *OF_TEXT, *OF_DECISIONS)

PROVOKED = {fault.code for fault in FAULTS} | {C.SUM_CONFIRMED, C.TEXT_UNREADABLE}
