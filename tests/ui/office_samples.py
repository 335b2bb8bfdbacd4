"""The office's pages in the states that must show well, for the tests that walk all views. Invented people only."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta, timezone
from typing import Any

from PySide6.QtGui import QImage

from station.office.quiet_pages import HelpPage
from station.ui.ground import DRAWN_FOR
from station.ui.letters import Letters
from station.ui.look import Look
from station.ui.office import forms, importing, orders, orders_words, settings
from station.ui.office import labels_words as labelled
from station.ui.office import words as said
from station.ui.office.forms import Question
from station.ui.office.importing import ColumnView, DoneView, FaultView, FileView, PastView
from station.ui.office.orders import HeldBy, OrderView
from station.ui.office.parcel import ParcelView, screen_of
from station.ui.office.screen import (
    Cell,
    Column,
    FieldView,
    Heading,
    OfficeScreen,
    Page,
    PaneView,
    Picture,
    Pictures,
    Said,
    TableView,
)
from station.ui.office.settings import SettingView, Source
from station.ui.pictures import Pictures as Goods
from station.ui.screen import Verdict
from station.ui.theme import LIGHT
from station.ui.type import Grid
from station.ui.widgets.commands import keyed
from station.ui.words import same

SHANGHAI = timezone(timedelta(hours=8))
NOW = 1_795_000_000_000_000
HOUR = 3_600_000_000


def look() -> Look:
    grid = Grid(DRAWN_FOR.width(), DRAWN_FOR.height())
    return Look(palette=LIGHT, grid=grid, language="zh", letters=Letters(), pictures=Goods(()), zone=SHANGHAI)


def order(at: int, **values: Any) -> OrderView:
    plain: dict[str, Any] = {
        "order": f"SO-20261121-{at:04}", "state": "ready", "name": "张**", "place": "CN", "shop": "demo",

        "service": "yto", "waybill": "", "bench": "", "due_us": NOW + at * HOUR, "lines": 2,
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


def _orders(rows: tuple[OrderView | None, ...] = ROWS, **values: Any) -> OfficeScreen:
    total = values.pop("total", len(rows))
    first, cursor = values.pop("first", 0), values.pop("cursor", 0)
    nothing, search = values.pop("nothing", False), values.pop("search", "")
    waiting = values.pop("reading", False)
    table = orders.table(
        rows[:9], NOW, first=first, total=total, cursor=cursor, search=search, state="ready", waiting=waiting,
        nothing_at_all=nothing,
    )  # fmt: skip
    chosen = rows[0] if rows else None
    beside = PaneView(name=orders_words.ORDER, blocks=tuple(orders.pane(chosen, look()))) if chosen else None
    screen = OfficeScreen(
        page=Page.ORDERS,
        title=said.PAGES["orders"],
        summary=orders.summary("ready", total, search),
        field=FieldView(asks=orders_words.SEARCH, typed=search),
        left=table,
        right=beside,
        commands=(
            keyed("note", orders_words.STORY_KEY, "F3"), keyed("hold", orders_words.HOLD_KEY, "F2"),
            keyed("yes", orders_words.RELEASE_KEY, "F4"), keyed("split", orders_words.FILTER_KEY, "F6"),
            keyed("retry", said.AGAIN_KEY, "F5"),
        ),
        hint=said.LIST_KEYS,
    )  # fmt: skip
    return replace(screen, **values)


def _form() -> OfficeScreen:
    hold = Question(
        words=orders_words.HOLD_WHY, hint=orders_words.HOLD_HINT, choices=orders_words.HOLD_REASONS, free=True,
        wrong=forms.needed,
    )  # fmt: skip
    form = forms.answered(forms.asking("hold", orders_words.HOLD, (hold,), about=HELD.order), "")
    commands = (keyed("back", said.BACK_KEY, "Esc"),)
    return _orders(field=forms.line_of(form), right=forms.pane_of(form), commands=commands)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    at_us: int
    what: str
    by: str = "P007"
    bench: str = "B07"
    seq: int | None = None
    reason: str = ""
    units: int = 0
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    waybill: str = "YT7630118422907"
    bench: str = "B07"
    packer: str = "P007"
    sealed_us: int = NOW
    weight_mg: int | None = 1_466_000


STORY = (
    Happened(at_us=NOW - 30 * HOUR, what="held", by="客服", bench="", reason="by_supervisor", facts={"note": "地址"}),
    Happened(at_us=NOW - 29 * HOUR, what="released", by="客服 1", bench=""),
    Happened(at_us=NOW - HOUR, what="OrderOpened"),
    Happened(at_us=NOW - HOUR + 1_000_000, what="ScanRefused", reason="not_in_order", facts={"sku": "MUG-450"}),
    Happened(at_us=NOW - HOUR + 9_000_000, what="ItemPacked", units=2, facts={"sku": "MUG-330", "lot": "L20261101"}),
    Happened(at_us=NOW - HOUR + 20_000_000, what="PhotoTaken", seq=7),
    Happened(at_us=NOW - HOUR + 40_000_000, what="ParcelWeighed",
             facts={"weight_mg": 1_466_000, "low_mg": 1_430_000, "high_mg": 1_502_000}),
    Happened(at_us=NOW, what="ParcelSealed", facts={"weight_mg": 1_466_000}),
    Happened(at_us=NOW + HOUR, what="carrier", reason="damaged", by="", bench="", facts={"place": "杭州转运中心"}),
)  # fmt: skip


def _photo() -> QImage:
    image = QImage(300, 200, QImage.Format.Format_RGB888)
    image.fill(0x667788)
    return image


def _parcel(**values: Any) -> OfficeScreen:
    plain: dict[str, Any] = {
        "order": HELD.order, "happened": STORY, "parcels": (Sealed(),), "more": False, "personal": False, "there": True,
        "recipient": ("张**", "138******07", "CN 浙江省 杭州市 ***"), "names": {"P007": "林晓"},
        "pictures": {7: _photo()}, "elsewhere": ("B02",),
    }  # fmt: skip
    view = ParcelView(**plain | values)
    return screen_of(view, look(), page=Page.ORDERS, path=(said.PAGES["orders"],), top=0)


FAULTS = (
    FaultView(row=3, column="数量", message="the quantity must be a whole number from 1 to 100000, not 'x'"),
    FaultView(row=118, column="", message="order SO-20261121-0400 stands in this file with different content"),
)
FILE = FileView(
    name="十一月订单-最终版(2).csv", size=312_000, kind="GB18030", source="generic", rows=12_408,
    columns=(
        ColumnView(header="单据编号", meaning="order", samples=("A-1001", "A-1002")),
        ColumnView(header="货", meaning="sku", samples=("MUG-330", "TRAY-30")),
        ColumnView(header="Menge (Stück, ohne Ersatzteile und Beilagen)", meaning="quantity", samples=("2", "x")),
        ColumnView(header="备用", meaning="", samples=()),
    ),
    lacking=(), checked=20, faults=FAULTS, teachable=True,
)  # fmt: skip
PLACE = {"first": 0, "cursor": 0, "room": 9}


def _import(left: TableView, right: PaneView | None, **values: Any) -> OfficeScreen:
    return OfficeScreen(page=Page.IMPORT, title=same(FILE.name), path=(said.PAGES["import"],), left=left, right=right,
                        share=0.6, hint=said.LIST_KEYS, **values)  # fmt: skip


def _imports() -> dict[str, OfficeScreen]:
    unknown = replace(FILE, source="", lacking=("order", "quantity"), faults=())
    done = DoneView(name=FILE.name, tried=False, counts=((orders_words.ORDER, 12_406),), faults=FAULTS)
    past = (PastView(file="订单 1121.xlsx", at="11-21 09:30", who="P003", orders=2_131, new=2_131, refused=2),)
    headline, detail = importing.verdict(done)
    name = said.PAGES["import"]
    return {
        "imports": _import(importing.past_table(past, **PLACE, waiting=False), None),
        "no import yet": _import(importing.past_table((), **PLACE, waiting=False), None),
        "columns": _import(
            importing.columns_table(FILE, **PLACE), PaneView(name=name, blocks=tuple(importing.file_pane(FILE)))
        ),
        "columns to teach": _import(
            importing.columns_table(unknown, **PLACE), PaneView(name=name, blocks=tuple(importing.file_pane(unknown)))
        ),
        "imported": _import(
            importing.faults_table(done, **PLACE),
            PaneView(name=name, blocks=tuple(importing.done_pane(done, 0))),
            said=Said(verdict=Verdict.ATTENTION, headline=headline, detail=detail),
        ),
    }


SETTINGS = (
    SettingView(
        key="packing.holds_deadline_ms", value="1500", default="1500", source=Source.DEFAULT, where="config/bench.toml",
        meaning="Before a label prints, holds are asked again. When the order book does not answer within "
        "holds_deadline_ms, knowledge younger than holds_max_age_s is enough; older refuses (holds_unknown).",
        takes="a whole number from 100 to 60000", editable=True,
    ),
    SettingView(
        key="bench.orderbook", value='"postgresql+psycopg://bench@192.0.2.7/sealbench?application_name=office"',
        default='"sqlite:///orders.db"', source=Source.HOME, where="bench.toml:14", meaning="The order book.",
        takes="text of at most 500 characters", editable=True,
    ),
    SettingView(
        key="languages.P007", value='"en"', default="", source=Source.PERSON, where="林晓, languages.json", meaning="",
        takes="", editable=False,
    ),
)  # fmt: skip


def _settings(cursor: int, **values: Any) -> OfficeScreen:
    return OfficeScreen(
        page=Page.SETTINGS, title=said.PAGES["settings"], summary=settings.summary(SETTINGS),
        left=settings.table(SETTINGS, first=0, cursor=cursor, room=9, waiting=False),
        right=PaneView(name=said.PAGES["settings"], blocks=tuple(settings.pane(SETTINGS[cursor]))), share=0.6,
        field=FieldView(asks=said.FIND_KEY), hint=said.LIST_KEYS, **values,
    )  # fmt: skip


def _labels() -> OfficeScreen:
    several = tuple(
        Picture(key=f"label {dpi}", caption=labelled.DOTS.filled(dpi=dpi, wide=4 * dpi, high=6 * dpi), image=_photo(),
                paper=True)
        for dpi in (203, 300)
    )  # fmt: skip
    rows = tuple((Cell(words=same(name), code=True, bold=True), Cell(words=same("100 × 150"))) for name in (
        "waybill-100x150", "waybill-intl-100x150-continued"))  # fmt: skip
    table = TableView(
        name=labelled.TEMPLATE,
        columns=(Column(head=labelled.TEMPLATE, share=0.6), Column(head=labelled.SIZE, share=0.25, right=True)),
        rows=rows, total=2,
    )  # fmt: skip
    blocks = (Heading(words=labelled.SAMPLES["worst-case"], after=labelled.USES["waybill at home"]),
              Pictures(several=several))  # fmt: skip
    return OfficeScreen(page=Page.LABELS, title=said.PAGES["labels"], left=table, share=0.36, hint=said.LIST_KEYS,
                        right=PaneView(name=labelled.TEMPLATE, blocks=blocks))  # fmt: skip


def _help(page: Page) -> OfficeScreen:
    made = HelpPage(None)
    made.about = page
    return made.screen()


def screens() -> dict[str, OfficeScreen]:
    trouble = Said(
        verdict=Verdict.ATTENTION, headline=said.NOT_DONE,
        detail=same("order SO-1 is held by its platform: dispute. Import a newer order file that says otherwise."),
    )  # fmt: skip
    million = tuple(order(at) for at in range(500_000, 500_009))
    return {
        "orders": _orders(),
        "first day": _orders((), nothing=True),
        "loading": _orders((), reading=True),
        "nothing found": _orders((), search="no such order"),
        "offline": _orders(offline=said.OFFLINE),
        "error": _orders(said=trouble),
        "done": _orders(said=Said(verdict=Verdict.OK, headline=orders_words.HELD_NOW, detail=same(HELD.order))),
        "a million": _orders((*million[:6], None, None, None), first=500_000, cursor=500_003, total=1_000_000),
        "a hold is asked for": _form(),
        "parcel": _parcel(),
        "parcel not begun": _parcel(happened=(), parcels=(), pictures={}, elsewhere=()),
        **_imports(),
        "settings": _settings(0),
        "a setting of this home": _settings(1),
        "a person's setting": _settings(2),
        "labels": _labels(),
        **{f"help of {page}": _help(page) for page in (Page.ORDERS, Page.IMPORT)},
    }
