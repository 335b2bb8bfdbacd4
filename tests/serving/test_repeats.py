"""A request that comes again under its Idempotency-Key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from litestar.testing import TestClient

from station.orders.api_answers import ABANDONED_US, KEPT_US, Asked, begin
from station.orders.engine import writing
from station.serving.desk import Desk
from tests.order_books import url
from tests.serving.asking import ORDER, bearer
from tests.serving.conftest import START_US, Hand

Api = TestClient[Any]
__all__ = ["url"]
BODY = {"orders": [ORDER]}


def test_the_same_answer_again(api: Api, token: Callable[..., str]) -> None:
    """Word for word the first one's, although the order is no longer new."""
    mine = bearer(token(), Idempotency_Key="k-1")
    first, again = (api.post("/v1/orders", json=BODY, headers=mine) for _ in range(2))
    assert first.json()["new"] == 1
    assert (again.status_code, again.content) == (first.status_code, first.content)
    assert again.headers["content-type"] == "application/json"


def test_a_key_is_for_one_request(api: Api, token: Callable[..., str]) -> None:
    """Other words under the same key are refused; another token's key is another key."""
    mine = bearer(token(), Idempotency_Key="k-1")
    api.post("/v1/orders", json=BODY, headers=mine)
    other = api.post("/v1/orders", json={"orders": [ORDER | {"order": "ERP-2"}]}, headers=mine)
    assert other.status_code == 422
    theirs = api.post("/v1/orders", json=BODY, headers=bearer(token(name="b"), Idempotency_Key="k-1"))
    assert theirs.json()["unchanged"] == 1


def test_a_refusal_is_kept_too(api: Api, token: Callable[..., str]) -> None:
    """An order that was not there then is not found now, under the same key."""
    mine = bearer(token(), Idempotency_Key="k-1")
    assert api.delete("/v1/orders/ERP-1/holds", headers=mine).status_code == 404
    api.post("/v1/orders", json=BODY, headers=bearer(token(name="b")))
    again = api.delete("/v1/orders/ERP-1/holds", headers=mine)
    assert (again.status_code, again.headers["content-type"]) == (404, "application/problem+json")


def test_while_the_first_is_being_answered(api: Api, desk: Desk, token: Callable[..., str], hand: Hand) -> None:
    """The second is told to wait; when the first one's server died, it is let in after a while."""
    mine = bearer(token(), Idempotency_Key="k-1")
    asked = Asked.of("erp", "k-1", "DELETE", "/v1/orders/ERP-1/holds?", b"")
    with writing(desk.book.engine) as connection:
        assert begin(connection, asked, now_us=START_US) is None
    assert api.delete("/v1/orders/ERP-1/holds", headers=mine).status_code == 409
    hand.now_us += ABANDONED_US + 1
    assert api.delete("/v1/orders/ERP-1/holds", headers=mine).status_code == 404


def test_kept_for_two_days(api: Api, token: Callable[..., str], hand: Hand) -> None:
    """After that the key is free again."""
    mine = bearer(token(), Idempotency_Key="k-1")
    api.post("/v1/orders", json=BODY, headers=mine)
    hand.now_us += KEPT_US + 1
    assert api.post("/v1/orders", json=BODY, headers=mine).json()["unchanged"] == 1


@pytest.mark.parametrize("key", ["", "x" * 101, "two words"])
def test_keys_that_are_none(api: Api, token: Callable[..., str], key: str) -> None:
    """A sentence, and nothing is done."""
    answer = api.post("/v1/orders", json=BODY, headers=bearer(token(), Idempotency_Key=key))
    assert (answer.status_code, answer.json()["where"]) == (400, "Idempotency-Key")
