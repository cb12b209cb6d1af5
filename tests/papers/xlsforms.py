"""Small forms as ODK's and Kobo's documentation and templates build them: the structures, in words of our own."""

from collections.abc import Mapping

from tests.papers.workbooks import Table, book

HEAD = ("type", "name", "label::Vietnamese (vi)", "label::English (en)")
CHOICES_HEAD = ("list_name", "name", "label::Vietnamese (vi)", "label::English (en)")


def survey(*rows: tuple[object, ...], more: tuple[str, ...] = ()) -> Table:
    """A survey sheet; rows have type, name, label (said in both languages), then what `more` names."""
    return [(*HEAD, *more), *((row[0], row[1], row[2], row[2], *row[3:]) for row in rows)]


def choices(*rows: tuple[object, ...], more: tuple[str, ...] = ()) -> Table:
    """A choices sheet; rows have list, name, label, then what `more` names."""
    return [(*CHOICES_HEAD, *more), *((row[0], row[1], row[2], row[2], *row[3:]) for row in rows)]


def form(survey_: Table, choices_: Table = (), **sheets: Table) -> bytes:
    """The file."""
    tables = {"survey": survey_} | ({"choices": choices_} if choices_ else {}) | sheets
    return book(tables)


YES_NO = (("yes_no", "yes", "Có"), ("yes_no", "no", "Không"))

SAMPLES: Mapping[str, bytes] = {
    # the template of XLSForm.org: every sheet, settings, metadata
    "template": form(
        survey(
            ("start", "start", None),
            ("end", "end", None),
            ("today", "today", None),
            ("deviceid", "device", None),
            ("text", "remark", "Ghi chú?"),
            ("integer", "visits", "Số buổi?"),
        ),
        settings=[
            ("form_title", "form_id", "version", "default_language"),
            ("Mẫu", "mau", 1, "Vietnamese (vi)"),
        ],
    ),
    # "Skipping": relevant
    "relevant": form(
        survey(
            ("select_one yes_no", "likes_pizza", "Đã tổ chức chưa?", "yes", None),
            ("text", "topping", "Chủ đề chính?", None, "${likes_pizza} = 'yes'"),
            more=("required", "relevant"),
        ),
        choices(*YES_NO),
    ),
    # "Constraints" with messages and hints
    "constraint": form(
        survey(
            ("integer", "age", "Số người dự?", ". <= 150", "Tối đa 150.", "Tối đa 150.", "Không tính khách."),
            ("decimal", "cost", "Kinh phí?", ". > 0 and . < 1000.5", "Số dương.", "Số dương.", None),
            more=(
                "constraint",
                "constraint_message::Vietnamese (vi)",
                "constraint_message::English (en)",
                "hint",
            ),
        )
    ),
    # "Calculation"
    "calculate": form(
        survey(
            ("decimal", "amount", "Tổng số tiền?", None),
            ("calculate", "tip", None, "round(${amount} * 0.18, 2)"),
            ("note", "display", "Cảm ơn đồng chí.", None),
            ("text", "last", "Ý kiến?", None),
            more=("calculation",),
        )
    ),
    # "Grouping", nested, with relevant on the group
    "groups": form(
        survey(
            ("integer", "children", "Số trẻ em?", None),
            ("begin_group", "respondent", "Về trẻ em", "${children} > 0"),
            ("text", "village", "Thôn?", None),
            ("begin group", "inner", "Chi tiết", None),
            ("date", "seen_on", "Ngày gặp?", None),
            ("end group", None, None, None),
            ("end_group", None, None, None),
            more=("relevant",),
        )
    ),
    # "Repeats": a household roster without a count, summed afterwards
    "repeat": form(
        survey(
            ("begin_repeat", "classes", "Lớp bồi dưỡng", None),
            ("text", "topic", "Chuyên đề?", None),
            ("integer", "learners", "Số học viên?", None),
            ("end_repeat", None, None, None),
            ("calculate", "all_learners", None, "sum(${learners})"),
            ("calculate", "all_classes", None, "count(${classes})"),
            more=("calculation",),
        )
    ),
    # a repeat with a fixed or computed count
    "repeat_count": form(
        survey(
            ("integer", "n", "Mấy buổi?", None),
            ("begin repeat", "sessions", "Buổi", "${n}"),
            ("date", "held_on", "Ngày?", None),
            ("end repeat", None, None, None),
            more=("repeat_count",),
        )
    ),
    # "Cascading selects" by choice_filter
    "cascade": form(
        survey(
            ("select_one states", "state", "Khối?", None),
            ("select_one counties", "county", "Đơn vị?", "state=${state}"),
            more=("choice_filter",),
        ),
        choices(
            ("states", "a", "Khối A", None),
            ("states", "b", "Khối B", None),
            ("counties", "a1", "Đơn vị A1", "a"),
            ("counties", "a2", "Đơn vị A2", "a"),
            ("counties", "b1", "Đơn vị B1", "b"),
            more=("state",),
        ),
    ),
    # select_multiple with or_other
    "or_other": form(
        survey(("select_multiple channels or_other", "channels", "Kênh nào?")),
        choices(("channels", "zalo", "Zalo"), ("channels", "web", "Trang tin")),
    ),
    # range, acknowledge, image, file
    "widgets": form(
        survey(
            ("range", "amount", "Mức độ?", "start=0 end=10 step=2"),
            ("acknowledge", "agreed", "Đã đọc quy định.", None),
            ("image", "photo", "Ảnh?", None),
            ("file", "paper", "Tệp?", None),
            more=("parameters",),
        )
    ),
    # "Appearance", required_message, guidance, settings of Kobo's builder
    "kobo": form(
        [
            (
                "type",
                "name",
                "label",
                "guidance_hint",
                "required",
                "required_message",
                "appearance",
                "$given_name",
            ),
            ("text", "who", "Đầu mối?", "Ghi chức danh.", "true", "Cần trả lời.", "multiline", "x"),
            ("begin_group", "g", "Nhóm", None, "false", None, "field-list", None),
            ("select_one lj1yh42", "pick", "Chọn?", None, "true", None, "minimal", None),
            ("end_group", None, None, None, None, None, None, None),
        ],
        [("list_name", "name", "label"), ("lj1yh42", "m_t", "Một"), ("lj1yh42", "hai", "Hai")],
        settings=[("form_title", "default_language", "style"), ("Kobo", "Vietnamese (vi)", "pages")],
    ),
    # old spellings: "select one from", "caption", "relevance", English only in a bare column
    "old": form(
        [
            ("type", "name", "caption::Vietnamese", "relevance"),
            ("select one from yes_no", "held", "Đã làm chưa?", None),
            ("int", "times", "Mấy lần?", "${held} = 'yes'"),
        ],
        [("list name", "value", "label::Vietnamese"), ("yes_no", "yes", "Có"), ("yes_no", "no", "Không")],
    ),
}
"""Forms that can be asked in a chat."""

