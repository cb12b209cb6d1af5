"""Telegram's refusals, word for word.

The wording is that of the published Bot API server (tdlib/telegram-bot-api 10.0 and tdlib/td) where
the server says it itself, else that of answers reported by bot authors. A refused call raises
`RefusedError` from wherever it is found wanting, and one place answers it: `calls.py`.
"""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Refusal:
    """What the bot is told: `{"ok": false, "error_code": code, "description": ..., "parameters": ...}`."""

    code: int
    description: str
    parameters: dict[str, Any] = field(default_factory=dict)


class RefusedError(Exception):
    """A call that Telegram does not carry out."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.description)
        self.refusal = refusal


def bad_request(words: str, **parameters: Any) -> Refusal:
    return Refusal(400, f"Bad Request: {words}", parameters)


def too_many_requests(seconds: int) -> Refusal:
    return Refusal(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def migrated(chat_id: int) -> Refusal:
    return bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat_id)


UNAUTHORIZED = Refusal(401, "Unauthorized")
NOT_FOUND = Refusal(404, "Not Found")
METHOD_NOT_FOUND = Refusal(404, "Not Found: method not found")
TOO_LARGE = Refusal(413, "Request Entity Too Large")

CONFLICT_POLL = Refusal(
    409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
)
CONFLICT_SET_WEBHOOK = Refusal(409, "Conflict: terminated by setWebhook request")
CONFLICT_WEBHOOK = Refusal(
    409,
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first",
)

CHAT_ID_EMPTY = bad_request("chat_id is empty")
CHAT_NOT_FOUND = bad_request("chat not found")
THREAD_NOT_FOUND = bad_request("message thread not found")
BLOCKED = Refusal(403, "Forbidden: bot was blocked by the user")
DEACTIVATED = Refusal(403, "Forbidden: user is deactivated")
CANNOT_INITIATE = Refusal(403, "Forbidden: bot can't initiate conversation with a user")
CANNOT_LEAVE_PRIVATE = bad_request("chat member status can't be changed in private chats")

TEXT_EMPTY = bad_request("message text is empty")
TEXT_BLANK = bad_request("text must be non-empty")
TEXT_TOO_LONG = bad_request("message is too long")
TEXT_FAR_TOO_LONG = bad_request("text is too long")
CAPTION_TOO_LONG = bad_request("message caption is too long")
PARSE_MODE_UNKNOWN = bad_request("unsupported parse_mode")
MARKUP_NOT_READ = bad_request("can't parse entities: this pretend Telegram reads plain text only")

REPLY_NOT_FOUND = bad_request("message to be replied not found")
EDIT_NOT_FOUND = bad_request("message to edit not found")
EDIT_NOT_ALLOWED = bad_request("message can't be edited")
EDIT_NO_TEXT = bad_request("there is no text in the message to edit")
NOT_MODIFIED = bad_request(
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
DELETE_NO_CHAT = bad_request("chat identifier is not specified")
DELETE_NO_MESSAGE = bad_request("message identifier is not specified")
DELETE_NOT_FOUND = bad_request("message to delete not found")
DELETE_NOT_ALLOWED = bad_request("message can't be deleted")
DELETE_TOO_OLD = bad_request("message can't be deleted for everyone")

KEYBOARD_UNREADABLE = bad_request("can't parse reply keyboard markup JSON object")
KEYBOARD_NOT_OBJECT = bad_request("object expected as reply markup")
KEYBOARD_NOT_ROWS = bad_request('field "keyboard" must be an Array of Arrays')
INLINE_NOT_ROWS = bad_request(
    'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
)
KEYBOARD_TOO_LONG = bad_request("reply markup is too long")
BUTTON_DATA_INVALID = bad_request("BUTTON_DATA_INVALID")
BUTTON_TEXT_EMPTY = bad_request("inline keyboard button text must be non-empty")
INLINE_EXPECTED = bad_request("inline keyboard expected")

PRESS_TOO_OLD = bad_request("query is too old and response timeout expired or query ID is invalid")
TOAST_TOO_LONG = bad_request("MESSAGE_TOO_LONG")

NO_PHOTO = bad_request("there is no photo in the request")
NO_DOCUMENT = bad_request("there is no document in the request")
FILE_EMPTY = bad_request("file must be non-empty")
FILE_ID_WRONG = bad_request("wrong file identifier/HTTP URL specified")
FILE_URL_FAILED = bad_request("failed to get HTTP URL content")
FILE_ID_MISSING = bad_request("file_id not specified")
FILE_ID_INVALID = bad_request("invalid file_id")
FILE_TOO_BIG = bad_request("file is too big")
PHOTO_UNREADABLE = bad_request("IMAGE_PROCESS_FAILED")
PHOTO_DIMENSIONS = bad_request("PHOTO_INVALID_DIMENSIONS")

ACTION_WRONG = bad_request("wrong parameter action in request")

COMMANDS_UNREADABLE = bad_request("can't parse commands JSON object")
COMMANDS_NOT_LIST = bad_request("expected an Array of BotCommand")
COMMANDS_TOO_MANY = bad_request("BOT_COMMANDS_TOO_MUCH")
COMMAND_INVALID = bad_request("BOT_COMMAND_INVALID")
COMMAND_EMPTY = bad_request("command must be non-empty")
DESCRIPTION_EMPTY = bad_request("command description must be non-empty")
LANGUAGE_INVALID = bad_request("invalid language code specified")

WEBHOOK_URL_INVALID = bad_request("invalid webhook URL specified")
WEBHOOK_NOT_LOOPBACK = bad_request("bad webhook: this pretend Telegram reaches loopback addresses only")
SECRET_TOO_LONG = bad_request("secret token is too long")
SECRET_CHARACTERS = bad_request("secret token contains unallowed characters")
