"""The words of yes, not yet, no and not applicable, as data.

Phrases are whole answers; words make up longer ones ("đã tổ chức rồi", "chưa làm được"). Both are compared as
spelled, or without accents if none were typed.
"""

import re
from enum import Enum

from bot.core.folding import fold
from bot.core.wordlists import word_set


class Part(Enum):
    """What a word does in an answer."""

    YES = "yes"
    NOT_YET = "not_yet"
    NO = "no"
    OPEN = "open"  # takes back or limits what is said: nhưng, một phần, biết
    LEAD = "lead"  # who, when, how: says nothing by itself
    DEED = "deed"  # what was done, or not


# A phrase that ends in "?" is confirmed: slang, or too short to be sure.
_PHRASES = {
    "yes": "hoàn thành|hoàn tất|hoàn thành tốt|hoàn thành rất tốt|đầy đủ?|đủ?|đủ rồi?|được rồi?|được?|"
    "ổn rồi?|r?|ok?|oke?|"
    "okie?|okê?|okey?|okay?|oki?|okela?|"
    "yes|yep?|yeah?|yup?|y?|done|"
    "all done|finished|completed|complete?|already?|already done|yes done|it is done|true?|"
    "1?|có luôn?|tất nhiên?|tất nhiên rồi?|đúng|đúng rồi|đúng vậy|đúng thế|chuẩn?|chính xác?|u?|ừ|ờ?|ừm?|ừa?|"
    "ukm?|ô kê?|uh?|um?|uk?|uhm?|"
    "phải?|phải rồi?|xog?|xg?|đc rồi?|đc r?|đã r?|có r?|có chứ?|xong r?|làm r?|✅?|✔?|☑?|👍?|👌?|🆗?|💯?",
    "not_yet": "chưa|chx?|ch?|chưa đc?|no not yet|chưa đâu|chưa bao giờ?|not yet|not done|not done yet|"
    "not finished|in progress|pending?|"
    "sắp xong|gần xong?|sắp?|sắp rồi?|đang làm|đang triển khai|đang thực hiện|đang tiến hành|đang tổ chức|đang học|"
    "đang?|working on it|soon?|⏳?|sẽ làm?|sẽ tổ chức?",
    "no": "không|ko|hok|hông?|hổng?|k?|kh?|kg?|khg?|k0?|kô?|hôg?|hk?|hg?|ko đc?|k đc?|không đc?|hong?|hem?|hum?|"
    "khum?|khom?|no|nope|n?|never?|false?|"
    "không phải|0?|không hề|không có|không đâu?|sai?|❌?|👎?|🚫?",
    "na": "không áp dụng?|ko áp dụng?|k áp dụng?|kh áp dụng?|kg áp dụng?|k/áp dụng?|"
    "không có áp dụng?|kad?|k ad?|ko ad?|"
    "không thuộc đối tượng?|ko thuộc đối tượng?|k thuộc đối tượng?|không thuộc diện?|không phải đối tượng?|"
    "ko phải đối tượng?|không có đối tượng?|ko có đối tượng?|không liên quan?|n/a?|na?|n.a?|"
    "not applicable?|does not apply?|doesn't apply?",
}

_WORDS = {
    Part.YES: "có rồi đã xong vâng dạ đúng ừ ok oke yes yeah done rùi roài ròi r được phải xog",
    Part.NOT_YET: "chưa sắp đang sẽ chửa",
    Part.NO: "không ko k kh kg khg kô hôg hok hông hong hổng hem khum chẳng chả no",
    Part.OPEN: "nhưng hoặc hay biết rõ nhớ chắc phần ít vài gần hầu nếu mới còn thiếu trừ tùy tuỳ xem hỏi nào gì sao "
    "đôi thỉnh khi lúc "
    "nửa hoãn hủy huỷ dừng lẽ vẻ tưởng but or maybe partly partial some almost mostly nearly except if not",
    Part.LEAD: "em anh chị thầy cô tôi mình chúng nhà trường đơn vị chi bộ bên đảng ủy uỷ xã ạ vẫn hiện nay tại "
    "thì cũng "
    "đều là bây giờ năm ra vừa ở với rất we they i still thưa giám hiệu",
    Part.DEED: "tổ chức làm triển khai thực hiện báo cáo hoàn thành tất quán triệt học tập gửi ban hành mở họp nộp "
    "ký duyệt "
    "tiến phổ biến tuyên truyền đăng lập xây dựng kiểm tra đánh giá tổng sơ kết cả mà ấy đó này thế vậy luôn nhé "
    "đâu việc văn bản hội nghị lớp nghị quyết chỉ chuyên đề trực tiếp đạt truyền đầy đủ hết hẳn yet "
    "already held organised finished completed nè nha á ha thôi tốt",
}

