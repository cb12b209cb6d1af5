"""What the sheets and columns of a plan file are for: said in the workbook and in the comments of a YAML file."""

from collections.abc import Callable, Iterator, Mapping

from locales.words import LANGUAGES, Words, in_language


def guide_title(*, words: Words) -> str:
    """The sheet that explains the others; at most 31 characters."""
    return words.say("Hướng dẫn")


GUIDE_TITLES = frozenset(guide_title(words=in_language(language)) for language in LANGUAGES)


def guide(*, words: Words) -> Iterator[str]:
    """The lines at the head of that sheet."""
    yield words.say("Kế hoạch viết trong tệp Excel này: mỗi trang một loại, mỗi dòng một mục.")
    yield words.say(
        "Trang này chỉ để đọc; hệ thống không đọc nó. Di chuột lên tên cột ở các trang khác để xem giải thích."
    )
    yield words.say("Có thể bỏ trống hoặc xóa cột không dùng. Không đổi tên cột và tên trang.")
    yield words.say(
        "Cột có đuôi ::vi là tiếng Việt (bắt buộc), ::en là tiếng Anh (nên có); viết label::Vietnamese (vi) cũng được."
    )
    yield words.say("Kiểm tra tệp: nhacviec plan check TỆP. Mỗi lỗi được nêu kèm trang và ô.")


def guide_columns(*, words: Words) -> tuple[str, ...]:
    """The heads of the table that follows."""
    return words.say("Trang"), words.say("Cột"), words.say("Ý nghĩa"), words.say("Giá trị chọn")


def about_yaml(*, words: Words) -> Iterator[str]:
    """The comment at the head of a YAML file."""
    yield words.say(
        "Kế hoạch cho Nhắc Việc. Kiểm tra: nhacviec plan check TỆP. Đổi sang Excel: nhacviec plan convert."
    )
    yield words.say(
        "${name} là câu trả lời của câu hỏi đó; ${unit_pupils} là số liệu của đơn vị trong danh sách."
    )


def sheet(name: str, *, words: Words) -> str:
    """What a sheet holds; "" for one that we have no words for."""
    said = _SHEETS.get(name)
    return said(words) if said else ""


def column(name: str, *, words: Words) -> str:
    """What a column is for; "" for one that we have no words for. `label::vi` is explained as `label`."""
    said = _COLUMNS.get(name.partition("::")[0])
    return said(words) if said else ""


_SHEETS: Mapping[str, Callable[[Words], str]] = {
    "plan": lambda w: w.say("Văn bản kế hoạch: số, ngày, cơ quan ban hành, thời gian thực hiện"),
    "tasks": lambda w: w.say("Nhiệm vụ: mỗi việc của văn bản một dòng"),
    "indicators": lambda w: w.say("Chỉ tiêu của từng nhiệm vụ và cách tính"),
    "forms": lambda w: w.say("Biểu mẫu: gửi cho ai, kỳ nào, hạn nào"),
    "survey": lambda w: w.say("Câu hỏi của từng biểu mẫu, theo từ ngữ của XLSForm"),
    "choices": lambda w: w.say("Danh sách lựa chọn của các câu hỏi chọn"),
    "figures": lambda w: w.say("Số liệu đúng như văn bản ghi, để kiểm tra phép cộng"),
    "cites": lambda w: w.say("Văn bản mà kế hoạch viện dẫn"),
    "reminders": lambda w: w.say("Thang nhắc việc: mỗi bước nhắc một dòng; bỏ trống là theo mặc định"),
    "decisions": lambda w: w.say("Quyết định về các lỗi của văn bản: ai, ngày nào, vì sao"),
}

