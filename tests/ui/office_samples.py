"""The office's orders and one parcel's story in the states that must show well. Invented people only."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtGui import QImage

from station.office.house_names import HouseNames
from station.office.listing import Read
from station.office.orders_page import OrdersPage
from station.office.parcel_page import Parcel
from station.orders.parcel_history import Happened, History, Sealed
from station.packing.model import Order, OrderNo, Recipient
from station.ui.office import parcel_words
from station.ui.office.orders import HeldBy, OrderView
from station.ui.office.screen import OfficeScreen
from station.ui.words import named
from tests.ui.office_desk import AWAY, DAMAGED, HOUR, NOW, Sample


def order(at: int, **values: Any) -> OrderView:
    plain: dict[str, Any] = {
        "order": f"SO-20261121-{at:04}", "state": "ready", "name": "张**", "place": "CN", "shop": "demo",
        "service": "yto", "waybill": "", "bench": "", "due_us": NOW + at % 60 * HOUR, "lines": 2,
        "units": at % 9 + 1, "gift": False, "expedited": False,
    }  # fmt: skip
    return OrderView(**plain | values)


HELD = order(
    1, state="held", gift=True, waybill="YT7630118422907", bench="B07", due_us=NOW - HOUR, units=1_240,
    holds=(
        HeldBy(reason="by_supervisor", detail="买家要求等一等 The buyer asks to wait", since_us=NOW - HOUR),
        HeldBy(reason="dispute", detail="", since_us=NOW - 2 * HOUR),
    ),
)  # fmt: skip
ROWS = (HELD, *(order(at) for at in range(2, 30)))
MILLION = 1_000_000
NAMES = HouseNames(carriers={"yto": named("圆通速递", "YTO Express")}, shops={"demo": "样例小店"})


def _orders(rows: tuple[OrderView, ...] = ROWS, **values: Any) -> Sample:
    return Sample(OrdersPage).answer("names", NAMES).answer("orders", Read(total=len(rows), rows=rows, **values))


def _asked() -> Sample:
    return _orders().press("hold").type("", enter=True)


def _million() -> Sample:
    """In the middle; the next page is still being read."""
    listed = Sample(OrdersPage).answer("names", NAMES).answer("orders", Read(total=MILLION, rows=ROWS))
    listed.page.acts.clicked(500_094)
    page = [order(at) for at in range(500_000, 500_100)]
    return listed.answer("orders", Read(total=MILLION, rows=page))


def orders() -> dict[str, OfficeScreen]:
    away = _orders().press("again").fail("orders", AWAY, away=True)
    held = _asked().type("3", enter=True)
    refused = _asked().type("3", enter=True).fail(
        "act", "order SO-20261121-0001 is held by its platform: dispute. Import a newer order file that says otherwise."
    )  # fmt: skip
    made = {
        "orders": _orders(),
        "loading": Sample(OrdersPage),
        "first day": _orders((), nothing=True),
        "none left": _orders(()),
        "nothing found": _orders().type("no such order").answer("orders", Read(total=0, rows=())),
        "offline": away,
        "offline from the start": Sample(OrdersPage).fail("orders", AWAY, away=True),
        "error": Sample(OrdersPage).fail("orders", DAMAGED),
        "a million": _million(),
        "a hold is asked for": _asked(),
        "done": held.answer("act", None),
        "not done": refused,
    }
    return {name: sample.screen for name, sample in made.items()}


STORY = (
    Happened(at_us=NOW - 30 * HOUR, what="held", by="客服", reason="by_supervisor", facts={"note": "地址"}),
    Happened(at_us=NOW - 29 * HOUR, what="released", by="客服 1"),
    Happened(at_us=NOW - HOUR, what="OrderOpened", by="P007", bench="B07"),
    Happened(at_us=NOW - HOUR + 1_000_000, what="ScanRefused", reason="not_in_order", by="P007", bench="B07",
             facts={"sku": "MUG-450"}),
    Happened(at_us=NOW - HOUR + 9_000_000, what="ItemPacked", units=2, by="P007", bench="B07",
             facts={"sku": "MUG-330", "lot": "L20261101"}),
    Happened(at_us=NOW - HOUR + 20_000_000, what="PhotoTaken", seq=7, by="P007", bench="B07"),
    Happened(at_us=NOW - HOUR + 40_000_000, what="ParcelWeighed", by="P007", bench="B07",
             facts={"weight_mg": 1_466_000, "low_mg": 1_430_000, "high_mg": 1_502_000}),
    Happened(at_us=NOW, what="ParcelSealed", by="P007", bench="B07", facts={"weight_mg": 1_466_000}),
    Happened(at_us=NOW + HOUR, what="carrier", reason="damaged", facts={"place": "杭州转运中心"}),
)  # fmt: skip
SEALED = Sealed(
    waybill="YT7630118422907", bench="B02", packer="P007", sealed_us=NOW, weight_mg=1_466_000, units=2
)  # fmt: skip
BUYER = Recipient(
    name="张示例", phone="13800000007", province="浙江省", city="杭州市", district="样本区", street="虚构路 1 号"
)  # fmt: skip
PARCEL = Parcel(
    history=History(order=HELD.order, happened=STORY, parcels=(SEALED,)),
    order=Order(number=OrderNo(HELD.order), platform="", shop="demo", lines=(), recipient=BUYER),
    names={"P007": "林晓"},
)
LONG = tuple(replace(STORY[4], at_us=NOW + at * 1_000_000) for at in range(2_000))


def photo() -> QImage:
    image = QImage(300, 200, QImage.Format.Format_RGB888)
    image.fill(0x667788)
    return image


def _parcel() -> Sample:
    asked = _orders()
    asked.page.show_parcel(HELD.order)
    return asked


def _told(parcel: Parcel | None = PARCEL) -> Sample:
    return _parcel().answer("parcel", parcel)


def parcel() -> dict[str, OfficeScreen]:
    begun = replace(PARCEL, history=replace(PARCEL.history, happened=(), parcels=()))
    many = replace(PARCEL, history=replace(PARCEL.history, happened=LONG, more=True))
    reported = _told()
    reported.page._parcel._waiting = parcel_words.PDF_MAKING
    made = {
        "parcel": _told().answer("pictures", (HELD.order, {7: photo()})),
        "loading": _parcel(),
        "not begun": _told(begun),
        "offline": _told().press("again").fail("parcel", AWAY, away=True),
        "offline from the start": _parcel().fail("parcel", AWAY, away=True),
        "no such order": _told(None),
        "two thousand entries": _told(many).press("page_down", "page_down"),
        "report on its way": reported,
        "why in full": _told().press("badge"),
        "why a report": _told().press("papers"),
    }
    return {name: sample.screen for name, sample in made.items()}
