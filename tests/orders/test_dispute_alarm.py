"""Which disputes are an alarm, and what a parcel was expected to weigh."""

from __future__ import annotations

import json

from sqlalchemy import insert

from station.home import Home
from station.orders.deadline_rules import load_deadline_rules
from station.orders.dispute_alarm import HOUR_US, alarm_of
from station.orders.dispute_kinds import DisputeKind
from station.orders.disputes import Notice, Submission, disputes_of, folder_of, open_dispute, submit
from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.orders.tables import events
from station.settings import config_dir
from tests.orders.conftest import put_order
from tests.orders.parcels_made import put_parcel, put_sealed
from tests.orders.recorded import T0

NOW = T0 + 1_000 * HOUR_US


def test_late_and_soon(book: OrderBook, home: Home) -> None:
    """Late ones and those due within a day are told by number; what was submitted, and what has time, is not."""
    for at, hours in enumerate((-5, 23, 25, -9)):
        put_order(book.engine, f"SO-{at}", {"A": 1})
        due_us = NOW + hours * HOUR_US
        notice = Notice(order=f"SO-{at}", kind=DisputeKind.DAMAGED, start_us=T0, given_due_us=due_us)
        open_dispute(book, notice, who="客服 1", now_us=NOW)
    submit(book, 4, Submission(channel="c", name="n", size=1, sha256="0" * 64, at_us=NOW, who="客服 1"))
    found = disputes_of(book, load_deadline_rules(home, config_dir(), now_us=NOW))
    assert alarm_of(found, NOW).sentence == "1 late: 1 (SO-0); 1 due within 24 h: 2 (SO-1)"
    assert alarm_of(found, NOW - 1_000 * HOUR_US).quiet


def test_what_a_parcel_was_expected_to_weigh(book: OrderBook, home: Home) -> None:
    """The last weighing before the parcel's own seal counts, not an earlier one, nor one of a later parcel."""
    put_sealed(book, "SO-1", "YT1")
    for _ in range(9):
        put_parcel(book, "SO-9", "YT9")
    put_parcel(book, "SO-1", "YT2")
    with writing(book.engine) as connection:
        for seq, low_mg, high_mg in ((5, 100, 200), (7, 300, 400), (20, 500, 600)):
            header = json.dumps({"pub": {"low_mg": low_mg, "high_mg": high_mg, "weight_mg": 1}})
            row = {"bench": "B01", "epoch": 1, "seq": seq, "kind": "ParcelWeighed", "wall_us": T0, "packer": "P001"}
            connection.execute(insert(events).values(row | {"order_no": "SO-1", "header": header}))
    dispute = open_dispute(book, Notice(order="SO-1", kind=DisputeKind.DAMAGED, start_us=T0), who="客服 1", now_us=NOW)
    folder = folder_of(book, dispute, load_deadline_rules(home, config_dir(), now_us=NOW))
    assert [parcel.expected_mg for parcel in folder.parcels] == [None, (300, 400)]
