"""What is wrong in a file, in a sentence: what it is, and what to do next. One for each code of
`bot.core.plan.finding_codes`, `bot.papers.calendar_csv` and `bot.papers.roster_files`; a test goes through them."""

from collections.abc import Callable, Mapping

from bot.core.plan.model import Finding, Severity
from locales.phrases import document_findings, reminder_findings
from locales.phrases.deadline_findings import deadline_bad
from locales.words import Words

Values = Mapping[str, str]


def explain(finding: Finding, *, words: Words) -> str:
    """`plan.yaml:12: lỗi: ...`; a decided one says what was decided, by whom, when and why."""
    grave = severity(finding.severity, words=words)
    said = sentence(finding, words=words)
    decision = finding.decision
    if decision is None:
        return f"{finding.place}: {grave}: {said}"
    decided = words.say("{severity}, đã quyết định", severity=grave)
    day = words.day(decision.decided_on)
    if decision.value:
        reason = words.say(
            "→ {value} ({by}, {day}: {why})", value=decision.value, by=decision.by, day=day, why=decision.why
        )
    else:
        reason = words.say("→ {by}, {day}: {why}", by=decision.by, day=day, why=decision.why)
    return f"{finding.place}: {decided}: {said}\n    {reason}"


def and_more(count: int, places: str, *, words: Words) -> str:
    """Behind the first of many findings that say the same."""
    return words.say("    (và {count} chỗ như vậy nữa: {places})", count=words.number(count), places=places)


def how_to_decide(command: str, *, words: Words) -> str:
    """Below an error that a person may decide."""
    return words.say("    Quyết định: {command}", command=command)


def reason_placeholder(*, words: Words) -> str:
    """What stands for the reason in the command that is shown."""
    return words.say("lý do")


def sentence(finding: Finding, *, words: Words) -> str:
    """The finding's sentence without its place."""
    said = SENTENCES[finding.code](words, finding.values)
    nearest = finding.values.get("nearest", "")
    ask = words.say("Có phải là “{nearest}” không?", nearest=nearest)
    return f"{said} {ask}" if nearest else said


def severity(value: Severity, *, words: Words) -> str:
    match value:
        case Severity.ERROR:
            return words.say("lỗi")
        case Severity.WARNING:
            return words.say("cảnh báo")
    return words.say("lưu ý")


def summary(errors: int, warnings: int, notes: int, decided: int = 0, *, words: Words) -> str:
    """The last line of a check."""
    counted = words.say(
        "{errors} lỗi, {warnings} cảnh báo, {notes} lưu ý.", errors=errors, warnings=warnings, notes=notes
    )
    if not decided:
        return counted
    return " ".join((counted, words.say("Đã quyết định: {count}.", count=words.number(decided))))


