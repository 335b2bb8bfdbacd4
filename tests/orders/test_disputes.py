"""The dispute desk on both databases: opened by a notice, answered from records and papers, ended (K1 to K5)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import insert

from station.errors import Trouble
from station.home import Home
from station.orders import handover, handover_scan
from station.orders.cases import cases_of, close_case
from station.orders.deadline_rules import load_deadline_rules
from station.orders.dispute_kinds import RECORDED, DisputeKind, Proof, advice, checklist, complete
from station.orders.dispute_papers import PAPER_MAX, PAPERS_MAX, PaperFile, read_paper
from station.orders.dispute_tables import carrier_news
from station.orders.disputes import (
    Link,
    LinkKind,
    Notice,
    Outcome,
    Submission,
    attach,
    close,
    disputes_of,
    folder_of,
    link,
    open_dispute,
    paper_file,
    submit,
)
from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.packing.deadlines import DeadlineRules
from station.settings import config_dir
from tests.orders.bench_of_book import BenchOfBook
from tests.orders.conftest import put_order
from tests.orders.parcels_made import YTO, put_sealed
from tests.orders.recorded import T0

CHINA = timezone(timedelta(hours=8))
HOUR_US = 3_600_000_000


def _us(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=CHINA).timestamp()) * 1_000_000


def _local(time_us: int | None) -> str:
    return "" if time_us is None else datetime.fromtimestamp(time_us // 1_000_000, CHINA).strftime("%m-%d %H:%M")


FRIDAY = _us("2026-02-13T15:00")  # before Spring Festival
CHAT = PaperFile(name="chat.txt", mime="text/plain", data="买家：少了一件".encode())


@pytest.fixture
def rules(home: Home) -> DeadlineRules:
    return load_deadline_rules(home, config_dir(), now_us=FRIDAY)


def _open(book: OrderBook, order: str, kind: DisputeKind = DisputeKind.NOT_RECEIVED, due_us: int | None = None) -> int:
    notice = Notice(order=order, kind=kind, start_us=FRIDAY, given_due_us=due_us, channel="alipay", reference="R-1")
    return open_dispute(book, notice, who="客服 1", now_us=FRIDAY)


@pytest.mark.parametrize(
    ("kind", "due"),
    [
        (DisputeKind.CHARGEBACK, "02-25 18:00"),
        (DisputeKind.STOLEN_CARD, "02-25 18:00"),
        (DisputeKind.NOT_RECEIVED, "02-15 15:00"),
        (DisputeKind.REFUND_ASKED, "02-15 15:00"),
    ],
)
def test_the_clock(book: OrderBook, rules: DeadlineRules, kind: DisputeKind, due: str) -> None:
    """A bank gives three working days, over the festival and its make-up days; others the shortest time known."""
    put_order(book.engine, "SO-1", {"A": 1})
    dispute = _open(book, "SO-1", kind)
    (found,) = disputes_of(book, rules)
    assert (found.id, found.kind, _local(found.case.due_us)) == (dispute, kind, due)


def test_the_notice_s_own_time_goes_first(book: OrderBook, rules: DeadlineRules) -> None:
    """A time that the notice names is the deadline, and says so; the list has the least time left first."""
    for number in ("SO-1", "SO-2"):
        put_order(book.engine, number, {"A": 1})
    late, soon = _open(book, "SO-1"), _open(book, "SO-2", due_us=FRIDAY + HOUR_US)
    assert [each.id for each in disputes_of(book, rules)] == [soon, late]
    deadline = disputes_of(book, rules)[0].case.deadline
    assert deadline is not None
    assert (deadline.due_us, deadline.rule.id) == (FRIDAY + HOUR_US, "given")
    assert [each.id for each in cases_of(book, rules)] == [soon, late]


def test_what_the_records_prove(book: OrderBook, rules: DeadlineRules) -> None:
    """Scans, label, handover and the carrier's own word are found; only what nobody has is missing."""
    put_order(book.engine, "SO-1", {"A": 2}, street="示例路 1 号", service="yto", waybill="YT0000000000001")
    BenchOfBook(book).parcel("SO-1")
    dispute = _open(book, "SO-1")
    folder = folder_of(book, dispute, rules)
    assert [each.proof for each in folder.checks if each.needed and not each.there] == [Proof.SHIPMENT, Proof.TRACKING]
    assert not folder.complete
    opened = handover.open_handover(book, YTO, who="P007", now_us=T0)
    handover_scan.scan(book, opened.id, "SO-1", who="P007", now_us=T0)
    handover.close(book, opened.id, {}, who="P008", driver="", now_us=T0 + 60)
    news = {"waybill": "YT0000000000001", "source": "test"}
    with writing(book.engine) as connection:
        connection.execute(
            insert(carrier_news).values(news | {"at_us": T0 + 70, "what": "accepted", "weight_mg": 431_000})
        )
        connection.execute(insert(carrier_news).values(news | {"at_us": T0 + 90, "what": "delivered"}))
    folder = folder_of(book, dispute, rules)
    assert folder.complete
    assert {each.proof for each in folder.checks if each.there} >= {Proof.DELIVERY, Proof.CARRIER_WEIGHT, Proof.LABEL}
    (parcel,) = folder.parcels
    assert (parcel.carrier, parcel.handed_over_us, parcel.carrier_weight_mg) == ("yto", T0 + 60, 431_000)
    assert (parcel.last_news, parcel.last_news_us) == ("delivered", T0 + 90)


