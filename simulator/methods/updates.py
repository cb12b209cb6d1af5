"""getUpdates, setWebhook, deleteWebhook, getWebhookInfo."""

import re
from typing import Any
from urllib.parse import urlsplit

from simulator import refusals
from simulator.encoded import Described, Encoded
from simulator.limits import Limits
from simulator.parameters import Params, flag, integer, parsed, text
from simulator.refusals import RefusedError, bad_request
from simulator.updates import DEFAULT_KINDS
from simulator.webhook import Target
from simulator.world import World

LOOPBACK = ("127.0.0.1", "localhost", "::1")
POLL_ITEMS = 100
CONNECTIONS = 40


async def get_updates(world: World, params: Params) -> Encoded:
    if world.webhook is not None:
        raise RefusedError(refusals.CONFLICT_WEBHOOK)
    _allow(world, params)
    updates = await world.updates.poll(
        offset=integer(params, "offset"),
        limit=min(max(integer(params, "limit", POLL_ITEMS), 1), POLL_ITEMS),
        seconds=min(max(integer(params, "timeout"), 0), world.limits.poll_seconds),
    )
    return Encoded(b"[" + b",".join([update.encoded for update in updates]) + b"]")


async def set_webhook(world: World, params: Params) -> Described:
    """An empty address deletes the webhook. Unlike Telegram, plain http is allowed, and loopback only."""
    url = text(params, "url")
    if not url:
        return await delete_webhook(world, params)
    target = _target(url, params, world.limits)
    _allow(world, params)
    if world.webhook is not None and world.webhook.target == target:
        if flag(params, "drop_pending_updates"):
            world.updates.clear()
        return Described(True, "Webhook is already set")
    world.updates.end_poll(refusals.CONFLICT_SET_WEBHOOK)
    await world.set_webhook(None)
    if flag(params, "drop_pending_updates"):
        world.updates.clear()
    await world.set_webhook(target)
    return Described(True, "Webhook was set")


async def delete_webhook(world: World, params: Params) -> Described:
    existed = world.webhook is not None
    await world.set_webhook(None)
    if flag(params, "drop_pending_updates"):
        world.updates.clear()
    return Described(True, "Webhook was deleted" if existed else "Webhook is already deleted")


def get_webhook_info(world: World, params: Params) -> dict[str, Any]:  # noqa: ARG001 - all are called alike
    if world.webhook is not None:
        info = world.webhook.info()
    else:
        info = {"url": "", "has_custom_certificate": False, "pending_update_count": len(world.updates)}
    if world.updates.allowed != DEFAULT_KINDS:
        info["allowed_updates"] = sorted(world.updates.allowed)
    return info


def _allow(world: World, params: Params) -> None:
    # What cannot be read leaves the setting as it is, as at Telegram.
    try:
        kinds = parsed(params, "allowed_updates", bad_request("can't parse allowed_updates"))
    except RefusedError:
        return
    world.updates.allow(kinds if isinstance(kinds, list) else None)


def _target(url: str, params: Params, limits: Limits) -> Target:
    try:
        address = urlsplit(url)
    except ValueError:
        raise RefusedError(refusals.WEBHOOK_URL_INVALID) from None
    if address.scheme not in ("http", "https") or not address.hostname:
        raise RefusedError(refusals.WEBHOOK_URL_INVALID)
    if address.hostname not in LOOPBACK:
        raise RefusedError(refusals.WEBHOOK_NOT_LOOPBACK)
    secret = text(params, "secret_token")
    if len(secret) > limits.secret_characters:
        raise RefusedError(refusals.SECRET_TOO_LONG)
    if not re.fullmatch("[A-Za-z0-9_-]*", secret):
        raise RefusedError(refusals.SECRET_CHARACTERS)
    connections = integer(params, "max_connections", CONNECTIONS)
    return Target(url, secret, min(max(connections, 1), limits.webhook_connections))
