"""The ASGI application: the routes under ``/v1``, who may in, how often, and what its own document says."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from http import HTTPStatus
from typing import Any, Protocol

from litestar import Litestar, Response, Router, get
from litestar.datastructures import State
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.middleware import DefineMiddleware
from litestar.middleware.rate_limit import RateLimitConfig
from litestar.openapi import OpenAPIConfig
from litestar.openapi.datastructures import ResponseSpec
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Components, SecurityScheme

from station.__about__ import __version__
from station.errors import Trouble
from station.orders.engine import schema_of
from station.orders.tables import SCHEMA
from station.serving import hook_routes, orders_routes, record_routes
from station.serving.desk import Desk, ItsDesk
from station.serving.gatekeeper import OPEN, Gatekeeper, rate_key
from station.serving.problems import RETRY_AFTER_S, on_depth, on_http, on_trouble, refused
from station.serving.repeats import Repeats
from station.serving.shapes import Health
from station.serving.slashes import SlashesBack, slashes_kept

BODY_BYTES_MAX = 5_000_000
THREADS = 8
"""Requests that ask the book at once: as many as the engine has connections."""

DOCUMENT = "/v1/openapi.json"


NOT_WELL = ResponseSpec(
    data_container=Health, description="The order book is away, or of another schema", generate_examples=False
)


@get(
    "/health",
    opt={OPEN: True},
    responses={**refused(), HTTPStatus.SERVICE_UNAVAILABLE: NOT_WELL},
    operation_id="getHealth",
    sync_to_thread=True,
)
def health(desk: ItsDesk) -> Response[Health]:
    """For a watchdog, without a token; 503 with the same body while the order book is away or of another schema."""
    try:
        schema = schema_of(desk.book.engine) or ""
    except Trouble:
        schema = ""
    told = Health(ok=schema == SCHEMA, version=__version__, schema=schema)
    if told.ok:
        return Response(told)
    again = {"Retry-After": str(RETRY_AFTER_S)}
    return Response(told, status_code=HTTPStatus.SERVICE_UNAVAILABLE, headers=again)


class Beside(Protocol):
    """What runs as long as the application does."""

    def start(self) -> None: ...

    def stop(self) -> None: ...


def application(desk: ItsDesk, *beside: Beside) -> Litestar:
    routes = (*orders_routes.ROUTES, *record_routes.ROUTES, *hook_routes.ROUTES)
    closed = Router("/v1", route_handlers=routes, security=[{"token": []}])
    app = Litestar(
        route_handlers=[Router("/v1", route_handlers=[health]), closed],
        state=State({"desk": desk}),
        dependencies={"desk": Provide(_desk, sync_to_thread=False)},
        middleware=[
            SlashesBack(),
            RateLimitConfig(
                rate_limit=("minute", desk.requests_a_minute), identifier_for_request=rate_key, exclude=[DOCUMENT]
            ).middleware,
            DefineMiddleware(Gatekeeper, exclude_from_auth_key=OPEN, exclude=[DOCUMENT]),
            Repeats(),
        ],
        exception_handlers={Trouble: on_trouble, HTTPException: on_http, RecursionError: on_depth},
        request_max_body_size=BODY_BYTES_MAX,
        lifespan=[_running(each) for each in beside],
        openapi_config=_document(),
        logging_config=None,
    )
    app.asgi_handler = slashes_kept(app.asgi_handler)
    return app


def _desk(state: State) -> Desk:
    desk: Desk = state.desk
    return desk


def _running(beside: Beside) -> Any:
    @asynccontextmanager
    async def running(_app: Litestar) -> AsyncGenerator[None, None]:
        from anyio.to_thread import current_default_thread_limiter, run_sync

        current_default_thread_limiter().total_tokens = THREADS
        beside.start()
        try:
            yield
        finally:
            await run_sync(beside.stop)

    return running


def _document() -> OpenAPIConfig:
    token = SecurityScheme(type="http", scheme="bearer", description="Made with: sealbench serve tokens add NAME.")
    return OpenAPIConfig(
        title="Sealbench",
        version="1",
        description="Orders in; states, parcels, evidence and throughput out; webhooks.",
        path=DOCUMENT,
        render_plugins=[JsonRenderPlugin(path="/")],
        components=Components(security_schemes={"token": token}),
    )
