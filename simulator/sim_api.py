"""The people's side over HTTP, under `/sim`, for another process: JSON in, JSON out.

    GET  /sim/people                            everybody
    POST /sim/people {name, language?}          somebody, who comes into being when first asked for
    GET  /sim/people/ID/messages ?after&timeout what changed since change `after`; waits up to `timeout` seconds
    POST /sim/people/ID/ACT {...}               send, start, press, photo, album, document, sticker, voice,
                                                location, edit, block, unblock, deactivate, resend
    GET  /sim/groups, POST /sim/groups {title, members}
    GET  /sim/groups/ID/messages, POST /sim/groups/ID/ACT   add_bot, remove_bot, upgrade
    POST /sim/faults {method, ...}, DELETE /sim/faults
    POST /sim/poison {chat}
    GET  /sim/calls, GET /sim/log ?after

With `group` an act of a person happens in that group. What no client would allow answers 400 with `error`.
"""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from aiohttp import web

from simulator.group import Group
from simulator.phone import Phone
from simulator.screen import ImpossibleError, Screen
from simulator.sim_acts import ACTS, LONGEST_WAIT, Body, needed, person_json, shown

if TYPE_CHECKING:
    from simulator.server import PretendTelegram


class SimApi:
    def __init__(self, telegram: "PretendTelegram") -> None:
        self._telegram = telegram

    def routes(self) -> list[web.RouteDef]:
        return [
            web.get("/sim/people", _json(self._people)),
            web.post("/sim/people", _json(self._meet)),
            web.get("/sim/people/{id}/messages", _json(self._messages)),
            web.post("/sim/people/{id}/{act}", _json(self._act)),
            web.get("/sim/groups", _json(self._groups)),
            web.post("/sim/groups", _json(self._found)),
            web.get("/sim/groups/{id}/messages", _json(self._messages)),
            web.post("/sim/groups/{id}/{act}", _json(self._act_in_group)),
            web.post("/sim/faults", _json(self._spoil)),
            web.delete("/sim/faults", _json(self._heal)),
            web.post("/sim/poison", _json(self._poison)),
            web.get("/sim/calls", _json(self._calls)),
            web.get("/sim/log", _json(self._log)),
        ]

    # people

    async def _people(self, _request: web.Request, _body: Body) -> Any:
        return [person_json(phone) for phone in self._telegram.phones]

    async def _meet(self, _request: web.Request, body: Body) -> Any:
        return person_json(self._telegram.phone(needed(body, "name"), language=body.get("language", "vi")))

    async def _act(self, request: web.Request, body: Body) -> Any:
        act = ACTS.get(request.match_info["act"])
        if act is None:
            raise ImpossibleError(f"nobody can {request.match_info['act']!r}: {', '.join(ACTS)}")
        phone = self._phone(request.match_info["id"])
        to = self._group(body["group"]) if body.get("group") is not None else None
        return await act(phone, to, body)

    async def _messages(self, request: web.Request, _body: Body) -> Any:
        screen = self._screen(request.match_info["id"])
        after = int(request.query.get("after", "0"))
        seconds = min(float(request.query.get("timeout", "0")), LONGEST_WAIT)
        await screen.chat.bell.until(lambda: screen.chat.changes > after, seconds=seconds)
        changed = [shown(message) for message in screen.messages if message.change > after]
        return {"change": screen.chat.changes, "messages": changed}

    # groups

    async def _groups(self, _request: web.Request, _body: Body) -> Any:
        return [_group(group) for group in self._telegram.groups]

    async def _found(self, _request: web.Request, body: Body) -> Any:
        members = [self._telegram.phone(name) for name in body.get("members", ())]
        return _group(self._telegram.group(needed(body, "title"), members=members))

    async def _act_in_group(self, request: web.Request, _body: Body) -> Any:
        group = self._group(request.match_info["id"])
        acts = {"add_bot": group.add_bot, "remove_bot": group.remove_bot, "upgrade": group.upgrade}
        act = acts.get(request.match_info["act"])
        if act is None:
            raise ImpossibleError(f"a group knows {', '.join(acts)}")
        act()
        return _group(group)

    # bad days, and what happened

    async def _spoil(self, _request: web.Request, body: Body) -> Any:
        try:
            self._telegram.faults.add(**body)
        except (TypeError, ValueError) as error:
            raise ImpossibleError(str(error)) from None
        return len(self._telegram.faults)

    async def _heal(self, _request: web.Request, _body: Body) -> Any:
        self._telegram.faults.clear()
        return 0

    async def _poison(self, _request: web.Request, body: Body) -> Any:
        return self._telegram.poison(self._screen(needed(body, "chat"))).id

    async def _calls(self, _request: web.Request, _body: Body) -> Any:
        counts = self._telegram.bot_calls
        refused = [[method, why, count] for (method, why), count in counts.refused.items()]
        return {"calls": counts.calls, "refused": refused, "flooded": counts.flooded}

    async def _log(self, request: web.Request, _body: Body) -> Any:
        after = int(request.query.get("after", "0"))
        return [entry._asdict() for entry in self._telegram.log if entry.number > after]

    # finding

    def _phone(self, wanted: str) -> Phone:
        for phone in self._telegram.phones:
            if str(phone.id) == wanted:
                return phone
        raise ImpossibleError(f"there is no person {wanted}")

    def _group(self, wanted: Any) -> Group:
        for group in self._telegram.groups:
            if str(wanted) in (str(group.id), group.title, *map(str, group.former_ids)):
                return group
        raise ImpossibleError(f"there is no group {wanted}")

    def _screen(self, wanted: Any) -> Screen:
        return self._group(wanted) if str(wanted).startswith("-") else self._phone(str(wanted))


def _group(group: Group) -> dict[str, Any]:
    members = [user.name for user in group.chat.members.values()]
    return {"id": group.id, "title": group.title, "members": members, "bot": group.chat.standing.value}


def _json(
    answer: Callable[[web.Request, Body], Awaitable[Any]],
) -> Callable[[web.Request], Awaitable[web.Response]]:
    """Read the body as an object, answer with JSON; what is impossible is a 400."""

    async def handle(request: web.Request) -> web.Response:
        try:
            body = await request.json() if request.body_exists else {}
            if not isinstance(body, dict):
                raise ImpossibleError("the body is an object")
            return web.json_response(await answer(request, body))
        except (ImpossibleError, ValueError) as error:
            return web.json_response({"error": str(error)}, status=400)

    return handle
