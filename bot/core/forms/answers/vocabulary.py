"""Closed phrases that several answer types share.

Phrases are compared folded. Single words are compared as spelled, or without accents if none were typed,
so that "bỏ" is never taken for "bộ". Slang is for closed questions only, never for free text
(domain notes 4.2, rule 8).
"""

import re

from bot.core.folding import fold
from bot.core.wordlists import phrase_set, word_set


def either(words: str, *, never_bare: str = "") -> frozenset[str]:
    """The words as spelled and without accents; `never_bare` are bare spellings that mean other things too."""
    return frozenset(words.split()) | (frozenset(fold(words).split()) - frozenset(never_bare.split()))


NO = word_set("khong ko k kg kh khg hok hong hem khum no none nothing nil")

NOT_APPLICABLE = phrase_set(
    "khong ap dung|ko ap dung|k ap dung|kh ap dung|kg ap dung|k/ap dung|khong co ap dung|kad|k ad|ko ad|"
    "khong thuoc doi tuong|ko thuoc doi tuong|k thuoc doi tuong|khong thuoc dien|khong lien quan|"
    "n/a|na|n.a|not applicable|does not apply|doesn't apply"
)

_NOT_KNOWN = re.compile(
    r"\b(?:(?:khong|ko|k|kg|kh|chua|chang|hok)(?: (?:co|duoc|con|the))?"
    r" (?:biet|ro|nho|chac|nam|so lieu|thong ke|tong hop|tinh|dem|xac dinh|thong tin|cap nhat)"
    r"|(?:cho|dang|doi) (?:so lieu|thong ke|tong hop|tinh|dem|ra soat|cap nhat|xac minh)"
    r"|(?:don'?t|do not|not) (?:know|sure)|unknown|no idea|no data|hinh nhu|co le|maybe|i think|chac la)\b"
)

# What is counted in these plans: words that may stand beside a number without changing it.
COUNTED = either(
    "trường lớp tiếng người đồng chí học sinh hs giáo viên gv cán bộ cb cbql ql đảng viên đv đoàn viên hội viên "
    "em cháu "
    "buổi đợt cuộc hội nghị bản tin bài luận lượt văn bản vb chi bộ đảng bộ đơn vị xã phường thị trấn thôn tổ khối "
    "cấp ủy uỷ điểm phòng trung tâm giờ tiết phút ngày tuần tháng lần chuyên đề công trình mô hình giải ý kiến viên "
    "nhóm câu lạc clb tập thể cá nhân hộ nam nữ thành viên lãnh đạo quản lý nhân viên nv phụ huynh cái chiếc quyển "
    "cuốn bộ video clip ảnh hình sản phẩm hoạt động kế hoạch nghị quyết quyết định báo cáo đề tài sáng kiến tiến sĩ "
    "thạc sĩ đại học cơ sở mầm non tiểu thcs thpt ng hv tài liệu tờ suất phần thi tác giả sinh đội năm "
    "school schools class classes person persons people pupil pupils student students teacher teachers member "
    "members session sessions time times unit units hour hours post posts article articles document documents cell "
    "cells communes commune meeting meetings event events day days week weeks"
)

# Words around a figure that say nothing more: "đã có 45 trường rồi", "tổng cộng là 45".
FILLERS = either(
    "có đã dạ được là tổng số cộng gồm đạt cũng chỉ vẫn cả thảy hiện nay đến kết quả tham gia dự tổ chức rồi thôi "
    "xong toàn bộ lượng quán triệt học tập triển khai thực hiện đúng chính xác trong năm học kỳ qua này "
    "we have has had there are is in of the only just exactly total",
    never_bare="du da co la den",
) | {"da", "co", "la", "den"}

_NONE_OF = r"(?:khong|ko|k|kg|kh|khg|hok|hong|hem|khum|chua|chang)"
_ZERO = re.compile(
    rf"(?:hien |van |thi )*{_NONE_OF}(?: he)?(?: co| duoc| phat sinh| to chuc| lam| trien khai| mo)?"
    r"(?P<counted>(?: [a-z]+)*?)(?: (?:nao|ai|gi)(?: (?:het|ca))?)?(?: roi)?"
)
_ZERO_WORDS = NO | {"chua", "zero", "not any", "none yet", "not yet", "no one", "nobody"}

_DEED = (
    r"xong|hoc|di|lam|nop|hoan thanh|co mat|tham gia|tham du|to chuc|trien khai|thuc hien|quan triet|hoc tap"
)
_ALL = re.compile(
    rf"(?:(?:da|deu|co|dat|la|{_DEED}) )*(?:day du|du ca|du het|het ca|du|het|tat ca deu|tat ca|toan bo|toan the|tat|"
    r"all of them|deu xong|xong ca|all|full|everyone|everybody)(?: (?:cac|so|the|of))*(?P<counted>(?: [a-z]+)*?)"
    rf"(?: (?:deu|da|roi|luon|het|ca|dat|du|{_DEED}))*"
)


def not_known(folded: str) -> bool:
    """Whether the officer says that they do not know: never to be taken as "no" or as zero."""
    return _NOT_KNOWN.search(folded) is not None


def means_nothing(folded: str) -> bool:
    """Whether it says that there is none: "không", "chưa có", "không có trường nào"."""
    return folded in _ZERO_WORDS or _whole(_ZERO, folded)


def means_all(folded: str) -> bool:
    """Whether it says that all were reached: "đủ", "tất cả các trường"."""
    return _whole(_ALL, folded)


def _whole(pattern: re.Pattern[str], folded: str) -> bool:
    if len(folded) > 80:
        return False
    match = pattern.fullmatch(folded)
    return match is not None and all(word in COUNTED for word in match["counted"].split())