SENTENCES: Mapping[str, Callable[[Words, Values], str]] = {
    **document_findings.SENTENCES,
    # the file itself
    "not_text": lambda w, _: w.say("Tệp không phải văn bản UTF-8. Hãy lưu lại tệp với bảng mã UTF-8."),
    "file_empty": lambda w, _: w.say("Tệp trống."),
    "yaml_syntax": lambda w, v: w.say("Sai cú pháp YAML, gần: {near}", **v),
    "yaml_tab": lambda w, _: w.say("Dòng này thụt đầu bằng phím Tab; hãy dùng dấu cách."),
    "yaml_too_deep": lambda w, _: w.say("Các mục lồng nhau quá sâu."),
    "yaml_alias": lambda w, v: w.say("“{name}” dùng lại một mục khác; hãy viết đầy đủ tại chỗ.", **v),
    "yaml_several": lambda w, _: w.say("Tệp có nhiều tài liệu (dấu ---); mỗi kế hoạch một tệp."),
    "key_not_text": lambda w, _: w.say("Tên mục phải là chữ."),
    "key_duplicate": lambda w, v: w.say("Mục “{field}” đã có ở {first}.", **v),
    # a workbook
    "workbook_broken": lambda w, _: w.say("Không đọc được tệp Excel. Hãy mở và lưu lại dạng .xlsx."),
    "workbook_locked": lambda w, _: w.say(
        "Tệp có mật khẩu hoặc là dạng .xls cũ. Hãy bỏ mật khẩu và lưu lại dạng .xlsx."
    ),
    "workbook_large": lambda w, _: w.say(
        "Tệp Excel quá lớn. Hãy xóa các trang, dòng, hình ảnh không cần rồi lưu lại."
    ),
    "workbook_macros": lambda w, _: w.say("Tệp có macro; hệ thống chỉ đọc dữ liệu, không chạy macro."),
    "sheet_large": lambda w, v: w.say(
        "Trang này có ô ngoài phạm vi {rows} dòng, {columns} cột; hãy xóa phần thừa rồi lưu lại.", **v
    ),
    "sheet_hidden": lambda w, v: w.say("Trang “{sheet}” đang ẩn nhưng vẫn được đọc.", **v),
    "sheet_unread": lambda w, v: w.say("Trang “{sheet}” không được đọc.", sheet=v["sheet"]),
    "sheet_twice": lambda w, v: w.say("Có hai trang “{sheet}”; hãy giữ một trang.", **v),
    "row_above_columns": lambda w, v: w.say("Dòng “{value}” đứng trên dòng tên cột nên được bỏ qua.", **v),
    "row_too_many": lambda w, v: w.say("Trang “{sheet}” chỉ được có một dòng.", **v),
    "column_nameless": lambda w, v: w.say("Ô có nội dung “{value}” nhưng cột này chưa có tên.", **v),
    "formula_without_value": lambda w, v: w.say(
        "Công thức {formula} chưa có kết quả trong tệp. Hãy mở bằng Excel, lưu lại, hoặc thay bằng giá trị.",
        **v,
    ),
    "cell_error": lambda w, v: w.say("Ô báo lỗi {value}; hãy thay bằng giá trị.", **v),
    "text_too_long": lambda w, v: w.say(
        "Nội dung dài {length} ký tự, một ô Excel chỉ chứa được {most}.", **v
    ),
    "row_orphan": lambda w, v: w.say("“{field}” là “{value}”, nhưng trang “{section}” không có mã này.", **v),
    "not_converted": lambda w, _: w.say(
        "Không đổi được tệp mà vẫn giữ đủ nội dung. Hãy chạy plan check, sửa các lỗi rồi đổi lại."
    ),
    # sections and fields
    "section_missing": lambda w, v: w.say("Thiếu phần “{section}”.", **v),
    "section_unknown": lambda w, v: w.say("Không có phần nào tên “{section}”.", section=v["section"]),
    "shape_wrong": lambda w, v: w.say("“{field}” viết sai dạng (cần: {wanted}).", **v),
    "field_missing": lambda w, v: w.say("Thiếu “{field}”.", **v),
    "field_unknown": lambda w, v: w.say("Không có mục nào tên “{field}” ở đây.", field=v["field"]),
    "field_idle": lambda w, v: w.say("“{field}” không có tác dụng với câu hỏi loại {type}.", **v),
    "value_unknown": lambda w, v: w.say(
        "“{field}” không nhận giá trị “{value}”.", field=v["field"], value=v["value"]
    ),
    "date_bad": lambda w, v: w.say("“{field}”: “{value}” không phải ngày (viết 2026-11-20).", **v),
    "number_bad": lambda w, v: w.say("“{field}”: “{value}” không phải số.", **v),
    "truth_bad": lambda w, v: w.say("“{field}”: “{value}” phải là yes hoặc no.", **v),
    "vietnamese_missing": lambda w, v: w.say("Thiếu phần tiếng Việt của “{field}” (viết {field}::vi).", **v),
    "translation_missing": lambda w, v: w.say("“{field}” chưa có bản dịch ({language}).", **v),
    # codes, names, lists
    "code_bad": lambda w, v: w.say("Mã “{code}” chỉ được có chữ không dấu, số, gạch nối.", **v),
    "code_duplicate": lambda w, v: w.say("Mã “{code}” đã dùng ở {first}.", **v),
    "name_bad": lambda w, v: w.say("Tên câu hỏi “{name}” chỉ được có chữ không dấu, số, gạch dưới.", **v),
    "name_reserved": lambda w, v: w.say("Tên “{name}” dành cho số liệu của đơn vị hoặc kế hoạch.", **v),
    "name_duplicate": lambda w, v: w.say("Tên câu hỏi “{name}” đã dùng ở {first}.", **v),
    "name_of_two_types": lambda w, v: w.say(
        "Câu “{name}” là loại {type} ở đây nhưng là {other} ở {first}; cùng tên phải cùng nghĩa.", **v
    ),
    "type_unknown": lambda w, v: w.say("Không có loại câu hỏi “{type}”.", type=v["type"]),
    "list_not_named": lambda w, v: w.say("Câu loại {type} cần tên danh sách lựa chọn.", **v),
    "list_unknown": lambda w, v: w.say("Không có danh sách lựa chọn “{list}”.", list=v["list"]),
    "list_unused": lambda w, v: w.say("Không câu nào dùng danh sách lựa chọn “{list}”.", **v),
    "option_bad": lambda w, v: w.say("Tên lựa chọn “{option}” không được có dấu cách.", **v),
    "option_duplicate": lambda w, v: w.say("Lựa chọn “{option}” đã có ở {first}.", **v),
    "task_unknown": lambda w, v: w.say("Không có nhiệm vụ mã “{task}”.", task=v["task"]),
    "form_unknown": lambda w, v: w.say("Không có biểu mẫu mã “{form}”.", form=v["form"]),
    "kind_unknown": lambda w, v: w.say("Không có loại đơn vị “{kind}”.", kind=v["kind"]),
    # groups and repeats
    "group_open": lambda w, v: w.say("Nhóm “{name}” chưa có dòng kết thúc (end_group, end_repeat).", **v),
    "group_not_open": lambda w, v: w.say("“{type}” không kết thúc nhóm nào.", **v),
    "group_crossed": lambda w, v: w.say("“{type}” không khớp với nhóm “{name}” đang mở.", **v),
    "repeat_nested": lambda w, v: w.say(
        "Nhóm lặp “{name}” nằm trong nhóm lặp khác; hệ thống chỉ hỏi được một cấp lặp.", **v
    ),
    "form_large": lambda w, v: w.say(
        "Biểu mẫu có {length} câu hỏi (tính cả các lượt lặp); tối đa {most}.", **v
    ),
    "column_idle": lambda w, v: w.say(
        "Cột “{column}” của danh sách lựa chọn không được choice_filter nào dùng.", column=v["column"]
    ),
    "column_unknown": lambda w, v: w.say(
        "choice_filter dùng cột “{column}” mà danh sách lựa chọn không có.", column=v["column"]
    ),
    # a form made in ODK's or Kobo's tools
    "xlsform_absent": lambda w, v: w.say(
        "Không có tệp XLSForm “{file}” bên cạnh kế hoạch; hãy đặt tệp vào cùng thư mục.", **v
    ),
    "xlsform_invalid": lambda w, v: w.say("Không phải XLSForm hợp lệ (pyxform): {why}", **v),
    "xlsform_type": lambda w, v: w.say("Không hỏi được câu loại “{type}” trong tin nhắn.", **v),
    "xlsform_cell_refused": lambda w, v: w.say(
        "Chưa dùng được nội dung của cột “{field}” ở dòng này; hãy bỏ hoặc viết cách khác.", **v
    ),
    "xlsform_label_reads": lambda w, v: w.say(
        "“{field}” chèn câu trả lời của câu khác, hệ thống chưa làm được; hãy viết lại.", **v
    ),
    "xlsform_media": lambda w, v: w.say("Hình, âm thanh ở cột “{column}” không được gửi kèm câu hỏi.", **v),
    "xlsform_column_ignored": lambda w, v: w.say("Cột “{column}” không có tác dụng trong tin nhắn.", **v),
    "xlsform_row_ignored": lambda w, v: w.say(
        "Bỏ qua dòng này (loại “{type}”): tin nhắn không có thông tin đó.", **v
    ),
    # the document
    "number_missing": lambda w, _: w.say("Kế hoạch chưa ghi số, ký hiệu văn bản."),
    "issued_on_missing": lambda w, _: w.say("Kế hoạch chưa ghi ngày ban hành."),
    "issued_on_assumed": lambda w, v: w.say(
        "Ngày ban hành {date} là giả định; hãy xác nhận vì các hạn tính từ ngày này.", **v
    ),
    "ends_before_start": lambda w, _: w.say("Ngày kết thúc trước ngày bắt đầu."),
    # tasks
    "audience_missing": lambda w, v: w.say("“{code}” chưa ghi rõ giao cho loại đơn vị nào.", **v),
    "deadline_bad": deadline_bad,
    **reminder_findings.SENTENCES,
    "deadline_needs_issue_date": lambda w, v: w.say(
        "Hạn “{deadline}” tính từ ngày ban hành, nhưng kế hoạch chưa ghi ngày này.", **v
    ),
    "deadline_assumed": lambda w, v: w.say("Hạn “{deadline}” là giả định.", **v),
    "deadlines_unstated": lambda w, v: w.say(
        "Văn bản không nêu hạn của {count}/{total} nhiệm vụ; các hạn ghi ở đây là giả định, cần xác nhận.",
        **v,
    ),
    "task_unasked": lambda w, v: w.say("Không biểu mẫu nào hỏi nhiệm vụ {task}.", **v),
    "kind_unasked": lambda w, v: w.say(
        "Nhiệm vụ {task} giao cho {kind} nhưng không biểu mẫu nào hỏi loại đơn vị này.", **v
    ),
    "task_circle": lambda w, v: w.say("Nhiệm vụ {task} phụ thuộc vào chính nó (“{field}”).", **v),
    "title_duplicate": lambda w, v: w.say("Trùng tên với nhiệm vụ ở {first}: “{title}”.", **v),
    # expressions
    "expression_missing": lambda w, v: w.say("“{field}” cần một biểu thức.", **v),
    "expression_broken": lambda w, v: w.say("Không hiểu biểu thức của “{field}”, gần: {near}", **v),
    "name_unknown": lambda w, v: w.say(
        "“{field}” nhắc tới câu “{name}” không có trong biểu mẫu.", field=v["field"], name=v["name"]
    ),
    "name_later": lambda w, v: w.say("“{field}” nhắc tới câu “{name}” hỏi sau câu này.", **v),
    "name_own": lambda w, v: w.say(
        "“{field}” nhắc tới chính câu “{name}”; dùng dấu chấm (.) thay cho tên.", **v
    ),
    "answer_absent": lambda w, v: w.say(
        "“{field}” dùng dấu chấm (.) nhưng không có câu trả lời nào ở đây.", **v
    ),
    "part_wrong": lambda w, v: w.say(
        "“{field}”: {function}() không dùng được cho “{name}” (loại {type}).", **v
    ),
    "ratio_read_whole": lambda w, v: w.say(
        "“{field}”: “{name}” là tỷ lệ, hãy dùng done() hoặc total().", **v
    ),
    "option_unknown": lambda w, v: w.say("“{field}”: câu “{name}” không có lựa chọn “{option}”.", **v),
    # indicators
    "denominator_missing": lambda w, v: w.say("Chỉ tiêu {indicator} là tỷ lệ nhưng chưa có mẫu số.", **v),
    "denominator_not_from_roster": lambda w, v: w.say(
        "Mẫu số của {indicator} lấy từ câu “{name}”, nên đơn vị chưa báo cáo không có mẫu số.", **v
    ),
    "indicator_over_forms": lambda w, v: w.say(
        "Chỉ tiêu {indicator} cần các câu {names}, mà không biểu mẫu nào hỏi đủ.", **v
    ),
    "target_bad": lambda w, v: w.say("Mức chỉ tiêu “{target}” phải là một con số.", **v),
    "group_bad": lambda w, v: w.say(
        "“group” của chỉ tiêu {indicator} phải là một câu hỏi chọn một phương án.", **v
    ),
    "group_long": lambda w, v: w.say("Mã nhóm “{code}” dài quá {most} ký tự; hãy rút gọn tên lựa chọn.", **v),
    "group_unknown": lambda w, v: w.say(
        "Chỉ tiêu {indicator} đặt mức cho nhóm “{option}” mà câu hỏi không có lựa chọn này.",
        indicator=v["indicator"],
        option=v["option"],
    ),
    # questions and forms
    "form_empty": lambda w, v: w.say("Biểu mẫu {form} không có câu hỏi.", **v),
    "question_unreached": lambda w, v: w.say(
        "Câu “{name}” không hỏi đơn vị nào: biểu mẫu không gửi tới đơn vị nào của nhiệm vụ {task}.", **v
    ),
    "ratio_without_total": lambda w, v: w.say(
        "Câu “{name}” không có tổng số từ danh sách; cán bộ phải gõ cả hai số.", **v
    ),
    "message_missing": lambda w, v: w.say(
        "Câu “{name}” có ràng buộc nhưng chưa có lời giải thích (constraint_message).", **v
    ),
    "label_long": lambda w, v: w.say("“{field}” dài {length} ký tự; nên rút gọn còn tối đa {most}.", **v),
    "asks_for_name": lambda w, v: w.say(
        "“{field}” hỏi tên học sinh. Hệ thống chỉ thu số tổng hợp; hãy hỏi số lượng.", **v
    ),
    # the calendar
    "calendar_encoding": lambda w, _: w.say(
        "Tệp không phải văn bản UTF-8. Hãy lưu lại tệp với bảng mã UTF-8."
    ),
    "calendar_table": lambda w, _: w.say("Bảng bị hỏng: có một ô chưa đóng dấu nháy."),
    "calendar_column": lambda w, v: w.say("Thiếu cột “{column}”.", **v),
    "calendar_date": lambda w, v: w.say("“{date}” không phải ngày (viết 2026-11-24 hoặc 24/11/2026).", **v),
    "calendar_kind": lambda w, v: w.say(
        "“{kind}” phải là off (nghỉ), worked (làm bù) hoặc half (làm buổi sáng).", **v
    ),
    "calendar_name": lambda w, _: w.say("Ngày này chưa có tên."),
    "calendar_status": lambda w, v: w.say("“{status}” phải là official, statutory date hoặc projected.", **v),
    "calendar_repeated": lambda w, v: w.say("Ngày {date} có hai dòng.", **v),
    "calendar_weekday": lambda w, v: w.say("Ngày {date} là {expected}, trong bảng ghi {weekday}.", **v),
    # the roster
    "roster_encoding": lambda w, _: w.say("Không đọc được tệp. Cần CSV (UTF-8) hoặc .xlsx."),
    "roster_empty": lambda w, _: w.say("Tệp không có dòng nào."),
    "roster_column": lambda w, v: w.say("Thiếu cột “{column}”.", **v),
    "roster_column_unknown": lambda w, v: w.say("Không dùng cột “{column}”.", column=v["column"]),
    "roster_cell": lambda w, v: w.say("Thiếu “{column}”.", **v),
    "roster_kind": lambda w, v: w.say("Không có loại đơn vị “{kind}”.", kind=v["kind"]),
    "roster_code": lambda w, v: w.say(
        "Mã đơn vị “{code}” chỉ được có chữ không dấu, số, tối đa 20 ký tự.", **v
    ),
    "roster_repeated": lambda w, v: w.say("Mã đơn vị “{code}” có hai dòng.", **v),
    "roster_figure": lambda w, v: w.say("“{column}”: “{value}” không phải số nguyên.", **v),
    "roster_name": lambda w, v: w.say("“{column}” phải là một dòng, nhiều nhất {most} ký tự.", **v),
    "roster_phone": lambda w, v: w.say("“{value}” không phải số điện thoại. Ví dụ: 024 3822 1234.", **v),
    "roster_phone_mobile": lambda w, v: w.say(
        "“{value}” là số di động. Chỉ ghi số máy của cơ quan; số riêng của cá nhân thì để trống.", **v
    ),
    "roster_level": lambda w, v: w.say("Không có cấp học “{level}”.", level=v["level"]),
    "roster_own_parent": lambda w, v: w.say("Đơn vị {code} không thể thuộc chính mình.", **v),
    "roster_no_rows": lambda w, _: w.say("Tệp chỉ có dòng tiêu đề, không có đơn vị nào."),
    "roster_date": lambda w, v: w.say("“{column}”: “{value}” không phải ngày.", **v),
    "roster_officer": lambda w, v: w.say("Đơn vị {code} chưa có cán bộ đầu mối.", **v),
}
