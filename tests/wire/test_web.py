"""The small web server: updates with the shared secret and no others, and our health."""

import asyncio
import json
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession

from bot.core.channel import Raw
from bot.web import LARGEST_UPDATE, SECRET_HEADER, WebServer
from tests.wire.fakes import FakeChannel
from tests.wire.post import Post

SECRET = "b1m4t" * 12
HEADERS = {SECRET_HEADER: SECRET}
UPDATE = json.dumps({"key": "1", "chat": "7", "text": "việc"})


@pytest.fixture
async def post() -> Post:
    return Post()


@pytest.fixture
async def server(post: Post, unused_tcp_port: int) -> AsyncIterator[str]:
    """The address of a server with one hook, `/fake`."""
    web = WebServer(
        ("127.0.0.1", unused_tcp_port),
        health=post.tell_health,
        accept=post.accept,
        hooks={"fake": (FakeChannel(), SECRET)},
    )
    await web.start()
    yield f"http://127.0.0.1:{unused_tcp_port}"
    await web.stop()


@pytest.fixture
async def session(server: str) -> AsyncIterator[ClientSession]:
    async with ClientSession(server) as session:
        yield session


async def bring(session: ClientSession, body: str | bytes = UPDATE, **headers: str) -> int:
    async with session.post("/fake", data=body, headers=headers or HEADERS) as response:
        return response.status


async def test_update_with_the_secret_is_accepted(session: ClientSession, post: Post) -> None:
    assert await bring(session) == 200
    assert post.accepted == [("fake", Raw("1", "7", UPDATE))]


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Other": SECRET},
        {SECRET_HEADER: ""},
        {SECRET_HEADER: SECRET[:-1]},
        {SECRET_HEADER: SECRET + "x"},
        {SECRET_HEADER: SECRET.upper()},
        {SECRET_HEADER: "bí mật"},
    ],
    ids=["absent", "empty", "short", "long", "upper", "not ASCII"],
)
async def test_update_without_the_secret_is_refused(
    session: ClientSession, post: Post, headers: dict[str, str]
) -> None:
    assert await bring(session, **headers) == 403
    assert post.accepted == []


async def test_secret_of_bytes_that_are_no_text_is_refused(server: str, post: Post) -> None:
    host, port = server.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))

    writer.write(b"POST /fake HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n")
    writer.write(SECRET_HEADER.encode() + b": \xff\xfe\r\nConnection: close\r\n\r\n{}")
    answer = await reader.readline()
    writer.close()
    await writer.wait_closed()

    assert answer.split()[1] == b"403"
    assert post.accepted == []


@pytest.mark.parametrize("body", ["", "{", "[]", "null", '{"text": "không có khóa"}', b"\xff\xfe"])
async def test_what_is_no_update_is_refused(session: ClientSession, post: Post, body: str | bytes) -> None:
    assert await bring(session, body) == 400
    assert post.accepted == []


async def test_update_that_is_too_large_is_refused(session: ClientSession, post: Post) -> None:
    large = json.dumps({"key": "1", "chat": "7", "text": "x" * LARGEST_UPDATE})

    assert await bring(session, large) == 413
    assert post.accepted == []


async def test_messenger_is_not_told_that_all_is_well_before_it_is_durable(
    session: ClientSession, post: Post
) -> None:
    post.open.clear()
    bringing = asyncio.ensure_future(bring(session))
    await post.asked.wait()
    assert bringing.done() is False

    post.open.set()

    assert await bringing == 200


@pytest.mark.parametrize(("method", "path"), [("GET", "/fake"), ("POST", "/"), ("POST", "/another")])
async def test_nothing_else_is_served(session: ClientSession, post: Post, method: str, path: str) -> None:
    async with session.request(method, path, data=UPDATE, headers=HEADERS) as response:
        assert response.status in (404, 405)
    assert post.accepted == []


@pytest.mark.parametrize(("ok", "status"), [(True, 200), (False, 503)])
async def test_health_is_told_to_whoever_asks(
    session: ClientSession, post: Post, ok: bool, status: int
) -> None:
    post.health = {"ok": ok, "oldest_unsent_message": None}

    async with session.get("/healthz") as response:
        assert (response.status, await response.json()) == (status, post.health)


async def test_address_that_is_taken_is_an_error_at_the_start(server: str, post: Post) -> None:
    host, port = server.removeprefix("http://").split(":")
    second = WebServer((host, int(port)), health=post.tell_health, accept=post.accept, hooks={})

    with pytest.raises(OSError, match="address already in use"):
        await second.start()

    await second.stop()
