"""Questions outside forms that were left or lapsed."""

from bot.core.messages import Reply
from locales.chat_words import Spelling
from locales.words import Words


def lapsed(asked_at: str, left: str, again: Spelling, *, words: Words) -> Reply:
    """Words came for a question of long ago. `left` says what was not done, `again` is how to begin anew."""
    command = again.vi[0] if words.language == "vi" else again.en[0]
    said = words.say(
        "Câu hỏi lúc {at} đã quá lâu nên hệ thống không lấy tin này làm câu trả lời.", at=asked_at
    )
    if left:
        said += " " + left
    if f"“{command}”" not in left:
        said += " " + words.say("Gõ “{command}” để làm lại.", command=command)
    return Reply(said)
