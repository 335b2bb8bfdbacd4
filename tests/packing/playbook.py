"""A conversation with the packing core, as a test reads it: what is said to the bench, and what it comes to.

Real ``decide``, ``evolve`` and ``react``; nothing else. Every event also goes through the codec and back, so that each
conversation shows that what it recorded can be replayed.
"""

from __future__ import annotations

from dataclasses import replace

from station.codes import badge_code, read
from station.evidence.codec import decode, encode
from station.packing import machine
from station.packing.effects import Effect
from station.packing.events import Event
from station.packing.inputs import (
    Answered,
    Command,
    Found,
    HoldsReply,
    Input,
    Instant,
    Known,
    KnownAs,
    LabelReady,
    LabelRecalled,
    MediaFile,
    OrderReply,
    Pressed,
    PrinterReport,
    PrintState,
    Reading,
)
from station.packing.job import Job
from station.packing.model import Barcode, Order, OrderLine, OrderNo, ServiceId, Sku, Waybill
from station.packing.reasons import Reason
from station.packing.rules import Carton, MaterialRule, Person, Rules

EAN = "4006381333931"
OTHER_EAN = "6901234567892"
NUMBER = OrderNo("SO-1")
WAYBILL = Waybill("YT1234567890123")
START_US = 1_795_000_000_000_000

MUG = OrderLine(sku=Sku("MUG"), quantity=2, name="Mug", weight_mg=182_000, barcodes=(Barcode(code=EAN),))
CARD = OrderLine(sku=Sku("CARD"), quantity=1, name="Card", weight_mg=96_000)
ORDER = Order(
    number=NUMBER, platform="generic", shop="demo", lines=(MUG, CARD), waybill=WAYBILL, service=ServiceId("yto"),
    known_us=START_US,
)  # fmt: skip
RIGHT_MG = 460_000  # two mugs and a card

PACKER = Person(pseudonym="p-7", name="Li Example")
SUPERVISOR = Person(pseudonym="p-9", name="Wu Example", supervisor=True)
SMALL = Carton(code="S", name="small", tare_mg=20_000)
MEDIUM = Carton(code="M", name="medium", tare_mg=50_000, filler_mg=5_000)
RULES = Rules(
    roster={"7": PACKER, "9": SUPERVISOR},
    cartons=(SMALL, MEDIUM),
    materials=(MaterialRule(goods_class="glass", zh="用气泡膜", en="Use bubble wrap"),),
)


