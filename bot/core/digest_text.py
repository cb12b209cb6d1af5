"""Who reads a digest, and what therefore stands in it."""

from enum import StrEnum


class Reader(StrEnum):
    """The Committee in private sees every count; in its group and below it small counts of persons are not told."""

    COMMITTEE = "committee"
    GROUP = "group"
    BELOW = "below"


def is_masked(reader: Reader) -> bool:
    return reader is not Reader.COMMITTEE
