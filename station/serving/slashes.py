"""Numbers with a slash in an address: ``/v1/orders/SO%2F2026%2F7`` names the order ``SO/2026/7``.

A server undoes ``%2F`` before a route is looked for, and the path would then have too many parts. Between the two a
sign stands for it that no number has.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Receive, Scope, Send

_ENCODED = re.compile("%2f", re.IGNORECASE)
_SIGN = "\uffff"
_NOT_THE_SIGN = "\ufffd"


def slashes_kept(routed: ASGIApp) -> ASGIApp:
    """Before the routes: an encoded slash is no part of the path's own."""

    async def called(scope: Scope, receive: Receive, send: Send) -> None:
        if "raw_path" in scope:
            raw = scope["raw_path"].partition(b"?")[0].decode("ascii", "replace")
            scope["path"] = _SIGN.join(unquote(part).replace(_SIGN, _NOT_THE_SIGN) for part in _ENCODED.split(raw))
        await routed(scope, receive, send)

    return called


class SlashesBack(ASGIMiddleware):
    """Behind the routes, before everything that reads what the address names."""

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        named: dict[str, Any] = scope["path_params"]
        scope["path_params"] = {name: _back(value) for name, value in named.items()}
        scope["path"] = _back(scope["path"])
        await next_app(scope, receive, send)


def _back(value: Any) -> Any:
    return value.replace(_SIGN, "/") if isinstance(value, str) else value
