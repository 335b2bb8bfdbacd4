"""Who calls, what the caller may, and how often. Tokens themselves are ``orders.api_tokens``."""

from __future__ import annotations

from typing import Any

from litestar.connection import ASGIConnection, Request
from litestar.exceptions import NotAuthorizedException, PermissionDeniedException
from litestar.handlers import BaseRouteHandler
from litestar.middleware import AbstractAuthenticationMiddleware, AuthenticationResult
from litestar.types import Guard

from station.orders.api_tokens import Right, Token, holder
from station.orders.engine import reading
from station.serving.desk import Desk

OPEN = "open_to_all"
"""The mark of a route that asks for no token: the answer names nobody and nothing."""

_SCHEME = "bearer "
_ASK = {"WWW-Authenticate": "Bearer"}


class Gatekeeper(AbstractAuthenticationMiddleware):
    """Turns ``Authorization: Bearer …`` into the ``Token`` that a route finds as ``request.user``."""

    async def authenticate_request(self, connection: ASGIConnection[Any, Any, Any, Any]) -> AuthenticationResult:
        from anyio.to_thread import run_sync

        given = connection.headers.get("authorization", "")
        if not given.lower().startswith(_SCHEME):
            raise NotAuthorizedException("a token is needed: Authorization: Bearer …", headers=_ASK)
        desk: Desk = connection.app.state.desk
        token = await run_sync(_holder, desk, given[len(_SCHEME) :].strip())
        if token is None:
            raise NotAuthorizedException("this token is not known, or was revoked", headers=_ASK)
        return AuthenticationResult(user=token, auth=token.name)


def _holder(desk: Desk, given: str) -> Token | None:
    with reading(desk.book.engine) as connection:
        return holder(connection, given)


def may(right: Right) -> Guard:
    """A route's guard: the token must have this right."""

    def guard(connection: ASGIConnection[Any, Any, Any, Any], _handler: BaseRouteHandler) -> None:
        token: Token = connection.user
        if right not in token.rights:
            raise PermissionDeniedException(f"the token {token.name} has no right to {right.value!r}")

    return guard


def rate_key(request: Request[Any, Any, Any]) -> str:
    """One count for a token, wherever it calls from; the token's own text is not kept."""
    given = request.headers.get("authorization", "")
    if given:
        return f"token {hash(given)}"
    return request.client.host if request.client else "unknown"
