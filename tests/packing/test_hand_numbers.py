"""A waybill number scanned at the bench, where the carrier's own label brings it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station.packing.effects import AskHolds
from station.packing.events import HoldsAsked
from station.packing.inputs import Command, HoldsReply, Known, KnownAs
from station.packing.model import OrderNo, ServiceId, Waybill
from station.packing.reasons import Reason
from station.packing.terms import NumberForm, ServiceTerms
from tests.packing.playbook import EAN, NUMBER, ORDER, OTHER_EAN, RULES, Playbook, product

DHL = ServiceId("dhl")
TERMS = ServiceTerms(zh="DHL", en="DHL", by_hand=True, numbers=(NumberForm(pattern=r"\d{10}"),))
BY_HAND = replace(RULES, terms={DHL: TERMS})
SCANNED = "1234567891"


def _waiting(rules: object = BY_HAND) -> Playbook:
    """A parcel that is proven and lacks nothing but its number."""
    bench = Playbook(rules).weighed(replace(ORDER, waybill=None, service=DHL))  # type: ignore[arg-type]
    assert bench.hears_holds() == ["LabelHeld"]
    assert bench.why() is Reason.NO_WAYBILL
    return bench


def _reply(**changes: object) -> HoldsReply:
    return replace(HoldsReply(order=NUMBER, reached=True, revision=1, fence=1), **changes)  # type: ignore[arg-type]


def test_a_scanned_number_becomes_the_orders() -> None:
    """The number goes to the book with the last-second question, is recorded, and prints with the answer."""
    bench = _waiting()
    assert bench.scans(SCANNED) == ["HoldsAsked"]
    assert bench.last("HoldsAsked") == HoldsAsked(revision=1, number=SCANNED)
    (ask,) = bench.effects
    assert isinstance(ask, AskHolds)
    assert (ask.number, ask.needs_waybill, ask.service) == (SCANNED, True, DHL)
    assert bench.says(_reply(waybill=Waybill(SCANNED), service=DHL)) == ["WaybillIssued", "LabelAllowed"]
    assert bench.job.waybill == SCANNED


def test_the_number_read_twice_is_one() -> None:
    """The second read of a number that the book is being asked for changes nothing."""
    bench = _waiting()
    bench.scans(SCANNED)
    assert bench.scans(SCANNED) == ["NothingToDo"]
    assert bench.job.holds_asked
    assert bench.job.stop is None


@pytest.mark.parametrize("fault", ["number_misread", "number_taken", "number_from_pool"])
def test_a_refused_number_waits_for_another(fault: str) -> None:
    """A number that cannot be the parcel's is said why, and the next one may be scanned at once."""
    bench = _waiting()
    bench.scans(SCANNED)
    assert bench.says(_reply(number_fault=fault, service=DHL)) == ["LabelHeld"]
    assert bench.why() is Reason.NUMBER_REFUSED
    assert bench.scans("9876543210") == ["HoldsAsked"]
    assert bench.presses(Command.RETRY) == ["HoldsAsked"]
    assert bench.last("HoldsAsked") == HoldsAsked(revision=1)


def test_a_number_scanned_while_the_book_is_away_is_scanned_again() -> None:
    """No answer leaves the parcel waiting, unlocked, for the same number."""
    bench = _waiting()
    bench.scans(SCANNED)
    assert bench.hears_holds(_reply(reached=False)) == ["LabelHeld"]
    assert bench.scans(SCANNED) == ["HoldsAsked"]


def test_a_stop_that_comes_with_the_answer_goes_first() -> None:
    """A cancelled order is stopped, whatever its number."""
    bench = _waiting()
    bench.scans(SCANNED)
    assert bench.says(_reply(cancelled=True, number_fault="number_taken")) == ["OrderStopped"]


@pytest.mark.parametrize(
    ("code", "known", "aim", "reason"),
    [
        (SCANNED, product("SPOON"), "", Reason.NOT_IN_ORDER),
        (SCANNED, Known(kind=KnownAs.ORDER, order=OrderNo("SO-2")), "", Reason.ORDER_OPEN),
        (SCANNED, Known(kind=KnownAs.WAYBILL, order=OrderNo("SO-2")), "", Reason.WRONG_LABEL),
        (SCANNED, None, "]E0", Reason.UNKNOWN_CODE),
        ("12345", None, "", Reason.UNKNOWN_CODE),
        (OTHER_EAN, None, "", Reason.NOT_IN_ORDER),
        (EAN, None, "", Reason.ENOUGH_ALREADY),
    ],
)
def test_what_is_no_number_is_refused_as_ever(code: str, known: Known | None, aim: str, reason: Reason) -> None:
    """Goods, orders, other parcels' waybills and codes of another form stop the bench as they do elsewhere."""
    bench = _waiting()
    assert bench.scans(code, known=known, aim=aim) == ["ScanRefused"]
    assert bench.why() is reason
    assert bench.job.stop is not None


def test_the_number_that_the_office_typed_in_just_now() -> None:
    """The open order's own number, known to the book before the bench, is taken when it is scanned."""
    bench = _waiting()
    assert bench.scans(SCANNED, known=Known(kind=KnownAs.WAYBILL, order=NUMBER)) == ["HoldsAsked"]


def test_no_number_is_taken_before_the_parcel_waits_for_it() -> None:
    """While units are missing, or before the label was held, such a code is a stranger."""
    opened = Playbook(BY_HAND)
    opened.opens(replace(ORDER, waybill=None, service=DHL))
    assert opened.scans(SCANNED) == ["ScanRefused"]
    weighed = Playbook(BY_HAND).weighed(replace(ORDER, waybill=None, service=DHL))
    assert weighed.scans(SCANNED) == ["ScanRefused"]


@pytest.mark.parametrize("terms", [replace(TERMS, by_hand=False), replace(TERMS, numbers=()), None])
def test_a_service_with_a_pool_takes_no_scanned_number(terms: ServiceTerms | None) -> None:
    """Only a service whose numbers come by hand, and whose form is known, is given one by a scan."""
    bench = _waiting(replace(RULES, terms={DHL: terms} if terms else {}))
    assert bench.scans(SCANNED) == ["ScanRefused"]
    assert bench.why() is Reason.UNKNOWN_CODE
