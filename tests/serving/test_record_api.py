"""What was done, over HTTP: parcels by time, an order's record, throughput, pools of waybill numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from litestar.testing import TestClient

from station.orders.api_tokens import Right
from station.serving.desk import Desk
from tests.order_books import url
from tests.orders.parcels_made import put_parcel, put_sealed
from tests.orders.recorded import Recorded, packed
from tests.serving.asking import ORDER, bearer, bring

Api = TestClient[Any]
__all__ = ["url"]


def test_parcels_page_by_page(api: Api, desk: Desk, token: Callable[..., str]) -> None:
    """Each once, the oldest first; a period has its begin and not its end."""
    for number in range(7):
        put_sealed(desk.book, f"SO-{number}", f"YT{number}")
    mine = bearer(token(Right.READ))
    seen: list[str] = []
    after: str | None = ""
    while after is not None:
        page = api.get("/v1/parcels", params={"limit": 3, "after": after}, headers=mine).json()
        seen += [each["order"] for each in page["parcels"]]
        after = page["next"]
    assert seen == [f"SO-{number}" for number in range(7)]
    early = {"from": "2020-01-01T00:00:00Z", "to": "2020-01-02T00:00:00Z"}
    assert api.get("/v1/parcels", params=early, headers=mine).json() == {"parcels": [], "next": None}
    zoneless = api.get("/v1/parcels", params={"from": "2026-11-20T00:00:00"}, headers=mine)
    assert (zoneless.status_code, zoneless.json()["where"]) == (400, "from")


def test_one_box(api: Api, desk: Desk, token: Callable[..., str]) -> None:
    """Weight in grams, and the ledger entry that sealed it; of two orders in a box two rows."""
    put_sealed(desk.book, "SO-1", "YT1", weight_mg=1_284_500)
    put_parcel(desk.book, "SO-2", "YT1", weight_mg=None)
    first, second = api.get("/v1/parcels/YT1", headers=bearer(token())).json()["parcels"]
    assert (first["entry"], first["weight_g"], first["packer"]) == ("B01/1/0", 1284.5, "P001")
    assert (second["order"], second["weight_g"]) == ("SO-2", None)


def test_the_record_of_an_order(api: Api, desk: Desk, token: Callable[..., str]) -> None:
    """The entries as their bench signed them; another order's are not among them."""
    mine = bearer(token())
    api.post("/v1/orders", json={"orders": [ORDER]}, headers=mine)
    ledger = Recorded("B01", 1)
    bring(desk.book, ledger, packed())
    bring(desk.book, ledger, packed(), order="ERP-2")
    answer = api.get("/v1/orders/ERP-1/evidence", headers=mine).json()
    assert [(each["id"], each["kind"]) for each in answer["entries"]] == [("B01/1/0", "ItemPacked")]
    assert '"seq":0' in answer["entries"][0]["header"]
    assert (answer["sealed"], answer["witnessed"]) == (False, [])


def test_throughput_has_its_errors(api: Api, token: Callable[..., str]) -> None:
    """As the report: never a speed alone (E16); a period that is none is refused."""
    mine = bearer(token())
    day = {"from": "2026-11-20T00:00:00Z", "to": "2026-11-21T00:00:00Z"}
    answer = api.get("/v1/throughput", params=day | {"by": "hour"}, headers=mine).json()
    assert (answer["by"], answer["rows"], answer["total"]["parcels"]) == ("hour", [], 0)
    assert {"parcels_per_hour", "refusals"} <= set(answer["total"])
    for wrong in (
        {"from": day["to"], "to": day["from"]},
        day | {"to": "2028-01-01T00:00:00Z"},
        day | {"by": "mood"},
        {},
    ):
        assert api.get("/v1/throughput", params=wrong, headers=mine).status_code == 400


def test_numbers_in(api: Api, token: Callable[..., str]) -> None:
    """Good ones go in alone, each refused one with its place; a service nobody knows is 404."""
    mine = bearer(token())
    words = {"service": "yto", "numbers": ["YT1234567890123", "nonsense", "YT1234567890124"]}
    answer = api.post("/v1/waybills", json=words, headers=mine).json()
    assert (answer["added"], [each["place"] for each in answer["errors"]]) == (2, [2])
    pools = api.get("/v1/waybills", headers=mine).json()["pools"]
    assert [(each["service"], each["free"]) for each in pools] == [("yto", 2)]
    assert api.post("/v1/waybills", json=words | {"service": "owl"}, headers=mine).status_code == 404


@pytest.mark.parametrize("path", ["/v1/parcels", "/v1/waybills", "/v1/events", "/v1/orders/ERP-1/evidence"])
def test_reading_needs_the_right(api: Api, token: Callable[..., str], path: str) -> None:
    """Whoever may only write sees nothing."""
    assert api.get(path, headers=bearer(token(Right.WRITE))).status_code == 403
