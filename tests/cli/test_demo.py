"""The demonstration shows the main job, in both languages, from the first code to the digest."""

from pathlib import Path

import pytest

from bot.demo.stage import Person, Stage, stage
from bot.demo.story import GUESTS, STARTS_AT, Story
from bot.gather.builtin import PLANS
from locales.phrases.demo import phone_name
from locales.words import Words, in_language
from tests.locales.saying import BOTH, named

SEEN = {
    "vi": (
        "Đồng chí có đồng ý không?",  # an officer joins with a code
        "Gõ số để báo cáo",  # sees what is owed
        "⚠️ Không có ngày 31/11.",  # is corrected kindly
        "Mã biên nhận: BC-00001G",  # gets a receipt
        "Sắp đến hạn:",  # those who owe are reminded
        "(không có tin nhắc: đồng chí này đã báo cáo)",  # the one who reported is not
        "Các câu đã trả lời vẫn còn.",  # a half-filled form waits
        "Tuần 48, Kế hoạch thực hiện Chỉ thị 32.",  # Monday's digest
        "kính đề nghị đồng chí quan tâm chỉ đạo",  # the head of the unit hears of it
    ),
    "en": (
        "Do you agree?",
        "Type a number to report",
        "⚠️ There is no such day as 31/11.",
        "BC-00001G",
        "Due soon:",
        "Week 48, Directive 32 plan.",
    ),
}


async def asked(scene: Stage, number: int, guest: Person) -> tuple[str, str]:
    """What somebody is told on a new phone who types the code that the demonstration hands out in the end."""
    phone = scene.telegram.phone(f"Khách {number}")
    await phone.start()
    await phone.send(guest.code)
    await scene.settle()
    assert len(phone.messages[-1].labels) == 2, phone.messages[-1].text  # agree or not
    return guest.name, phone.messages[-1].text


@pytest.mark.slow
@pytest.mark.parametrize("language", ["vi", "en"])
async def test_demo_shows_the_main_job(language: str, tmp_path: Path) -> None:
    written: list[str] = []
    async with stage(tmp_path, starts_at=STARTS_AT, language=language) as (scene, settings):
        units, assignments = scene.load(settings)
        await Story(scene, in_language(language), written.append).play()
        floods = sum(scene.telegram.bot_calls.flooded.values())
        handed_out = [
            await asked(scene, number, guest) for number, guest in enumerate(scene.invite_anew(GUESTS))
        ]

    text = "\n".join(written)
    assert [line for line in SEEN[language] if line not in text] == []
    assert (units, assignments > 1000, floods) == (64, True, 0)
    assert [name in text for name, text in handed_out] == [True] * len(GUESTS)


@pytest.mark.parametrize("words", BOTH, ids=named)
def test_whoever_tries_it_by_hand_is_nobody_of_the_roster(words: Words) -> None:
    """Their phone would be linked already, and the code that the demonstration hands out refused."""
    rosters = (path.read_text(encoding="utf-8") for path in (PLANS / "roster").glob("*.csv"))

    assert all(phone_name(words=words) not in roster for roster in rosters)
