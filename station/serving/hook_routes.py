"""Webhooks over HTTP: a token's own, made, listed and ended. Who calls them is ``caller``."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Request, delete, get, post
from litestar.params import JSONBody, PathParameter
from msgspec import Meta, Struct

from station.orders.api_tokens import Right, Token
from station.orders.engine import reading, writing
from station.orders.shop_time import utc_text
from station.orders.told_events import TYPES
from station.orders.webhooks import Standing, end_webhook, make_webhook, standings
from station.serving.desk import ItsDesk
from station.serving.gatekeeper import may
from station.serving.problems import NotFound, refused
from station.serving.shapes import WebhookMade, WebhookOut, WebhooksOut

ID_MAX = 2**31 - 1


class WebhookIn(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Without types it is told all."""

    url: Annotated[str, Meta(min_length=1, max_length=500)]
    types: Annotated[list[Annotated[str, Meta(max_length=40)]], Meta(max_length=len(TYPES))] = []


@post("/webhooks", guards=[may(Right.HOOKS)], responses=refused(409), operation_id="makeWebhook", sync_to_thread=True)
def make(request: Request[Token, str, Any], desk: ItsDesk, data: JSONBody[WebhookIn]) -> WebhookMade:
    """Every call carries webhook-id, webhook-timestamp and webhook-signature, as Standard Webhooks describes them."""
    with writing(desk.book.engine) as connection:
        made = make_webhook(connection, data.url, data.types, token=request.user.name, now_us=desk.now_us())
    return WebhookMade(id=made.id, secret=made.secret)


@get("/webhooks", guards=[may(Right.HOOKS)], responses=refused(), operation_id="listWebhooks", sync_to_thread=True)
def listed(request: Request[Token, str, Any], desk: ItsDesk) -> WebhooksOut:
    """With what waits for each, and what was given up after some two days of trying."""
    with reading(desk.book.engine) as connection:
        found = standings(connection, request.user.name)
    return WebhooksOut(webhooks=[_out(each) for each in found])


@delete(
    "/webhooks/{webhook:int}",
    status_code=204,
    guards=[may(Right.HOOKS)],
    responses=refused(404),
    operation_id="endWebhook",
    sync_to_thread=True,
)
def end(
    request: Request[Token, str, Any], desk: ItsDesk, webhook: Annotated[int, PathParameter(ge=1, le=ID_MAX)]
) -> None:
    with writing(desk.book.engine) as connection:
        who, now_us = request.user.name, desk.now_us()
        if not end_webhook(connection, webhook, why="ended by its owner", now_us=now_us, token=who):
            raise NotFound(f"you have no webhook {webhook} in use")


def _out(standing: Standing) -> WebhookOut:
    webhook = standing.webhook
    return WebhookOut(
        id=webhook.id,
        url=webhook.url,
        types=list(webhook.types),
        made=utc_text(webhook.made_us),
        ended=utc_text(webhook.ended_us),
        ended_why=webhook.ended_why,
        waiting=standing.waiting,
        given_up=standing.given_up,
        last_answer=standing.last_answer,
    )


ROUTES = (make, listed, end)
