"""Codes that people read aloud and type: receipts and invitations.

The letters are those that nobody confuses on paper or on the telephone: no I, L, O, U, 0 and 1.
"""

import re
import secrets
from typing import Final

from bot.core.folding import natural

LETTERS: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
INVITATION_LENGTH = 10
"""Thirty letters, ten places: 5.9e14 codes. Guessing is limited besides (bot.db.invitations)."""

RECEIPT_PREFIX = "BC-"

_BETWEEN = frozenset(" -_\u00a0\u00ad\u2010\u2011\u2012\u2013\u2014\u2212\n\t")
"""Signs between the letters of a code, as keyboards and word processors make them of a hyphen."""


def new_invitation() -> str:
    """A code as it is printed: ABCDE-FGHJK."""
    code = "".join(secrets.choice(LETTERS) for _ in range(INVITATION_LENGTH))
    return f"{code[:5]}-{code[5:]}"


def read_invitation(text: str) -> str | None:
    """The code in what was typed or scanned, without hyphens and spaces and in capitals. None if it cannot be one."""
    code = "".join(letter for letter in text.upper() if letter not in _BETWEEN)
    return code if len(code) == INVITATION_LENGTH and all(letter in LETTERS for letter in code) else None


def find_invitation(text: str) -> str | None:
    """The one code in what somebody wrote around it: "em gửi mã ABCDE-FGHJK ạ". None if there is none, or several."""
    whole = read_invitation(text)
    if whole is not None:
        return whole
    words = re.split(r"[\s:;,.!()\"“”]+", text.removeprefix("/start"))
    found = {code for word in words if (code := read_invitation(word)) is not None}
    return found.pop() if len(found) == 1 else None


def receipt(report_id: int) -> str:
    """The receipt of a report: `BC-00042K`. The last letter catches a digit that was misread."""
    return f"{RECEIPT_PREFIX}{report_id:05}{_check_letter(report_id)}"


def read_receipt(text: str) -> int | None:
    """The report that a receipt stands for; None for a code that we never gave."""
    code = text.strip().upper().replace(" ", "").removeprefix(RECEIPT_PREFIX).removeprefix("BC")
    digits, letter = code[:-1], code[-1:]
    report_id = natural(digits)
    return report_id if report_id is not None and _check_letter(report_id) == letter else None


def _check_letter(number: int) -> str:
    """Changes with any one digit and any exchange of two neighbours: each place has a weight of its own, and 29 is
    prime."""
    weighted = sum(place * int(digit) for place, digit in enumerate(reversed(f"{number:05}"), start=2))
    return LETTERS[weighted * 7 % 29]
