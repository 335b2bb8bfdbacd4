"""The bench refuses a parcel that its carrier would not take, before anything is printed."""

from __future__ import annotations

from dataclasses import replace

from station.packing.inputs import Command
from station.packing.model import ServiceId
from station.packing.reasons import Reason
from station.packing.rules import Carton
from station.packing.terms import Limits, ServiceTerms
from tests.packing.playbook import RIGHT_MG, RULES, Playbook

YTO = ServiceId("yto")
TIGHT = replace(
    RULES,
    terms={YTO: ServiceTerms(zh="圆通", en="YTO", limits=Limits(weight_mg=400_000, side_mm=600))},
    cartons=(*RULES.cartons, Carton(code="XL", name="long", tare_mg=0, sides_mm=(700, 100, 100))),
)


def _held(bench: Playbook) -> tuple[str, str]:
    attention = bench.job.attention
    assert attention is not None
    assert attention.reason is Reason.SERVICE_LIMIT
    return attention.detail_zh, attention.detail


def test_a_parcel_over_the_weight_gets_no_label() -> None:
    """The weight is right and the service would refuse the box: nothing prints, both figures are said."""
    bench = Playbook(rules=TIGHT).packed()
    bench.weighs(RIGHT_MG)
    assert bench.hears_holds() == ["LabelHeld"]
    zh, en = _held(bench)
    assert "400 克" in zh
    assert "460 克" in zh
    assert "YTO takes 400 g in weight, this parcel has 460" in en
    assert bench.job.label is None


def test_the_order_can_be_put_aside_for_another_service() -> None:
    """HOLD gives the order back, so that the office chooses a service and any bench goes on."""
    bench = Playbook(rules=TIGHT).packed()
    bench.weighs(RIGHT_MG)
    bench.hears_holds()
    assert "OrderParked" in bench.presses(Command.HOLD)


def test_a_carton_too_long() -> None:
    """A box of known sides over the limit is refused by its longest side."""
    light = replace(TIGHT, terms={YTO: ServiceTerms(zh="圆通", en="YTO", limits=Limits(side_mm=600))})
    bench = Playbook(rules=light).packed()
    bench.presses(Command.BOX, argument="XL")
    bench.weighs(RIGHT_MG)
    assert bench.hears_holds() == ["LabelHeld"]
    assert "700" in _held(bench)[1]


def test_a_service_nobody_knows_limits_of_is_not_stopped() -> None:
    """Without figures the label prints."""
    bench = Playbook(rules=replace(TIGHT, terms={})).packed()
    bench.weighs(RIGHT_MG)
    assert "LabelAllowed" in bench.hears_holds()
