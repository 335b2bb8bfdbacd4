"""Which buyers are written to, as what, and that each is written to once; on SQLite and PostgreSQL."""

from __future__ import annotations

from sqlalchemy import insert, update

from station.orders.engine import writing
from station.orders.gate_tables import sent_outside
from station.orders.handover import close, open_handover
from station.orders.handover_scan import scan
from station.orders.notice_texts import NoticeTexts, Texts
from station.orders.notices import Notice, gone, mark_written, written
from station.orders.orderbook import OrderBook
from station.orders.tables import orders
from station.packing.model import ServiceId
from station.packing.routing import Service
from tests.orders.conftest import put_order
from tests.orders.parcels_made import YTO, put_sealed
from tests.orders.recorded import T0

TEXT = "{buyer}|{order}|{waybill}|{service}|{days_from}-{days_to}|{track_url}|{signature}"
TEXTS = NoticeTexts(
    languages={
        "en": Texts(language="en", countries=("US",), service_name="en", text=TEXT, by_service={}),
        "zh": Texts(language="zh", countries=("CN",), service_name="zh", text=TEXT, by_service={}),
    },
    fallback="en",
    signatures={"demo": "Demo"},
    fixed={},
    track={"yto": "https://t.example/{waybill}"},
)
SERVICES = {ServiceId("yto"): Service(id=ServiceId("yto"), zh="圆通", en="YTO", words=(), arrival_days=(2, 4))}


def _hand_over(book: OrderBook, *codes: str) -> None:
    handover = open_handover(book, YTO, who="P007", now_us=T0).id
    for code in codes:
        scan(book, handover, code, who="P007", now_us=T0)
    close(book, handover, {}, who="P007", now_us=T0 + 1)


def _written(book: OrderBook) -> tuple[Notice, ...]:
    waiting = [parcel for parcel in gone(book) if parcel.written_us is None]
    return written(waiting, TEXTS, SERVICES, {"second": "二店"})


def test_only_what_has_left(book: OrderBook) -> None:
    """A parcel on the shelf, and one scanned into a handover that is open, are no news (H3)."""
    put_sealed(book, "SO-1", "YT1")
    put_sealed(book, "SO-2", "YT2")
    handover = open_handover(book, YTO, who="P007", now_us=T0).id
    scan(book, handover, "YT1", who="P007", now_us=T0)
    assert gone(book) == ()
    close(book, handover, {"SO-2": "no room"}, who="P007", now_us=T0 + 1)
    assert [(parcel.order, parcel.waybill, parcel.left_us) for parcel in gone(book)] == [("SO-1", "YT1", T0 + 1)]


def test_what_is_written(book: OrderBook) -> None:
    """Each buyer's language, the service's name in it, days, address and signature."""
    put_sealed(book, "SO-1", "YT1", name="张三丰", country="CN")
    put_sealed(book, "SO-2", "YT2", name="Ann", country="US", shop="second")
    _hand_over(book, "YT1", "YT2")
    first, second = _written(book)
    assert (first.language, second.language) == ("zh", "en")
    assert first.text == "张三丰|SO-1|YT1|圆通|2-4|https://t.example/YT1|Demo"
    assert second.text == "Ann|SO-2|YT2|YTO|2-4|https://t.example/YT2|二店"


def test_once(book: OrderBook) -> None:
    """What a file has is not written again by itself, and the newest file is remembered."""
    put_sealed(book, "SO-1", "YT1", name="Ann", country="US")
    _hand_over(book, "YT1")
    made = _written(book)
    mark_written(book, made, file="a.csv", who="P008", now_us=T0 + 5)
    assert _written(book) == ()
    mark_written(book, made, file="b.csv", who="P008", now_us=T0 + 6)
    assert [parcel.written_us for parcel in gone(book)] == [T0 + 6]


def test_parcels_of_one_order_and_cancelled_ones(book: OrderBook) -> None:
    """A part is told by the platform's own number; a cancelled order's buyer is not told that it comes."""
    put_sealed(book, "SO-1", "YT1", name="Ann")
    put_sealed(book, "SO-1#2", "YT2", name="Ann", part_of="SO-1", part=2)
    put_sealed(book, "SO-3", "YT3", name="Bob")
    _hand_over(book, "YT1", "YT2", "YT3")
    with writing(book.engine) as connection:
        connection.execute(update(orders).where(orders.c.number == "SO-3").values(state="cancelled"))
        connection.execute(update(orders).where(orders.c.number == "SO-1").values(state="shipped"))
    assert [(parcel.told_as, parcel.waybill) for parcel in gone(book)] == [("SO-1", "YT1"), ("SO-1", "YT2")]
    assert [parcel.waybill for parcel in gone(book, order="SO-1#2")] == ["YT2"]
    assert gone(book, platform="amazon") == ()


def test_sent_by_a_supplier(book: OrderBook) -> None:
    """A supplier's parcel is told of like one of ours; what needed no sending is not."""
    for number, waybill in (("SO-1", "SUP1"), ("SO-2", "")):
        put_order(book.engine, number, {"A": 1}, state="handed_over", name="Ann")
        row = {"order_no": number, "waybill": waybill, "service": "yto", "fulfilment": "supplier", "sent_us": T0}
        with writing(book.engine) as connection:
            connection.execute(insert(sent_outside).values(**row, recorded_us=T0, recorded_by="P001"))
    assert [(parcel.order, parcel.service) for parcel in gone(book)] == [("SO-1", "yto")]
