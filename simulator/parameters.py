"""The parameters of a call: query, form, JSON or multipart, read into one plain dictionary."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, unquote

from aiohttp import web
from aiohttp.multipart import BodyPartReader

from simulator import refusals
from simulator.files import clean_name
from simulator.limits import Limits
from simulator.refusals import RefusedError, bad_request

Params = dict[str, Any]
FORM = "application/x-www-form-urlencoded"
HEADROOM = 1_000_000  # what a call may hold beside its file


@dataclass(frozen=True, slots=True)
class Upload:
    """A file within a multipart call."""

    name: str
    media: str
    content: bytes


async def read_params(request: web.Request, *, limits: Limits) -> Params:
    """All parameters by name: texts, `Upload`s, and from a JSON body whatever JSON has.

    Raises `RefusedError` for a body that cannot be read or is too large.
    """
    params: Params = dict(request.query) if request.query_string else {}
    if (request.content_length or 0) > limits.upload_bytes + HEADROOM:
        async for _ in request.content.iter_any():
            pass  # a client that is still sending would see a broken connection instead of the refusal
        raise RefusedError(refusals.TOO_LARGE)
    if not request.body_exists:
        return params
    kind = request.content_type
    try:
        if kind == "multipart/form-data":
            await _read_multipart(request, params, limits)
            return params
        body = await request.read()
        if kind == FORM:
            params.update(parse_qsl(body.decode(), keep_blank_values=True))
        elif kind == "application/json" and body:
            value = json.loads(body)
            if not isinstance(value, dict):
                raise RefusedError(bad_request("object expected as a request body"))
            params.update(value)
    except web.HTTPRequestEntityTooLarge:
        raise RefusedError(refusals.TOO_LARGE) from None
    except ValueError:
        raise RefusedError(bad_request("can't parse the request body")) from None
    return params


async def _read_multipart(request: web.Request, params: Params, limits: Limits) -> None:
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = bytes(await part.read())
        if part.filename is None:
            params[part.name] = content.decode()
        elif len(content) > limits.upload_bytes:
            raise RefusedError(refusals.TOO_LARGE)
        else:
            media = part.headers.get("Content-Type", "application/octet-stream")
            params[part.name] = Upload(clean_name(unquote(part.filename)), media, content)


def text(params: Params, name: str) -> str:
    """A parameter as text; missing is empty, as for Telegram."""
    value = params.get(name)
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, Upload):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def integer(params: Params, name: str, default: int = 0) -> int:
    """A whole number; what is no number counts as 0, as for Telegram."""
    value = text(params, name)
    if not value:
        return default
    try:
        return int(value)
    except ValueError:
        return 0


def flag(params: Params, name: str) -> bool:
    return text(params, name).lower() in ("true", "yes", "1")


def parsed(params: Params, name: str, unreadable: refusals.Refusal) -> Any:
    """A JSON parameter, which arrives as text (or, in a JSON body, as itself); None if missing."""
    value = params.get(name)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise RefusedError(unreadable) from None
