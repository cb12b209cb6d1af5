"""Whether a message fits a phone of 360 pixels: widths estimated from the advance widths of Roboto, Android's font."""

import unicodedata
from math import ceil

from bot.core.messages import Reply

SCREEN = 640.0
"""CSS pixels of height that a small phone shows of a chat."""

BUBBLE = 286.0
"""CSS pixels of text in a bubble: 360 less the margins of chat and bubble."""

FONT, LINE = 16.0, 21.0
BUTTONS = 300.0
"""CSS pixels of a row of buttons."""

BUTTON_FONT, BUTTON_ROW, BUTTON_GAP, BUTTON_PADDING = 15.0, 46.0, 4.0, 6.0

_NARROW = dict.fromkeys("ijlI.,:;'|!()[]/-“”’‘ tfr", 0.30)
_WIDE = dict.fromkeys("mwMW@%—…", 0.86)
_EM = {**_NARROW, **_WIDE, **dict.fromkeys("0123456789", 0.56)}


def width(text: str, *, font: float = FONT) -> float:
    """CSS pixels of a line."""
    return sum(_em(letter) for letter in unicodedata.normalize("NFC", text)) * font


def lines(text: str) -> int:
    """How many lines a text takes in a bubble, wrapped between words."""
    return sum(_wrapped(line) for line in text.splitlines())


def height(reply: Reply) -> float:
    """CSS pixels of a bubble with its buttons."""
    return lines(reply.text) * LINE + 16 + ceil(len(reply.choices) / reply.columns) * BUTTON_ROW


def too_wide(reply: Reply) -> list[str]:
    """Words that are longer than a line, and labels that are longer than their button."""
    column = (BUTTONS - (reply.columns - 1) * BUTTON_GAP) / reply.columns - 2 * BUTTON_PADDING
    words = [word for word in reply.text.split() if width(word) > BUBBLE]
    return words + [one.label for one in reply.choices if width(one.label, font=BUTTON_FONT) > column]


def _wrapped(line: str) -> int:
    count, used = 1, 0.0
    for word in line.split(" "):
        wide = width(f" {word}")
        if used and used + wide > BUBBLE:
            count, used = count + 1, 0.0
        used += wide
    return count


def _em(letter: str) -> float:
    base = unicodedata.normalize("NFD", letter)[0]
    if base in _EM:
        return _EM[base]
    if ord(base) > 0x2600:
        return 1.25  # a sign of state
    return 0.66 if base.isupper() else 0.54
