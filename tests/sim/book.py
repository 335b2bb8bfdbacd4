"""The faked order book of the simulation: what it knows is the truth, what it answers may be late or lost."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random

from station.orders.joint import as_one
from station.packing.changes import changes
from station.packing.effects import AskHolds
from station.packing.events import ParcelSealed
from station.packing.inputs import Found, HoldsReply, Known, KnownAs, OrderAlarm, OrderReply
from station.packing.model import (
    Barcode,
    BroughtUnits,
    Capture,
    Hold,
    HoldReason,
    KeptUnits,
    LineKind,
    Order,
    OrderLine,
    OrderNo,
    ServiceId,
    Sku,
    Waybill,
    Witness,
)

EANS = ("4006381333931", "6901234567892", "5012345678900", "8710447299654")
BY_HAND = ServiceId("dhl")
BY_HAND_NAME = "DHL"
"""A service whose numbers are scanned one by one."""

ORDERS = 5
CARTON_UNITS = 3


@dataclass(slots=True)
class Page:
    """One order as the book has it."""

    order: Order
    fence: int = 0
    revision: int = 1
    held: bool = False
    cancelled: bool = False
    sealed: bool = False
    short: bool = False
    waybill: Waybill | None = None
    walled: tuple[BroughtUnits, ...] = ()  # sorted into the order's cell
    kept: tuple[KeptUnits, ...] | None = None  # what lay with the order when it was put aside last; None: never was
    claimed: Order | None = None  # the copy that was given out last

    @property
    def single(self) -> Sku | None:
        """The item of an order of one unit whose own piece lies nowhere yet."""
        real = [line for line in self.order.lines if line.kind is not LineKind.VIRTUAL]
        loose = not self.walled and not self.kept
        alone = len(real) == 1 and real[0].quantity == 1 and real[0].kind is LineKind.GOODS
        return real[0].sku if alone and loose else None


@dataclass(slots=True)
class Book:
    pages: dict[OrderNo, Page]
    pool: int = 0  # numbers left
    issued: int = 0
    reachable: bool = True
    skus: dict[str, Sku] = field(default_factory=dict)
    void_numbers: set[Waybill] = field(default_factory=set)  # for ever
    leads: dict[OrderNo, OrderNo] = field(default_factory=dict)  # an order under another's waybill -> that one

    def claim(self, code: str, gtin: str | None, now_us: int) -> OrderReply:
        page = self.pages.get(self.leads.get(OrderNo(code), OrderNo(code)))
        if not self.reachable:
            return OrderReply(code=code, found=Found.UNREACHABLE)
        if page is None:
            return self._claim_item(code, gtin, now_us)
        if page.sealed or page.cancelled:
            return OrderReply(code=code, found=Found.SHIPPED if page.sealed else Found.CANCELLED)
        order = replace(
            page.order, revision=page.revision, waybill=page.waybill, known_us=now_us, holds=_holds(page, now_us)
        )
        if page.held:
            return OrderReply(code=code, found=Found.HELD, order=order)
        page.fence += 1
        page.claimed = replace(order, brought=_brought(page), next_part=_next_part(order))
        return OrderReply(code=code, found=Found.CLAIMED, order=page.claimed, fence=page.fence)

    def _claim_item(self, code: str, gtin: str | None, now_us: int) -> OrderReply:
        sku = self.skus.get(code) or self.skus.get((gtin or "")[1:])
        if sku is None:
            return OrderReply(code=code, found=Found.UNKNOWN)
        for number, page in self.pages.items():
            free = not (page.held or page.cancelled or page.sealed or page.short)
            if free and page.single == sku:
                return replace(self.claim(number, None, now_us), code=code, item=True)
        waiting = sum(any(line.sku == sku for line in page.order.lines) for page in self.pages.values())
        return OrderReply(code=code, found=Found.NO_SINGLE, units=1, waiting=waiting)

    def holds(self, ask: AskHolds, now_us: int) -> HoldsReply:
        page = self.pages[ask.order]
        if not self.reachable:
            return HoldsReply(order=ask.order, reached=False)
        self.void({ask.void} if ask.void else set())
        fault = self._number(page, ask) if ask.needs_waybill and page.waybill is None else ""
        return HoldsReply(
            order=ask.order, reached=True, holds=_holds(page, now_us), revision=page.revision, fence=page.fence,
            cancelled=page.cancelled, waybill=page.waybill, service=page.order.service, number_fault=fault,
        )  # fmt: skip

    def _number(self, page: Page, ask: AskHolds) -> str:
        """One of the pool, or the scanned one unless it is another parcel's."""
        if page.order.service != BY_HAND:
            drawn = min(self.pool, 1)
            self.pool -= drawn
            self.issued += drawn
            page.waybill = Waybill(f"YT{self.issued:013d}") if drawn else None
        elif ask.number in self.void_numbers or any(ask.number == other.waybill for other in self.pages.values()):
            return "number_taken" if ask.number else ""
        elif ask.number:
            page.waybill = Waybill(ask.number)
        return ""

    def void(self, numbers: set[Waybill]) -> None:
        """A bench's ledger calls them void: no parcel has them any more."""
        self.void_numbers |= numbers
        for page in self.pages.values():
            page.waybill = None if page.waybill in self.void_numbers else page.waybill

    def alarm(self, number: OrderNo, now_us: int) -> OrderAlarm:
        page = self.pages[number]
        return OrderAlarm(
            order=number,
            holds=_holds(page, now_us),
            cancelled=page.cancelled,
            revision=page.revision,
            fence=page.fence,
            changes=changes(page.claimed, page.order) if page.claimed else (),
        )

    def sealed(self, number: OrderNo, seal: ParcelSealed) -> None:
        """The relay tells what became of a parcel; what did not fit into it is an order of its own, once."""
        page = self.pages[number]
        page.sealed = True
        if seal.next is None or seal.next in self.pages:
            return
        lines = tuple(replace(page.order.lines[each.line], quantity=each.units) for each in seal.rest)
        part = replace(page.order, number=seal.next, part_of=page.order.part_of or number, lines=lines)
        self.pages[seal.next] = Page(order=part, cancelled=page.cancelled)

    def parked(self, number: OrderNo, kept: tuple[KeptUnits, ...], *, short: bool) -> None:
        """The relay tells what lies with an order that was put aside; the cell was emptied into the tote."""
        page = self.pages[number]
        page.kept, page.walled, page.short = kept, (), page.short or short

    def known(self, text: str) -> Known | None:
        """What a bench's copy of the book says of a code."""
        if OrderNo(text) in self.pages or OrderNo(text) in self.leads:
            return Known(kind=KnownAs.ORDER, order=OrderNo(text))
        if any(page.waybill == text for page in self.pages.values()):
            return Known(kind=KnownAs.WAYBILL)
        sku = self.skus.get(text)
        return Known(kind=KnownAs.PRODUCT, sku=sku, name=f"item {sku}") if sku else None

    def release(self, rng: Random) -> None:
        """The office lifts a hold; a cancelled order stays what it is."""
        rng.choice(list(self.pages.values())).held = False

    def change(self, rng: Random) -> OrderNo:
        """Something happens to an order while somebody may be packing it."""
        number = rng.choice(list(self.pages))
        page = self.pages[number]
        match rng.randrange(6):
            case 0:
                page.cancelled = rng.random() < 0.5
            case 1:
                page.revision += 1
                first = page.order.lines[0]
                fewer = replace(first, quantity=max(1, first.quantity - 1))
                page.order = replace(page.order, lines=(fewer, *page.order.lines[1:]))
            case 2:
                page.fence += 1
            case _:
                page.held = not page.held
        return number


