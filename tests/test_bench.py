from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest

from station.bench import WAITING_MAX, Bench, Outcome, replay
from station.codes import read
from station.packing.effects import ClaimOrder, Effect
from station.packing.events import Event, ItemPacked, ScanRefused
from station.packing.inputs import Command, Found, Known, KnownAs, OrderReply, Pressed, Scan
from station.packing.job import Job
from station.packing.model import OrderNo
from station.packing.reasons import Reason
from tests.clocks import FakeClock
from tests.packing.playbook import EAN, NUMBER, ORDER, RULES, product


class DiskFull(Exception):
    """What a journal says when the disk does not take it."""


@dataclass(slots=True)
class Rig:
    """A bench on lists: what was committed, shown and done, in the order in which it happened."""

    clock: FakeClock
    log: list[str] = field(default_factory=list)
    facts: list[Event] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    full: bool = False
    answers: list[OrderReply] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    taken: dict[str, OrderNo] = field(default_factory=dict)  # serial number -> the order that has it
    bench: Bench = field(init=False)

    def __post_init__(self) -> None:
        self.bench = Bench(
            job=Job(), journal=self, clock=self.clock, rules=RULES, show=self._show, perform=self._perform,
            recognise=self._recognise, serial_order=lambda _sku, serial: self.taken.get(serial),
        )  # fmt: skip

    def append(self, events: Sequence[Event], job: Job) -> int:
        if self.full:
            raise DiskFull
        self.facts += events
        self.log.append("commit " + " ".join(type(event).__name__ for event in events))
        return len(self.facts) - 1

    def scan(self, code: str) -> None:
        self.bench.take(read(code, device="scanner"))

    def _show(self, outcome: Outcome) -> None:
        self.outcomes.append(outcome)
        self.log.append(f"show {outcome.seq}")

    def _perform(self, effect: Effect) -> None:
        self.log.append(f"do {type(effect).__name__}")
        if isinstance(effect, ClaimOrder) and self.answers:
            self.bench.take(self.answers.pop())

    def _recognise(self, code: str) -> Known | None:
        self.asked.append(code)
        return product() if code == "HAT" else None


@pytest.fixture
def rig(clock: FakeClock) -> Rig:
    return Rig(clock)


CLAIMED = OrderReply(code=NUMBER, found=Found.CLAIMED, order=ORDER, fence=1)


def test_commit_then_show_then_act(rig: Rig) -> None:
    """A fact is on disk before it is seen, and seen before the world is asked for anything."""
    rig.scan(NUMBER)
    assert rig.log == ["commit OrderAsked", "show 0", "do ClaimOrder"]


def test_an_answer_that_comes_at_once_waits_its_turn(rig: Rig) -> None:
    """An input given from within an effect is taken after the one under way, not inside it."""
    rig.answers = [CLAIMED]
    rig.scan(NUMBER)
    assert rig.log == ["commit OrderAsked", "show 0", "do ClaimOrder", "commit OrderOpened", "show 1"]
    assert rig.bench.job.opened


def test_scans_wait_while_the_book_is_asked(rig: Rig) -> None:
    """A quick packer's first item is not taken for another order; keys and answers go first."""
    rig.scan(NUMBER)
    rig.scan("MUG")
    rig.scan("MUG")
    rig.bench.take(Pressed(command=Command.HELP))
    assert rig.log[-3:] == ["commit HelpCalled", "show 1", "do CallHelp"]
    rig.bench.take(CLAIMED)
    assert rig.bench.job.packed == (2, 0)


def test_what_the_disk_does_not_take_did_not_happen(rig: Rig) -> None:
    """Neither job nor screen nor world know of a fact that was not committed; the next input is taken again."""
    rig.full = True
    with pytest.raises(DiskFull):
        rig.scan(NUMBER)
    assert (rig.bench.job, rig.log) == (Job(), [])
    rig.full = False
    rig.scan(NUMBER)
    assert rig.bench.job.asked == NUMBER


def test_a_scanner_gone_mad_is_dropped_aloud(rig: Rig) -> None:
    """More inputs than the limit are counted and left out, and the bench goes on."""
    rig.scan(NUMBER)
    for _ in range(WAITING_MAX + 3):
        rig.scan("MUG")
    assert rig.bench.dropped == 3
    rig.bench.take(CLAIMED)
    assert rig.bench.dropped == 4
    assert rig.bench.job.asked == NUMBER


def test_the_book_is_asked_about_a_code_only_for_a_no(rig: Rig) -> None:
    """An accepted scan does not wait for a look-up, and a refused one is told with what the book knows."""
    rig.scan(NUMBER)
    rig.bench.take(CLAIMED)
    rig.scan("MUG")
    assert rig.asked == []
    rig.scan("HAT")
    assert rig.asked == ["HAT"]
    refused = rig.outcomes[-1].events[0]
    assert isinstance(refused, ScanRefused)
    assert (refused.reason, refused.name) == ("not_in_order", "Hat")


