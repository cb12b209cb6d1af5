"""A message's words and buttons as Telegram's calls take them."""

from typing import Any

from bot.core.messages import Address, Reply

NO_PREVIEW = {"is_disabled": True}


def worded(address: Address, reply: Reply) -> dict[str, Any]:
    """The parameters of sendMessage and editMessageText."""
    parameters: dict[str, Any] = {
        "chat_id": address.chat,
        "text": reply.text,
        "link_preview_options": NO_PREVIEW,
    }
    if reply.choices:
        parameters["reply_markup"] = _keyboard(reply)
    return parameters


def _keyboard(reply: Reply) -> dict[str, Any]:
    buttons = [{"text": choice.label, "callback_data": choice.data} for choice in reply.choices]
    rows = [buttons[start : start + reply.columns] for start in range(0, len(buttons), reply.columns)]
    return {"inline_keyboard": rows}