def _holds(page: Page, now_us: int) -> tuple[Hold, ...]:
    marks = ((HoldReason.BY_SUPERVISOR, page.held), (HoldReason.SHORTAGE, page.short))
    return tuple(Hold(reason=reason, since_us=now_us) for reason, holds in marks if holds)


def _next_part(order: Order) -> OrderNo | None:
    """The number that is kept free for what does not fit; a parcel of several orders is not split."""
    root, _, part = order.number.partition("#")
    return None if order.joined else OrderNo(f"{root}#{int(part or 1) + 1}")


def _brought(page: Page) -> tuple[BroughtUnits, ...]:
    """As the order book has it: whether it still fits is the bench's to say."""
    kept = tuple(
        BroughtUnits(
            line=units.line, units=units.units, code=units.code, witness=Witness.PARKED, place="B02", by="p-7",
            at_us=1, lot=units.lot, expiry=units.expiry, serial=units.serial,
        )
        for units in page.kept or ()
    )  # fmt: skip
    return (*kept, *page.walled)


def make_book(rng: Random) -> Book:
    """A few orders with everything lines can be: cartons, gifts, hand-confirmed and virtual lines, unknown weights."""
    pages = {}
    for number in range(ORDERS):
        order = _order(rng, OrderNo(f"SO-{1000 + number}"))
        waybill = Waybill(f"SF{number:012d}") if rng.random() < 0.5 else None
        walled = _sorted(rng, order) if rng.random() < 0.3 else ()
        pages[order.number] = Page(order=order, waybill=waybill, walled=walled)
    skus = {code: Sku(f"SKU-{index}") for index, code in enumerate(EANS)}
    leads = _merged(pages) if rng.random() < 0.4 else {}
    return Book(pages=pages, pool=rng.choice((0, 5, 5)), skus=skus, leads=leads)


