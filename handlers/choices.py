"""Which of several choices was typed."""

from collections.abc import Sequence

from bot.core.folding import fold, natural, strip_courtesy
from bot.core.messages import Choice


def find_choice(text: str, offered: Sequence[Choice], *, numbered: bool) -> Choice | None:
    """The choice of which the number (where they are numbered) or the label was typed, accents and polite words or
    not."""
    for folded in dict.fromkeys((fold(text), fold(strip_courtesy(text)))):
        number = natural(folded.rstrip(".)"), digits=3) if numbered else None
        if number is not None and 1 <= number <= len(offered):
            return offered[number - 1]
        found = next((choice for choice in offered if fold(choice.label) == folded.rstrip(".,;!")), None)
        if found is not None:
            return found
    return None