class Playbook:
    """One bench in a test: ``says`` gives it an input and answers with the names of the events."""

    def __init__(self, rules: Rules = RULES) -> None:
        self.rules = rules
        self.job = Job()
        self.now = Instant(wall_us=START_US, mono_us=0)
        self.events: tuple[Event, ...] = ()
        self.effects: tuple[Effect, ...] = ()
        self.history: list[Event] = []

    def says(self, input: Input) -> list[str]:
        self.wait_ms(1_000)
        return self._record(machine.decide(self.job, input, self.now, self.rules))

    def wait_ms(self, ms: int) -> None:
        self.now = Instant(wall_us=self.now.wall_us + ms * 1000, mono_us=self.now.mono_us + ms * 1000)

    def scans(self, text: str, *, known: Known | None = None, aim: str = "", guard_ms: int = 0) -> list[str]:
        return self.says(replace(read(text, aim=aim, device="scanner", guard_ms=guard_ms), known=known))

    def shows_badge(self, badge: str) -> list[str]:
        return self.scans(badge_code(badge))

    def presses(self, command: Command, *, reason: str = "", argument: str = "") -> list[str]:
        return self.says(Pressed(command=command, reason=reason, argument=argument))

    def answers(self, prompt: str, value: str) -> list[str]:
        return self.says(Answered(prompt=prompt, value=value))

    def weighs(self, weight_mg: int, *, stable: bool = True) -> list[str]:
        return self.says(Reading(weight_mg=weight_mg, stable=stable, device="scale"))

    def hears_holds(self, reply: HoldsReply | None = None) -> list[str]:
        """The book's answer to the last-second question; by default that all is as it was."""
        assert self.job.order is not None
        still = HoldsReply(
            order=self.job.order.number, reached=True, revision=self.job.order.revision, fence=self.job.fence
        )
        return self.says(reply or still)

    def took_back(self, *, whole: bool = True) -> list[str]:
        """The answer to the label's recall."""
        assert self.job.label is not None
        return self.says(LabelRecalled(job=self.job.label.job, whole=whole))

    def drew_label(self, waybill: Waybill | None = None, *, printer: str = "") -> list[str]:
        assert self.job.label is not None
        image = MediaFile(sha256="ab" * 32, size=3, mime="image/png", role="label-image")
        label = self.job.label
        return self.says(
            LabelReady(
                job=label.job,
                waybill=waybill or label.waybill,
                printer=printer or label.printer or "printer",
                root_size=4,
                root="cm9vdA==",
                media=(image,),
            )
        )

    def printer_says(self, state: PrintState, cause: str = "") -> list[str]:
        assert self.job.label is not None
        return self.says(PrinterReport(job=self.job.label.job, state=state, cause=cause))

    def opens(self, order: Order = ORDER, *, fence: int = 1) -> list[str]:
        self.scans(order.number)
        return self.says(OrderReply(code=order.number, found=Found.CLAIMED, order=order, fence=fence))

    def packs_all(self) -> None:
        """Every missing unit by its SKU."""
        while self.job.missing:
            assert self.scans(self.job.missing[0][0])[0] == "ItemPacked"

    def packed(self, order: Order = ORDER) -> Playbook:
        self.opens(order)
        self.packs_all()
        return self

    def weighed(self, order: Order = ORDER) -> Playbook:
        self.packed(order)
        assert self.weighs(RIGHT_MG) == ["ParcelWeighed", "HoldsAsked"]
        return self

    def allowed(self) -> Playbook:
        self.weighed()
        assert self.hears_holds() == ["LabelAllowed"]
        return self

    def requested(self) -> Playbook:
        self.allowed()
        assert self.drew_label() == ["LabelRequested"]
        return self

    def sent(self) -> Playbook:
        self.requested()
        assert self.printer_says(PrintState.SENT) == ["LabelSent"]
        return self

    def printed(self) -> Playbook:
        self.sent()
        assert self.printer_says(PrintState.PRINTED) == ["LabelPrinted"]
        return self

    def unknown(self) -> Playbook:
        self.sent()
        assert self.printer_says(PrintState.UNKNOWN, "silent") == ["LabelUnknown"]
        return self

    def sealed(self) -> Playbook:
        self.printed()
        assert self.scans(WAYBILL) == ["LabelConfirmed", "ParcelSealed"]
        return self

    def restarts(self) -> list[str]:
        """The power goes and comes back: the job is what the recorded events make of it."""
        replayed = Job()
        for event in self.history:
            replayed = machine.evolve(replayed, event)
        assert replayed == self.job
        events, effects = machine.resume(replayed, self.rules)
        names = self._record(events)
        self.effects = (*self.effects, *effects)
        return names

    def why(self) -> Reason | None:
        """Why the last input was refused, held or stopped."""
        return next((event.reason for event in self.events if hasattr(event, "reason")), None)

    @property
    def did(self) -> list[str]:
        """The effects of the last input, by name."""
        return [type(effect).__name__ for effect in self.effects]

    def last(self, name: str) -> Event:
        return next(event for event in self.events if type(event).__name__ == name)

    def _record(self, events: tuple[Event, ...]) -> list[str]:
        self.events = events
        effects: list[Effect] = []
        for event in events:
            assert decode(encode(event)) == event
            self.job = machine.evolve(self.job, event)
            effects += machine.react(self.job, event)
        self.effects = tuple(effects)
        self.history += events
        return [type(event).__name__ for event in events]


def product(sku: str = "HAT", name: str = "Hat", variant: str = "L", name_en: str = "") -> Known:
    return Known(kind=KnownAs.PRODUCT, sku=sku, name=name, name_en=name_en, variant=variant, picture="hat.png")