def _merged(pages: dict[OrderNo, Page]) -> dict[OrderNo, OrderNo]:
    """The first two orders under one waybill; an item is the same item in both."""
    first, second = list(pages)[:2]
    goods = {line.sku: line for line in pages[first].order.lines}
    other = pages.pop(second).order
    lines = tuple(replace(goods.get(line.sku, line), quantity=line.quantity, kind=line.kind) for line in other.lines)
    pages[first].order = as_one([pages[first].order, replace(other, lines=lines)])
    return {second: first}


def _sorted(rng: Random, order: Order) -> tuple[BroughtUnits, ...]:
    """A cell: full, or with units missing; each unit that has a code scanned into it."""
    share = rng.choice((0.5, 1.0, 1.0))
    return tuple(
        BroughtUnits(
            line=at, units=1, code=line.barcodes[0].code, witness=Witness.WALL, place="7", by="p-7", at_us=1,
            serial=f"W{order.number}-{at}-{unit}" if line.captures else None,
        )
        for at, line in enumerate(order.lines)
        if line.barcodes
        for unit in range(line.quantity)
        if rng.random() < share
    )  # fmt: skip


def _order(rng: Random, number: OrderNo) -> Order:
    if rng.random() < 0.3:
        line = replace(_line(rng, rng.randrange(len(EANS))), quantity=1, kind=LineKind.GOODS)
        return Order(number=number, platform="generic", shop="demo", lines=(line,), service=ServiceId("yto"))
    indexes = rng.sample(range(len(EANS)), rng.randint(1, 3))
    lines = [_line(rng, index) for index in indexes]
    if rng.random() < 0.2:
        lines.append(OrderLine(sku=Sku("BOLT"), quantity=1, kind=LineKind.BY_HAND, weight_mg=30_000))
    if rng.random() < 0.2:
        lines.append(OrderLine(sku=Sku("VOUCHER"), quantity=1, kind=LineKind.VIRTUAL))
    return Order(
        number=number,
        platform="generic",
        shop="demo",
        lines=tuple(lines),
        buyer_message=rng.choice(("", "", "轻放 please")),
        gift=rng.random() < 0.2,
        buyer_service=rng.choice(("", "sf")),
        service=rng.choice((None, BY_HAND, BY_HAND, *[ServiceId("yto")] * 7)),
    )


def _line(rng: Random, index: int) -> OrderLine:
    kind = LineKind.GIFT if rng.random() < 0.1 else LineKind.GOODS
    carton = Barcode(code=f"CARTON-{index}", units=CARTON_UNITS)
    return OrderLine(
        sku=Sku(f"SKU-{index}"),
        quantity=rng.randint(1, 4),
        name=f"item {index}",
        kind=kind,
        barcodes=(Barcode(code=EANS[index]), carton),
        weight_mg=None if rng.random() < 0.1 else 50_000 + 60_000 * index,
        captures=(Capture.SERIAL,) if rng.random() < 0.1 else (),
    )
