"""What Telegram's refusals mean."""

from datetime import timedelta

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.core.channel import DeliveryError

CHAT_LOST = (
    "chat not found",
    "user is deactivated",
    "peer_id_invalid",
    "not enough rights",
    "need administrator",
    "have no rights to send",
    "chat_write_forbidden",
    "chat_restricted",
)
"""What Telegram says in a refusal when nothing at all can reach a chat (in lower case)."""


TOPIC_LOST = ("message thread not found", "topic_deleted", "topic_closed", "topic_id_invalid")
"""What it says when one topic of a forum is deleted or closed, and the rest of the chat is there."""


def meaning_of(error: TelegramError) -> DeliveryError:
    """What Telegram's refusal means for a message. BadRequest is a NetworkError there, so it is asked for first."""
    why = str(error)
    match error:
        case ChatMigrated():
            return DeliveryError(why, moved_to=str(error.new_chat_id))
        case RetryAfter():
            wait = error.retry_after
            return DeliveryError(
                why, retry_after=wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
            )
        case Forbidden():
            return DeliveryError(why, lost=True)
        case BadRequest():
            lost = any(words in why.lower() for words in CHAT_LOST)
            topic_lost = any(words in why.lower() for words in TOPIC_LOST)
            return DeliveryError(why, permanent=True, lost=lost, topic_lost=topic_lost)
        case InvalidToken():
            return DeliveryError("the token is refused")
        case _:
            return DeliveryError(why)
