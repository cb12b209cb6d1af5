"""What a person can be made to do over HTTP, and how people and messages are told there."""

import base64
import binascii
from collections.abc import Awaitable, Callable
from typing import Any

from simulator.group import Group
from simulator.messages import Message
from simulator.phone import Phone
from simulator.screen import ImpossibleError, Screen

Body = dict[str, Any]
LONGEST_WAIT = 60.0


def shown(message: Message) -> dict[str, Any]:
    """A message as somebody sees it: rows of buttons, times as ISO 8601."""
    return {
        "id": message.id,
        "who": message.sender.name,
        "from_bot": message.from_bot,
        "text": message.text,
        "media": message.media,
        "buttons": [[{"label": b.label, "data": b.data} for b in row] for row in message.rows],
        "at": message.sent_at.isoformat(),
        "edited": message.edited_at.isoformat() if message.edited_at is not None else None,
        "change": message.change,
    }


def person_json(phone: Phone) -> dict[str, Any]:
    return {
        "id": phone.id,
        "name": phone.name,
        "language": phone.user.language,
        "blocked": phone.chat.standing != "member",
        "messages": len(phone.chat.messages),
        "change": phone.chat.changes,
    }


async def _send(phone: Phone, to: Group | None, body: Body) -> Any:
    reply_to = None
    if body.get("reply_to") is not None:
        reply_to = _message(phone if to is None else to, body["reply_to"])
    return shown(await phone.send(needed(body, "text"), to=to, reply_to=reply_to, topic=body.get("topic")))


async def _press(phone: Phone, to: Group | None, body: Body) -> Any:
    """By `button` (label or number), or forged by `data`; waits up to `wait` seconds for the answer."""
    screen: Screen = phone if to is None else to
    message = _message(screen, body["message"]) if body.get("message") is not None else None
    if "data" in body:
        if message is None:
            raise ImpossibleError("a forged press needs a message")
        press = await phone.press_as(body["data"], message=message)
    else:
        press = await phone.press(needed(body, "button"), message=message, to=to)
    if body.get("wait"):
        await press.bell.until(lambda: press.answered, seconds=min(float(body["wait"]), LONGEST_WAIT))
    return {"answered": press.answered, "toast": press.toast, "alert": press.alert}


async def _start(phone: Phone, _to: Group | None, body: Body) -> Any:
    return shown(await phone.start(body.get("payload")))


async def _photo(phone: Phone, to: Group | None, body: Body) -> Any:
    return shown(await phone.send_photo(body.get("size", 60_000), body.get("caption", ""), to=to))


async def _album(phone: Phone, to: Group | None, body: Body) -> Any:
    sent = await phone.send_album(body.get("count", 3), body.get("caption", ""), to=to)
    return [shown(message) for message in sent]


async def _document(phone: Phone, to: Group | None, body: Body) -> Any:
    """`content` is Base64; without it `size` bytes are sent."""
    content: bytes | int = body.get("size", 20_000)
    if "content" in body:
        try:
            content = base64.b64decode(body["content"], validate=True)
        except (binascii.Error, TypeError):
            raise ImpossibleError("content is no Base64") from None
    media, caption = body.get("media", "application/pdf"), body.get("caption", "")
    return shown(await phone.send_document(needed(body, "name"), content, media, caption, to=to))


async def _sticker(phone: Phone, to: Group | None, _body: Body) -> Any:
    return shown(await phone.send_sticker(to=to))


async def _voice(phone: Phone, to: Group | None, _body: Body) -> Any:
    return shown(await phone.send_voice(to=to))


async def _location(phone: Phone, to: Group | None, _body: Body) -> Any:
    return shown(await phone.send_location(to=to))


async def _edit(phone: Phone, to: Group | None, body: Body) -> Any:
    return shown(await phone.edit(int(needed(body, "message")), needed(body, "text"), to=to))


async def _block(phone: Phone, _to: Group | None, _body: Body) -> Any:
    await phone.block()
    return person_json(phone)


async def _unblock(phone: Phone, _to: Group | None, _body: Body) -> Any:
    await phone.unblock()
    return person_json(phone)


async def _deactivate(phone: Phone, _to: Group | None, _body: Body) -> Any:
    await phone.deactivate()
    return person_json(phone)


async def _resend(phone: Phone, _to: Group | None, _body: Body) -> Any:
    phone.resend_last_update()
    return True


Act = Callable[[Phone, Group | None, Body], Awaitable[Any]]
ACTS: dict[str, Act] = {
    "send": _send,
    "start": _start,
    "press": _press,
    "photo": _photo,
    "album": _album,
    "document": _document,
    "sticker": _sticker,
    "voice": _voice,
    "location": _location,
    "edit": _edit,
    "block": _block,
    "unblock": _unblock,
    "deactivate": _deactivate,
    "resend": _resend,
}


def _message(screen: Screen, wanted: Any) -> Message:
    message = screen.chat.messages.get(int(wanted))
    if message is None:
        raise ImpossibleError(f"there is no message {wanted}")
    return message


def needed(body: Body, name: str) -> Any:
    if body.get(name) in (None, ""):
        raise ImpossibleError(f"{name} is missing")
    return body[name]
