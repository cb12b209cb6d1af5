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
    LATER = "later"
    EXTEND = "extend"
    DIGEST = "digest"
    PROGRESS = "progress"
    OVERDUE = "overdue"
    UNIT = "unit"
    TARGETS = "targets"
    LEAVE = "away"
    HAND_OVER = "hand_over"
    HISTORY = "history"
    CHASE = "chase"
    INVITE = "invite"
    CALLS = "calls"
    CALENDAR = "calendar"
    PRACTICE = "practice"
    TASKS = "tasks"
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
    Topic.LATER: ("nhắc sau", "để sau", "hoãn nhắc", "remind later", "snooze"),
    Topic.EXTEND: ("gia hạn", "xin gia hạn", "lùi hạn", "thêm thời gian", "extend", "extension"),
    Topic.DIGEST: ("tổng hợp", "bản tổng hợp", "digest"),
    Topic.PROGRESS: ("tiến độ", "progress"),
    Topic.OVERDUE: ("quá hạn", "overdue"),
    Topic.UNIT: ("đơn vị", "unit"),
    Topic.TARGETS: ("chỉ tiêu", "targets"),
    Topic.LEAVE: ("nghỉ", "nghỉ phép", "ngày nghỉ", "away"),
    Topic.HAND_OVER: ("bàn giao", "hand over", "handover"),
    Topic.HISTORY: ("lịch sử", "đã gửi", "nguồn", "history", "source"),
    Topic.CHASE: ("đôn đốc", "chase"),
    Topic.INVITE: ("mời", "mời thay", "invite"),
    Topic.CALLS: ("gọi điện", "đã gọi", "calls"),
    Topic.CALENDAR: ("lịch", "lịch làm việc", "làm bù", "calendar"),
    Topic.PRACTICE: ("thử báo cáo", "báo cáo thử", "thử", "practice"),
    Topic.TASKS: ("việc", "tasks"),
    Topic.ALL: ("tất cả", "các lệnh", "lệnh", "all", "commands"),
}
_BY_WORD = {fold(word): topic for topic, words in _TOPICS.items() for word in words}


def read_topic(text: str) -> Topic | None:
    """What help is wanted about; None where it is nothing that we know of."""
    return _BY_WORD.get(fold(strip_courtesy(text)).strip(".,!?;:… "))
