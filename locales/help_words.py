"""What people ask help about: "giúp sửa", "help photo". With and without accents."""

from collections.abc import Mapping
from enum import StrEnum

from bot.core.folding import fold, strip_courtesy


class Topic(StrEnum):
    EDIT = "edit"
    EVIDENCE = "evidence"
    DATE = "date"
    NUMBER = "number"
    SEND = "send"
    CANCEL = "cancel"
    DATA = "data"
    REMINDER = "reminder"
    CODE = "code"
    REVIEW = "review"
    ALL = "all"


_TOPICS: Mapping[Topic, tuple[str, ...]] = {
    Topic.EDIT: ("sửa", "sửa báo cáo", "sửa câu", "gõ nhầm", "nhầm", "edit", "mistake"),
    Topic.EVIDENCE: ("minh chứng", "ảnh", "gửi ảnh", "tệp", "file", "evidence", "photo", "photos"),
    Topic.DATE: ("ngày", "nhập ngày", "ghi ngày", "date", "dates"),
    Topic.NUMBER: ("số", "số lượng", "tỉ lệ", "tỷ lệ", "tổng số", "number", "numbers", "ratio"),
    Topic.SEND: ("gửi", "gửi báo cáo", "báo cáo", "send", "report"),
    Topic.CANCEL: ("huỷ", "huỷ báo cáo", "thoát", "cancel", "leave"),
    Topic.DATA: ("dữ liệu", "xóa dữ liệu", "xóa", "riêng tư", "data", "delete", "privacy"),
    Topic.REMINDER: ("nhắc", "tin nhắc", "nhắc việc", "reminder", "reminders"),
    Topic.CODE: ("mã", "mã mời", "mã biên nhận", "code", "codes"),
    Topic.REVIEW: ("duyệt", "trả lại", "tiếp nhận", "review", "return"),
    Topic.ALL: ("tất cả", "các lệnh", "lệnh", "all", "commands"),
}
_BY_WORD = {fold(word): topic for topic, words in _TOPICS.items() for word in words}


def read_topic(text: str) -> Topic | None:
    """What help is wanted about; None where it is nothing that we know of."""
    return _BY_WORD.get(fold(strip_courtesy(text)).strip(".,!?;:… "))
