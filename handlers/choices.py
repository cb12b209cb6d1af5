"""Which of several choices was typed."""

from collections.abc import Sequence

from bot.core.buttons import Verb
from bot.core.folding import fold, natural, strip_courtesy
from bot.core.forms.said import Word
from bot.core.messages import Choice
from locales.chat_words import ENDS, read_form_word

LEFT = frozenset(("thoi", "huy", "huy bo", "khong dong y", "giu nguyen", "cancel", "leave it", "never mind"))


def find_choice(text: str, offered: Sequence[Choice], *, numbered: bool) -> Choice | None:
    """The choice of which the number (where they are numbered) or the label was typed, accents and polite words or
    not."""
    for folded in dict.fromkeys((fold(text), fold(strip_courtesy(text)))):
        number = natural(folded.rstrip(".)"), digits=3) if numbered else None
        if number is not None and 1 <= number <= len(offered):
            return offered[number - 1]
        if numbered and (line := _line(folded, offered)) is not None:
            return line
        found = next((choice for choice in offered if fold(choice.label) == folded.rstrip(".,;!")), None)
        if found is not None:
            return found
    return None


def _line(folded: str, offered: Sequence[Choice]) -> Choice | None:
    """A line with its number, `2. trung cap`, or a button that was too short for it: `2. Trung cấp…`."""
    before, dot, words = folded.partition(". ")
    number = natural(before, digits=3) if dot else None
    if number is None or not 1 <= number <= len(offered) or not words.strip("… "):
        return None
    choice = offered[number - 1]
    return choice if fold(choice.label).startswith(words.rstrip("… ")) else None


def next_form(text: str, offered: Sequence[Choice]) -> Choice | None:
    """`tiếp` while no form is open: the form that the last message offers first."""
    if read_form_word(text) is not Word.RESUME or not offered:
        return None
    return offered[0] if offered[0].data.startswith(f"{Verb.OPEN}:") else None


def leaves(text: str) -> bool:
    """`thôi`, `huỷ`, `thôi không xin nữa`: what was begun is left."""
    said = fold(strip_courtesy(text)).strip(ENDS)
    return said in LEFT or (said.startswith(("thoi ", "thoi, ")) and "khong" in said)
