"""The name of a day in the calendar: free words that everybody reads, so that they name nobody and tell no secret."""

from collections.abc import Iterable

from bot.core.folding import clean, fold
from bot.core.guards import personal_data, secrecy_marking
from bot.core.pupils import names_somebody

PERSONAL = "personal"


def unfit_for_all(name: str, people: Iterable[str]) -> str | None:
    """Why everybody must not read that name: the marking that it carries, or `PERSONAL`. `people` are the names of the
    roster, found with or without accents. None where it may be kept."""
    marking = secrecy_marking(name)
    if marking is not None:
        return marking
    said = f" {fold(name)} "
    in_roster = any(f" {fold(one)} " in said for one in people if len(one.split()) > 1)
    return PERSONAL if in_roster or personal_data(name) or names_somebody(clean(name)) else None