BEYOND: Mapping[str, tuple[bytes, list[tuple[str, str]]]] = {
    "geography": (
        form(
            survey(
                ("geopoint", "where", "Ở đâu?"), ("geoshape", "area", "Vùng?"), ("geotrace", "way", "Đường?")
            )
        ),
        [("xlsform_type", f"survey!A{row}") for row in (2, 3, 4)],
    ),
    "sound": (
        form(survey(("audio", "voice", "Ghi âm?"), ("video", "clip", "Video?"), ("barcode", "code", "Mã?"))),
        [("xlsform_type", f"survey!A{row}") for row in (2, 3, 4)],
    ),
    "time": (
        form(survey(("time", "at", "Mấy giờ?"), ("dateTime", "when", "Khi nào?"))),
        [("xlsform_type", "survey!A2"), ("xlsform_type", "survey!A3")],
    ),
    "rank": (
        form(survey(("rank yes_no", "order", "Xếp hạng?")), choices(*YES_NO)),
        [("xlsform_type", "survey!A2")],
    ),
    "from_file": (
        form(survey(("select_one_from_file places.csv", "place", "Nơi nào?"))),
        [("xlsform_type", "survey!A2")],
    ),
    "media": (
        form(survey(("text", "a", "Gì?", "a.png"), more=("media::image",))),
        [("xlsform_media", "survey!E1")],
    ),
    "label_reads": (
        form(survey(("text", "a", "Tên?"), ("text", "b", "Sao lại ${a}?"))),
        [("xlsform_label_reads", "survey!C3"), ("xlsform_label_reads", "survey!D3")],
    ),
    "function": (
        form(
            survey(
                ("calculate", "a", None, "pulldata('f', 'b', 'c', 'd')"),
                ("text", "b", "Gì?", None),
                more=("calculation",),
            )
        ),
        [("expression_broken", "survey!E2")],
    ),
    "required_expression": (
        form(survey(("text", "a", "Gì?", None), ("text", "b", "Gì?", "${a} = 'x'"), more=("required",))),
        [("xlsform_cell_refused", "survey!E3")],
    ),
    "trigger": (
        form(
            survey(
                ("text", "a", "Gì?", None, None),
                ("calculate", "b", None, "today()", "${a}"),
                more=("calculation", "trigger"),
            )
        ),
        [("xlsform_cell_refused", "survey!F3")],
    ),
    "nested_repeat": (
        form(
            survey(
                ("begin_repeat", "a", "A"),
                ("begin_repeat", "b", "B"),
                ("text", "c", "Gì?"),
                ("end_repeat", None, None),
                ("end_repeat", None, None),
            )
        ),
        [("repeat_nested", "survey!A3")],
    ),
    "unclosed": (
        form(survey(("begin_group", "a", "A"), ("text", "c", "Gì?"))),
        [("xlsform_invalid", "survey!A2"), ("group_open", "survey!A2")],
    ),
    "no_list": (
        form(survey(("select_one nowhere", "a", "Gì?")), choices(*YES_NO)),
        [("xlsform_invalid", "survey!A2"), ("list_unknown", "survey!A2")],
    ),
    "entities": (
        form(survey(("text", "a", "Gì?")), entities=[("list_name", "label"), ("trees", "${a}")]),
        [("sheet_unread", "entities")],
    ),
}
"""Forms with something that no chat can do, and what is found where."""
