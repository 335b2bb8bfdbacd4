"""Who may call, what, and how often."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from litestar.testing import TestClient
from sqlalchemy import select

from station.errors import Trouble
from station.orders.api_tables import api_tokens
from station.orders.api_tokens import Right, make_token, revoke
from station.orders.engine import reading, writing
from station.serving.application import application
from station.serving.desk import Desk
from tests.serving.asking import ORDER, bearer
from tests.serving.conftest import START_US

Api = TestClient[Any]


@pytest.mark.parametrize("given", [{}, {"Authorization": "Basic eDp5"}, bearer("sealbench_guessed"), bearer("")])
def test_without_a_token(api: Api, given: dict[str, str]) -> None:
    """401 for everything but health and the API's own document."""
    answer = api.get("/v1/orders", headers=given)
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert api.get("/v1/health").json()["ok"] is True
    assert api.get("/v1/openapi.json").json()["openapi"].startswith("3.")


def test_each_right_opens_its_own(api: Api, token: Callable[..., str]) -> None:
    """Whoever may read may not write, and the refusal names the right."""
    reader, writer = bearer(token(Right.READ, name="r")), bearer(token(Right.WRITE, name="w"))
    refused = api.post("/v1/orders", json={"orders": [ORDER]}, headers=reader)
    assert (refused.status_code, refused.json()["title"]) == (403, "the token r has no right to 'write'")
    assert api.post("/v1/orders", json={"orders": [ORDER]}, headers=writer).status_code == 200
    assert api.get("/v1/orders", headers=writer).status_code == 403
    assert api.get("/v1/webhooks", headers=reader).status_code == 403


def test_a_revoked_token_is_out_at_once(api: Api, desk: Desk, token: Callable[..., str]) -> None:
    """From its next request on; its name stays taken, because the records have it."""
    mine = bearer(token())
    assert api.get("/v1/orders", headers=mine).status_code == 200
    with writing(desk.book.engine) as connection:
        revoke(connection, "erp", now_us=START_US + 1)
    assert api.get("/v1/orders", headers=mine).status_code == 401
    with pytest.raises(Trouble, match="erp already"):
        token()
    with writing(desk.book.engine) as connection, pytest.raises(Trouble, match="no token in use"):
        revoke(connection, "erp", now_us=START_US + 2)


def test_the_book_does_not_have_the_token(desk: Desk, token: Callable[..., str]) -> None:
    """Whoever reads the database cannot call with what it finds."""
    secret = token()
    with reading(desk.book.engine) as connection:
        row = connection.execute(select(api_tokens)).one()
    assert secret not in "".join(map(str, row))
    assert len(secret.removeprefix("sealbench_")) == 64


@pytest.mark.parametrize("name", ["", "two words", "x" * 41, "-lead"])
def test_names_of_tokens(desk: Desk, name: str) -> None:
    """What would not stand well in a record is refused."""
    with writing(desk.book.engine) as connection, pytest.raises(Trouble, match="1 to 40"):
        make_token(connection, name, [Right.READ], by="", now_us=START_US)


def test_too_many_requests(desk: Desk, token: Callable[..., str]) -> None:
    """429 and when it goes on; another token has a count of its own."""
    with TestClient(application(replace(desk, requests_a_minute=3))) as api:
        mine = bearer(token(name="eager"))
        statuses = [api.get("/v1/health", headers=mine).status_code for _ in range(5)]
        assert statuses == [200, 200, 200, 429, 429]
        last = api.get("/v1/orders", headers=mine)
        assert last.headers["ratelimit-remaining"] == "0"
        assert last.json()["status"] == 429
        assert api.get("/v1/orders", headers=bearer(token(name="patient"))).status_code == 200
