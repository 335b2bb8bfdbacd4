"""What happened to a parcel, put together by time from benches, office, handover and carrier."""

from __future__ import annotations

from sqlalchemy import insert

from station.orders.dispute_tables import carrier_news
from station.orders.engine import writing
from station.orders.handover_tables import handover_parcels, handovers
from station.orders.orderbook import OrderBook
from station.orders.parcel_history import CARRIER, ENTRIES_MAX, HANDED_OVER, history_of
from station.orders.tables import events
from station.packing.model import HoldReason
from tests.orders.conftest import put_order
from tests.orders.parcels_made import put_sealed
from tests.orders.recorded import T0


def _event(seq: int, kind: str, at_us: int, pub: str = "{}") -> dict[str, object]:
    return {
        "bench": "B01", "epoch": 1, "seq": seq, "kind": kind, "wall_us": at_us, "packer": "P001", "order_no": "SO-1",
        "reason": "", "units": 1, "header": f'{{"v":1,"pub":{pub}}}',
    }  # fmt: skip


def test_one_list_by_time(book: OrderBook) -> None:
    """Scans with their facts, holds with their words, the handover and the carrier's news; noise is left out."""
    put_sealed(book, "SO-1", "YT1")
    book.hold("SO-1", HoldReason.BY_SUPERVISOR, now_us=T0 - 50, detail="address", who="P002")
    with writing(book.engine) as connection:
        connection.execute(insert(events), [
            _event(1, "ItemPacked", T0 - 20, '{"sku":"A","units":1}'), _event(2, "DeviceChanged", T0 - 15),
            _event(3, "ParcelSealed", T0),
        ])  # fmt: skip
        opened = {"id": 1, "carrier": "yto", "services": "yto", "opened_us": T0, "opened_by": "P002"}
        connection.execute(insert(handovers).values(opened))
        over = {"order_no": "SO-1", "waybill": "YT1", "handover_id": 1, "bench": "B01", "scanned_us": T0 + 10}
        connection.execute(insert(handover_parcels).values(over | {"scanned_by": "P002"}))
        news = {"waybill": "YT1", "at_us": T0 + 20, "what": "delivered", "place": "杭州"}
        connection.execute(insert(carrier_news).values(news))
    found = history_of(book, "SO-1")
    assert found is not None
    told = [each.what for each in found.happened]
    assert told == ["held", "ItemPacked", "ParcelSealed", HANDED_OVER, CARRIER]
    assert (found.happened[1].facts["sku"], found.happened[1].by) == ("A", "P001")
    assert (found.happened[0].facts["note"], found.happened[4].reason) == ("address", "delivered")
    assert [each.waybill for each in found.parcels] == ["YT1"]
    assert not found.more


def test_the_limit_is_said(book: OrderBook) -> None:
    """Of a parcel with more entries than are shown, the first ones, and that there are more."""
    put_order(book.engine, "SO-1", {"A": 1})
    with writing(book.engine) as connection:
        rows = [_event(seq, "ItemPacked", T0 + seq) for seq in range(ENTRIES_MAX + 5)]
        connection.execute(insert(events), rows)
    found = history_of(book, "SO-1")
    assert found is not None
    assert (len(found.happened), found.more, found.happened[0].seq) == (ENTRIES_MAX, True, 0)
    assert history_of(book, "SO-2") is None
