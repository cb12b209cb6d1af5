"""Evidence from the officer's album to the reviewer's screen, whole and killed at every step of the way."""

from collections import Counter

import pytest
from sqlalchemy import select

from bot.db.session import Database
from bot.db.tables import audit, report
from simulator.messages import Message
from simulator.phone import Phone
from simulator.server import PretendTelegram
from tests.house import member
from tests.kill.conftest import Scene
from tests.kill.mortal import Mortal, settled
from tests.kill.people import Officer, link_phone
from tests.wire.pictures import CAMERA, OWNER, PLACE, has_place, photo

CODE = "BC-00001G"
PHOTOS = tuple(photo(1200 + 4 * number, 900 + 3 * number) for number in range(3))
Told = tuple[PretendTelegram, Mortal, Phone, Officer]


class Photographer(Officer):
    """Sends an album where evidence is asked for, and is done when all of it was received."""

    async def _answer(self, message: Message) -> None:
        if "8/9. Ảnh hoặc tệp minh chứng" not in message.text:
            await super()._answer(message)
        elif "Đã nhận: 3 tệp" in message.text:
            await self.phone.send("xong")
        elif "Đã nhận" not in message.text:
            await self.phone.send_album(contents=PHOTOS, caption="Hội nghị quán triệt")


@pytest.fixture
async def told(scene: Scene) -> Told:
    """The school has reported with an album; staff have not looked."""
    telegram, mortal, people = scene
    (someone,) = people(["T14"])
    officer = Photographer(someone.phone, someone.member, 0)
    staff = telegram.phone("Phạm Thị Hạnh")
    database = Database(f"sqlite:///{mortal.path}")
    with database.engine.begin() as connection:
        link_phone(connection, staff, member(connection, "BTG", "staff"))
    database.close()
    mortal.start()
    await officer.report()
    await settled(mortal)
    return telegram, mortal, staff, officer


async def looked(mortal: Mortal, staff: Phone) -> Counter[str]:
    """What staff see after asking for the evidence, each thing counted."""
    seen = len(staff.messages)
    await staff.send(f"minh chứng {CODE}")
    await staff.wait_until(lambda screen: "minh chứng 3/3" in screen.messages[-1].text, timeout=30)
    await settled(mortal)
    return Counter(message.text for message in staff.messages[seen:] if message.from_bot)


async def test_album_is_one_answer(told: Told) -> None:
    _, mortal, _, officer = told

    counts = [text for text in officer.phone.texts if "Đã nhận: " in text and "tệp" in text]

    assert len(counts) == 1
    with mortal.look() as connection:
        answers = connection.execute(select(report.c.answers)).scalar_one()
    assert len(answers["evidence"]) == 3


async def test_reviewer_sees_small_pictures_without_place_and_camera(told: Told) -> None:
    telegram, mortal, staff, _ = told
    assert all(has_place(content) for content in PHOTOS)

    await looked(mortal, staff)

    pictures = [message.content["photo"][-1] for message in staff.messages if message.media == "photo"]
    assert [(one["width"], one["height"]) for one in pictures] == [(960, 720)] * 3
    for one in pictures:
        file = telegram.files.find(one["file_id"])
        assert file is not None
        assert not has_place(file.bytes)
        assert not any(words.encode() in file.bytes for words in (PLACE, OWNER, CAMERA))
    with mortal.look() as connection:
        noted = connection.execute(select(audit.c.about).where(audit.c.act == "see_evidence")).scalars()
        assert [one["files"] for one in noted] == [3]


async def test_picture_that_the_messenger_forgot_is_said_and_the_others_are_shown(told: Told) -> None:
    telegram, mortal, staff, _ = told
    with mortal.look() as connection:
        answers = connection.execute(select(report.c.answers)).scalar_one()
    telegram.files.forget(answers["evidence"][0]["file_id"])
    await staff.send(f"minh chứng {CODE}")
    await staff.wait_until(lambda screen: "không còn" in screen.messages[-1].text)

    shown = [message.text for message in staff.messages if message.media == "photo"]
    assert shown == [f"{CODE}, minh chứng 2/3", f"{CODE}, minh chứng 3/3"]


@pytest.mark.parametrize("phase", ["before", "after"])
@pytest.mark.parametrize("method", ["getFile", "sendPhoto", "sendMessage"])
async def test_bot_killed_while_it_shows_evidence_shows_all_of_it(
    told: Told, method: str, phase: str
) -> None:
    telegram, mortal, staff, _ = told
    calls, deadly = 0, 1 if method == "sendMessage" else 2

    def dies(called: str, _params: object, at: str) -> None:
        nonlocal calls
        if called == method and at == phase:
            calls += 1
            if calls == deadly:
                mortal.kill_and_restart()

    stop = telegram.on_call(dies)
    seen = await looked(mortal, staff)
    stop()

    assert mortal.deaths == 1
    assert len(seen) == 4
    assert max(seen.values()) <= 2


@pytest.mark.parametrize("phase", ["before", "after"])
async def test_bot_killed_while_an_album_comes_in_loses_no_part(scene: Scene, phase: str) -> None:
    """It dies at each of its polls in turn."""
    telegram, mortal, people = scene
    (someone,) = people(["T14"])
    officer = Photographer(someone.phone, someone.member, 0)
    polls = 0

    def dies(method: str, _params: object, at: str) -> None:
        nonlocal polls
        if method == "getUpdates" and at == phase:
            polls += 1
            if 8 <= polls <= 16:
                mortal.kill_and_restart()

    mortal.start()
    stop = telegram.on_call(dies)
    await officer.report()
    stop()
    await settled(mortal)

    assert mortal.deaths > 0
    with mortal.look() as connection:
        answers = connection.execute(select(report.c.answers)).scalar_one()
    assert len(answers["evidence"]) == 3
