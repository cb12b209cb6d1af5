"""Codes and names: each once, and none that means something else."""

import re

from bot.core.plan.desk import Desk
from bot.core.plan.finding_codes import Code
from bot.core.plan.placed import Path
from bot.core.plan.variables import is_reserved

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,49}")
"""What a question's name may be made of, so that `${name}` can be written in any expression."""

_Coded = list[tuple[str, Path]]


def check_codes(desk: Desk) -> None:
    tasks: _Coded = [(task.code, ("task", index)) for index, task in enumerate(desk.plan.tasks)]
    indicators: _Coded = [
        (indicator.code, ("task", index, "indicator", place))
        for index, task in enumerate(desk.plan.tasks)
        for place, indicator in enumerate(task.indicators)
    ]
    forms: _Coded = [(planned.form.code, ("form", index)) for index, planned in enumerate(desk.plan.forms)]
    for coded in (tasks, indicators, forms):
        _check_once(desk, coded)
    _check_names(desk)


def _check_once(desk: Desk, coded: _Coded) -> None:
    first: dict[str, Path] = {}
    for code, path in coded:
        if code and code in first:
            desk.note(Code.CODE_DUPLICATE, *path, "code", code=code, first=desk.place(*first[code], "code"))
        first.setdefault(code, path)


def _check_names(desk: Desk) -> None:
    """A name stands once in a form. In two forms it must mean the same, since indicators read it in both."""
    here: dict[tuple[int, str], Path] = {}
    anywhere: dict[str, Path] = {}
    types: dict[str, str] = {}
    for form, index, question in desk.questions():
        path = ("form", form, "question", index, "name")
        name = question.name
        if not name:
            continue  # the reader has said so
        if not NAME.fullmatch(name):
            desk.note(Code.NAME_BAD, *path, name=name)
        if is_reserved(name):
            desk.note(Code.NAME_RESERVED, *path, name=name)
        if (form, name) in here:
            desk.note(Code.NAME_DUPLICATE, *path, name=name, first=desk.place(*here[form, name]))
        elif types.setdefault(name, question.type) != question.type:
            first = desk.place(*anywhere[name])
            desk.note(
                Code.NAME_OF_TWO_TYPES, *path, name=name, type=question.type, other=types[name], first=first
            )
        here.setdefault((form, name), path)
        anywhere.setdefault(name, path)
