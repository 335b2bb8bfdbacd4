from __future__ import annotations

import pytest

from station.codes import command_code, read
from station.packing.events import OrderParked, PackedUnits
from station.packing.inputs import Command, PrintState
from station.packing.model import Sku
from station.packing.owners import Duty, Exceptional, Owner, duty_named
from station.packing.reasons import Reason
from tests.packing.playbook import EAN, Playbook


@pytest.mark.parametrize(
    ("argument", "owner", "why"),
    [
        ("PURCHASING", Owner.PURCHASING, Exceptional.SHORT),
        ("production", Owner.PRODUCTION, Exceptional.SHORT),
        ("SERVICE", Owner.SERVICE, Exceptional.CALL),
        ("DAMAGED", Owner.PURCHASING, Exceptional.DAMAGED),
        ("WRONG-ITEM", Owner.PURCHASING, Exceptional.WRONG_ITEM),
        ("NO-BARCODE", Owner.PRODUCTION, Exceptional.NO_BARCODE),
        ("CALL", Owner.SERVICE, Exceptional.CALL),
        ("ADDRESS", Owner.SERVICE, Exceptional.ADDRESS),
        ("CANCELLED", Owner.SERVICE, Exceptional.CANCELLED),
        ("PRODUCTION-DAMAGED", Owner.PRODUCTION, Exceptional.DAMAGED),
        ("SERVICE-WRONG-ITEM", Owner.SERVICE, Exceptional.WRONG_ITEM),
    ],
)
def test_a_code_names_the_owner_and_the_reason(argument: str, owner: Owner, why: Exceptional) -> None:
    """Either alone is enough: the other one follows."""
    assert duty_named(argument) == Duty(owner=owner, why=why)


@pytest.mark.parametrize("argument", ["", "M", "PURCHASING-", "DAMAGED-PURCHASING"])
def test_other_words_name_nobody(argument: str) -> None:
    """What is no owner and no reason is not guessed."""
    assert duty_named(argument) is None


@pytest.mark.parametrize("argument", [*Owner, *Exceptional, *(f"{o}-{e}" for o in Owner for e in Exceptional)])
def test_each_is_a_command_code(argument: str) -> None:
    """Every owner and reason fits into a barcode that comes back as what it says."""
    text = argument.upper().replace("_", "-")
    scan = read(command_code(Command.HOLD, text), device="scanner")
    assert (scan.command, scan.argument) == (Command.HOLD, text)
    assert duty_named(scan.argument) is not None


def test_one_scan_puts_the_order_aside_for_its_owner() -> None:
    """What is missing, what is verified, whose turn it is and why stand in one entry, and the bench is free."""
    bench = Playbook()
    bench.opens()
    bench.scans(EAN)
    assert bench.scans(command_code(Command.HOLD, "PRODUCTION-DAMAGED")) == ["OrderParked"]
    parked = bench.last("OrderParked")
    assert isinstance(parked, OrderParked)
    assert (parked.owner, parked.why) == (Owner.PRODUCTION, "damaged")
    assert parked.missing == (PackedUnits(sku=Sku("MUG"), units=1), PackedUnits(sku=Sku("CARD"), units=1))
    assert [kept.units for kept in parked.kept] == [1]
    assert bench.did == ["ReleaseOrder"]
    assert not bench.job.opened


def test_own_words_go_before_the_codes_reason() -> None:
    """A windowless bench may say more than a code can."""
    bench = Playbook()
    bench.opens()
    bench.presses(Command.HOLD, argument="service", reason="the buyer wrote: wait")
    parked = bench.last("OrderParked")
    assert isinstance(parked, OrderParked)
    assert (parked.owner, parked.why) == (Owner.SERVICE, "the buyer wrote: wait")


def test_an_owner_nobody_knows_is_refused() -> None:
    """A code of another shop parks nothing."""
    bench = Playbook()
    bench.opens()
    assert bench.presses(Command.HOLD, argument="FINANCE") == ["ScanRefused"]
    assert bench.why() is Reason.UNKNOWN_CODE
    assert bench.job.opened


def test_nothing_is_parked_while_a_label_may_be_on_paper() -> None:
    """The rules of HOLD hold for the codes with an owner, too; with nothing open they do nothing."""
    bench = Playbook().sent()
    assert bench.presses(Command.HOLD, argument="PURCHASING") == ["ScanRefused"]
    assert bench.why() is Reason.NOT_ALLOWED
    assert Playbook().presses(Command.HOLD, argument="PURCHASING") == ["NothingToDo"]


def test_a_label_that_waits_for_paper_is_void_with_the_order() -> None:
    """Parked for its owner while the printer was out of paper, the label never counts."""
    bench = Playbook().requested()
    bench.printer_says(PrintState.NOT_READY, "paper_out")
    assert bench.presses(Command.HOLD, argument="SERVICE") == ["HoldAsked"]
    assert bench.took_back() == ["LabelVoided", "OrderParked"]