def test_a_scan_that_is_explained_or_unknown_to_the_book_is_decided_once(rig: Rig) -> None:
    """What the scan already says of its code is not asked again, and no answer leaves the refusal as it was."""
    rig.scan(NUMBER)
    rig.bench.take(CLAIMED)
    rig.bench.take(Scan(text="YT9", device="s", known=Known(kind=KnownAs.WAYBILL)))
    assert rig.asked == []
    rig.bench.take(Pressed(command=Command.CLEAR))
    rig.scan("STRANGE")
    assert rig.asked == ["STRANGE"]
    assert rig.bench.job.stop is not None
    assert rig.bench.job.stop.reason == "unknown_code"


def test_replay_gives_the_live_job(rig: Rig) -> None:
    """What was recorded makes the job that is live."""
    rig.answers = [CLAIMED]
    for code in (NUMBER, "MUG", "HAT", "MUG"):
        rig.scan(code)
    assert replay(rig.facts) == rig.bench.job


def test_a_restart_records_first_and_then_does_what_is_owed(rig: Rig) -> None:
    """The start is a fact like others, and what was owed is done after it; inputs of meanwhile wait."""
    rig.answers = [CLAIMED]
    for code in (NUMBER, "MUG", "MUG", "CARD"):
        rig.scan(code)
    rig.log.clear()
    rig.bench.resume()
    assert rig.log == ["commit BenchStarted", f"show {len(rig.facts) - 1}", "do AskWeight"]
    assert rig.outcomes[-1].input is None


SINGLE = replace(ORDER, lines=(replace(ORDER.lines[0], quantity=1),))
ITEM = OrderReply(code=EAN, found=Found.CLAIMED, order=SINGLE, fence=1, item=True)


def test_an_order_claimed_by_its_item_is_verified_by_the_scan_that_asked(rig: Rig) -> None:
    """The book's answer names no scan: the bench puts in the one it asked about, with its device and its guard."""
    rig.answers = [ITEM]
    rig.bench.take(read(EAN, device="left hand"))
    assert rig.log[3:] == ["commit OrderOpened ItemPacked", "show 2", "do AskWeight"]
    packed = rig.facts[-1]
    assert isinstance(packed, ItemPacked)
    assert packed.device == "left hand"
    assert rig.asked == []


def test_an_order_named_by_its_number_verifies_nothing(rig: Rig) -> None:
    """Only an order claimed by its item counts the scan that opened it."""
    rig.answers = [replace(CLAIMED, order=replace(ORDER, number=OrderNo("MUG")), code="MUG")]
    rig.scan("MUG")
    assert rig.bench.job.packed == (0, 0)


def test_an_item_with_a_taken_serial_claims_no_order(rig: Rig) -> None:
    """The piece is asked about before its order opens; the order goes back and the other one is named."""
    code = f"010{EAN}21S1"
    rig.answers = [replace(ITEM, code=code)]
    rig.taken = {"S1": OrderNo("SO-9")}
    rig.bench.take(read(code, aim="]C1", device="scanner"))
    refused = rig.facts[-1]
    assert isinstance(refused, ScanRefused)
    assert (refused.reason, refused.other_order) == (Reason.DUPLICATE_SERIAL, "SO-9")
    assert rig.log[-1] == "do ReleaseOrder"
    assert not rig.bench.job.opened


def test_the_piece_of_the_claimed_order_itself_is_no_double(rig: Rig) -> None:
    """It was packed for this very order before."""
    code = f"010{EAN}21S1"
    rig.answers = [replace(ITEM, code=code)]
    rig.taken = {"S1": NUMBER}
    rig.bench.take(read(code, aim="]C1", device="scanner"))
    assert rig.bench.job.counted


def test_an_expired_item_is_told_by_name(rig: Rig) -> None:
    """What the book knows of the code stands with the no, as for every refused scan."""
    code = f"010{EAN}17200131"
    rig.answers = [replace(ITEM, code=code)]
    rig.bench.take(read(code, aim="]C1", device="scanner"))
    assert rig.asked == [code, f"0{EAN}"]
    assert rig.bench.job.stop is not None


def test_a_piece_that_another_order_has_is_refused(rig: Rig) -> None:
    """A serial number that went out with another order stops the bench; the order's own, put aside once, does not."""
    rig.answers.append(CLAIMED)
    rig.scan(NUMBER)
    rig.taken = {"S1": OrderNo("SO-9"), "S2": NUMBER}
    rig.bench.take(read(f"010{EAN}21S2", aim="]C1", device="scanner"))
    assert [type(event) for event in rig.facts[-1:]] == [ItemPacked]
    rig.bench.take(read(f"010{EAN}21S1", aim="]C1", device="scanner"))
    refused = rig.facts[-1]
    assert isinstance(refused, ScanRefused)
    assert (refused.reason, refused.other_order) == (Reason.DUPLICATE_SERIAL, "SO-9")
