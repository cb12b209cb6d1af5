"""python-telegram-bot's calls over aiohttp.

Its stock transport spends two to ten times the processor time of this one, and collapses when many chats are
answered at once (docs/adr/0005-http.md has the figures).
"""

import http
import json
from collections.abc import Mapping
from typing import Any

import aiohttp
from telegram import InputFile
from telegram._utils.defaultvalue import DEFAULT_NONE
from telegram.error import BadRequest, NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

CONNECTIONS = 100
FILE_WAIT = 60.0
"""Seconds for a file of 10 MB, either way, over an office's line."""

PIECE = 64 * 1024
GONE = (400, 404, 410)
KEEP_ALIVE = 60.0
"""Seconds: a quiet bot should not pay a TLS handshake for each answer."""


class AiohttpRequest(BaseRequest):
    """One pool of connections. `proxy` is an http:// address."""

    def __init__(self, *, proxy: str | None = None, read_timeout: float = 20.0) -> None:
        self._proxy = proxy
        self._read_timeout = read_timeout
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for an answer unless a call says otherwise."""
        return self._read_timeout

    async def initialize(self) -> None:
        """Open the pool."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=CONNECTIONS, keepalive_timeout=KEEP_ALIVE)
            )

    async def shutdown(self) -> None:
        """Close the pool."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def call(self, url: str, parameters: Mapping[str, Any], *, wait: float | None = None) -> Any:
        """One call, its parameters plain JSON or an InputFile; the result as it came. Raises TelegramError: those that
        python-telegram-bot makes of refusals, NetworkError for an answer that is not Telegram's (a page of some proxy).
        """
        request = RequestData([_parameter(name, value) for name, value in parameters.items()])
        try:
            return await self.post(url, request, read_timeout=DEFAULT_NONE if wait is None else wait)
        except (KeyError, TypeError, AttributeError) as error:
            raise NetworkError(f"no answer of the messenger's: {error!r}") from error

    async def download(self, url: str, *, most: int) -> bytes:
        """What lies there. Raises BadRequest for what is gone or has more than `most` bytes, TimedOut, NetworkError."""
        if self._session is None:
            raise NetworkError("the connection is not open")
        try:
            async with self._session.get(
                url, proxy=self._proxy, timeout=aiohttp.ClientTimeout(total=FILE_WAIT, sock_connect=10.0)
            ) as response:
                if response.status in GONE:
                    raise BadRequest(f"the file is there no more ({response.status})")
                if response.status != http.HTTPStatus.OK:
                    raise NetworkError(f"the messenger answers {response.status}")
                content = bytearray()
                async for piece in response.content.iter_chunked(PIECE):
                    content += piece
                    if len(content) > most:
                        raise BadRequest(f"the file has more than {most} bytes")
                return bytes(content)
        except TimeoutError:
            raise TimedOut("the messenger did not answer in time") from None
        except aiohttp.ClientError as error:
            raise NetworkError(f"cannot reach the messenger ({type(error).__name__})") from None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = DEFAULT_NONE,
        write_timeout: Any = DEFAULT_NONE,  # noqa: ARG002 - the signature is BaseRequest's
        connect_timeout: Any = DEFAULT_NONE,  # noqa: ARG002
        pool_timeout: Any = DEFAULT_NONE,  # noqa: ARG002
    ) -> tuple[int, bytes]:
        """One call. Raises TimedOut or NetworkError, whose texts never hold the address (it has the token)."""
        if self._session is None:
            raise NetworkError("the connection is not open")
        wait = self._read_timeout if read_timeout is DEFAULT_NONE else read_timeout
        try:
            async with self._session.request(
                method,
                url,
                proxy=self._proxy,
                timeout=aiohttp.ClientTimeout(total=wait, sock_connect=10.0),
                **_body(request_data),
            ) as response:
                return response.status, await response.read()
        except TimeoutError:
            raise TimedOut("the messenger did not answer in time") from None
        except aiohttp.ClientError as error:
            # `from None`: aiohttp's own texts may show the address.
            raise NetworkError(f"cannot reach the messenger ({type(error).__name__})") from None


def _parameter(name: str, value: Any) -> RequestParameter:
    return (
        RequestParameter(name, None, [value])
        if isinstance(value, InputFile)
        else RequestParameter(name, value, None)
    )


def _body(request_data: RequestData | None) -> dict[str, Any]:
    """The request's body: JSON, or a form if files go with it."""
    if request_data is None:
        return {}
    if not request_data.contains_files:
        return {
            "data": json.dumps(request_data.parameters).encode(),
            "headers": {"Content-Type": "application/json"},
        }
    form = aiohttp.FormData()
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, media) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=media)
    return {"data": form}
