"""Which service carries an order: note, buyer's choice, rules."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.orders.routes import load_routing
from station.packing.model import Order, OrderLine, OrderNo, Recipient, ServiceId, Sku
from station.packing.routing import (
    Because,
    Choice,
    PassedOver,
    Route,
    Routing,
    choose,
    may_go_by,
    route,
    services_named,
)
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


def test_what_the_office_chose_goes_before_all(shipped: Routing) -> None:
    """A person's choice is not asked about again, whatever note and buyer say."""
    order = replace(_order(note="请发顺丰", chosen="中通"), chosen_service=ServiceId("jd"))
    assert choose(order, shipped) == Choice(service=ServiceId("jd"), because=Because.OFFICE)


def test_a_service_that_does_not_go_there(shipped: Routing) -> None:
    """A note for a service that does not serve the country is a person's question; a buyer's choice is passed by."""
    noted = choose(_order("ZA", note="epacket"), shipped)
    assert (noted.service, noted.because, noted.named) == (None, Because.NOT_SERVED, ("epacket",))
    assert route(_order("ZA", chosen="ePacket"), shipped) == "china-post-small-packet"


def test_a_choice_says_what_it_passed_over(shipped: Routing) -> None:
    """Each rule before the one that fits is named with why it did not."""
    found = choose(_order("US", weight_mg=1_000_001), shipped)
    assert (found.service, found.because, found.rule) == ("china-post-small-packet", Because.RULE, 3)
    assert [(one.rule, one.service, one.why) for one in found.passed] == [
        (1, "yto", PassedOver.COUNTRY),
        (2, "epacket", PassedOver.WEIGHT),
    ]


def test_what_decided(shipped: Routing) -> None:
    """Note, two in a note, buyer, rule and none are told apart."""
    seen = [
        choose(_order(note="请发顺丰"), shipped).because,
        choose(_order(note="顺丰或者中通"), shipped).because,
        choose(_order("BR", chosen="ePacket"), shipped).because,
        choose(_order(), shipped).because,
        choose(_order("BR"), Routing(services=shipped.services)).because,
    ]
    assert seen == [Because.NOTE, Because.TWO_IN_NOTE, Because.BUYER, Because.RULE, Because.NO_RULE]


COUNTRIES = st.sampled_from(["CN", "US", "FR", "BR", "ZA"])
TEXTS = st.sampled_from(["", "请发顺丰", "顺丰或者中通", "ePacket", "不要发圆通", "AliExpress Standard", "dhl"])


@given(country=COUNTRIES, note=TEXTS, chosen=TEXTS, weight_mg=st.sampled_from([None, 1_000, 2_000_000, 9_000_000]))
def test_a_glance_never_misses_a_service(
    shipped: Routing, country: str, note: str, chosen: str, weight_mg: int | None
) -> None:
    """Whatever an order weighs, the service it gets is one that its head alone allows."""
    service = route(_order(country, note=note, chosen=chosen, weight_mg=weight_mg), shipped)
    if service is not None:
        assert may_go_by(service, shipped, note=note, buyer_service=chosen, country=country)


def test_a_glance_leaves_out_most(shipped: Routing) -> None:
    """An order at home does not go by ePacket, nor one whose note names another service."""
    epacket = ServiceId("epacket")
    assert not may_go_by(epacket, shipped, note="", buyer_service="", country="CN")
    assert not may_go_by(epacket, shipped, note="DHL", buyer_service="", country="US")
    assert may_go_by(epacket, shipped, note="", buyer_service="", country="US")


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
