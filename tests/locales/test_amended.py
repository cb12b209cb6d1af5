"""What the digest says of corrected reports: units and figures, short, nothing that a person wrote in free text."""

from bot.core.digest import Amended
from bot.core.forms.differences import Difference
from bot.core.forms.model import Form
from locales.phrases.amended import LONGEST_REASON, MOST, ROOM, amended
from locales.words import in_language
from tests.core.talking import ATTENDED, HELD, REMARK

VI = in_language("vi")
FORM = Form("F", {"vi": "Báo cáo quý"}, (HELD, ATTENDED, REMARK))
FIGURES = Difference(ATTENDED, [43, 45], [45, 45])
WORDS = Difference(REMARK, "Cô Nguyễn Thị Lan nghỉ", "Không có")


def one(*changes: Difference, reason: str = "Cộng thiếu") -> Amended:
    return Amended("Trường A", FORM.title, "2027-Q1", reason, changes)


def test_nothing_is_said_where_nothing_was_corrected() -> None:
    assert amended([], words=VI) == ""


def test_old_and_new_figure_and_the_reason_are_said() -> None:
    assert amended([one(FIGURES)], words=VI) == (
        "Sửa sau khi gửi: 1 báo cáo\n"
        "- Trường A, Báo cáo quý (quý I/2027):\n"
        "  attended? 43/45 (95,6%) → 45/45 (100%)\n"
        "  Lý do: Cộng thiếu"
    )


def test_free_text_is_not_repeated_in_a_group() -> None:
    said = amended([one(WORDS)], words=VI)

    assert "Lan" not in said
    assert "remark? đã thay nội dung" in said


def test_many_are_counted_and_long_reasons_cut() -> None:
    said = amended([one(FIGURES, FIGURES, FIGURES, reason="x" * 300)] * 9, words=VI).splitlines()

    assert (said[0], said[-1]) == ("Sửa sau khi gửi: 9 báo cáo", "… và 7 báo cáo nữa.")
    assert len("\n".join(said[1:-1])) <= ROOM
    assert said[4:6] == ["  … và 1 câu nữa.", "  Lý do: " + "x" * (LONGEST_REASON - 1) + "…"]


def test_short_ones_are_all_told_up_to_a_number() -> None:
    said = amended([one(FIGURES, reason="Nhầm số")] * (MOST + 1), words=VI).splitlines()

    assert said[-1] == "… và 1 báo cáo nữa."
