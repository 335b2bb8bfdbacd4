"""Which service carries an order: note, buyer's choice, rules."""

from __future__ import annotations

import pytest

from station.orders.routes import load_routing
from station.packing.model import Order, OrderLine, OrderNo, Recipient, ServiceId, Sku
from station.packing.routing import Route, Routing, route, services_named
from station.settings import config_dir


@pytest.fixture(scope="module")
def shipped() -> Routing:
    """The routing of the shipped demo configuration."""
    return load_routing(config_dir())


def _order(country: str = "CN", *, note: str = "", chosen: str = "", weight_mg: int | None = 100_000) -> Order:
    line = OrderLine(sku=Sku("A"), quantity=2, weight_mg=weight_mg)
    return Order(
        number=OrderNo("1"),
        platform="x",
        shop="demo",
        lines=(line,),
        recipient=Recipient(country=country),
        seller_note=note,
        buyer_service=chosen,
    )


@pytest.mark.parametrize(
    ("country", "service"),
    [("CN", "yto"), ("US", "epacket"), ("FR", "epacket"), ("BR", "china-post-small-packet")],
)
def test_by_country(shipped: Routing, country: str, service: str) -> None:
    """Domestic goes by YTO, five countries by ePacket, all others by small packet (G1, G2)."""
    assert route(_order(country), shipped) == service


def test_too_heavy_for_epacket(shipped: Routing) -> None:
    """Over 2 kg is no ePacket; a weight nobody knows does not forbid it."""
    assert route(_order("US", weight_mg=1_000_001), shipped) == "china-post-small-packet"
    assert route(_order("US", weight_mg=None), shipped) == "epacket"


@pytest.mark.parametrize(
    ("note", "service"),
    [
        ("请发顺丰", "sf"),
        ("SF please", "sf"),
        ("不要发顺丰", "yto"),
        ("别发圆通，发中通", "zto"),
        ("易碎，已加固", "yto"),
        ("顺丰或者中通", None),
        ("self pick up", "yto"),
    ],
)
def test_the_note_goes_first(shipped: Routing, note: str, service: str | None) -> None:
    """A service named in the note overrides; one that is warned of does not; two names are a question for a person."""
    assert route(_order(note=note), shipped) == service


def test_the_buyers_choice(shipped: Routing) -> None:
    """What the buyer chose goes before the rules; a name nobody knows does not."""
    assert route(_order("BR", chosen="ePacket"), shipped) == "epacket"
    assert route(_order("BR", chosen="AliExpress Standard Shipping"), shipped) == "china-post-small-packet"


def test_nowhere(shipped: Routing) -> None:
    """Without a rule there is no service."""
    assert route(_order("BR"), Routing(services=shipped.services)) is None
    assert services_named("", shipped) == ()


def test_a_rule_may_leave_countries_out() -> None:
    """A rule for everywhere but some countries gives those nothing."""
    yunexpress = ServiceId("yunexpress")
    routing = Routing(routes=(Route(service=yunexpress, except_countries=("CN", "US")),))
    assert route(_order("DE"), routing) == yunexpress
    assert route(_order("US"), routing) is None
