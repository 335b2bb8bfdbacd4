"""Entries that benches owe of a closed handover, on SQLite and PostgreSQL."""

from __future__ import annotations

from dataclasses import replace

import pytest

from station.errors import Trouble
from station.orders.engine import reading, writing
from station.orders.handover import Handover, close, look, open_handover
from station.orders.handover_papers import PDF, PNG, Paper, PaperRole, Papers, papers_of
from station.orders.handover_scan import scan
from station.orders.handover_tables import handover_papers
from station.orders.orderbook import OrderBook
from station.orders.owing import owed_by_bench, owed_handover, took
from tests.orders.parcels_made import YTO, put_sealed, state
from tests.orders.recorded import T0

SHEET = Paper(role=PaperRole.SHEET, mime=PDF, data=b"%PDF-1.4 sheet", at_us=T0)
HAND = Paper(role=PaperRole.SIGNATURE, mime=PNG, data=b"\x89PNG hand", at_us=T0)


def _scanned(book: OrderBook, *codes: str) -> Handover:
    handover = open_handover(book, YTO, who="P007", driver="张师傅", now_us=T0).id
    for code in codes:
        assert scan(book, handover, code, who="P007", now_us=T0).why is None
    return look(book, handover)


def _closed(book: OrderBook, *codes: str, papers: Papers | None = None) -> int:
    told = _scanned(book, *codes)
    close(book, told.id, {}, who="P008", papers=papers or Papers(), now_us=T0 + 1)
    return told.id


def test_each_bench_owes_its_own_parcels(book: OrderBook) -> None:
    """A closed handover is owed by every bench that sealed a parcel of it: its parcels, and the close itself."""
    put_sealed(book, "SO-1", "YT1")
    put_sealed(book, "SO-2", "YT2", bench="B02")
    assert owed_handover(book, "B01", limit=8) is None
    number = _closed(book, "YT1", "YT2")
    owed = owed_handover(book, "B02", limit=8)
    assert owed is not None
    assert (owed.handover.id, owed.handover.driver, owed.closes) == (number, "张师傅", True)
    assert [(each.order, each.waybill, each.scanned_by) for each in owed.parcels] == [("SO-2", "YT2", "P007")]
    assert owed_by_bench(book, number) == {"B01": 2, "B02": 2}
    assert owed_handover(book, "B03", limit=8) is None


def test_an_open_one_is_owed_by_nobody(book: OrderBook) -> None:
    """A parcel that can still be taken out again is no fact yet."""
    put_sealed(book, "SO-1", "YT1")
    _scanned(book, "YT1")
    assert owed_handover(book, "B01", limit=8) is None


def test_taken_entries_are_owed_no_more(book: OrderBook) -> None:
    """Each entry the relay brings is crossed off; the next handover is told when the first is through."""
    put_sealed(book, "SO-1", "YT1")
    first = _closed(book, "YT1")
    put_sealed(book, "SO-2", "YT2")
    second = _closed(book, "YT2")
    for order_no, waybill in (("SO-1", "YT1"), (None, None)):
        owed = owed_handover(book, "B01", limit=8)
        assert owed is not None
        assert owed.handover.id == first
        with writing(book.engine) as connection:
            took(connection, bench="B01", handover_id=first, order_no=order_no, waybill=waybill)
    owed = owed_handover(book, "B01", limit=8)
    assert owed is not None
    assert owed.handover.id == second


def test_an_erased_waybill_still_crosses_off(book: OrderBook) -> None:
    """An entry whose waybill was erased is known by its order."""
    put_sealed(book, "SO-1", "YT1")
    number = _closed(book, "YT1")
    with writing(book.engine) as connection:
        took(connection, bench="B01", handover_id=number, order_no="SO-1", waybill=None)
    assert owed_by_bench(book, number) == {"B01": 1}


def test_papers_are_kept_as_they_came(book: OrderBook) -> None:
    """Sheet and signature come out of the book byte for byte, with their hashes."""
    put_sealed(book, "SO-1", "YT1")
    drawn = frozenset({("SO-1", "YT1")})
    number = _closed(book, "YT1", papers=Papers(kept=(HAND, SHEET), drawn=drawn))
    assert papers_of(book, number) == (SHEET, HAND)
    with reading(book.engine) as connection:
        row = connection.execute(handover_papers.select().where(handover_papers.c.role == "signature")).one()
    assert (row.sha256, row.size, row.mime) == (HAND.sha256, len(HAND.data), PNG)


def test_a_sheet_of_other_parcels_closes_nothing(book: OrderBook) -> None:
    """A parcel that was scanned while the sheet was drawn stops the close: what is signed is what goes."""
    put_sealed(book, "SO-1", "YT1")
    put_sealed(book, "SO-2", "YT2")
    told = _scanned(book, "YT1", "YT2")
    papers = Papers(kept=(replace(SHEET, at_us=T0),), drawn=frozenset({("SO-1", "YT1")}))
    with pytest.raises(Trouble, match="a parcel was scanned while the sheet was made"):
        close(book, told.id, {}, who="P008", papers=papers, now_us=T0)
    assert look(book, told.id).closed_us is None
    assert state(book, "SO-1") == "sealed"
    assert papers_of(book, told.id) == ()
