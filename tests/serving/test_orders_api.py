"""Orders over HTTP: in by the rules of an import, out with personal data masked, held and released."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from litestar.testing import TestClient

from station.orders.api_tokens import Right
from station.orders.engine import reading
from station.orders.import_records import newest
from station.serving.desk import Desk
from tests.serving.asking import ORDER, bearer

Api = TestClient[Any]


def test_an_order_comes_in_once(api: Api, token: Callable[..., str]) -> None:
    """New the first time, unchanged the second: a program may send what it is not sure to have sent."""
    mine = bearer(token(Right.WRITE, Right.READ))
    first = api.post("/v1/orders", json={"orders": [ORDER]}, headers=mine)
    again = api.post("/v1/orders", json={"orders": [ORDER]}, headers=mine)
    assert (first.status_code, first.json()["new"], first.json()["lines"]) == (200, 1, 1)
    assert (again.json()["new"], again.json()["unchanged"]) == (0, 1)
    seen = api.get("/v1/orders/ERP-1", headers=mine).json()
    assert seen["state"] == "ready"
    assert seen["lines"][0] | {"kit": ""} == {
        "sku": "A", "quantity": 2, "name": "Mug", "variant": "", "kind": "goods", "kit": "",
    }  # fmt: skip


def test_a_wrong_order_is_refused_alone(api: Api, token: Callable[..., str]) -> None:
    """The others of the request are in; the fault says which, in which field, and why."""
    wrong = ORDER | {"order": "ERP-2", "paid": "yesterday"}
    answer = api.post("/v1/orders", json={"orders": [ORDER, wrong]}, headers=bearer(token(Right.WRITE))).json()
    assert (answer["new"], answer["refused"]) == (1, 1)
    fault = answer["errors"][0]
    assert (fault["place"], fault["order"], fault["field"]) == (2, "ERP-2", "paid")
    assert "yesterday" in fault["message"]


def test_a_dry_run_changes_nothing(api: Api, token: Callable[..., str]) -> None:
    """It answers what would become of the orders, and the book has none of them."""
    mine = bearer(token())
    assert api.post("/v1/orders?dry_run=true", json={"orders": [ORDER]}, headers=mine).json()["new"] == 1
    assert api.get("/v1/orders", headers=mine).json() == {"orders": [], "next": None}


def test_who_sent_it_is_kept(api: Api, desk: Desk, token: Callable[..., str]) -> None:
    """The list of imports names the token and counts the orders (A9)."""
    api.post("/v1/orders", json={"orders": [ORDER]}, headers=bearer(token(name="erp-hz")))
    with reading(desk.book.engine) as connection:
        record = newest(connection, limit=1)[0]
    assert (record.source, record.who, record.counts["new"]) == ("api", "erp-hz", 1)


def test_names_and_addresses_need_a_right(api: Api, token: Callable[..., str]) -> None:
    """Masked without ``personal``, in the list as with the order; in full with it."""
    full = bearer(token(name="full"))
    plain = bearer(token(Right.READ, name="plain"))
    api.post("/v1/orders", json={"orders": [ORDER]}, headers=full)
    assert api.get("/v1/orders", headers=plain).json()["orders"][0]["name"] == "王**"
    masked = api.get("/v1/orders/ERP-1", headers=plain).json()["recipient"]
    assert (masked["name"], masked["street"], masked["phone"]) == ("王**", "***", "138******00")
    assert api.get("/v1/orders/ERP-1", headers=full).json()["recipient"]["name"] == "王示例"


def test_pages_miss_nothing(api: Api, token: Callable[..., str]) -> None:
    """Every order once, whatever the size of the page; a page that is none is refused with a sentence."""
    mine = bearer(token())
    many = [ORDER | {"order": f"ERP-{number:03d}"} for number in range(25)]
    api.post("/v1/orders", json={"orders": many}, headers=mine)
    seen: list[str] = []
    after: str | None = ""
    while after is not None:
        page = api.get("/v1/orders", params={"limit": 10, "after": after}, headers=mine).json()
        seen += [each["order"] for each in page["orders"]]
        after = page["next"]
    assert seen == [each["order"] for each in many]
    refused = api.get("/v1/orders", params={"after": "!!"}, headers=mine)
    assert (refused.status_code, refused.json()["where"]) == (400, "after")


def test_hold_and_release(api: Api, token: Callable[..., str]) -> None:
    """A held order may not ship until it is released; what is not held cannot be."""
    mine = bearer(token())
    api.post("/v1/orders", json={"orders": [ORDER]}, headers=mine)
    held = api.post("/v1/orders/ERP-1/holds", json={"reason": "frozen", "detail": "risk"}, headers=mine)
    assert (held.json()["state"], held.json()["holds"][0]["reason"]) == ("held", "frozen")
    assert api.get("/v1/orders?state=held", headers=mine).json()["orders"][0]["order"] == "ERP-1"
    assert api.delete("/v1/orders/ERP-1/holds", headers=mine).json() == {
        "order": "ERP-1",
        "state": "ready",
        "holds": [],
    }
    assert api.delete("/v1/orders/ERP-1/holds", headers=mine).status_code == 409


def test_a_cancellation_holds_until_answered(api: Api, token: Callable[..., str]) -> None:
    """Asked once it holds the order; asked again it says that a request is open."""
    mine, words = bearer(token()), {"fault": "buyer", "reason": "ordered twice"}
    api.post("/v1/orders", json={"orders": [ORDER]}, headers=mine)
    first = api.post("/v1/orders/ERP-1/cancellation", json=words, headers=mine)
    assert (first.status_code, first.json()["state"]) == (200, "held")
    assert api.post("/v1/orders/ERP-1/cancellation", json=words, headers=mine).status_code == 409


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/v1/orders/no"),
        ("DELETE", "/v1/orders/no/holds"),
        ("GET", "/v1/orders/no/evidence"),
        ("GET", "/v1/parcels/no"),
    ],
)
def test_what_is_not_there(api: Api, token: Callable[..., str], method: str, path: str) -> None:
    """404 with a sentence, of one shape."""
    answer = api.request(method, path, headers=bearer(token()))
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert answer.json()["title"].startswith("there is no order" if "orders" in path else "no parcel")


def test_a_body_of_another_shape(api: Api, token: Callable[..., str]) -> None:
    """One sentence that says where, and nothing is changed."""
    wrong = {"orders": [ORDER | {"lines": [{"sku": "A", "quantity": 0}]}]}
    answer = api.post("/v1/orders", json=wrong, headers=bearer(token()))
    assert (answer.status_code, answer.json()["where"]) == (400, "orders[0].lines[0].quantity")
    misspelt = api.post("/v1/orders", json={"orders": [ORDER | {"adress": "x"}]}, headers=bearer(token(name="b")))
    assert "adress" in misspelt.json()["title"]


def test_the_book_takes_what_a_file_would(api: Api, token: Callable[..., str]) -> None:
    """A status word, a gift message and a deadline mean what they mean in an order table."""
    order = ORDER | {"message": "这是生日礼物", "deadline": "2026-11-25T18:00:00+08:00", "status": "unpaid"}
    mine = bearer(token())
    api.post("/v1/orders", json={"orders": [order]}, headers=mine)
    seen = api.get("/v1/orders/ERP-1", headers=mine).json()
    assert (seen["gift"], seen["deadline"], seen["state"]) == (True, "2026-11-25T10:00:00Z", "held")
    assert seen["holds"][0]["reason"] == "unpaid"


def test_a_body_without_a_bottom(api: Api, token: Callable[..., str]) -> None:
    """Refused as any other that is no table of orders."""
    headers = bearer(token()) | {"content-type": "application/json"}
    told = api.post("/v1/orders", content="[" * 100_000, headers=headers)
    assert (told.status_code, told.headers["content-type"]) == (400, "application/problem+json")


@pytest.mark.parametrize(
    ("path", "where"), [("orders?state=x", "state"), ("parcels?from=x", "from"), ("parcels?to=x", "to")]
)
def test_a_refusal_names_what_was_asked(api: Api, token: Callable[..., str], path: str, where: str) -> None:
    """By the name that stands in the address."""
    told = api.get(f"/v1/{path}", headers=bearer(token()))
    assert (told.status_code, told.json()["where"]) == (400, where)


@pytest.mark.parametrize("address", ["SO%2F2026%2F7", "SO%2f2026%2f7"])
def test_a_number_with_a_slash(api: Api, token: Callable[..., str], address: str) -> None:
    """An order whose number has slashes is read, held, released and cancelled as every other."""
    mine = bearer(token(Right.WRITE, Right.READ))
    api.post("/v1/orders", json={"orders": [ORDER | {"order": "SO/2026/7"}]}, headers=mine)
    assert api.get(f"/v1/orders/{address}", headers=mine).json()["order"] == "SO/2026/7"
    keyed = mine | {"Idempotency-Key": "one"}
    held = api.post(f"/v1/orders/{address}/holds", json={"reason": "frozen"}, headers=keyed)
    assert [each["reason"] for each in held.json()["holds"]] == ["frozen"]
    assert api.post(f"/v1/orders/{address}/holds", json={"reason": "frozen"}, headers=keyed).json() == held.json()
    assert api.delete(f"/v1/orders/{address}/holds", headers=mine).json()["holds"] == []
    assert api.get(f"/v1/orders/{address}/evidence", headers=mine).status_code == 200
    words = {"fault": "buyer", "reason": "ordered twice"}
    asked = api.post(f"/v1/orders/{address}/cancellation", json=words, headers=mine).json()
    assert [each["reason"] for each in asked["holds"]] == ["cancel_asked"]


@pytest.mark.parametrize("address", ["SO%EF%BF%BF2026", "SO/2026/7", "%2F", "SO%00", "SO%FF"])
def test_what_is_no_number(api: Api, token: Callable[..., str], address: str) -> None:
    """A slash that is not encoded parts the path, and no other sign stands for one."""
    mine = bearer(token(Right.WRITE, Right.READ))
    api.post("/v1/orders", json={"orders": [ORDER | {"order": "SO/2026"}]}, headers=mine)
    answer = api.get(f"/v1/orders/{address}", headers=mine)
    assert answer.status_code in {400, 404}
    assert answer.json()["title"]