def test_papers(book: OrderBook, rules: DeadlineRules) -> None:
    """A paper ticks its line and comes back byte for byte; the same one twice is one; there is a limit."""
    put_order(book.engine, "SO-1", {"A": 1})
    dispute = _open(book, "SO-1", DisputeKind.REFUND_ASKED)
    assert not folder_of(book, dispute, rules).complete
    number = attach(book, dispute, Proof.CORRESPONDENCE, CHAT, who="客服 1", now_us=FRIDAY)
    assert attach(book, dispute, Proof.CORRESPONDENCE, CHAT, who="客服 2", now_us=FRIDAY + 1) == number
    folder = folder_of(book, dispute, rules)
    assert folder.complete
    assert [(each.id, each.name, each.sha256, each.who) for each in folder.papers] == [
        (number, "chat.txt", hashlib.sha256(CHAT.data).hexdigest(), "客服 1")
    ]
    assert paper_file(book, number) == CHAT
    for count in range(1, PAPERS_MAX):
        more = PaperFile(name="x.txt", mime="text/plain", data=str(count).encode())
        attach(book, dispute, Proof.OTHER, more, who="x", now_us=FRIDAY)
    with pytest.raises(Trouble, match=f"has {PAPERS_MAX} papers"):
        attach(book, dispute, Proof.OTHER, PaperFile(name="y", mime="text/plain", data=b"y"), who="x", now_us=FRIDAY)
    with pytest.raises(Trouble, match="there is no paper 999"):
        paper_file(book, 999)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.exe", b"MZ", "of no known kind"),
        ("a.pdf", b"no page", "not what its name says"),
        ("a.png", b"", "is empty"),
        ("a.txt", b"x" * (PAPER_MAX + 1), "larger than 10 MB"),
        ("gone.pdf", None, "cannot be read"),
    ],
)
def test_a_paper_that_is_none(tmp_path: Path, name: str, data: bytes | None, why: str) -> None:
    """An empty, huge, renamed, strange or absent file is a sentence."""
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(Trouble, match=why):
        read_paper(tmp_path / name)


