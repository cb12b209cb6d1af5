"""What the peers ask and how they read the answers: the depth of a tutorial, the length of our own sentences."""

import json
import os
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

API = os.environ.get("BENCH_API", "")
TOKEN = os.environ.get("BENCH_TOKEN", "")
FOLDER = Path(os.environ.get("BENCH_FOLDER", "."))
"""Where a peer keeps what it keeps."""

REPORTS = "reports.jsonl"

YES_NO = {"yes": "Có", "not_yet": "Chưa", "no": "Không", "na": "Không áp dụng"}
SUMMARY = {"send": "Gửi", "edit": "Sửa", "cancel": "Huỷ"}

OPENED = (
    "Báo cáo: Báo cáo quán triệt Chỉ thị 32\nĐơn vị: Trường Tiểu học Hoa Sen. Hạn: hết ngày 30/11/2026.\n"
    "Khoảng 3 phút. Trả lời từng câu một, gõ /huy để bỏ."
)
QUESTIONS = (
    "1/5. Nhà trường đã tổ chức quán triệt Chỉ thị 32 chưa?\n\n1. Có\n2. Chưa\n3. Không\n4. Không áp dụng",
    "2/5. Nhà trường đã tổ chức bao nhiêu buổi học tập, quán triệt?\nGhi một số. Ví dụ: 12",
    "3/5. Bao nhiêu cán bộ, giáo viên, nhân viên đã dự?\nGhi số người đã dự trên tổng số. Ví dụ: 43/45",
    "4/5. Nhà trường tổ chức ngày nào?\nVí dụ: 20/11/2024. Nếu có nhiều buổi, ghi ngày của buổi đầu tiên.",
    "5/5. Khó khăn, kiến nghị của nhà trường?",
)
WRONG = "⚠️ Câu trả lời chưa đúng, đề nghị đồng chí xem ví dụ và trả lời lại."
CANCELLED = "Đã bỏ báo cáo. Chưa có gì được gửi đi."
RECEIVED = "✅ Đã nhận báo cáo “Báo cáo quán triệt Chỉ thị 32” lúc {at}. Trân trọng cảm ơn đồng chí."

NAMES = ("studied", "sessions", "staff", "studied_on", "difficulties")


def read_yes_no(text: str) -> str | None:
    """The name of the choice whose label was typed."""
    return next((name for name, label in YES_NO.items() if label.lower() == text.strip().lower()), None)


def read_integer(text: str) -> int | None:
    return int(text) if text.strip().isdigit() else None


def read_ratio(text: str) -> tuple[int, int] | None:
    match = re.fullmatch(r"\s*(\d+)\s*/\s*(\d+)\s*", text)
    if match is None or int(match[1]) > int(match[2]):
        return None
    return int(match[1]), int(match[2])


def read_date(text: str) -> str | None:
    try:
        day = datetime.strptime(text.strip(), "%d/%m/%Y").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None
    return None if day > date.today() else day.isoformat()  # noqa: DTZ011 - as a tutorial would


def read_text(text: str) -> str | None:
    return text.strip() or None


READ: Mapping[str, Callable[[str], Any]] = {
    "studied": read_yes_no,
    "sessions": read_integer,
    "staff": read_ratio,
    "studied_on": read_date,
    "difficulties": read_text,
}


def recorded(answer: str, question: str) -> str:
    """The next question, under what was understood of the last one."""
    return f"Đã ghi: {answer}.\n\n{question}"


def summary(answers: Mapping[str, Any]) -> str:
    """All answers, to be looked over."""
    done, total = answers["staff"]
    lines = (
        YES_NO[answers["studied"]],
        str(answers["sessions"]),
        f"{done}/{total}",
        date.fromisoformat(answers["studied_on"]).strftime("%d/%m/%Y"),
        answers["difficulties"],
    )
    asked = (question.partition("\n")[0].partition(" ")[2] for question in QUESTIONS)
    listed = "\n".join(
        f"{number}. {question} {line}"
        for number, (question, line) in enumerate(zip(asked, lines, strict=True), 1)
    )
    return f"Đồng chí xem lại báo cáo:\n{listed}\n\n1. Gửi\n2. Sửa\n3. Huỷ"


def store_report(chat: int, answers: Mapping[str, Any]) -> str:
    """Append the report to a file; the receipt."""
    now = datetime.now().astimezone()
    with (FOLDER / REPORTS).open("a", encoding="utf-8") as file:
        file.write(json.dumps({"chat": chat, "at": now.isoformat(), **answers}, ensure_ascii=False) + "\n")
    return RECEIVED.format(at=now.strftime("%H:%M %d/%m/%Y"))
