from __future__ import annotations

from dataclasses import replace

import pytest

from station.packing.model import OrderLine, Recipient, ServiceId, Sku
from station.packing.routing import Route, Routing, Service, goods_weight_mg, route, services_named
from tests.packing.playbook import ORDER

YTO, SF, YUNEXPRESS = ServiceId("yto"), ServiceId("sf"), ServiceId("yunexpress")
ROUTING = Routing(
    routes=(
        Route(service=YTO, countries=("CN",), at_most_mg=1_000_000),
        Route(service=SF, countries=("CN",)),
        Route(service=YUNEXPRESS, except_countries=("CN", "US")),
    ),
    services={
        YTO: Service(id=YTO, zh="圆通", en="YTO", words=("圆通", "yto")),
        SF: Service(id=SF, zh="顺丰", en="SF", words=("顺丰", "顺丰速运", "sf")),
    },
)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("发顺丰", (SF,)),
        ("请发顺丰速运", (SF,)),
        ("不要发顺丰", ()),
        ("don't send SF please", ()),
        ("send by SF please", (SF,)),
        ("sfo airport", ()),
        ("圆通或顺丰", (SF, YTO)),
        ("不发圆通，发顺丰", (SF,)),
        ("", ()),
    ],
)
def test_a_note_names_a_service_or_warns_of_it(text: str, named: tuple[ServiceId, ...]) -> None:
    """Words of carriers are found whole, longest first, and a refusal before them asks for none."""
    assert sorted(services_named(text, ROUTING)) == sorted(named)


@pytest.mark.parametrize(
    ("note", "buyer", "country", "weight_mg", "service"),
    [
        ("发顺丰", "", "CN", 1_000, SF),
        ("圆通或顺丰", "", "CN", 1_000, None),
        ("", "顺丰", "CN", 1_000, SF),
        ("", "圆通 顺丰", "CN", 1_000, YTO),
        ("", "", "CN", 1_000, YTO),
        ("", "", "CN", 2_000_000, SF),
        ("", "", "CN", None, YTO),
        ("", "", "DE", 1_000, YUNEXPRESS),
        ("", "", "US", 1_000, None),
    ],
)
def test_office_then_buyer_then_rules(
    note: str, buyer: str, country: str, weight_mg: int | None, service: ServiceId | None
) -> None:
    """A clear word of the office goes before the buyer's, and both before country and weight."""
    order = replace(
        ORDER,
        seller_note=note,
        buyer_service=buyer,
        recipient=Recipient(country=country),
        lines=(OrderLine(sku=Sku("A"), quantity=1, weight_mg=weight_mg),),
    )
    assert route(order, ROUTING) == service


def test_the_goods_weigh_what_their_units_weigh() -> None:
    """Quantity times weight, and nothing when one line's weight is not known."""
    assert goods_weight_mg(ORDER) == 460_000
    assert goods_weight_mg(replace(ORDER, lines=(OrderLine(sku=Sku("A"), quantity=1),))) is None
