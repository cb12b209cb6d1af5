"""The same call as query, form, JSON and multipart; what cannot be read is refused."""

import json
from typing import Any

import aiohttp
import pytest

from simulator.phone import Phone
from tests.simulator.stage import TOKEN

TEXT = "43/45 trường & 100% đạt; a=b?"
MARKUP = {"inline_keyboard": [[{"text": "Có", "callback_data": "yes"}]]}


def request_of(way: str, chat_id: int) -> dict[str, Any]:
    nested = json.dumps(MARKUP)
    flat = {"chat_id": str(chat_id), "text": TEXT, "reply_markup": nested}
    if way == "query":
        return {"method": "GET", "params": flat}
    if way == "form":
        return {"method": "POST", "data": flat}
    if way == "json":
        return {"method": "POST", "json": {"chat_id": chat_id, "text": TEXT, "reply_markup": MARKUP}}
    if way == "json with texts":
        return {"method": "POST", "json": flat}
    if way == "query and form":
        return {
            "method": "POST",
            "params": {"chat_id": str(chat_id)},
            "data": {"text": TEXT, "reply_markup": nested},
        }
    form = aiohttp.FormData(flat, default_to_multipart=True)
    return {"method": "POST", "data": form}


@pytest.mark.parametrize("way", ["query", "form", "json", "json with texts", "query and form", "multipart"])
async def test_call_is_read_whichever_way_it_comes(
    officer: Phone, session: aiohttp.ClientSession, way: str
) -> None:
    await officer.start()

    async with session.request(url=f"/bot{TOKEN}/sendMessage", **request_of(way, officer.id)) as response:
        answer = await response.json()

    assert (answer["ok"], answer["result"]["reply_markup"]) == (True, MARKUP)
    shown = officer.messages[-1]
    assert (shown.text, shown.labels) == (TEXT, ("Có",))


@pytest.mark.parametrize("name", ["sendMessage", "SENDMESSAGE", "sendmessage"])
async def test_name_of_a_method_is_read_in_any_case(
    officer: Phone, session: aiohttp.ClientSession, name: str
) -> None:
    await officer.start()

    async with session.post(f"/bot{TOKEN}/{name}", json={"chat_id": officer.id, "text": "x"}) as response:
        assert (await response.json())["ok"] is True


@pytest.mark.parametrize(
    ("body", "kind", "description"),
    [
        (b"{", "application/json", "Bad Request: can't parse the request body"),
        (b"[1]", "application/json", "Bad Request: object expected as a request body"),
        (b"\xff\xfe", "application/x-www-form-urlencoded", "Bad Request: can't parse the request body"),
        (b"text=x", "text/plain", "Bad Request: message text is empty"),
        (b"", "application/json", "Bad Request: message text is empty"),
    ],
)
async def test_body_that_cannot_be_read_is_refused(
    session: aiohttp.ClientSession, body: bytes, kind: str, description: str
) -> None:
    async with session.post(
        f"/bot{TOKEN}/sendMessage", data=body, headers={"Content-Type": kind}
    ) as response:
        assert (response.status, (await response.json())["description"]) == (400, description)


async def test_attached_file_is_found_by_its_name(officer: Phone, session: aiohttp.ClientSession) -> None:
    await officer.start()
    form = aiohttp.FormData({"chat_id": str(officer.id), "document": "attach://tep1"})
    form.add_field("tep1", b"noi dung", filename="tệp.txt", content_type="text/plain")

    async with session.post(f"/bot{TOKEN}/sendDocument", data=form) as response:
        document = (await response.json())["result"]["document"]

    assert (document["file_name"], document["mime_type"], document["file_size"]) == (
        "tệp.txt",
        "text/plain",
        8,
    )


async def test_bot_is_told_who_it_is(session: aiohttp.ClientSession) -> None:
    async with session.get(f"/bot{TOKEN}/getMe") as response:
        me = (await response.json())["result"]

    assert {field: me[field] for field in ("id", "is_bot", "first_name", "username")} == {
        "id": 42,
        "is_bot": True,
        "first_name": "Nhắc Việc",
        "username": "nhacviec_bot",
    }


@pytest.mark.parametrize(
    ("action", "description"),
    [("typing", None), ("dancing", "Bad Request: wrong parameter action in request")],
)
async def test_action_is_one_of_those_known(
    officer: Phone, session: aiohttp.ClientSession, action: str, description: str | None
) -> None:
    await officer.start()
    params = {"chat_id": officer.id, "action": action}

    async with session.post(f"/bot{TOKEN}/sendChatAction", json=params) as response:
        assert (await response.json()).get("description") == description
