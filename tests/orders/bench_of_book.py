"""A bench on a real order book: the real rules and entries, the relay, and a packer whose devices always work."""

from __future__ import annotations

from dataclasses import replace

from station.codes import read
from station.journal import order_of
from station.orders.orderbook import OrderBook
from station.orders.relay import Relay
from station.packing.events import OrderOpened, ParcelSealed
from station.packing.inputs import (
    Answered,
    Command,
    Found,
    Input,
    LabelReady,
    MediaFile,
    OrderReply,
    Pressed,
    PrinterReport,
    PrintState,
)
from station.packing.model import OrderNo
from tests.orders.conftest import ROUTING
from tests.orders.recorded import T0, Recorded
from tests.packing.playbook import RULES, Playbook


class BenchOfBook:
    """``opens``, ``packs``, ``splits``, ``seals``; what it recorded goes to the book with ``relays``."""

    def __init__(self, book: OrderBook, name: str = "B01") -> None:
        self.book = book
        self.name = name
        self.ledger = Recorded(name)
        self.playbook = Playbook(replace(RULES, weigh=False))
        self._relay = Relay(self.ledger, log=self.ledger.log)

    def says(self, input: Input) -> list[str]:
        before = self.playbook.job
        names = self.playbook.says(input)
        self.ledger.add(*self.playbook.events, order=order_of(self.playbook.events, before))
        return names

    def presses(self, command: Command) -> list[str]:
        return self.says(Pressed(command=command, reason="test"))

    def scans(self, code: str) -> list[str]:
        return self.says(read(code, device="scanner"))

    def opens(self, code: str) -> OrderReply:
        """As a scan of ``code`` does; everything told so far is in the book before it is asked."""
        self.relays()
        if self.scans(code) != ["OrderAsked"]:
            raise AssertionError(f"{code} asked for nothing")
        reply = self.book.claim(code, bench=self.name, now_us=T0, routing=ROUTING)
        self.says(reply)
        return reply

    def takes(self, code: str) -> OrderOpened:
        """``opens`` that must open; what the order asks is answered."""
        reply = self.opens(code)
        assert reply.found is Found.CLAIMED, reply
        opened = next(event for event in self.playbook.events if isinstance(event, OrderOpened))
        self.answers()
        return opened

    def answers(self) -> None:
        """The ordinary answer to each open question."""
        while self.playbook.job.prompts:
            prompt = self.playbook.job.prompts[0]
            self.says(Answered(prompt=prompt.id, value=prompt.choices[0]))

    def packs(self, units: int = 10_000) -> None:
        """So many of the missing units, line after line."""
        while units and self.playbook.job.missing:
            assert self.scans(self.playbook.job.missing[0][0])[0] == "ItemPacked"
            units -= 1

    def seals(self) -> ParcelSealed:
        """From the last unit to the seal."""
        job = self.playbook.job
        assert job.order is not None
        reply = self.book.holds(
            job.order.number,
            bench=self.name,
            fence=job.fence,
            needs_waybill=job.waybill is None,
            service=job.service,
            now_us=T0,
        )
        assert "LabelAllowed" in self.says(reply), (reply, self.playbook.events)
        self.prints()
        label = self.playbook.job.label
        assert label is not None
        assert self.scans(label.waybill) == ["LabelConfirmed", "ParcelSealed"]
        return next(event for event in self.playbook.events if isinstance(event, ParcelSealed))

    def prints(self) -> None:
        label = self.playbook.job.label
        assert label is not None
        image = MediaFile(sha256="ab" * 32, size=3, mime="image/png", role="label-image")
        drawn = LabelReady(
            job=label.job, waybill=label.waybill, printer="p", root_size=4, root="cm9vdA==", media=(image,)
        )
        assert self.says(drawn) == ["LabelRequested"]
        for state in (PrintState.SENT, PrintState.PRINTED):
            self.says(PrinterReport(job=label.job, state=state))

    def parcel(self, code: str) -> ParcelSealed:
        """One whole parcel."""
        self.takes(code)
        self.packs()
        sealed = self.seals()
        self.relays()
        return sealed

    def relays(self) -> None:
        self._relay(self.book)

    def number(self) -> OrderNo:
        assert self.playbook.job.order is not None
        return self.playbook.job.order.number
