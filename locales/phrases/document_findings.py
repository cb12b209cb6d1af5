"""What is wrong, missing or doubtful in a plan's document: its figures, the documents it cites, its own words, and the
decisions about them. One sentence for each code of that part of `bot.core.plan.finding_codes`."""

from collections.abc import Callable, Mapping

from bot.core.plan.finding_codes import Code
from locales.words import Words

Values = Mapping[str, str]


def _figures(words: Words, values: Values) -> dict[str, str]:
    """The values with every figure in it written as people write it."""
    return {name: _spelled(words, value) for name, value in _own(words, values).items()}


def _own(words: Words, values: Values) -> dict[str, str]:
    """The values with the plan's own words in this language, where it has them."""
    ending = f"_{words.language}"
    given = {
        name.removesuffix(ending): text for name, text in values.items() if name.endswith(ending) and text
    }
    return {**values, **given}


def _spelled(words: Words, value: str) -> str:
    parts = value.split(" + ")
    if not all(part.replace(".", "", 1).isdecimal() for part in parts):
        return value
    return " + ".join(words.number(part) for part in parts)


def _missing(words: Words, values: Values) -> str:
    names = {
        "number": words.say("số, ký hiệu"),
        "date": words.say("ngày ban hành"),
        "issuer": words.say("cơ quan ban hành"),
    }
    return words.list([names.get(name, name) for name in values["missing"].split(", ")])


def _sum_wrong(w: Words, v: Values) -> str:
    v = _figures(w, v)
    said = w.say("{label}: văn bản ghi {stated} nhưng các phần cộng lại {parts} = {sum}.", **v)
    if not v["proposal"]:
        return " ".join((said, w.say("Hãy xác định số nào đúng.")))
    return " ".join((said, w.say("Đề xuất: {proposal}.", **v)))


def _sum_confirmed(w: Words, v: Values) -> str:
    v = _figures(w, v)
    said = w.say("{parts} = {total} đúng với tổng mà văn bản ghi, nên {right} đúng và {wrong} sai.", **v)
    if not v["omitted"]:
        return said
    return " ".join((said, w.say("Văn bản đã bỏ sót {omitted} khi cộng.", **v)))


def _compound(w: Words, v: Values) -> str:
    said = w.say(
        "Một câu có {count} chỉ tiêu phần trăm trong {clauses} vế; nên tách thành từng chỉ tiêu.", **v
    )
    if not v["adverb"]:
        return said
    return " ".join((said, w.say("“{adverb}” chỉ đứng ở đầu câu: có áp dụng cho mọi vế không?", **v)))


def _misspelt(w: Words, v: Values) -> str:
    said = w.say("Có thể viết sai chính tả ({count} chỗ: {places}): {quotes}.", **v)
    return " ".join((said, w.say("Có lẽ là: {proposal}.", **v))) if v["proposal"] else said


