"""The units of a digest: who is overdue, by commune; who was given more time."""

from collections.abc import Sequence

from bot.core.digest import Extended, Late, LateArea, late_areas
from locales.phrases import periods
from locales.words import Words

ROOM_FOR_REST = 60
"""Characters kept for the line that counts what did not fit."""

MOST_EXTENDED = 5

FEW_UNITS = 12
"""Overdue units that are named one by one; more are counted by commune."""


def late(units: Sequence[Late], *, room: int, words: Words) -> str:
    """Overdue units by commune, the longest overdue first, as many as there is room for. Few are named."""
    areas = late_areas(units)
    lines = [words.say("Quá hạn: {count} đơn vị", count=len(units))]
    used = len(lines[0]) + ROOM_FOR_REST
    shown = 0
    for area in areas:
        line = _late_area(area, words, named=len(units) <= FEW_UNITS)
        if used + len(line) + 1 > room:
            break
        lines.append(line)
        used += len(line) + 1
        shown += len(area.units)
    if shown < len(units):
        lines.append(words.say("… và {count} đơn vị nữa (gõ /quahan để xem).", count=len(units) - shown))
    return "\n".join(lines)


def every_late(units: Sequence[Late], *, words: Words) -> str:
    """Every overdue unit below its commune, the commune with the longest overdue first. Days that are the same for all
    of a commune are said once."""
    lines = [words.say("Quá hạn: {count} đơn vị", count=len(units))]
    for area in late_areas(units):
        if [unit.unit for unit in area.units] == [area.area]:
            lines.append(_late_organ(area.units[0], words))
        elif len(area.units) == 1:
            (unit,) = area.units
            lines.append(_late_alone(area, _with_reports(unit, words), words))
        elif len({unit.days for unit in area.units}) == 1:
            said = {"area": area.name, "count": len(area.units), "days": area.days}
            lines.append(words.say("- {area}: {count} đơn vị, {days} ngày", **said))
            lines += [f"  + {_with_reports(unit, words)}" for unit in area.units]
        else:
            lines.append(_counted(area, words))
            lines += [
                words.say("  + {unit}: {days} ngày", unit=_with_reports(unit, words), days=unit.days)
                for unit in area.units
            ]
    return "\n".join(lines)


def _late_area(area: LateArea, words: Words, *, named: bool) -> str:
    """`- Xã Tây Lãng: 3 đơn vị, lâu nhất 5 ngày: Trường A; Trường B (2 báo cáo); Trường C`."""
    if [unit.unit for unit in area.units] == [area.area]:
        return _late_organ(area.units[0], words)
    if len(area.units) == 1 and area.reports == 1:
        return _late_alone(area, area.units[0].unit_name, words)
    line = _counted(area, words)
    return f"{line}: {'; '.join(_with_reports(unit, words) for unit in area.units)}" if named else line


def _late_organ(unit: Late, words: Words) -> str:
    """A unit that is below no commune, or the commune itself alone."""
    if unit.reports == 1:
        return words.say("- {unit}: {days} ngày", unit=unit.unit_name, days=unit.days)
    said = {"unit": unit.unit_name, "days": unit.days, "reports": unit.reports}
    return words.say("- {unit}: {days} ngày ({reports} báo cáo)", **said)


def _late_alone(area: LateArea, unit: str, words: Words) -> str:
    return words.say("- {area}: {unit}, {days} ngày", area=area.name, unit=unit, days=area.days)


def _counted(area: LateArea, words: Words) -> str:
    said = {"area": area.name, "count": len(area.units), "days": area.days}
    return words.say("- {area}: {count} đơn vị, lâu nhất {days} ngày", **said)


def _with_reports(unit: Late, words: Words) -> str:
    """Among the units of its commune, the commune's own Party committee is called by its whole name."""
    name = unit.in_full or unit.unit_name
    return (
        name
        if unit.reports == 1
        else words.say("{unit} ({reports} báo cáo)", unit=name, reports=unit.reports)
    )


def extended(granted: Sequence[Extended], *, words: Words) -> str:
    """Who was given more time this week."""
    if not granted:
        return ""
    lines = [words.say("Được gia hạn: {count} báo cáo", count=len(granted))]
    lines += [
        words.say(
            "- {unit}, {title}: đến {day}",
            unit=one.unit_name,
            title=periods.of_title(one.form, one.period, words=words),
            day=words.day(one.until),
        )
        for one in granted[:MOST_EXTENDED]
    ]
    if len(granted) > MOST_EXTENDED:
        lines.append(words.say("… và {count} báo cáo nữa.", count=len(granted) - MOST_EXTENDED))
    return "\n".join(lines)
