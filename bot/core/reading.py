"""How long a message is to read: its characters outside lists."""

import re

LONGEST = 300
"""Characters outside lists that a message may have."""

ITEM = re.compile(r"\s*(?:\d+[.)]|[-–•]|✅|⏳)\s")
"""A line of a list begins with a number, a dash or a sign of state; what is indented below it belongs to it."""

BELOW = re.compile(r"\s{2,}\S")


def outside_lists(text: str) -> str:
    """What has to be read from end to end: the text without the lines of its lists."""
    kept: list[str] = []
    in_list = False
    for line in text.splitlines():
        in_list = bool(ITEM.match(line)) or (in_list and bool(BELOW.match(line)))
        if not in_list:
            kept.append(line)
    return "\n".join(kept).strip()


def reading_length(text: str) -> int:
    """Characters outside lists, blank lines not counted."""
    return sum(len(line) for line in outside_lists(text).splitlines())
