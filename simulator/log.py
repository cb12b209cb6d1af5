"""Everything that was said, in the order in which it was delivered."""

from typing import NamedTuple


class Entry(NamedTuple):
    """One delivery. `what` is `sent`, `edited` or `deleted`; `text` is what it then showed."""

    number: int
    what: str
    chat: int
    message: int
    sender: int
    from_bot: bool
    text: str
    labels: tuple[str, ...]
    date: int
