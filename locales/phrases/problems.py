"""Why an answer was not taken as it is: a sentence for each code, an example for each type of question.

Every code of `bot.core.forms.answers.problems` has its sentence here; a test goes through them.
"""

from collections.abc import Callable, Mapping
from datetime import date
from math import ceil
from typing import Any

from bot.core.forms.answers.outcome import Problem
from bot.core.forms.model import Question, Type
from locales.phrases.values import question_label
from locales.words import Words

Values = Mapping[str, Any]
Sentence = Callable[[Words, Values], str]


def explain(
    problem: Problem,
    question: Question,
    *,
    total: int | None = None,
    words: Words,
    with_example: bool = True,
) -> str:
    """Why the answer cannot be taken, and an example of one that can. `total` is the denominator by the roster."""
    if problem.code == "constraint" and question.follows:
        said = words.say("Ngày dự kiến xong không thể là ngày đã qua.")
    elif problem.code == "constraint":
        said = words.of(question.constraint_message) or words.say(
            "Câu trả lời này không khớp với các câu trên."
        )
    elif problem.code == "not_a_ratio" and total is not None:
        said = words.say("Câu này cần một con số, nhiều nhất là {total}.", total=words.number(total))
    else:
        said = SENTENCES[problem.code](words, problem.values)
    given = example(question, total=total, words=words) if with_example else ""
    return f"{said} {given}" if given and problem.code not in _WITHOUT_EXAMPLE else said


def ask_back(problem: Problem, question: Question, shown: str, *, words: Words) -> str:
    """Echo what was understood and ask whether it is meant."""
    match problem.code:
        case "other_total":
            return words.say(
                "Theo danh sách, tổng số là {total}; đồng chí ghi {given}. Có đúng là {value} không?",
                total=words.number(problem.values["total"]),
                given=words.number(problem.values["given"]),
                value=shown,
            )
        case "year_assumed":
            return words.say("Có phải là {value} không?", value=shown)
        case "not_applicable":
            return words.say("Câu này không áp dụng với đơn vị của đồng chí, đúng không?")
    return words.say(
        "Câu “{label}”: hệ thống hiểu là {value}. Đúng không?",
        label=question_label(question, words),
        value=shown,
    )


