"""Who may call, what, and how often."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient
from sqlalchemy import event, select

from station.errors import Trouble
from station.orders.api_tables import api_tokens
from station.orders.api_tokens import Right, make_token, revoke
from station.orders.engine import reading, writing
from station.orders.tables import SCHEMA, schema_version
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


@pytest.mark.parametrize(
    ("found", "said"),
    [("0001", "has schema 0001, older than"), ("9999", "has schema 9999, newer than this program's"), (None, "empty")],
)
def test_a_book_that_changed_under_it(
    api: Api, desk: Desk, token: Callable[..., str], found: str | None, said: str
) -> None:
    """Upgraded, put back or emptied while the API runs: health and every request answer 503 until it fits again."""
    mine = bearer(token())
    well = {"ok": True, "version": api.get("/v1/health").json()["version"], "schema": SCHEMA}
    assert (api.get("/v1/health").status_code, api.get("/v1/health").json()) == (200, well)
    _put(desk, found)
    health = api.get("/v1/health")
    assert (health.status_code, health.json()) == (503, {**well, "ok": False, "schema": found or ""})
    assert health.headers["content-type"].startswith("application/json")
    refused = api.post("/v1/orders", json={"orders": [ORDER]}, headers={**mine, "Idempotency-Key": "k"})
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "5")
    assert said in refused.json()["title"]
    _put(desk, SCHEMA)
    assert api.get("/v1/health").status_code == 200
    assert api.get("/v1/orders", headers=mine).json()["orders"] == []


def _put(desk: Desk, schema: str | None) -> None:
    with writing(desk.book.engine) as connection:
        connection.execute(schema_version.delete())
        if schema is not None:
            connection.execute(schema_version.insert().values(version_num=schema))


def test_a_book_that_is_away(api: Api, desk: Desk, url: str) -> None:
    """A watchdog that looks at the status alone sees it; the body is the one it knows."""
    desk.book.engine.dispose()
    Path(url.removeprefix("sqlite:///")).write_bytes(b"no database at all" * 1_000)
    health = api.get("/v1/health")
    assert (health.status_code, health.json()["ok"], health.json()["schema"]) == (503, False, "")
    assert health.headers["retry-after"] == "5"


def test_the_schema_costs_no_question_more(api: Api, desk: Desk, token: Callable[..., str]) -> None:
    """Who asks and whether the book still fits is one statement, however many rights the token has."""
    mine = bearer(token())
    asked: list[str] = []
    event.listen(desk.book.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    api.get("/v1/waybills", headers=mine)
    assert [schema_version.name in each for each in asked if "api_tokens" in each] == [True]
    assert len([each for each in asked if schema_version.name in each]) == 1


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
