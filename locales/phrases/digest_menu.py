"""What may be asked next, below a digest."""

from bot.core.buttons import Verb, button
from bot.core.messages import Choice, Reply
from locales.phrases import menus
from locales.words import Words


def with_buttons(reply: Reply, *, plan_id: int, whole: bool, words: Words) -> Reply:
    """The digest with buttons to go deeper, and the words that may be typed at any time. `whole`: it is about all
    units; with the line that says of which ones there is less room."""
    choices = [
        Choice(words.say("Quá hạn"), button(Verb.DIGEST, "late")),
        Choice(words.say("Chỉ tiêu"), button(Verb.DIGEST, "targets")),
        Choice(words.say("Đơn vị"), button(Verb.DIGEST, "unit")),
        Choice(words.say("Biểu đồ"), button(Verb.DIGEST, "picture", plan_id)),
        Choice(words.say("Bảng Excel"), button(Verb.DIGEST, "register", plan_id)),
    ]
    columns = menus.fitting(choices, 3)
    typed = (
        words.say("Gõ /quahan, /chitieu, /donvi, /tonghop ảnh.")
        if whole
        else words.say("Gõ /quahan, /chitieu, /donvi.")
    )
    return Reply(f"{reply.text}\n\n{typed}", tuple(choices), columns, reply.files, reply.erase)
