"""What a request is told that cannot be done: one shape for all (RFC 9457), with what, where and what to do."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from litestar import Request, Response
from litestar.exceptions import HTTPException
from litestar.openapi.datastructures import ResponseSpec
from msgspec import Struct

from station.errors import BookUnreachable, SchemaTrouble, SettingsTrouble, Trouble, UsageTrouble
from station.orders.tables import SCHEMA

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER_S = 5
"""Said while the order book is away."""


class Problem(Struct, frozen=True, kw_only=True):
    """``title`` is the sentence for a person; ``where`` and ``remedy`` may be empty."""

    status: int
    title: str
    where: str = ""
    remedy: str = ""


class NotFound(Trouble):
    """What the request names is not there."""


class Conflict(Trouble):
    """It is there, and stands in another state than the request needs."""


def refused(*statuses: int) -> dict[int, ResponseSpec]:
    """What a route says of its refusals in the OpenAPI document, beside those that every route has."""
    every = sorted({400, 401, 403, 405, 429, 503, *statuses})
    return {
        status: ResponseSpec(
            data_container=Problem,
            description=HTTPStatus(status).phrase,
            media_type=MEDIA_TYPE,
            generate_examples=False,
        )
        for status in every
    }


def on_trouble(_request: Request[Any, Any, Any], trouble: Trouble) -> Response[Problem]:
    status = next((status for kind, status in _STATUS if isinstance(trouble, kind)), HTTPStatus.CONFLICT)
    problem = Problem(status=status, title=trouble.what, where=trouble.where, remedy=trouble.remedy)
    waits = {"Retry-After": str(RETRY_AFTER_S)} if status == HTTPStatus.SERVICE_UNAVAILABLE else {}
    return answer(problem, waits)


_STATUS: tuple[tuple[type[Trouble], HTTPStatus], ...] = (
    (NotFound, HTTPStatus.NOT_FOUND),
    (Conflict, HTTPStatus.CONFLICT),
    (UsageTrouble, HTTPStatus.BAD_REQUEST),
    (BookUnreachable, HTTPStatus.SERVICE_UNAVAILABLE),
    (SchemaTrouble, HTTPStatus.SERVICE_UNAVAILABLE),
    (SettingsTrouble, HTTPStatus.SERVICE_UNAVAILABLE),
)


def on_http(_request: Request[Any, Any, Any], error: HTTPException) -> Response[Problem]:
    """What the framework itself refuses: a body of another shape, no token, too many requests."""
    extra: Any = error.extra or []
    first = extra[0] if isinstance(extra, list) and extra and isinstance(extra[0], dict) else {}
    title = str(first.get("message") or error.detail)[:500]
    where = str(first.get("key") or "")[:200]
    where = _ASKED_AS.get(where, where)
    remedy = f"See /v1/openapi.json (schema {SCHEMA})." if error.status_code == HTTPStatus.BAD_REQUEST else ""
    return answer(Problem(status=error.status_code, title=title, where=where, remedy=remedy), error.headers or {})


_ASKED_AS = {"start": "from", "end": "to", "order_state": "state"}
"""What the address calls a parameter that has another name here, for ``from`` is Python's own word."""


def on_depth(_request: Request[Any, Any, Any], _error: RecursionError) -> Response[Problem]:
    """A body of ten thousand brackets."""
    return answer(Problem(status=HTTPStatus.BAD_REQUEST, title="the body is nested too deeply", where="body"))


def answer(problem: Problem, headers: Any = None) -> Response[Problem]:
    return Response(problem, status_code=problem.status, media_type=MEDIA_TYPE, headers=dict(headers or {}))
