"""Dispute figures on both databases: rates by shop and month, reasons by packing, money, nobody named unasked."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from math import comb

import pytest
from sqlalchemy import insert, update

from station.errors import Trouble
from station.orders.dispute_kinds import DisputeKind
from station.orders.disputes import Notice, Outcome, close, open_dispute
from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.orders.tables import events, parcels
from station.reports import dispute_sheet
from station.reports.dispute_figures import DisputeFigures, FigureRow, binomial_tail, dispute_figures
from station.reports.dispute_packing import Group
from station.ui.dispute_words import KINDS, OUTCOMES
from tests.orders.parcels_made import put_sealed
from tests.orders.recorded import T0

CHINA = timezone(timedelta(hours=8))


def _us(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=CHINA).timestamp()) * 1_000_000


MARCH = (_us("2026-03-01"), _us("2026-04-01"))
NOW = _us("2026-04-02")


def _put(book: OrderBook, number: str, carton: str, sealed: str = "2026-03-10", **values: str) -> None:
    """A sealed order, packed into this carton; its fragile goods' material was acknowledged in carton S."""
    put_sealed(book, number, f"YT{number}", **values)  # type: ignore[arg-type]
    pubs = [("OrderOpened", {"carton": "L"}), ("CartonChosen", {"carton": carton})]
    pubs += [("PromptAnswered", {"prompt": "material-fragile", "value": "ok"})] if carton == "S" else []
    with writing(book.engine) as connection:
        connection.execute(update(parcels).where(parcels.c.order_no == number).values(sealed_us=_us(sealed)))
        for at, (kind, pub) in enumerate(pubs):
            row = {"bench": number, "epoch": 1, "seq": at, "kind": kind, "wall_us": T0 + at, "packer": "P001"}
            header = json.dumps({"pub": pub})
            connection.execute(insert(events).values(row | {"order_no": number, "header": header}))


def _dispute(book: OrderBook, number: str, kind: DisputeKind, at: str = "2026-03-15", amount: int | None = None) -> int:
    currency = "USD" if amount else ""
    notice = Notice(order=number, kind=kind, start_us=_us(at), amount=amount, currency=currency)
    return open_dispute(book, notice, who="客服 1", now_us=NOW)


def _figures(book: OrderBook, period: tuple[int, int] = MARCH, *, packers: bool = False) -> DisputeFigures:
    return dispute_figures(
        book,
        from_us=period[0],
        to_us=period[1],
        utc_offset_minutes=480,
        carrier_of={"yto": "yto", "epacket": "china-post"},
        packers=packers,
    )


def _row(figures: DisputeFigures, group: Group, value: str) -> FigureRow:
    return next(row for row in figures.rows if (row.group, row.value) == (group, value))


@pytest.fixture
def packed(book: OrderBook) -> OrderBook:
    """Ten parcels in March, four in carton S; of those three are damaged and lost, one in M is short and won."""
    for at in range(10):
        _put(book, f"SO-{at}", "S" if at < 4 else "M", service="epacket" if at == 9 else "yto")
    for at in range(3):
        dispute = _dispute(book, f"SO-{at}", DisputeKind.DAMAGED, amount=1000)
        close(book, dispute, Outcome.LOST, who="客服 1", now_us=NOW, paid_back=900)
    _dispute(book, "SO-5", DisputeKind.DAMAGED)
    close(book, _dispute(book, "SO-9", DisputeKind.SHORT_OR_WRONG), Outcome.WON, who="客服 1", now_us=NOW)
    return book


def test_the_rate_of_a_shop_in_a_month(packed: OrderBook) -> None:
    """Five disputes of ten parcels are half, far over one in a hundred; outcomes and money are counted."""
    row = _row(_figures(packed), Group.SHOP, "demo")
    assert (row.month, row.platform, row.parcels, len(row.disputes)) == ("2026-03", "taobao", 10, 5)
    assert (row.rate_percent, row.over) == (50.0, True)
    assert (row.ended("lost"), row.ended("won"), row.ended(""), row.count("damaged")) == (3, 1, 1, 4)
    assert row.money(lambda each: each.amount) == {"USD": 3000}
    assert row.money(lambda each: each.paid_back) == {"USD": 2700}


