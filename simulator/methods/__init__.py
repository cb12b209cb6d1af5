"""The methods of the Bot API that the pretend Telegram has; any other answers 404."""

from collections.abc import Callable
from typing import Any

from simulator.methods.chats import get_chat, get_me, leave_chat, send_chat_action
from simulator.methods.commands import delete_my_commands, get_my_commands, set_my_commands
from simulator.methods.editing import delete_message, edit_message_reply_markup, edit_message_text
from simulator.methods.files import get_file
from simulator.methods.presses import answer_callback_query
from simulator.methods.sending import send_document, send_message, send_photo
from simulator.methods.updates import delete_webhook, get_updates, get_webhook_info, set_webhook
from simulator.parameters import Params
from simulator.world import World

# (world, parameters) -> the result, or something to await for it. May raise `RefusedError`.
Method = Callable[[World, Params], Any]

METHODS: dict[str, Method] = {
    "getMe": get_me,
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "editMessageText": edit_message_text,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "answerCallbackQuery": answer_callback_query,
    "getFile": get_file,
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
    "getChat": get_chat,
    "sendChatAction": send_chat_action,
    "leaveChat": leave_chat,
}

# Method names are read in any case, as Telegram reads them.
SPELLED = {name.lower(): name for name in METHODS}
