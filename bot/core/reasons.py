"""What makes a reason, wherever one is asked for: why a report is returned or corrected, a figure wrong."""

LONGEST = 500
"""Characters that are kept."""

SHORTEST = 4
"""Letters: a dot or a sigh explains nothing."""

FEWEST_WORDS = 2
"""Of a reason for more time, or against it: "không" and "bận" say nothing to whoever reads it."""


def says_something(reason: str) -> bool:
    """Whether there are letters enough to explain anything."""
    return sum(sign.isalpha() for sign in reason) >= SHORTEST


def with_capital(reason: str) -> str:
    """As a sentence of its own: what stood behind "vì" in a line begins one."""
    return reason[:1].upper() + reason[1:]