def test_months_are_the_shops(book: OrderBook) -> None:
    """A parcel of 1 April, 00:30 in China is April's, though it is still March in UTC; a quiet month has its rate."""
    _put(book, "SO-1", "S", sealed="2026-03-31T23:30")
    _put(book, "SO-2", "S", sealed="2026-04-01T00:30")
    _dispute(book, "SO-1", DisputeKind.DAMAGED, at="2026-04-01T08:00")
    rows = [row for row in _figures(book, (MARCH[0], NOW)).rows if row.group is Group.SHOP]
    assert [(row.month, row.parcels, len(row.disputes)) for row in rows] == [("2026-03", 1, 0), ("2026-04", 1, 1)]


def test_what_the_damaged_have_in_common(book: OrderBook) -> None:
    """Eight of nine damaged lay in carton S, in which twelve of forty lie usually: that is told; carton M is not."""
    for at in range(40):
        _put(book, f"SO-{at}", "S" if at < 12 else "M")
    for at in (*range(8), 39):
        _dispute(book, f"SO-{at}", DisputeKind.DAMAGED)
    figures = _figures(book)
    told = {(found.group, found.value): found for found in figures.findings if found.kind == "damaged"}
    found = told[Group.CARTON, "S"]
    assert (found.having, found.among, found.usual_percent) == (8, 9, 30.0)
    assert (Group.MATERIAL, "fragile") in told
    assert (Group.CARTON, "M") not in told
    assert (Group.SKU, "A") not in told  # every parcel has it
    assert (Group.CARRIER, "yto") not in told  # all go by it
    assert "damaged: 8 of 9 with carton S (usually 30 %)".casefold() in dispute_sheet.text(figures, "en").casefold()
    assert "破损：9 件中 8 件纸箱 S（平常 30 %）" in dispute_sheet.text(figures, "zh")


def test_few_disputes_say_nothing(packed: OrderBook) -> None:
    """Three of four damaged in carton S, usually four of ten, comes of chance once in six: nothing is told."""
    assert _figures(packed).findings == ()
    assert "(usually" not in dispute_sheet.text(_figures(packed), "en")


@pytest.mark.parametrize(("having", "among", "share"), [(3, 4, 0.4), (9, 10, 0.4), (40, 60, 0.3), (7, 200, 0.01)])
def test_the_chance_is_exact(having: int, among: int, share: float) -> None:
    """As many or more, summed term by term."""
    whole = sum(comb(among, n) * share**n * (1 - share) ** (among - n) for n in range(having, among + 1))
    assert binomial_tail(having, among, share) == pytest.approx(whole, rel=1e-9)
    assert binomial_tail(round(among * share) - 1, among, share) == 1.0


def test_carriers_and_services_have_their_parcels(packed: OrderBook) -> None:
    """A service's rate is of its own parcels; a carrier that takes several services has one row."""
    figures = _figures(packed)
    assert (_row(figures, Group.SERVICE, "epacket").parcels, _row(figures, Group.CARRIER, "china-post").parcels) == (
        1,
        1,
    )
    assert _row(figures, Group.SERVICE, "yto").parcels == 9


def test_nobody_is_named_unless_asked(packed: OrderBook) -> None:
    """Packers stand in no row, unless somebody asks for them."""
    assert "P001" not in json.dumps(dispute_sheet.document(_figures(packed)))
    assert len(_row(_figures(packed, packers=True), Group.PACKER, "P001").disputes) == 5


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_form_has_the_same_rows(packed: OrderBook, language: str) -> None:
    """The sheet has a cell for every column, the document a row for every row, the page every group's name."""
    figures = _figures(packed)
    headers, rows = dispute_sheet.sheet(figures, language)
    assert {len(row) for row in rows} == {len(headers)}
    assert len(set(headers)) == len(headers)
    assert len(dispute_sheet.document(figures)["rows"]) == len(rows)  # type: ignore[arg-type]
    page = dispute_sheet.page(figures, language)
    assert page.count("<table") == len({row.group for row in figures.rows})


def test_nothing_at_all(book: OrderBook) -> None:
    """An empty book gives no rows and a sentence; too long a time is refused."""
    assert _figures(book).rows == ()
    assert dispute_sheet.text(_figures(book), "en") == "No dispute and no parcel in that time."
    with pytest.raises(Trouble, match="months"):
        _figures(book, (_us("2001-01-01"), NOW))


def test_every_kind_and_outcome_has_words() -> None:
    """The desk's words cover what the order book knows."""
    assert set(KINDS) == set(DisputeKind)
    assert set(OUTCOMES) == set(Outcome)
