"""The faked order book of the simulation: what it knows is the truth, what it answers may be late or lost."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from random import Random

from station.packing.effects import AskHolds
from station.packing.inputs import Found, HoldsReply, Known, KnownAs, OrderAlarm, OrderReply
from station.packing.model import (
    Barcode,
    Capture,
    Hold,
    HoldReason,
    LineKind,
    Order,
    OrderLine,
    OrderNo,
    ServiceId,
    Sku,
    Waybill,
)

EANS = ("4006381333931", "6901234567892", "5012345678900", "8710447299654")
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
    waybill: Waybill | None = None


@dataclass(slots=True)
class Book:
    pages: dict[OrderNo, Page]
    pool: int = 0  # numbers left
    issued: int = 0
    reachable: bool = True
    skus: dict[str, Sku] = field(default_factory=dict)

    def claim(self, code: str, now_us: int) -> OrderReply:
        page = self.pages.get(OrderNo(code))
        if not self.reachable:
            return OrderReply(code=code, found=Found.UNREACHABLE)
        if page is None:
            return OrderReply(code=code, found=Found.UNKNOWN)
        if page.sealed or page.cancelled:
            return OrderReply(code=code, found=Found.SHIPPED if page.sealed else Found.CANCELLED)
        order = replace(
            page.order, revision=page.revision, waybill=page.waybill, known_us=now_us, holds=_holds(page, now_us)
        )
        if page.held:
            return OrderReply(code=code, found=Found.HELD, order=order)
        page.fence += 1
        return OrderReply(code=code, found=Found.CLAIMED, order=order, fence=page.fence)

    def holds(self, ask: AskHolds, now_us: int) -> HoldsReply:
        page = self.pages[ask.order]
        if not self.reachable:
            return HoldsReply(order=ask.order, reached=False)
        if ask.needs_waybill and page.waybill is None and self.pool:
            self.pool -= 1
            self.issued += 1
            page.waybill = Waybill(f"YT{self.issued:013d}")
        return HoldsReply(
            order=ask.order, reached=True, holds=_holds(page, now_us), revision=page.revision, fence=page.fence,
            cancelled=page.cancelled, waybill=page.waybill, service=page.order.service,
        )  # fmt: skip

    def alarm(self, number: OrderNo, now_us: int) -> OrderAlarm:
        page = self.pages[number]
        return OrderAlarm(
            order=number, holds=_holds(page, now_us), cancelled=page.cancelled, revision=page.revision, fence=page.fence
        )

    def known(self, text: str) -> Known | None:
        """What a bench's copy of the book says of a code."""
        if OrderNo(text) in self.pages:
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
            case 2:
                page.fence += 1
            case _:
                page.held = not page.held
        return number


def _holds(page: Page, now_us: int) -> tuple[Hold, ...]:
    return (Hold(reason=HoldReason.BY_SUPERVISOR, since_us=now_us),) if page.held else ()


def make_book(rng: Random) -> Book:
    """A few orders with everything lines can be: cartons, gifts, hand-confirmed and virtual lines, unknown weights."""
    pages = {}
    for number in range(ORDERS):
        order = _order(rng, OrderNo(f"SO-{1000 + number}"))
        waybill = Waybill(f"SF{number:012d}") if rng.random() < 0.5 else None
        pages[order.number] = Page(order=order, waybill=waybill)
    skus = {code: Sku(f"SKU-{index}") for index, code in enumerate(EANS)}
    return Book(pages=pages, pool=rng.choice((0, 5, 5)), skus=skus)


def _order(rng: Random, number: OrderNo) -> Order:
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
        service=ServiceId("yto") if rng.random() < 0.9 else None,
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