def example(question: Question, *, total: int | None = None, words: Words) -> str:
    """How an answer to this kind of question may look."""
    match question.type:
        case Type.YES_NO:
            return words.say("Đồng chí chọn số hoặc gõ: có, chưa, không, không áp dụng.")
        case Type.INTEGER:
            return words.say("Ví dụ: 45.")
        case Type.DECIMAL:
            return words.say("Ví dụ: {number}.", number=words.number("12.5"))
        case Type.MONEY_MILLION:
            return words.say("Ví dụ: {number} (triệu đồng).", number=words.number("15.5"))
        case Type.RATIO if total is not None:
            whole = words.number(total)
            return words.say("Ví dụ: {done}/{whole}.", done=words.number(total - total // 20), whole=whole)
        case Type.RATIO:
            return words.say("Ví dụ: 43/45.")
        case Type.DATE if question.follows:
            return words.say("Ví dụ: 15/12, hoặc “chưa biết”.")
        case Type.DATE:
            return words.say("Ví dụ: 20/11/2026 hoặc “hôm qua”.")
        case Type.DOCUMENT:
            return words.say("Ví dụ: 15-KH/ĐU, ngày 20/11/2026.")
        case Type.SELECT_ONE:
            return words.say("Đồng chí gõ số của một dòng dưới đây.")
        case Type.SELECT_MULTIPLE:
            return words.say("Có thể chọn nhiều dòng. Ví dụ: 1, 3.")
        case Type.EVIDENCE:
            return words.say("Hệ thống nhận ảnh (jpg, png) và tệp pdf, docx, xlsx.")
    return ""


def how_to_answer(question: Question, *, words: Words) -> str:
    """Help for the question that is asked."""
    match question.type:
        case Type.RATIO:
            how = words.say(
                "Câu này gồm số đã làm và tổng số. Nếu tổng số đã hiện sẵn, chỉ cần gõ số đã làm."
            )
        case Type.DATE:
            how = words.say("Câu này cần một ngày; gõ ngày trước, tháng sau.")
        case Type.DOCUMENT:
            how = words.say("Câu này cần số, ký hiệu và ngày của văn bản.")
        case Type.EVIDENCE:
            how = words.say(
                "Đồng chí gửi ảnh hoặc tệp. Không gửi tài liệu mật, không gửi danh sách hay ảnh rõ mặt học sinh."
            )
        case Type.TEXT:
            how = words.say("Đồng chí viết ngắn gọn, một đến hai câu, không nêu tên học sinh.")
        case Type.MONEY_MILLION:
            how = words.say("Câu này tính bằng triệu đồng.")
        case _:
            how = ""
    return " ".join(part for part in (how, example(question, words=words)) if part)


_WITHOUT_EXAMPLE = frozenset(
    (
        "total_wrong",
        "not_known",
        "secrecy",
        "personal_data",
        "too_long",
        "constraint",
        "required",
        "file_count",
        "file_twice",
        "file_size",
    )
)

_PERSONAL: Mapping[str, Callable[[Words], str]] = {
    "pupil": lambda words: words.say("tên học sinh"),
    "identity_number": lambda words: words.say("số căn cước"),
    "phone": lambda words: words.say("số điện thoại"),
    "birth_date": lambda words: words.say("ngày sinh"),
}


def _day(words: Words, value: str) -> str:
    return words.day(date.fromisoformat(value))


SENTENCES: Mapping[str, Sentence] = {
    # of the form itself
    "required": lambda w, _: w.say("Câu này cần được trả lời, không bỏ qua được."),
    "text_expected": lambda w, _: w.say("Câu này trả lời bằng chữ hoặc số, không cần ảnh hay tệp."),
    "unreadable": lambda w, _: w.say("Hệ thống chưa đọc được tin này (nhãn dán, ghi âm, vị trí…)."),
    "to_confirm": lambda w, _: w.say("Còn một câu trả lời chờ đồng chí xác nhận."),
    # any type
    "empty": lambda w, _: w.say("Tin nhắn chưa có nội dung."),
    "too_long": lambda w, v: w.say(
        "Câu trả lời dài {length} ký tự, tối đa {limit}. Đề nghị đồng chí viết ngắn lại.",
        length=w.number(v["length"]),
        limit=w.number(v["limit"]),
    ),
    "misencoded": lambda w, _: w.say(
        "Đoạn này dùng bảng mã cũ (TCVN3, VNI) nên không đọc được. Đề nghị đồng chí gõ lại."
    ),
    "not_known": lambda w, _: w.say(
        "Nếu chưa có số liệu, đồng chí có thể dừng ở đây và điền tiếp sau; các câu đã trả lời vẫn còn."
    ),
    "unsure": lambda w, _: w.say("Hệ thống chưa rõ đây là câu trả lời hay câu hỏi."),
    "secrecy": lambda w, v: w.say(
        "Nội dung có dấu hiệu tài liệu mật, nội bộ (“{marking}”) nên hệ thống không lưu. Tài liệu mật chỉ gửi qua mạng "
        "chuyên dùng của cơ quan.",
        marking=v["marking"],
    ),
    "personal_data": lambda w, v: w.say(
        "Nội dung có thể chứa {kind} nên hệ thống không lưu. Đề nghị đồng chí chỉ nêu số lượng, không nêu "
        "thông tin của từng người.",
        kind=_PERSONAL[v["kind"]](w),
    ),
    "keystrokes": lambda w, _: w.say("Tin nhắn được gõ khi chưa bật bộ gõ tiếng Việt."),
    "words_beside": lambda w, v: w.say("Ngoài câu trả lời, tin nhắn còn có “{words}”.", words=v["words"]),
    "not_applicable": lambda w, _: w.say("Câu này không áp dụng với đơn vị của đồng chí."),
    "not_applicable_here": lambda w, _: w.say(
        "Câu này không nhận câu trả lời “không áp dụng”. Nếu câu không bắt buộc, đồng chí gõ “bỏ qua”."
    ),
    # numbers
    "not_a_number": lambda w, _: w.say("Câu này cần một con số."),
    "several_numbers": lambda w, _: w.say("Tin nhắn có nhiều số; câu này chỉ cần một số."),
    "approximate": lambda w, _: w.say("Đề nghị đồng chí ghi số chính xác, không ghi số ước lượng."),
    "negative": lambda w, _: w.say("Số này không thể nhỏ hơn 0."),
    "other_digits": lambda w, _: w.say("Đề nghị đồng chí gõ bằng các chữ số từ 0 đến 9."),
    "letter_o": lambda w, _: w.say("Có phải đồng chí muốn gõ số 0 không? Tin nhắn đang có chữ O."),
    "not_whole": lambda w, v: w.say(
        "Câu này cần một số nguyên; số vừa gõ là {amount}.", amount=w.number(v["amount"])
    ),
    "too_large": lambda w, v: w.say("Số này quá lớn (trên {limit}).", limit=w.number(v["limit"])),
    "separators": lambda w, _: w.say(
        "Dấu chấm, dấu phẩy trong số này có thể hiểu theo hai cách. Đề nghị đồng chí gõ lại."
    ),
    "scale_word": lambda w, v: w.say("Có phải là {amount} không?", amount=w.number(v["amount"])),
    "number_words": lambda w, v: w.say("Có phải là {amount} không?", amount=w.number(v["amount"])),
    "nothing_is_zero": lambda w, _: w.say("Hệ thống hiểu là 0."),
    "changes_meaning": lambda w, _: w.say(
        "Các chữ đi kèm làm con số có nghĩa khác. Đề nghị đồng chí chỉ gõ con số."
    ),
    "percent_here": lambda w, _: w.say("Câu này cần số lượng, không cần tỷ lệ phần trăm."),
    # ratio
    "not_a_ratio": lambda w, _: w.say("Câu này cần số đã làm và tổng số."),
    "above_total": lambda w, v: w.say(
        "Số vừa gõ ({count}) lớn hơn tổng số ({total}). Nếu tổng số chưa đúng, đồng chí gõ cả hai số: {count}/{count}.",
        count=w.number(v["count"]),
        total=w.number(v["total"]),
    ),
    "total_wrong": lambda w, v: w.say(
        "Danh sách ghi tổng số {total}. Nếu đúng là {given}, đồng chí gõ cả hai số, ví dụ: {given}/{given}; "
        "hệ thống sẽ hỏi lý do và báo cán bộ theo dõi.",
        given=w.number(v["given"]),
        total=w.number(v["total"]),
    ),
    "reason_needed": lambda w, _: w.say("Đề nghị đồng chí ghi rõ lý do bằng vài từ."),
    "other_total": lambda w, v: w.say(
        "Tổng số {given} khác với danh sách ({total}).",
        given=w.number(v["given"]),
        total=w.number(v["total"]),
    ),
    "total_needed": lambda w, _: w.say("Hệ thống chưa có tổng số; đề nghị đồng chí gõ cả hai số."),
    "zero_total": lambda w, _: w.say(
        "Tổng số bằng 0. Nếu câu này không áp dụng, đồng chí gõ “không áp dụng”."
    ),
    "all_is_total": lambda w, v: w.say("Hệ thống hiểu là đủ {total}.", total=w.number(v["total"])),
    "two_numbers": lambda w, v: w.say(
        "Hệ thống hiểu là {count} trên tổng số {total}.",
        count=w.number(v["count"]),
        total=w.number(v["total"]),
    ),
    "missing_counted": lambda w, v: w.say(
        "{total} trừ {missing} còn {count}.",
        total=w.number(v["total"]),
        missing=w.number(v["missing"]),
        count=w.number(v["count"]),
    ),
    "percent_of_total": lambda w, v: w.say(
        "{percent}% của {total} là {count}.",
        percent=w.number(v["percent"]),
        total=w.number(v["total"]),
        count=w.number(v["count"]),
    ),
    "percent_not_whole": lambda w, v: w.say(
        "{percent}% của {total} không ra số nguyên. Đề nghị đồng chí gõ số đã làm.",
        percent=w.number(v["percent"]),
        total=w.number(v["total"]),
    ),
    "percent_disagrees": lambda w, v: w.say(
        "{percent}% không khớp với {count}/{total}. Đề nghị đồng chí chỉ gõ hai số.",
        percent=w.number(v["percent"]),
        count=w.number(v["count"]),
        total=w.number(v["total"]),
    ),
    # money
    "in_dong": lambda w, v: w.say("Hệ thống hiểu là {dong} đồng.", dong=w.number(v["dong"])),
    "money_unit": lambda w, _: w.say("Đề nghị đồng chí ghi rõ đơn vị: đồng, nghìn, triệu hay tỷ."),
    "large_sum": lambda w, _: w.say("Số tiền từ một tỷ đồng trở lên."),
    "currency": lambda w, _: w.say("Câu này tính bằng đồng Việt Nam."),
    # dates
    "not_a_date": lambda w, _: w.say("Câu này cần một ngày."),
    "no_such_day": lambda w, v: w.say("Không có ngày {day}/{month}.", day=v["day"], month=v["month"]),
    "day_comes_first": lambda w, v: w.say(
        "Không có tháng {month}. Đề nghị đồng chí gõ ngày trước, tháng sau.", month=v["month"]
    ),
    "future_date": lambda w, v: w.say("Ngày {date} chưa đến.", date=_day(w, v["date"])),
    "partial_date": lambda w, _: w.say("Đề nghị đồng chí ghi rõ ngày, tháng."),
    "lunar_date": lambda w, _: w.say("Đề nghị đồng chí ghi ngày dương lịch."),
    "several_dates": lambda w, _: w.say("Tin nhắn có nhiều ngày; câu này chỉ cần một ngày."),
    "not_held": lambda w, _: w.say(
        "Nếu chưa tổ chức, đồng chí gõ “lùi” để sửa câu trước, hoặc “bỏ qua” nếu câu không bắt buộc."
    ),
    "year_assumed": lambda w, v: w.say("Hệ thống hiểu là ngày {date}.", date=_day(w, v["date"])),
    "counted_date": lambda w, v: w.say("Hệ thống hiểu là ngày {date}.", date=_day(w, v["date"])),
    "date_digits": lambda w, v: w.say("Hệ thống hiểu là ngày {date}.", date=_day(w, v["date"])),
    "weekday_disagrees": lambda w, v: w.say(
        "Ngày {date} là {weekday}.",
        date=_day(w, v["date"]),
        weekday=w.weekday(date.fromisoformat(v["date"])),
    ),
    "outside_period": lambda w, v: w.say(
        "Ngày {date} nằm ngoài kỳ báo cáo ({starts_on} – {ends_on}).",
        date=_day(w, v["date"]),
        starts_on=_day(w, v["starts_on"]),
        ends_on=_day(w, v["ends_on"]),
    ),
    "long_ago": lambda w, v: w.say("Năm {year} có đúng không?", year=v["year"]),
    # yes or no
    "not_yes_or_no": lambda w, _: w.say("Hệ thống chưa rõ là có hay chưa."),
    "slang": lambda w, _: w.say("Tin nhắn viết tắt nên hệ thống xin hỏi lại cho chắc."),
    "contradictory": lambda w, _: w.say("Tin nhắn chưa rõ là “có” hay “không”; đề nghị đồng chí chọn một."),
    # document
    "not_a_document": lambda w, _: w.say("Câu này cần số và ký hiệu văn bản."),
    "no_document": lambda w, _: w.say(
        "Nếu chưa có văn bản, đồng chí gõ “lùi” để sửa câu trước, hoặc “bỏ qua” nếu câu không bắt buộc."
    ),
    "incomplete_number": lambda w, _: w.say("Số văn bản còn thiếu ký hiệu."),
    "several_documents": lambda w, _: w.say("Tin nhắn có nhiều văn bản; câu này chỉ cần một văn bản."),
    "number_and_date": lambda w, v: w.say(
        "Hệ thống hiểu là văn bản {number}, ngày {date}.", number=v["number"], date=_day(w, v["date"])
    ),
    "symbol_completed": lambda w, v: w.say("Hệ thống hiểu là văn bản {number}.", number=v["number"]),
    # choices
    "no_such_choice": lambda w, v: w.say(
        "Không có lựa chọn đó; đề nghị đồng chí gõ số từ 1 đến {count}.", count=v["count"]
    ),
    "several_choices": lambda w, _: w.say("Tin nhắn khớp với nhiều lựa chọn."),
    "only_one_choice": lambda w, _: w.say("Câu này chỉ chọn một."),
    "choice_guessed": lambda w, _: w.say("Hệ thống xin hỏi lại cho chắc."),
    "all_choices": lambda w, _: w.say("Hệ thống hiểu là chọn tất cả."),
    "no_choices": lambda w, _: w.say("Hệ thống hiểu là không chọn mục nào."),
    # evidence
    "file_expected": lambda w, _: w.say("Câu này cần ảnh hoặc tệp. Nếu không có, đồng chí gõ “bỏ qua”."),
    "file_kind": lambda w, _: w.say("Hệ thống chưa nhận loại tệp này."),
    "file_size": lambda w, v: w.say(
        "Tệp nặng {size} MB, tối đa {limit} MB. Đề nghị đồng chí chụp trang đầu của văn bản.",
        size=w.number(ceil(v["size"] / 1_000_000)),
        limit=w.number(v["limit"] // 1_000_000),
    ),
    "file_count": lambda w, v: w.say("Mỗi câu nhận tối đa {limit} tệp.", limit=v["limit"]),
    "file_twice": lambda w, _: w.say("Tệp này đã gửi rồi, hệ thống giữ một bản."),
    # units
    "no_such_unit": lambda w, _: w.say("Không tìm thấy đơn vị nào có tên đó."),
    "several_units": lambda w, _: w.say("Có nhiều đơn vị tên gần giống nhau."),
    "unit_guessed": lambda w, _: w.say("Hệ thống xin hỏi lại cho chắc."),
}
