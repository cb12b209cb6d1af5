"""Taking the fields of a row one by one, noting all that is wrong and going on with something harmless."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from bot.core.forms.model import Text
from bot.core.plan.finding_codes import Code, finding
from bot.core.plan.model import Finding, Place
from bot.core.plan.placed import Cell, Path, Row
from bot.core.plan.vocabulary import LANGUAGES

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,39}")
"""What a code may be made of: it is typed in chats and printed in tables."""

YEARS = range(2000, 2101)
"""Of a plan's dates: 9999 is a slip, or a joke that no calendar takes."""

_LANGUAGE_COLUMN = re.compile(r"(?P<field>[\w.-]+)::\s*(?:[^()]*\((?P<code>[\w-]+)\)|(?P<bare>[\w-]+))\s*")
_TRUE, _FALSE = frozenset(("true", "yes", "1")), frozenset(("false", "no", "0", ""))

Word = TypeVar("Word", bound=StrEnum)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that is most like this one, "" if none is."""
    return "".join(get_close_matches(word, list(known), n=1, cutoff=0.6))


class Notes:
    """What is found while a file is read: findings, and where each thing stands."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self.places: dict[Path, Place] = {}

    def note(self, code: Code, place: Place, /, **values: str) -> None:
        self.findings.append(finding(code, place, **values))


class Fields:
    """One row, read field by field. `end` notes the fields that nobody asked for.

    `path` is where the row's thing will stand in the plan: each field's place is kept under it.
    """

    def __init__(self, row: Row, path: Path, notes: Notes) -> None:
        self.row = row
        self._path = path
        self._notes = notes
        self._asked: set[str] = set()
        notes.places[path] = row.place
        for name, cell in row.cells.items():
            notes.places[(*path, name)] = cell.place

    def note(self, code: Code, name: str, /, **values: str) -> None:
        """A finding at a field of this row, or at the row where the field is absent."""
        cell = self.row.cells.get(name)
        self._notes.note(code, self.row.place if cell is None else cell.place, **values)

    def text(self, name: str, *, required: bool = False) -> str:
        """What is written, without spaces around it."""
        cell = self._cell(name)
        value = "" if cell is None else cell.value
        if not isinstance(value, str):
            self.note(Code.SHAPE_WRONG, name, field=name, wanted="text")
            return ""
        if required and not value.strip():
            self.note(Code.FIELD_MISSING, name, field=name)
        return value.strip()

    def code(self, name: str = "code") -> str:
        """A code: letters, digits, dots, hyphens; at most 40."""
        value = self.text(name, required=True)
        if value and not CODE.fullmatch(value):
            self.note(Code.CODE_BAD, name, code=value)
        return value

    def words(self, name: str) -> tuple[str, ...]:
        """A list, or one text in which commas divide ("THPT, GDTX")."""
        cell = self._cell(name)
        if cell is None:
            return ()
        if isinstance(cell.value, str):
            return tuple(word for part in cell.value.split(",") if (word := part.strip()))
        found = []
        for item in cell.value if isinstance(cell.value, tuple) else (cell,):
            if isinstance(item.value, str):
                found.append(item.value.strip())
            else:
                self._notes.note(Code.SHAPE_WRONG, item.place, field=name, wanted="words")
        return tuple(found)

    def one_of(self, name: str, words: type[Word], *, default: Word | None = None) -> Word:
        """One of a few words; required where there is no default."""
        value = self.text(name, required=default is None)
        if value:
            if value in [word.value for word in words]:
                return words(value)
            self.note(Code.VALUE_UNKNOWN, name, field=name, value=value, nearest=nearest(value, words))
        return next(iter(words)) if default is None else default

    def truth(self, name: str) -> bool:
        """true, yes, 1 or false, no, 0, nothing."""
        value = self.text(name).casefold()
        if value not in _TRUE | _FALSE:
            self.note(Code.TRUTH_BAD, name, field=name, value=value)
        return value in _TRUE

    def whole(self, name: str, *, default: int) -> int:
        """A whole number that is not negative."""
        value = self.text(name)
        if not value:
            return default
        if not re.fullmatch(r"[0-9]{1,6}", value):
            self.note(Code.NUMBER_BAD, name, field=name, value=value)
            return default
        return int(value)

    def figure(self, name: str) -> Decimal | None:
        """A figure without signs between its thousands: 3342, 09, 70.5, 70,5. Of "3.342" nobody knows which it is."""
        value = self.text(name)
        if not value:
            return None
        if not re.fullmatch(r"[0-9]{1,15}([.,][0-9]{1,2})?", value):
            self.note(Code.NUMBER_BAD, name, field=name, value=value)
            return None
        return Decimal(value.replace(",", "."))

    def day(self, name: str, *, required: bool = False) -> date | None:
        """A date as 2026-11-02 or 2/11/2026."""
        value = self.text(name, required=required)
        if not value:
            return None
        try:
            day, month, year = map(int, value.split("/") if "/" in value else reversed(value.split("-")))
            if year in YEARS:
                return date(year, month, day)
            raise ValueError(year)
        except ValueError:
            self.note(Code.DATE_BAD, name, field=name, value=value)
            return None

    def sentence(self, name: str, *, required: bool = False) -> Text:
        """A text in each language: the columns `label::vi`, `label::English (en)`. Once written in one
        language it is wanted in all."""
        found: dict[str, str] = {}
        for column, cell in self.row.cells.items():
            match = _LANGUAGE_COLUMN.fullmatch(column)
            if match and match["field"] == name:
                self._asked.add(column)
                value = self.text(column)
                if value:
                    found[match["code"] or match["bare"]] = value
                self._notes.places.setdefault((*self._path, name), cell.place)
        if not found:
            if required:
                self._notes.note(Code.FIELD_MISSING, self.row.place, field=name)
            return {}
        for language in LANGUAGES:
            if language not in found:
                self._missing(name, language)
        return found

    def rest(self) -> dict[str, str]:
        """The columns that nobody asked for, where any may be: `choice_filter` reads them. Those of languages are not
        among them."""
        names = [name for name in self.row.cells if name not in self._asked]
        for name in names:
            if "::" in name:
                self.note(Code.FIELD_UNKNOWN, name, field=name, nearest=nearest(name, self._asked))
        return {name: self.text(name) for name in names if "::" not in name}

    def end(self) -> None:
        """Notes what is left: a misspelt `relevent` must not vanish in silence."""
        for name in self.row.cells:
            if name not in self._asked:
                like = nearest(name, self._asked)
                self.note(Code.FIELD_UNKNOWN, name, field=name, nearest=like)

    def _missing(self, name: str, language: str) -> None:
        place = self._notes.places[(*self._path, name)]
        if language == "vi":
            self._notes.note(Code.VIETNAMESE_MISSING, place, field=name)
        else:
            self._notes.note(Code.TRANSLATION_MISSING, place, field=name, language=language)

    def _cell(self, name: str) -> Cell | None:
        self._asked.add(name)
        return self.row.cells.get(name)
