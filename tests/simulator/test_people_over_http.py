"""The people's side under /sim, for another process."""

import asyncio
import base64
from typing import Any

import aiohttp
import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from simulator.phone import Phone
from simulator.server import PretendTelegram
from tests.simulator.stage import Call, News, text_of

YES_NO = InlineKeyboardMarkup.from_row(
    [InlineKeyboardButton("Có", callback_data="yes"), InlineKeyboardButton("Chưa", callback_data="no")]
)


class Remote:
    """Whoever is on the other side of /sim."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    async def get(self, path: str) -> Any:
        async with self._session.get(f"/sim{path}") as response:
            return await response.json()

    async def post(self, path: str, **body: Any) -> Any:
        async with self._session.post(f"/sim{path}", json=body) as response:
            return await response.json()

    async def status(self, path: str, **body: Any) -> int:
        async with self._session.post(f"/sim{path}", json=body) as response:
            return response.status


@pytest.fixture
def remote(session: aiohttp.ClientSession) -> Remote:
    return Remote(session)


async def test_person_comes_into_being_when_first_asked_for(pretend: PretendTelegram, remote: Remote) -> None:
    first = await remote.post("/people", name="Hồ Thu Khuyên")
    again = await remote.post("/people", name="Hồ Thu Khuyên")

    assert first == again
    assert await remote.get("/people") == [first]
    assert (first["id"], first["blocked"], pretend.phone("Hồ Thu Khuyên").id) == (1001, False, 1001)


async def test_what_is_sent_reaches_the_bot(remote: Remote, officer: Phone, news: News) -> None:
    path = f"/people/{officer.id}"
    await remote.post(f"{path}/start", payload="MA-1")
    sent = await remote.post(f"{path}/send", text="43/45")
    await remote.post(f"{path}/edit", message=sent["id"], text="44/45")
    await remote.post(f"{path}/photo", size=1000, caption="Ảnh")
    await remote.post(f"{path}/album", count=2)
    await remote.post(
        f"{path}/document", name="a.txt", content=base64.b64encode(b"abc").decode(), media="text/plain"
    )
    for act in ("sticker", "voice", "location", "block", "unblock"):
        await remote.post(f"{path}/{act}")

    updates = await news()
    kinds = [
        next(
            kind
            for kind in ("edited_message", "my_chat_member", "message")
            if getattr(update, kind) is not None
        )
        for update in updates
    ]
    assert kinds == ["message"] * 2 + ["edited_message"] + ["message"] * 7 + ["my_chat_member"] * 2
    assert [text_of(update) for update in updates[:2]] == ["/start MA-1", "43/45"]
    document = updates[6].message.document if updates[6].message else None
    assert document is not None
    assert (document.file_name, document.file_size) == ("a.txt", 3)


async def test_what_the_bot_says_is_waited_for(remote: Remote, officer: Phone, bot: Bot) -> None:
    await officer.start()
    seen = await remote.get(f"/people/{officer.id}/messages")
    looking = asyncio.create_task(
        remote.get(f"/people/{officer.id}/messages?after={seen['change']}&timeout=10")
    )
    await asyncio.sleep(0.05)

    sent = await bot.send_message(officer.id, "Đã họp chưa?", reply_markup=YES_NO)

    (message,) = (await looking)["messages"]
    assert {key: message[key] for key in ("id", "who", "from_bot", "text", "media", "buttons", "edited")} == {
        "id": sent.message_id,
        "who": "Nhắc Việc",
        "from_bot": True,
        "text": "Đã họp chưa?",
        "media": None,
        "buttons": [[{"label": "Có", "data": "yes"}, {"label": "Chưa", "data": "no"}]],
        "edited": None,
    }


async def test_edited_message_is_shown_again(remote: Remote, officer: Phone, bot: Bot) -> None:
    await officer.start()
    sent = await bot.send_message(officer.id, "Đang làm…")
    seen = await remote.get(f"/people/{officer.id}/messages")

    await bot.edit_message_text("Xong.", officer.id, sent.message_id)

    news = await remote.get(f"/people/{officer.id}/messages?after={seen['change']}")
    assert [(m["text"], m["edited"] is not None) for m in news["messages"]] == [("Xong.", True)]


async def test_press_waits_for_its_answer(remote: Remote, officer: Phone, bot: Bot, news: News) -> None:
    await officer.start()
    await bot.send_message(officer.id, "Đã họp chưa?", reply_markup=YES_NO)
    await news()
    pressing = asyncio.create_task(remote.post(f"/people/{officer.id}/press", button="Có", wait=10))
    (update,) = await bot.get_updates(timeout=10)
    assert update.callback_query is not None

    await update.callback_query.answer("Đã ghi nhận.")

    assert await pressing == {"answered": True, "toast": "Đã ghi nhận.", "alert": False}


async def test_forged_press(remote: Remote, officer: Phone, bot: Bot, news: News) -> None:
    await officer.start()
    sent = await bot.send_message(officer.id, "Đã họp chưa?", reply_markup=YES_NO)
    await news()

    await remote.post(f"/people/{officer.id}/press", data="approve:1", message=sent.message_id)

    (update,) = await news()
    assert update.callback_query is not None
    assert update.callback_query.data == "approve:1"


async def test_group_over_http(remote: Remote, pretend: PretendTelegram, bot: Bot, news: News) -> None:
    made = await remote.post("/groups", title="Ban Tuyên giáo", members=["Hồ Thu Khuyên", "Lê Văn Nam"])
    await news()
    await remote.post("/people/1002/send", text="/tiendo", group=made["id"])
    upgraded = await remote.post(f"/groups/{made['id']}/upgrade")
    await bot.send_message(upgraded["id"], "Tổng hợp")
    await remote.post(f"/groups/{made['id']}/remove_bot")

    assert made == {
        "id": -5001,
        "title": "Ban Tuyên giáo",
        "members": ["Hồ Thu Khuyên", "Lê Văn Nam"],
        "bot": "member",
    }
    shown = await remote.get(f"/groups/{upgraded['id']}/messages")
    assert [message["text"] for message in shown["messages"] if message["from_bot"]] == ["Tổng hợp"]
    assert (await remote.get("/groups"))[0]["bot"] == "kicked"
    assert [text_of(update) for update in await news()][:1] == ["/tiendo"]


async def test_same_update_again_and_poison(remote: Remote, officer: Phone, call: Call) -> None:
    await officer.send("một")
    await call("getUpdates", offset=2)
    await remote.post(f"/people/{officer.id}/resend")
    poison = await remote.post("/poison", chat=officer.id)

    assert [u["update_id"] for u in (await call("getUpdates"))["result"]] == [1, poison]


async def test_faults_are_ordered_and_taken_back(
    remote: Remote, session: aiohttp.ClientSession, call: Call
) -> None:
    assert await remote.post("/faults", method="getMe", times=2, status=502) == 2
    assert (await call("getMe"))["error_code"] == 502
    async with session.delete("/sim/faults") as response:
        assert response.status == 200
    assert (await call("getMe"))["ok"] is True
    assert await remote.status("/faults", method="getMe", colour="red") == 400


async def test_what_happened_is_told(remote: Remote, officer: Phone, call: Call) -> None:
    await officer.send("một")
    await call("sendMessage", chat_id=officer.id, text="hai")
    await call("sendMessage", chat_id=officer.id, text="")

    counts = await remote.get("/calls")
    assert counts == {
        "calls": {"sendMessage": 2},
        "refused": [["sendMessage", "Bad Request: message text is empty", 1]],
        "flooded": {},
    }
    log = await remote.get("/log?after=1")
    assert [(entry["what"], entry["text"], entry["from_bot"]) for entry in log] == [("sent", "hai", True)]


@pytest.mark.parametrize(
    ("path", "body", "error"),
    [
        ("/people/7/send", {"text": "x"}, "there is no person 7"),
        ("/people/1001/send", {}, "text is missing"),
        ("/people/1001/send", {"text": "x", "group": -1}, "there is no group -1"),
        ("/people/1001/send", {"text": "x", "reply_to": 99}, "there is no message 99"),
        ("/people/1001/press", {"button": "Có"}, "there is no button 'Có' that Hồ Thu Khuyên could press"),
        ("/people/1001/press", {"data": "x"}, "a forged press needs a message"),
        ("/people/1001/document", {"name": "a", "content": "!"}, "content is no Base64"),
        ("/people", {}, "name is missing"),
        ("/groups", {"title": "Không người"}, "a group needs somebody who makes it"),
    ],
)
async def test_impossible_wish_is_answered_with_the_reason(
    remote: Remote, officer: Phone, path: str, body: dict[str, Any], error: str
) -> None:
    assert await remote.post(path, **body) == {"error": error}
    assert await remote.status(path, **body) == 400


async def test_unknown_act_names_those_there_are(remote: Remote, officer: Phone) -> None:
    answer = await remote.post(f"/people/{officer.id}/dance")

    assert answer["error"].startswith("nobody can 'dance': send, start, press, photo,")
