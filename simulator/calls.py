"""A call of the Bot API over HTTP: from the request to the answer."""

import asyncio
import inspect
import json
import re
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from simulator import refusals
from simulator.bot_calls import BotCalls
from simulator.encoded import Described, Encoded
from simulator.faults import Faults
from simulator.methods import METHODS, SPELLED
from simulator.parameters import Params, read_params
from simulator.refusals import Refusal, RefusedError
from simulator.world import World

# (method as Telegram spells it, parameters, "before" | "after")
Hook = Callable[[str, Params, str], Awaitable[None] | None]
TOKEN = re.compile(r"[1-9][0-9]*:[A-Za-z0-9_-]+")


class Calls:
    """Answers `/bot<token>/<method>` and `/file/bot<token>/<path>`.

    A hook is called for every call: "before" when it has arrived and nothing was done, "after" when it was
    carried out (or refused) and is not answered yet.
    """

    def __init__(self, world: World, token: str) -> None:
        self.faults = Faults()
        self.counts = BotCalls()
        self.hooks: list[Hook] = []
        self._world = world
        self._token = token

    def routes(self) -> list[web.RouteDef]:
        return [
            web.route("*", "/bot{token}/{method}", self._call),
            web.get("/file/bot{token}/{path:.+}", self._download),
            web.route("*", "/{rest:.*}", self._nothing),
        ]

    async def _call(self, request: web.Request) -> web.Response:
        if refusal := self._wrong_token(request.match_info["token"]):
            return _refuse(refusal)
        name = request.match_info["method"].lower()
        method = SPELLED.get(name, name)
        self.counts.calls[method] += 1
        try:
            params = await read_params(request, limits=self._world.limits)
        except RefusedError as refused:
            return self._refuse(method, refused.refusal)
        for hook in tuple(self.hooks):
            await _run(hook, method, params, "before")
        fault = self.faults.take(method, params)
        if fault is not None and (fault.refusal is not None or fault.drop == "before"):
            await asyncio.sleep(fault.delay)
            if fault.drop is None and fault.refusal is not None:
                return self._refuse(method, fault.refusal)
            return _drop(request)
        answer = await self._carry_out(method, params)
        for hook in tuple(self.hooks):
            await _run(hook, method, params, "after")
        if fault is not None:
            await asyncio.sleep(fault.delay)
            if fault.drop == "after":
                return _drop(request)
        return answer

    async def _carry_out(self, method: str, params: Params) -> web.Response:
        carry_out = METHODS.get(method)
        if carry_out is None:
            return self._refuse(method, refusals.METHOD_NOT_FOUND)
        try:
            result = carry_out(self._world, params)
            if inspect.iscoroutine(result):
                result = await result
        except RefusedError as refused:
            return self._refuse(method, refused.refusal)
        return _accept(result)

    def _refuse(self, method: str, refusal: Refusal) -> web.Response:
        self.counts.refused[method, refusal.description] += 1
        if refusal.code == 429:
            self.counts.flooded[method] += 1
        return _refuse(refusal)

    async def _download(self, request: web.Request) -> web.Response:
        if refusal := self._wrong_token(request.match_info["token"]):
            return _refuse(refusal)
        file = self._world.files.at(request.match_info["path"])
        if file is None:
            return _refuse(refusals.NOT_FOUND)
        return web.Response(body=file.bytes, content_type="application/octet-stream")

    async def _nothing(self, _request: web.Request) -> web.Response:
        return _refuse(refusals.NOT_FOUND)

    def _wrong_token(self, token: str) -> Refusal | None:
        """Telegram does not know a place for what is no token at all, and no bot for a wrong one."""
        if token == self._token:
            return None
        return refusals.UNAUTHORIZED if TOKEN.fullmatch(token) else refusals.NOT_FOUND


async def _run(hook: Hook, method: str, params: Params, phase: str) -> None:
    waiting = hook(method, params, phase)
    if waiting is not None:
        await waiting


def _accept(result: Any) -> web.Response:
    if isinstance(result, Encoded):
        body = b'{"ok":true,"result":' + result.text + b"}"
    elif isinstance(result, Described):
        told = {"ok": True, "result": result.result, "description": result.description}
        body = json.dumps(told).encode()
    else:
        body = b'{"ok":true,"result":' + json.dumps(result).encode() + b"}"
    return web.Response(body=body, content_type="application/json")


def _refuse(refusal: Refusal) -> web.Response:
    told: dict[str, Any] = {"ok": False, "error_code": refusal.code, "description": refusal.description}
    headers = {}
    if refusal.parameters:
        told["parameters"] = refusal.parameters
    if "retry_after" in refusal.parameters:
        headers["Retry-After"] = str(refusal.parameters["retry_after"])
    return web.Response(
        body=json.dumps(told).encode(), status=refusal.code, headers=headers, content_type="application/json"
    )


def _drop(request: web.Request) -> web.Response:
    """Break the connection; what is returned goes nowhere."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