SENTENCES: Mapping[str, Callable[[Words, Values], str]] = {
    # figures
    Code.FIGURE_UNKNOWN: lambda w, v: w.say("Không có số liệu mã “{figure}”.", figure=v["figure"]),
    Code.FIGURE_CIRCLE: lambda w, v: w.say("Số liệu {figure} là tổng của chính nó.", **v),
    Code.SUM_WRONG: _sum_wrong,
    Code.SUM_CONFIRMED: _sum_confirmed,
    Code.TOTAL_MISSING: lambda w, v: w.say(
        "{label}: văn bản không ghi tổng; các phần cộng lại {parts} = {proposal}.", **_figures(w, v)
    ),
    Code.UNITS_ADDED: lambda w, v: w.say("Số liệu {figure} cộng các đơn vị tính khác nhau: {units}.", **v),
    Code.COUNTS_MIXED: lambda w, v: w.say(
        "Chỉ tiêu {indicator} cộng số lượt với số người ({names}); một người có thể dự nhiều lượt.", **v
    ),
    Code.FIGURE_SCOPE: lambda w, v: w.say(
        "{label} ({stated}) nằm trong hay ngoài tổng số {total}? Hãy ghi “within” (mã của tổng, hoặc apart).",
        **_figures(w, v),
    ),
    Code.FIGURE_NOT_IN_TEXT: lambda w, v: w.say(
        "Không thấy số {stated} của {figure} trong văn bản.", **_figures(w, v)
    ),
    Code.GROUP_SIZE_ODD: lambda w, v: w.say(
        "{label}: bình quân {size} người một lớp, ngoài khoảng thường gặp {band}.", **_figures(w, v)
    ),
    Code.GROUP_SIZE_BAD: lambda w, v: w.say("“{value}” phải là một khoảng, ví dụ: 15-100.", **v),
    Code.TARGET_NOT_FIGURE: lambda w, v: w.say(
        "Chỉ tiêu {indicator} đặt mức {target} nhưng số liệu {figure} của văn bản là {value}.",
        **_figures(w, v),
    ),
    # cited documents
    Code.CITE_INCOMPLETE: lambda w, v: w.say(
        "Văn bản viện dẫn “{cite}” chưa ghi {missing}.", cite=v["cite"], missing=_missing(w, v)
    ),
    Code.CITE_AFTER_PLAN: lambda w, v: w.say(
        "Kế hoạch ngày {issued_on} viện dẫn {cite} ngày {date}, là ngày sau đó.", **v
    ),
    Code.CITE_TWO_ISSUERS: lambda w, v: w.say(
        "{cite} được ghi là của hai cơ quan khác nhau: {issuers} ({places}).", **v
    ),
    Code.CITE_IN_TWO_SECTIONS: lambda w, v: w.say(
        "Hai mục cùng giao thực hiện {cite}: {sections} ({places}); một báo cáo là đủ.", **v
    ),
    Code.ORDINAL_DOUBTFUL: lambda w, v: w.say(
        "Văn bản ghi đại hội {congress} lần thứ {ordinal}; đại hội ngày {held} là lần thứ {proposal} ({basis}).",
        **v,
    ),
    # the text
    Code.TEXT_ABSENT: lambda w, v: w.say("Không có tệp “{text}” bên cạnh tệp kế hoạch.", **v),
    Code.TEXT_UNREADABLE: lambda w, v: w.say(
        "Không đọc được “{text}”: cần văn bản thuần (.txt), bảng mã UTF-8.", **v
    ),
    Code.TEXT_HEAD_INCOMPLETE: lambda w, v: w.say("Đầu văn bản thiếu {missing}.", missing=_missing(w, v)),
    Code.ANNEX_ABSENT: lambda w, v: w.say(
        "Văn bản hứa có phụ lục (“{quote}”) nhưng chưa có; khi có, ghi tên vào “annexes”.", **v
    ),
    Code.PERCENT_WITHOUT_BASE: lambda w, v: w.say(
        "{count} tỷ lệ phần trăm không kèm tổng số ({places}); mẫu số phải lấy từ danh sách đơn vị hoặc phải hỏi.",
        **v,
    ),
    Code.SENTENCE_COMPOUND: _compound,
    Code.PERIOD_VAGUE: lambda w, v: w.say("“{quote}” không nói bao lâu một lần.", **v),
    Code.SCOPE_DIFFERS: lambda w, v: w.say(
        "Tên văn bản nói đến “{noun}” nhưng nội dung chỉ nói đến {others}.", **v
    ),
    Code.KEY_WITHOUT_FIGURE: lambda w, v: w.say(
        "Được gọi là nhiệm vụ trọng tâm, tiêu chí đánh giá, nhưng không có con số nào: “{quote}”.", **v
    ),
    Code.OTHER_PLAN_FOLLOWED: lambda w, v: w.say(
        "Mục {section} thực hiện kế hoạch của {body}, các mục khác thực hiện kế hoạch của {other}; "
        "nhiệm vụ của mục này phải chờ kế hoạch đó (depends_on).",
        **v,
    ),
    Code.ACTOR_WITHOUT_TASK: lambda w, v: w.say(
        "“{actor}” được nêu tên nhưng không được giao việc gì trong phần tổ chức thực hiện.", **v
    ),
    Code.DUTY_TWICE: lambda w, v: w.say(
        "Việc “{duty}” được giao ở nhiều mục: {sections} ({places}); một báo cáo là đủ.", **v
    ),
    Code.BODY_ABOLISHED: lambda w, v: w.say(
        "“{body}” không còn từ {since} ({basis}); {count} chỗ: {places}. Cơ quan kế thừa: {proposal}.",
        **_own(w, v),
    ),
    Code.TERM_UNDEFINED: lambda w, v: w.say("“{term}” ({places}) chưa rõ: {needs}?", **_own(w, v)),
    Code.TERM_DRIFT: lambda w, v: w.say("Một việc được gọi bằng nhiều tên: {terms} ({places}).", **v),
    Code.ATTRIBUTE_NEEDED: lambda w, v: w.say(
        "“{term}” ({places}) không kèm danh sách; danh sách đơn vị cần cột “{attribute}”.", **v
    ),
    Code.LIST_OPEN: lambda w, v: w.say(
        "{count} chỗ liệt kê bỏ lửng bằng dấu ba chấm ({places}); cần danh sách đầy đủ.", **v
    ),
    Code.SPELLING_MIXED: lambda w, v: w.say("Hai cách đặt dấu trong một văn bản: {spellings}.", **v),
    Code.SENTENCE_CUT: lambda w, v: w.say("{count} câu bị ngắt giữa chừng ({places}): {quotes}.", **v),
    Code.HYPHEN_SPACED: lambda w, v: w.say(
        "{count} số, ký hiệu có dấu cách quanh gạch nối ({places}): {quotes}.", **v
    ),
    Code.SPACE_NO_BREAK: lambda w, v: w.say("Văn bản có {count} dấu cách không ngắt dòng (U+00A0).", **v),
    Code.MISSPELT: _misspelt,
    # tasks and questions
    Code.OWNERS_UNSTATED: lambda w, v: w.say(
        "Văn bản không nêu ai thực hiện {count}/{total} nhiệm vụ ({tasks}); đơn vị ghi ở đây là đề xuất, cần xác nhận.",
        **v,
    ),
    Code.TASKS_ALIKE: lambda w, v: w.say(
        "Nhiệm vụ {task} gần giống {other} ở {first}; có phải một việc?", **v
    ),
    Code.PUPILS_WITHOUT_LEVELS: lambda w, v: w.say(
        "{count} nhiệm vụ về “học sinh” giao cho mọi trường ({tasks}), cả mầm non chỉ có trẻ; hãy ghi “levels”.",
        **v,
    ),
    Code.KEY_TASKS_WITHOUT_TARGET: lambda w, v: w.say(
        "{count} nhiệm vụ chính không có mức chỉ tiêu nào: {tasks}.", **v
    ),
    Code.MONITOR_IMPLEMENTS: lambda w, v: w.say(
        "{kind} vừa theo dõi vừa thực hiện {count} nhiệm vụ ({tasks}); người khác phải xem xét báo cáo đó.",
        **v,
    ),
    Code.QUESTION_TWICE: lambda w, v: w.say(
        "Câu “{name}” hỏi lại đúng lời câu “{other}” ở {first}, với cùng đơn vị.", **v
    ),
    Code.NEVER_HOLDS: lambda w, v: w.say("Không câu trả lời nào của “{name}” thỏa được ràng buộc này.", **v),
    Code.NEVER_ASKED: lambda w, v: w.say(
        "Câu “{name}” không bao giờ được hỏi: điều kiện “relevant” không thể đúng.", **v
    ),
    # decisions
    Code.DECISION_STALE: lambda w, v: w.say(
        "Quyết định về “{finding}” được đưa ra khi văn bản ghi khác; nay là: {seen}. Hãy quyết định lại.", **v
    ),
    Code.DECISION_IDLE: lambda w, v: w.say("Không còn gì phải quyết định về “{finding}” ở đây.", **v),
    Code.DECISION_IMPOSSIBLE: lambda w, v: w.say(
        "“{finding}” không quyết định được bằng cách này; hãy sửa tệp.", **v
    ),
    Code.DECISION_VALUE_BAD: lambda w, v: w.say("“{value}” phải là một con số.", **v),
}


def proposal(values: Values, *, words: Words) -> str:
    """What could be written instead, "" where nothing is proposed."""
    return _own(words, values).get("proposal", "")
