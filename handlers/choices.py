"""Which of several choices was typed."""

import re
from collections.abc import Sequence

from bot.core.buttons import Verb
from bot.core.folding import fold, natural, strip_courtesy
from bot.core.forms.said import Word
from bot.core.messages import Choice
from bot.core.wordlists import phrase_set
from locales.chat_words import ENDS, read_form_word

LEFT = phrase_set(
    "thoi|huy|huy bo|khong dong y|giu nguyen|cancel|leave it|never mind|forget it|no longer needed|"
    "thoi khoi|khoi|khoi can|thoi vay|thoi bo|bo di|khong can|khong can dau"
)
SLIPPED = re.compile(
    r"(?:(?:toi|em|minh) )?(?:(?:go|bam|an|ghi|nhan) )?(?:nham|lon)(?: (?:roi|nut|mat roi))?|by mistake|wrong button"
)
NO_MORE = re.compile(
    r"(?:(?:toi|em|minh) )?(?:thoi,? )?khong (?:gia han|lui han|xin|can|tra lai|tra|tu choi|gui|sua|nghi|hoi|doi|lam)"
    r"(?: (?:gia han|them thoi gian|phep|bao cao))?(?: nua| dau)"
)
LONGEST_LEAVE = 6
"""Words: "thôi việc không lương" at the head of a sentence tells of something else."""


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
    """`thôi`, `huỷ`, `thôi không xin nữa`, `không gia hạn nữa`: what was begun is left."""
    said = fold(strip_courtesy(text)).strip(ENDS)
    if said in LEFT or NO_MORE.fullmatch(said):
        return True
    words = said.replace(",", " ").split()
    return words[:1] == ["thoi"] and "khong" in words and len(words) <= LONGEST_LEAVE


def slipped(text: str) -> bool:
    """`nhầm rồi`, `bấm nhầm`: it was not meant at all."""
    return SLIPPED.fullmatch(fold(strip_courtesy(text)).strip(ENDS)) is not None