def test_from_submission_to_end(book: OrderBook, rules: DeadlineRules) -> None:
    """What was sent to whom, what replaces it and how it ended stay with the dispute, which is then off the list."""
    for number in ("SO-1", "SO-2"):
        put_order(book.engine, number, {"A": 1})
    dispute = _open(book, "SO-1", DisputeKind.DAMAGED)
    sent = Submission(channel="alipay", name="case.zip", size=3, sha256="ab" * 32, at_us=FRIDAY + 5, who="客服 1")
    submit(book, dispute, sent)
    made = Link(kind=LinkKind.RESHIPMENT, value="SO-2", at_us=FRIDAY + 6, who="客服 1")
    link(book, dispute, made)
    assert disputes_of(book, rules)[0].submitted_us == FRIDAY + 5
    assert close(book, dispute, Outcome.SETTLED, who="客服 2", now_us=FRIDAY + 9, paid_back=1_250) == "SO-1"
    assert disputes_of(book, rules) == ()
    folder = folder_of(book, dispute, rules)
    assert (folder.submissions, folder.links) == ((sent,), (made,))
    ended = folder.dispute
    assert (ended.outcome, ended.paid_back, ended.case.closed_by) == (Outcome.SETTLED, 1_250, "客服 2")
    assert [each.id for each in disputes_of(book, rules, closed=True)] == [dispute]
    assert _open(book, "SO-1", DisputeKind.DAMAGED) != dispute


def _future(book: OrderBook) -> object:
    return open_dispute(
        book, Notice(order="SO-1", kind=DisputeKind.DAMAGED, start_us=FRIDAY + 1), who="x", now_us=FRIDAY
    )


def _replaced_by(number: str) -> Callable[[OrderBook], object]:
    made = Link(kind=LinkKind.RESHIPMENT, value=number, at_us=FRIDAY, who="x")
    return lambda book: link(book, 1, made)


@pytest.mark.parametrize(
    ("act", "why"),
    [
        (lambda book: _open(book, "NOPE"), "there is no order NOPE"),
        (lambda book: _open(book, "SO-1"), "has dispute 1 open already"),
        (lambda book: _open(book, "SO-2", due_us=FRIDAY), "cannot be due before"),
        (_future, "in the future"),
        (_replaced_by("SO-1"), "cannot replace itself"),
        (_replaced_by("NOPE"), "there is no order NOPE"),
        (lambda book: close(book, 99, Outcome.WON, who="x", now_us=FRIDAY), "there is no dispute 99"),
        (lambda book: close_case(book, 1, who="x", now_us=FRIDAY), "a dispute, which ends with an outcome"),
        (lambda book: attach(book, 99, Proof.OTHER, CHAT, who="x", now_us=FRIDAY), "there is no dispute 99"),
    ],
)
def test_what_cannot_be(book: OrderBook, rules: DeadlineRules, act: Callable[[OrderBook], object], why: str) -> None:
    """Unknown numbers, the same dispute twice and impossible times are a sentence each and change nothing."""
    for number in ("SO-1", "SO-2"):
        put_order(book.engine, number, {"A": 1})
    assert _open(book, "SO-1") == 1
    before = folder_of(book, 1, rules)
    with pytest.raises(Trouble, match=why):
        act(book)
    assert folder_of(book, 1, rules) == before
    assert len(disputes_of(book, rules, closed=True)) == 1


@pytest.mark.parametrize("kind", DisputeKind)
def test_every_kind_has_a_checklist(kind: DisputeKind) -> None:
    """With everything there it is complete, without the first needed line it is not; each line has both languages."""
    full = checklist(kind, set(Proof))
    assert complete(full)
    assert {check.proof for check in full} == set(Proof)
    assert all(check.zh and check.en for check in full)
    assert full[0].needed
    assert not complete(checklist(kind, set(Proof) - {full[0].proof}))


def test_advice_and_recorded_proofs() -> None:
    """A stolen card waits for the platform (K1); what only the bench can record is never asked for as a paper."""
    said = advice(DisputeKind.STOLEN_CARD)
    assert said is not None
    assert "平台" in said[0]
    assert advice(DisputeKind.NOT_RECEIVED) is None
    assert Proof.SCANS in RECORDED


def test_a_box_of_the_store_has_what_it_needs(book: OrderBook, rules: DeadlineRules) -> None:
    """Parcels sealed elsewhere are told with their bench and weight."""
    put_sealed(book, "SO-1", "YT1", weight_mg=500_000)
    (parcel,) = folder_of(book, _open(book, "SO-1"), rules).parcels
    assert (parcel.waybill, parcel.bench, parcel.weight_mg, parcel.handed_over_us) == ("YT1", "B01", 500_000, None)