_COLUMNS: Mapping[str, Callable[[Words], str]] = {
    "code": lambda w: w.say("Mã ngắn, không trùng: chữ không dấu, số, gạch nối. Ví dụ: HP-01"),
    "title": lambda w: w.say("Tên gọi đầy đủ"),
    "short": lambda w: w.say("Tên gọi ngắn, dùng trong tin nhắn"),
    "number": lambda w: w.say("Số, ký hiệu văn bản. Ví dụ: 15-KH/ĐU"),
    "issued_on": lambda w: w.say("Ngày ban hành: 2026-11-02 hoặc 2/11/2026. Các hạn ghi P0 tính từ ngày này"),
    "issued_on_status": lambda w: w.say("Ngày ban hành là do văn bản nêu, giả định, hay đã xác nhận"),
    "issuer": lambda w: w.say("Cơ quan ban hành"),
    "reminders_a_week": lambda w: w.say(
        "Mỗi tuần nhắc một người nhiều nhất mấy tin, trừ việc quá hạn; mặc định 3"
    ),
    "silent_after": lambda w: w.say("Sau mấy tin không hồi âm thì thôi nhắc và báo cấp trên; mặc định 3"),
    "grace_days": lambda w: w.say("Mỗi bước báo lên cách nhau mấy ngày làm việc; mặc định 2"),
    "extension_days": lambda w: w.say("Được xin gia hạn nhiều nhất bao nhiêu ngày; mặc định 30"),
    "step": lambda w: w.say("Tên bước nhắc, không quá 8 chữ. Ví dụ: R1"),
    "days": lambda w: w.say("Số ngày trước hoặc sau hạn"),
    "when": lambda w: w.say("Trước hạn (before) hay sau hạn (after)"),
    "to": lambda w: w.say("Nhắc ai: officer là cán bộ đầu mối, head là thủ trưởng đơn vị"),
    "working_days": lambda w: w.say("Đếm ngày làm việc (true) hay ngày lịch (false)"),
    "basis": lambda w: w.say("Văn bản làm căn cứ"),
    "starts_on": lambda w: w.say("Ngày bắt đầu thực hiện"),
    "ends_on": lambda w: w.say("Ngày kết thúc thực hiện"),
    "monitor_kinds": lambda w: w.say("Loại đơn vị theo dõi việc thực hiện"),
    "source": lambda w: w.say("Mục của văn bản nêu nhiệm vụ. Ví dụ: II.1, vế 2"),
    "kinds": lambda w: w.say("Giao cho loại đơn vị nào. Ví dụ: SCHOOL, PARTY_COMMUNE"),
    "levels": lambda w: w.say("Chỉ các cấp học này; bỏ trống là mọi cấp"),
    "ownership": lambda w: w.say("Chỉ loại hình này; bỏ trống là mọi loại hình"),
    "only": lambda w: w.say("Chỉ các đơn vị có mã này"),
    "never": lambda w: w.say("Trừ các đơn vị có mã này"),
    "cadence": lambda w: w.say("Việc làm một lần hay theo chu kỳ nào"),
    "deadline": lambda w: w.say("Hạn: 15/6, hoặc P0 + 30 days (30 ngày sau ngày ban hành)"),
    "deadline_status": lambda w: w.say(
        "Hạn là do văn bản nêu (stated), giả định (assumed), hay đã xác nhận (confirmed)"
    ),
    "owner_status": lambda w: w.say("Đơn vị thực hiện là do văn bản nêu, giả định, hay đã xác nhận"),
    "core": lambda w: w.say("Nhiệm vụ trọng tâm (true) hay hỗ trợ (false)"),
    "depends_on": lambda w: w.say("Mã các nhiệm vụ phải xong trước"),
    "rolls_up_from": lambda w: w.say("Mã các nhiệm vụ mà kết quả được tổng hợp lên đây"),
    "note": lambda w: w.say("Ghi chú cho người theo dõi; không gửi cho cán bộ báo cáo"),
    "task": lambda w: w.say("Mã nhiệm vụ mà dòng này thuộc về"),
    "kind": lambda w: w.say(
        "Cách tính: ratio là tỷ lệ, count là số lượng, sum là số tiền, yesno là có hay chưa"
    ),
    "label": lambda w: w.say("Lời hiện ra cho người đọc"),
    "numerator": lambda w: w.say("Tử số, là biểu thức trên các câu trả lời. Ví dụ: done(${attended})"),
    "denominator": lambda w: w.say("Mẫu số, nên lấy từ danh sách đơn vị. Ví dụ: ${unit_pupils}"),
    "value": lambda w: w.say("Biểu thức của chỉ tiêu không phải tỷ lệ. Ví dụ: ${sessions}"),
    "target": lambda w: w.say("Mức phải đạt: một số (phần trăm nếu là tỷ lệ) hoặc yes"),
    "unit": lambda w: w.say("Đơn vị tính. Ví dụ: buổi, lượt, người"),
    "source_figure": lambda w: w.say("Con số đúng như văn bản ghi"),
    "period": lambda w: w.say("Kỳ báo cáo: once một lần, quarter quý, year năm, school_year năm học"),
    "opens_days_before": lambda w: w.say("Mở biểu mẫu trước hạn bao nhiêu ngày"),
    "minutes": lambda w: w.say("Thời gian trả lời ước tính, tính bằng phút"),
    "form": lambda w: w.say("Mã biểu mẫu mà câu hỏi này thuộc về"),
    "name": lambda w: w.say("Tên ngắn không dấu, không dấu cách, dùng trong biểu thức"),
    "type": lambda w: w.say("Loại câu hỏi; câu chọn kèm tên danh sách. Ví dụ: select_one channels"),
    "hint": lambda w: w.say("Lời hướng dẫn dưới câu hỏi"),
    "required": lambda w: w.say("Bắt buộc trả lời (true) hay được bỏ qua"),
    "relevant": lambda w: w.say("Chỉ hỏi khi điều kiện này đúng. Ví dụ: ${held} = 'yes'"),
    "constraint": lambda w: w.say("Câu trả lời (dấu chấm) phải thỏa điều kiện này. Ví dụ: . <= ${total}"),
    "constraint_message": lambda w: w.say("Lời giải thích khi câu trả lời chưa hợp lệ"),
    "calculation": lambda w: w.say("Biểu thức của câu loại calculate"),
    "default": lambda w: w.say("Giá trị ban đầu"),
    "total": lambda w: w.say("Tổng số của câu loại ratio, lấy từ danh sách đơn vị. Ví dụ: ${unit_teachers}"),
    "future": lambda w: w.say("Câu hỏi ngày: cho phép ngày chưa tới (true)"),
    "choice_filter": lambda w: w.say("Chỉ đưa ra các lựa chọn thỏa điều kiện này. Ví dụ: block = ${block}"),
    "unusual": lambda w: w.say(
        "Khi nào hỏi lại một số khác nhiều so với kỳ trước: gấp bao nhiêu lần (tỷ lệ: lệch bao nhiêu điểm phần trăm); "
        "“no” là không hỏi lại"
    ),
    "guidance_hint": lambda w: w.say("Lời hướng dẫn thêm, hiện ra khi cán bộ gõ “giúp”"),
    "repeat_count": lambda w: w.say(
        "Số lượt lặp của begin_repeat; bỏ trống thì hỏi “thêm nữa không?” sau mỗi lượt"
    ),
    "xlsform": lambda w: w.say("Tên tệp XLSForm (ODK, Kobo) cùng thư mục có các câu hỏi của biểu mẫu này"),
    "text": lambda w: w.say("Tên tệp toàn văn (.txt) cùng thư mục, để kiểm tra lời văn"),
    "annexes": lambda w: w.say("Tên các phụ lục đã có"),
    "group_size": lambda w: w.say("Số người một lớp thường gặp. Ví dụ: 15-100"),
    "lock_days": lambda w: w.say("Số ngày sau hạn còn sửa được báo cáo đã gửi; bỏ trống là 15"),
    "figure": lambda w: w.say("Mã số liệu của văn bản làm mức phải đạt"),
    "group": lambda w: w.say("Câu hỏi chia nhóm của sum_by_group. Ví dụ: ${block}"),
    "group_targets": lambda w: w.say("Mức phải đạt của từng nhóm. Ví dụ: party=30, unions=6"),
    "accumulates": lambda w: w.say(
        "Số của mỗi kỳ tính riêng (in_period) hay lũy kế từ đầu năm (cumulative); bỏ trống là tính riêng"
    ),
    "stated": lambda w: w.say("Con số văn bản ghi; bỏ trống nếu văn bản không ghi"),
    "sum_of": lambda w: w.say("Mã các số liệu cộng lại thành số này"),
    "within": lambda w: w.say("Mã của tổng mà số này nằm trong, hoặc apart nếu tính riêng"),
    "per": lambda w: w.say("Mã số lớp tương ứng, để tính bình quân"),
    "date": lambda w: w.say("Ngày ban hành của văn bản được viện dẫn"),
    "congress_of": lambda w: w.say("Tổ chức đảng có đại hội được nêu. Ví dụ: Đảng bộ tỉnh Nghệ An"),
    "ordinal": lambda w: w.say("Đại hội lần thứ mấy, đúng như văn bản ghi. Ví dụ: XVIII"),
    "finding": lambda w: w.say("Tên lỗi được quyết định"),
    "thing": lambda w: w.say("Lỗi đó ở mục nào"),
    "seen": lambda w: w.say("Lỗi đó nói gì khi quyết định; hệ thống ghi, không sửa"),
    "why": lambda w: w.say("Lý do quyết định"),
    "by": lambda w: w.say("Người quyết định"),
    "decided_on": lambda w: w.say("Ngày quyết định"),
    "list_name": lambda w: w.say("Tên danh sách lựa chọn"),
}
