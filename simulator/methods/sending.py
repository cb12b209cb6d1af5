"""sendMessage, sendPhoto, sendDocument.

Text and captions are plain: a `parse_mode` or entities that Telegram would read are refused here in so many
words, because the bot that this double serves never sends any and half a parser would only mislead.
"""

from typing import Any

from simulator import refusals
from simulator.access import Right, find_chat, find_topic
from simulator.buttons import Keyboard, read_keyboard
from simulator.entities import clean, find_entities
from simulator.media import captioned, document_content, photo_content, picture_size
from simulator.messages import Message
from simulator.parameters import Params, Upload, flag, integer, parsed, text
from simulator.refusals import RefusedError, bad_request
from simulator.world import World

READ_ELSEWHERE = ("markdown", "markdownv2", "html")


def send_message(world: World, params: Params) -> dict[str, Any]:
    content = text_content(world, params)
    return _send(world, params, content)


def send_photo(world: World, params: Params) -> dict[str, Any]:
    given = _file(params, "photo", refusals.NO_PHOTO)
    caption = _caption(world, params)
    if isinstance(given, str):
        sizes = world.files.photo(given)
        if sizes is None:
            raise RefusedError(refusals.FILE_ID_WRONG)
        return _send(world, params, {"photo": sizes, **captioned(caption)})
    largest = world.limits.photo_bytes
    if len(given.content) > largest:
        raise RefusedError(
            bad_request(
                f"file of size {len(given.content)} bytes is too big for a photo; the maximum size is {largest} bytes"
            )
        )
    width, height = picture_size(given.content)
    photo = world.files.add("photo", content=given.content)
    return _send(
        world, params, photo_content(world.files, photo, width=width, height=height, caption=caption)
    )


def send_document(world: World, params: Params) -> dict[str, Any]:
    given = _file(params, "document", refusals.NO_DOCUMENT)
    caption = _caption(world, params)
    if isinstance(given, str):
        document = world.files.find(given)
        if document is None:
            raise RefusedError(refusals.FILE_ID_WRONG)
    else:
        document = world.files.add("document", content=given.content, media=given.media, name=given.name)
    return _send(world, params, document_content(document, caption=caption))


def text_content(world: World, params: Params) -> dict[str, Any]:
    """The text of a call as a message's content; also for editMessageText. Raises `RefusedError`."""
    raw = text(params, "text")
    if not raw:
        raise RefusedError(refusals.TEXT_EMPTY)
    if len(raw.encode()) > world.limits.text_bytes:
        raise RefusedError(refusals.TEXT_FAR_TOO_LONG)
    _refuse_markup(params, "entities")
    cleaned = clean(raw)
    if not cleaned:
        raise RefusedError(refusals.TEXT_BLANK)
    if len(cleaned) > world.limits.text_characters:
        raise RefusedError(refusals.TEXT_TOO_LONG)
    content: dict[str, Any] = {"text": cleaned}
    if entities := find_entities(cleaned):
        content["entities"] = entities
    return content


def _send(world: World, params: Params, content: dict[str, Any]) -> dict[str, Any]:
    keyboard = read_keyboard(params.get("reply_markup"), limits=world.limits)
    chat = find_chat(world, params, Right.WRITE)
    topic = find_topic(chat, params)
    reply_to = _reply_to(world, params)
    world.floods.admit(chat.id, group=chat.is_group)
    _show_keyboard(world, chat.id, keyboard)
    message = world.post(chat, world.bot, content, markup=keyboard.inline, reply_to=reply_to, topic=topic)
    return message.to_json()


def _show_keyboard(world: World, chat_id: int, keyboard: Keyboard) -> None:
    if keyboard.labels is not None:
        world.chats[chat_id].keyboard = keyboard.labels


def _reply_to(world: World, params: Params) -> Message | None:
    """The message of `reply_parameters` (or of the older `reply_to_message_id`), in the same chat."""
    asked = parsed(params, "reply_parameters", bad_request("can't parse reply parameters JSON object"))
    if asked is None:
        wanted, lenient = integer(params, "reply_to_message_id"), flag(params, "allow_sending_without_reply")
    elif not isinstance(asked, dict):
        raise RefusedError(bad_request("object expected as reply parameters"))
    else:
        wanted, lenient = integer(asked, "message_id"), flag(asked, "allow_sending_without_reply")
    if not wanted:
        return None
    message = world.chats[integer(params, "chat_id")].messages.get(wanted)
    if message is None and not lenient:
        raise RefusedError(refusals.REPLY_NOT_FOUND)
    return message


def _caption(world: World, params: Params) -> str:
    caption = clean(text(params, "caption"))
    if caption:
        _refuse_markup(params, "caption_entities")
    if len(caption) > world.limits.caption_characters:
        raise RefusedError(refusals.CAPTION_TOO_LONG)
    return caption


def _refuse_markup(params: Params, entities: str) -> None:
    mode = text(params, "parse_mode").lower()
    if mode and mode != "none":
        known = mode in READ_ELSEWHERE
        raise RefusedError(refusals.MARKUP_NOT_READ if known else refusals.PARSE_MODE_UNKNOWN)
    if parsed(params, entities, refusals.MARKUP_NOT_READ):
        raise RefusedError(refusals.MARKUP_NOT_READ)


def _file(params: Params, field: str, missing: refusals.Refusal) -> Upload | str:
    """The file that a call sends: its bytes, or the id of one sent before. Addresses are never fetched."""
    given = params.get(field)
    if isinstance(given, str) and given.startswith("attach://"):
        given = params.get(given.removeprefix("attach://"))
    if isinstance(given, Upload):
        if not given.content:
            raise RefusedError(refusals.FILE_EMPTY)
        return given
    if not isinstance(given, str) or not given:
        raise RefusedError(missing)
    if given.startswith(("http://", "https://")):
        raise RefusedError(refusals.FILE_URL_FAILED)
    return given
