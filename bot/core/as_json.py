"""Frozen values as plain JSON and back, by their declared types: what was said is kept whole, and read as it was.

Fields may be text, numbers, truths, `Decimal`, dates, instants, enumerations, tuples, sets and mappings of such, other
dataclasses, and each of these or None. A field of type `Any` is kept as it is.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


def as_json(value: Any) -> Any:
    """The value as JSON. TypeError for what it cannot keep."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):  # an instant as well
        return value.isoformat()
    if is_dataclass(value):
        return {field.name: as_json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): as_json(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [as_json(one) for one in value]
    if isinstance(value, frozenset):
        return sorted(as_json(one) for one in value)
    raise TypeError(f"{type(value).__name__} has no form as JSON")


def from_json(type_: type[T], value: Any) -> T:
    """What `as_json` wrote of a value of that type. A field that was not kept yet when it was written has its default;
    one that has none, or a wrong value, raises TypeError, ValueError or KeyError."""
    return cast("T", _read(type_, value))


def _read(type_: Any, value: Any) -> Any:
    origin, inner = get_origin(type_), get_args(type_)
    if origin in (Union, UnionType):
        (type_,) = (one for one in inner if one is not type(None))  # X | None, and no other union
        return None if value is None else _read(type_, value)
    if origin is tuple:
        if inner[1:] == (...,):
            return tuple(_read(inner[0], one) for one in value)
        return tuple(_read(one, each) for one, each in zip(inner, value, strict=True))
    if origin is frozenset:
        return frozenset(_read(inner[0], one) for one in value)
    if origin is not None and issubclass(origin, Mapping):
        return {key: _read(inner[1], one) for key, one in value.items()}
    if type_ is datetime or type_ is date:
        return type_.fromisoformat(value)
    if isinstance(type_, type) and is_dataclass(type_):
        types = _types(type_)
        made: Any = type_
        return made(**{name: _read(types[name], one) for name, one in value.items() if name in types})
    if isinstance(type_, type) and issubclass(type_, Enum | Decimal):
        return type_(value)
    return value


@cache
def _types(type_: type) -> Mapping[str, Any]:
    return get_type_hints(type_)
