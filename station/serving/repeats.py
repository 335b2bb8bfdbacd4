"""A request that comes again under the same ``Idempotency-Key`` gets the first one's answer. What is kept, and for how
long, is ``orders.api_answers``; every act of the API changes nothing more when it comes twice without a key, too.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec
from anyio.to_thread import run_sync
from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from station.orders.api_answers import Asked, Kept, Refusal, answered, begin, forget
from station.orders.api_tokens import Token
from station.orders.engine import writing
from station.serving.desk import Desk
from station.serving.problems import MEDIA_TYPE, Problem

HEADER = b"idempotency-key"
ANSWER_BYTES_MAX = 1_000_000
"""A longer answer is not kept, and its request is done again: every act may be."""

_KEY = re.compile(rb"[\x21-\x7e]{1,100}")
_ACTS = frozenset({"POST", "DELETE"})

_REFUSALS = {
    Refusal.ANOTHER_REQUEST: Problem(
        status=422, title="this Idempotency-Key was used for another request", remedy="Use a new key for each act."
    ),
    Refusal.UNDER_WAY: Problem(
        status=409, title="the first request of this Idempotency-Key is still being answered", remedy="Ask again soon."
    ),
}
_NO_KEY = Problem(status=400, title="an Idempotency-Key has 1 to 100 visible ASCII characters", where="Idempotency-Key")


class Repeats(ASGIMiddleware):
    """Stands behind the gatekeeper: a key is its token's own."""

    scopes = (ScopeType.HTTP,)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        key = dict(scope["headers"]).get(HEADER)
        token = scope.get("user")
        if key is None or scope.get("method") not in _ACTS or not isinstance(token, Token):
            await next_app(scope, receive, send)
            return
        if not _KEY.fullmatch(key):
            await _send(send, _NO_KEY.status, msgspec.json.encode(_NO_KEY), MEDIA_TYPE)
            return
        body = await _body(receive)
        path = f"{scope['path']}?{scope['query_string'].decode('ascii', 'replace')}"
        asked = Asked.of(token.name, key.decode(), str(scope.get("method")), path, body)
        desk: Desk = scope["litestar_app"].state.desk
        match await run_sync(_begin, desk, asked):
            case Kept() as kept:
                await _send(send, kept.status, kept.answer.encode(), _media_type(kept.status))
            case Refusal() as refusal:
                problem = _REFUSALS[refusal]
                await _send(send, problem.status, msgspec.json.encode(problem), MEDIA_TYPE)
            case None:
                await _first(scope, body, send, next_app, desk, asked)


async def _first(scope: Scope, body: bytes, send: Send, next_app: ASGIApp, desk: Desk, asked: Asked) -> None:
    heard = _Heard(send)
    try:
        await next_app(scope, _replay(body), heard)
    finally:
        await run_sync(_end, desk, asked, heard.status, bytes(heard.answer))


class _Heard:
    """Passes an answer on, and keeps a copy."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.status = 0
        self.answer = bytearray()

    async def __call__(self, message: Message) -> None:
        match message:
            case {"type": "http.response.start", "status": int(status)}:
                self.status = status
            case {"type": "http.response.body", "body": bytes(part)}:
                self.answer += part
            case _:
                pass
        await self._send(message)


async def _body(receive: Receive) -> bytes:
    """Whole: the application's limit on a body is held by the server's reader before this."""
    parts = bytearray()
    while True:
        message: Any = await receive()
        parts += message.get("body", b"")
        if not message.get("more_body"):
            return bytes(parts)


def _replay(body: bytes) -> Receive:
    waiting: list[Any] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Any:
        return waiting.pop() if waiting else {"type": "http.disconnect"}

    return receive


def _begin(desk: Desk, asked: Asked) -> Kept | Refusal | None:
    with writing(desk.book.engine) as connection:
        return begin(connection, asked, now_us=desk.now_us())


def _end(desk: Desk, asked: Asked, status: int, answer: bytes) -> None:
    """What the caller did wrong is kept as its answer is; what went wrong here, or is refused for now, is not."""
    lasting = 200 <= status < 500 and status != 429 and len(answer) <= ANSWER_BYTES_MAX
    with writing(desk.book.engine) as connection:
        if lasting:
            answered(connection, asked, Kept(status, answer.decode()))
        else:
            forget(connection, asked)


def _media_type(status: int) -> str:
    return "application/json" if status < 400 else MEDIA_TYPE


async def _send(send: Send, status: int, body: bytes, media_type: str) -> None:
    headers = [(b"content-type", media_type.encode()), (b"content-length", str(len(body)).encode())]
    start: Any = {"type": "http.response.start", "status": status, "headers": headers}
    await send(start)
    end: Any = {"type": "http.response.body", "body": body, "more_body": False}
    await send(end)
