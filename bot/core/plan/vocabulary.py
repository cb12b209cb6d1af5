"""The words that a plan may use, where they are few and the same for every plan."""

from enum import StrEnum


class Cadence(StrEnum):
    """How often a task is to be done. When it is reported is the form's schedule."""

    ONCE = "once"
    PER_CLASS = "per_class"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"
    CONTINUOUS = "continuous"


LEVELS = ("MN", "TH", "THCS", "THPT", "GDTX", "liên cấp")
"""Levels of schools: kindergarten, primary, lower and upper secondary, continuing education, several."""

OWNERSHIP = ("công lập", "ngoài công lập")
"""Public and non-public."""

LANGUAGES = ("vi", "en")
"""Every sentence of a plan is wanted in these. Vietnamese is the first and always complete."""
