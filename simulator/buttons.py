"""The keyboards under messages: read, refused, shown."""

import json
from dataclasses import dataclass
from typing import Any

from simulator import refusals
from simulator.limits import Limits
from simulator.refusals import RefusedError, bad_request

ELSEWHERE = (  # buttons that lead somewhere else than to the bot
    "url",
    "callback_game",
    "pay",
    "switch_inline_query",
    "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat",
    "login_url",
    "web_app",
    "copy_text",
)


@dataclass(frozen=True, slots=True)
class Button:
    """A button under a message. `data` is None where a press leads elsewhere than to the bot."""

    label: str
    data: str | None


@dataclass(frozen=True, slots=True)
class Keyboard:
    """What `reply_markup` asked for.

    `inline` is the markup under the message itself, as it is given back; `labels` are the keys shown
    in place of the person's keyboard (None: unchanged, empty: taken away).
    """

    inline: dict[str, Any] | None = None
    labels: tuple[str, ...] | None = None


NONE = Keyboard()


def read_keyboard(value: Any, *, limits: Limits) -> Keyboard:
    """The keyboard in a call's `reply_markup`, which may be missing, JSON text or an object.

    Raises `RefusedError` for what Telegram refuses. Telegram does not document what it answers to a row
    of more than eight buttons; here it is refused like a keyboard that is too long.
    """
    if value is None or value == "":
        return NONE
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            raise RefusedError(refusals.KEYBOARD_UNREADABLE) from None
    if not isinstance(value, dict):
        raise RefusedError(refusals.KEYBOARD_NOT_OBJECT)
    if rows := _rows(value, "inline_keyboard", refusals.INLINE_NOT_ROWS):
        return Keyboard(inline=_inline(rows, limits))
    if rows := _rows(value, "keyboard", refusals.KEYBOARD_NOT_ROWS):
        return Keyboard(labels=tuple(_label(key) for row in rows for key in row))
    if value.get("remove_keyboard"):
        return Keyboard(labels=())
    return NONE


def buttons_of(markup: dict[str, Any] | None) -> tuple[tuple[Button, ...], ...]:
    """The rows of buttons that a person sees under a message."""
    if markup is None:
        return ()
    return tuple(
        tuple(Button(button["text"], button.get("callback_data") or None) for button in row)
        for row in markup["inline_keyboard"]
    )


def _rows(value: dict[str, Any], field: str, refusal: refusals.Refusal) -> list[list[Any]]:
    rows = value.get(field, [])
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise RefusedError(refusal)
    return rows


def _inline(rows: list[list[Any]], limits: Limits) -> dict[str, Any]:
    kept = [[_button(button, limits) for button in row] for row in rows if row]
    if (
        sum(map(len, kept)) > limits.keyboard_buttons
        or any(len(row) > limits.row_buttons for row in kept)
        or _size(kept) > limits.keyboard_bytes
    ):
        raise RefusedError(refusals.KEYBOARD_TOO_LONG)
    return {"inline_keyboard": kept}


def _size(rows: list[list[dict[str, Any]]]) -> int:
    """Bytes as JSON without spaces; small keyboards, which nearly all are, are not even measured."""
    if sum(map(len, rows)) <= 8 and all(len(b["text"]) < 100 for row in rows for b in row):
        return 0
    return len(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode())


def _button(button: Any, limits: Limits) -> dict[str, Any]:
    if not isinstance(button, dict):
        raise RefusedError(
            bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
        )
    label = button.get("text")
    if label is None:
        raise RefusedError(bad_request("can't parse inline keyboard button: Can't find field \"text\""))
    if not isinstance(label, str):
        raise RefusedError(
            bad_request('can\'t parse inline keyboard button: Field "text" must be of type String')
        )
    if not label.strip():
        raise RefusedError(refusals.BUTTON_TEXT_EMPTY)
    data = button.get("callback_data")
    if data:
        if len(str(data).encode()) > limits.press_data_bytes:
            raise RefusedError(refusals.BUTTON_DATA_INVALID)
    elif not any(button.get(kind) is not None for kind in ELSEWHERE):
        raise RefusedError(
            bad_request(
                "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
            )
        )
    return button


def _label(key: Any) -> str:
    label = key.get("text", "") if isinstance(key, dict) else key
    if not isinstance(label, str) or not label.strip():
        raise RefusedError(bad_request("keyboard button text must be non-empty"))
    return label
