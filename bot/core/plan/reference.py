"""What a checker knows of the world beside a plan: bodies that are gone, congresses, terms. Data, with sources.

It comes from the tables of plans/reference, which a committee may change; nothing here is law.
"""

from dataclasses import dataclass
from datetime import date

from bot.core.forms.model import Text


@dataclass(frozen=True, slots=True)
class Abolished:
    """A body, or a kind of unit, that is gone or renamed `since` a day, and what took its place. `words` are the ways
    to write it."""

    words: tuple[str, ...]
    since: date
    successor: Text
    basis: str


@dataclass(frozen=True, slots=True)
class Congress:
    """A congress of a Party organisation. `ordinal` is a Roman number."""

    organisation: str
    ordinal: str
    opened: date
    closed: date
    basis: str


@dataclass(frozen=True, slots=True)
class Term:
    """An expression that says too little alone: `needs` is what to add. `attribute` is the roster's attribute that
    singles these units out ("ownership"), "" where a definition is wanted."""

    words: tuple[str, ...]
    needs: Text
    attribute: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """All tables. `variants` are ways to call one thing; `actors` and `duties` each a name with the ways to write it
    ("…" stands for some words); `misspelt` what is written wrongly and how it should be."""

    abolished: tuple[Abolished, ...] = ()
    congresses: tuple[Congress, ...] = ()
    terms: tuple[Term, ...] = ()
    variants: tuple[tuple[str, ...], ...] = ()
    actors: tuple[tuple[str, ...], ...] = ()
    duties: tuple[tuple[str, ...], ...] = ()
    misspelt: tuple[tuple[str, str], ...] = ()


NOTHING_KNOWN = Reference()
