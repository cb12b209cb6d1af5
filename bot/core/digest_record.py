"""A digest as it was sent: its figures, what its picture shows, and the words, kept so that it can be said again to the
letter, whatever happens to reports, plan and roster afterwards."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Self
from zoneinfo import ZoneInfo

from bot.core.as_json import as_json, from_json
from bot.core.digest import Digest, Line, Progress
from bot.core.forms.model import Text
from bot.core.progress_groups import WeekProgress, progress_by, weekly
from bot.core.units import UnitKind

MOST_WEEKS = 10
"""Weeks of the trend that are readable at a phone's width."""


@dataclass(frozen=True, slots=True)
class Group:
    """How far one kind of unit is, or one commune."""

    name: Text
    progress: Progress


@dataclass(frozen=True, slots=True)
class Picture:
    """What the picture shows; `weeks` are the latest ones, back to the first in which anything was asked."""

    kinds: tuple[Group, ...] = ()
    areas: tuple[Group, ...] = ()
    weeks: tuple[WeekProgress, ...] = ()


@dataclass(frozen=True, slots=True)
class DigestRecord:
    """`name` is the plan's. `part` names the unit with whose subtree alone it deals, empty for all."""

    name: Text
    digest: Digest
    picture: Picture = field(default_factory=Picture)
    part: str = ""

    def to_json(self) -> dict[str, Any]:
        value: dict[str, Any] = as_json(self)
        return value

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Self:
        return from_json(cls, value)


def make_picture(
    lines: Sequence[Line], kinds: Iterable[UnitKind], *, as_of: datetime, zone: ZoneInfo
) -> Picture:
    """The picture of a digest, from its lines. A unit without others below it is no commune: it is seen with its
    kind."""
    today = as_of.astimezone(zone).date()
    names = {kind.code: kind.name for kind in kinds}
    with_others = {line.area for line in lines if line.area != line.unit}
    areas = {line.area: line.area_name for line in lines if line.area in with_others or not with_others}
    by_kind = progress_by(lines, lambda line: line.kind, at=as_of, today=today)
    by_area = progress_by(
        lines, lambda line: line.area if line.area in areas else None, at=as_of, today=today
    )
    return Picture(
        tuple(Group(names.get(code, {"vi": code}), far) for code, far in by_kind),
        tuple(Group({"vi": areas[code]}, far) for code, far in by_area),
        weekly(lines, as_of=as_of, today=today, most=MOST_WEEKS),
    )
