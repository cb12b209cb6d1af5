"""The figures as a table: medians of the runs with their extremes, and ratios to one peer."""

import statistics
from collections.abc import Callable, Mapping, Sequence

from bench.candidates import Candidate
from bench.measuring import STEADY_RATE, Measured

Results = Mapping[Candidate, Sequence[Measured]]

ROWS: tuple[tuple[str, Callable[[Measured], float], str], ...] = (
    ("steps/s", lambda one: one.steps, ".0f"),
    ("steps/s with buttons", lambda one: one.pressed, ".0f"),
    ("CPU s per 1,000 steps", lambda one: one.cpu, ".2f"),
    (f"p50 at {STEADY_RATE:.0f}/s, ms", lambda one: one.steady.p50, ".1f"),
    (f"p99 at {STEADY_RATE:.0f}/s, ms", lambda one: one.steady.p99, ".1f"),
    ("p50 alone, ms", lambda one: one.alone.p50, ".1f"),
    ("p99 alone, ms", lambda one: one.alone.p99, ".1f"),
    ("calls per step", lambda one: one.calls, ".2f"),
    ("peak memory, MiB", lambda one: one.memory, ".0f"),
    ("start to first poll, s", lambda one: one.start, ".2f"),
)
"""(what, of a run, format)."""


def table(results: Results, *, unit: Candidate) -> str:
    """A table in Markdown: a row for each figure, a column for each candidate. `unit` is the candidate that the
    ratios are relative to, where it was measured."""
    rows = [
        ["", *(candidate.title for candidate in results)],
        ["---", *("---:" for _ in results)],
        *(
            [what, *(_spread([of(one) for one in runs], form) for runs in results.values())]
            for what, of, form in ROWS
        ),
    ]
    if unit in results:
        rows.append(["**steps/s, ratio**", *_ratios(results, unit, lambda one: one.steps)])
        rows.append(["**CPU, ratio**", *_ratios(results, unit, lambda one: one.cpu)])
    return in_columns(rows)


def in_columns(rows: Sequence[Sequence[str]]) -> str:
    """Rows as Markdown, the columns aligned for whoever reads the text as it is."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join("| " + " | ".join(_padded(row, widths)) + " |" for row in rows)


def _padded(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    if row[0] == "---":
        return ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return [
        row[0].ljust(widths[0]),
        *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)),
    ]


def _spread(values: Sequence[float], form: str) -> str:
    middle = format(statistics.median(values), form)
    if len(values) == 1:
        return middle
    return f"{middle} ({min(values):{form}}–{max(values):{form}})"


def _ratios(results: Results, unit: Candidate, of: Callable[[Measured], float]) -> list[str]:
    """Medians of the ratios of runs that stood side by side: what slowed the machine slowed both."""
    return [
        _spread([of(one) / of(beside) for one, beside in zip(runs, results[unit], strict=True)], ".2f")
        for runs in results.values()
    ]