# An answer that rests on one of these is confirmed: slang, or a bare spelling that is another word as well.
UNSURE = word_set(
    "ròi dung phải phai dang u r k kh kg khg hong hem khum sap se duoc được het hết hẳn han du đủ ok oke "
    "yeah chửa sẽ xog cha kô hôg"
)
# After "chưa" or "không" these say that it was done in part.
LIMITS = word_set("đủ du hết het hẳn han")
# Beside a yes these deny it: "đâu có", "đã làm đâu".
DENIALS = word_set("đâu dau")


def _phrases() -> dict[str, tuple[str, bool]]:
    table: dict[str, tuple[str, bool]] = {}
    for value, line in _PHRASES.items():
        for phrase in line.split("|"):
            meaning = (value, not phrase.endswith("?"))
            spelled = phrase.removesuffix("?")
            table[spelled] = meaning
            table.setdefault(fold(spelled), meaning)
    return table


def _words() -> dict[str, Part]:
    """Each word as spelled and without accents; the first that claims a spelling has it."""
    spelled: dict[str, Part] = {}
    bare: dict[str, Part] = {}
    for part, words in _WORDS.items():
        for word in words.split():
            spelled.setdefault(word, part)
            bare.setdefault(fold(word), part)
    return bare | spelled | {"hoan": Part.DEED, "hoi": Part.DEED}  # hoàn thành, hội nghị; not hoãn, hỏi


# What leaves it open: dự kiến, có thể, tuần sau, mai xong, 50%, 3/5.
OPEN_PHRASE = re.compile(
    r"\b(?:(?:dự|du) (?:kiến|kien|định|dinh)|(?:có|co) (?:thể|the)|(?:gần|gan|coi|xem) (?:như|nhu))\b"
    r"|\b(?:(?:tuần|tuan|tháng|thang|năm|nam|quý|quy) (?:sau|tới|toi)|(?:ngày|ngay|sáng|sang|chiều|chieu) mai)\b"
    r"|^(?:mai|(?:chuẩn|chuan) (?:bị|bi)) (?:xong|có|co|được|duoc)\b"
    r"|\b(?:chưa|chua|không|khong|ko) (?:phải )?(?:tất cả|tat ca|toàn bộ|toan bo)\b"
    r"|(?<!\d)(?!100\D)\d{1,3} ?(?:%|phần trăm|phan tram)|\d ?/ ?\d"
)

# A day beside the answer ("có, ngày 20/11") is no fraction; a plan behind "chưa" takes nothing back.
DAY = re.compile(
    r"\b(?:(?:vào |vao )?(?:ngày|ngay|hôm|hom) )\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?(?!\d)|"
    r"(?<![\d/])(?:1[3-9]|[23]\d)/(?:0?[1-9]|1[0-2])(?:/\d{2,4})?(?![\d/])|(?<![\d/])\d{1,2}/\d{1,2}/\d{2,4}(?!\d)"
)
PLAN = re.compile(
    r"[ ,;.]+(?:(?:dự|du) (?:kiến|kien)|(?:sẽ|se)|(?:tuần|tuan|tháng|thang) (?:sau|tới|toi)|(?:ngày )?mai|"
    r"(?:đến|den) (?:ngày|ngay|tháng|thang|hết|het))\b.*$",
    re.DOTALL,
)

PHRASES = _phrases()
"""Phrase -> value, and whether that is sure."""

WORDS = _words()
