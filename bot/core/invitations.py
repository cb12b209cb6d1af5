"""Invitations: one-time codes that open the door."""

from enum import StrEnum


class State(StrEnum):
    VALID = "valid"
    USED = "used"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
