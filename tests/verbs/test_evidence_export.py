"""``evidence export`` with a profile and a dispute, as the office types it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy import insert

from station.evidence.ledger import Ledger
from station.evidence.ledger_reading import open_reader
from station.home import Home
from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.orders.tables import events
from tests.clocks import FakeClock
from tests.evidence.conftest import chance, open_ledger, pack
from tests.verbs.command import Command

ORDERS = """订单号,货号,数量,状态,省,下单时间
SO-1,SKU-1,2,paid,浙江省,2026-11-20 09:00
SO-2,SKU-1,1,paid,浙江省,2026-11-20 09:00
"""


@pytest.fixture
def office(tmp_path: Path, qapp: QApplication, capsys: pytest.CaptureFixture[str]) -> Command:
    """A home with two orders, and nothing packed yet."""
    command = Command(tmp_path / "home", capsys)
    (tmp_path / "orders.csv").write_text(ORDERS, "utf-8")
    command("import", str(tmp_path / "orders.csv"))
    return command


def _pack(command: Command, clock: FakeClock) -> Command:
    home = Home(command.home)
    ledger = open_ledger(home, clock)
    pack(ledger, home, "SO-1")
    ledger.close()
    return command


@pytest.fixture
def sealbench(office: Command, clock: FakeClock) -> Command:
    """A home in which SO-1 is packed."""
    return _pack(office, clock)


def test_a_profile(sealbench: Command, tmp_path: Path) -> None:
    """The files are in the folder, listed with their sizes, and figures that nobody confirmed are named."""
    out = tmp_path / "for-wechat"
    text = sealbench("evidence", "export", "SO-1", "-o", str(out), "--profile", "wechat")
    names = sorted(path.name for path in out.iterdir())
    assert "statement.txt" in names
    assert all(name in text for name in names)
    assert "not confirmed, compare with the channel's own page: file bytes, files" in text
    assert len((out / "statement.txt").read_text("utf-8")) <= 500
    assert "no dispute of the order is open" in sealbench.err


def test_a_profile_as_a_zip(sealbench: Command, tmp_path: Path) -> None:
    """A name that ends in .zip gives one file, and programs read what is in it."""
    out = tmp_path / "case.zip"
    facts = sealbench.json("evidence", "export", "SO-1", "-o", str(out), "--profile", "mastercard-pdf")
    assert out.is_file()
    assert [file["file"] for file in facts["files"]] == ["report.pdf"]
    assert facts["files"][0]["pages"] >= 1
    assert (facts["profile"], facts["order"], facts["one_submission"]) == ("mastercard-pdf", "SO-1", True)


def test_court_is_the_whole_bundle(sealbench: Command, tmp_path: Path) -> None:
    """The court's profile is the bundle, and it verifies."""
    out = tmp_path / "case.zip"
    sealbench("evidence", "export", "SO-1", "-o", str(out), "--profile", "court")
    sealbench("evidence", "verify", str(out))


def test_the_checklist_comes_first(office: Command, clock: FakeClock, tmp_path: Path) -> None:
    """The open dispute's checklist says what is missing, and a channel that takes one submission is named as such."""
    number = office.json("disputes", "open", "SO-1", "short_or_wrong", "--by", "x")["id"]
    (tmp_path / "sent.pdf").write_bytes(b"%PDF-")
    office("disputes", "submit", str(number), str(tmp_path / "sent.pdf"), "--to", "stripe", "--by", "x")
    sealbench = _pack(office, clock)
    facts = sealbench.json("evidence", "export", "SO-1", "-o", str(tmp_path / "a"), "--profile", "stripe")
    assert (facts["dispute"], facts["complete"]) == (number, False)
    assert {check["proof"] for check in facts["checklist"] if check["needed"]} == {"scans", "weights", "shipment"}
    assert "MISSING 运单号与交接时间 waybill and handover" in sealbench.err
    assert "takes one submission only, and nothing can be added. Wait until nothing is missing." in sealbench.err
    assert "sent.pdf was sent to stripe already" in sealbench.err
    sealbench("evidence", "export", "SO-1", "-o", str(tmp_path / "b.zip"), "--dispute", str(number))
    assert "MISSING" in sealbench.err


def test_what_cannot_be(office: Command, clock: FakeClock, tmp_path: Path) -> None:
    """Wrong names, another order's dispute and a full folder are one sentence each, and nothing is written."""
    number = office.json("disputes", "open", "SO-2", "damaged", "--by", "x")["id"]
    sealbench = _pack(office, clock)
    out = tmp_path / "out"
    export = ("evidence", "export", "SO-1", "-o", str(out))
    for words, exits, says in (
        (("--profile", "payal"), 2, "Did you mean paypal?"),
        (("--dispute", str(number)), 2, f"dispute {number} is about order SO-2"),
        (("--dispute", "99"), 1, "there is no dispute 99"),
        (("--profile", "paypal", "--with-papers"), 2, "a channel is shown no other orders"),
    ):
        sealbench(*export, *words, exits=exits)
        assert says in sealbench.err
    sealbench("evidence", "export", "SO-404", "-o", str(out), "--profile", "paypal", exits=1)
    assert not out.exists()
    sealbench("evidence", "export", "SO-1", "-o", str(tmp_path), "--profile", "paypal", exits=1)
    assert "something in it already" in sealbench.err


def test_without_an_order_book(sealbench: Command, tmp_path: Path) -> None:
    """A bench whose order book cannot be reached exports what its ledger knows, and says what is not known."""
    (sealbench.home / "bench.toml").write_text('[bench]\nid = "B01"\norderbook = "sqlite:///none/orders.db"\n', "utf-8")
    (sealbench.home / "none").write_bytes(b"a file in the way")
    sealbench("evidence", "export", "SO-1", "-o", str(tmp_path / "case.zip"))
    assert "the order book was not asked, nor what the carrier says" in sealbench.err
    sealbench("evidence", "export", "SO-1", "-o", str(tmp_path / "b.zip"), "--dispute", "1", exits=5)
    assert not (tmp_path / "b.zip").exists()


def _carry(home: Home, book: OrderBook) -> None:
    """The copies alone: these entries are of no real parcel, and the relay would not know what they mean."""
    with closing(open_reader(home.ledger_file)) as reader, writing(book.engine) as connection:
        bench, epoch = reader.log.split("/")[1:]
        for entry in reader.entries():
            row = {"seq": entry.seq, "kind": entry.kind, "order_no": entry.order_no, "header": entry.header.decode()}
            connection.execute(insert(events).values(bench=bench, epoch=int(epoch), wall_us=1, packer="p", **row))


@pytest.fixture
def resumed(sealbench: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str], clock: FakeClock) -> Command:
    """Another bench of the same order book, where SO-1 was begun and put aside; both have carried what they have."""
    other = Command(tmp_path / "other", capsys)
    other.home.mkdir()
    address = f"sqlite:///{sealbench.home / 'orders.db'}"
    (other.home / "bench.toml").write_text(f'[bench]\nid = "B02"\norderbook = "{address}"\n', "utf-8")
    home = Home(other.home)
    with (
        closing(Ledger.open(home, org="acme", bench="B02", clock=clock, random_bytes=chance(), build="x")) as ledger,
        closing(OrderBook.open(address)) as book,
    ):
        pack(ledger, home, "SO-1", seal=False)
        for one in (home, Home(sealbench.home)):
            _carry(one, book)
    return other


def test_a_parcel_that_was_begun_at_another_bench(sealbench: Command, resumed: Command, tmp_path: Path) -> None:
    """The bundle has this bench's part, verifies, and says which entries the other bench has, and how to get them."""
    out = tmp_path / "case.zip"
    facts = sealbench.json("evidence", "export", "SO-1", "-o", str(out))
    (said,) = [remark for remark in facts["remarks"] if "B02" in remark]
    assert "bench B02 recorded" in said
    assert "acme/B02/1, 1 to" in said
    assert "not sealed there" in said
    assert "sealbench evidence export SO-1" in said
    assert "B02" in sealbench("evidence", "verify", str(out))
    theirs = resumed.json("evidence", "export", "SO-1", "-o", str(tmp_path / "other.zip"))
    assert theirs["sealed"] is False
    assert any("bench B01 recorded" in remark and "sealed there" in remark for remark in theirs["remarks"])


def test_an_order_that_only_another_bench_packed(sealbench: Command, resumed: Command, tmp_path: Path) -> None:
    """An office that has no entry of it is told where it was packed."""
    for name in ("ledger.db", "ledger.db-wal", "ledger.db-shm"):
        (resumed.home / name).unlink(missing_ok=True)
    resumed("evidence", "export", "SO-1", "-o", str(tmp_path / "x.zip"), exits=1)
    assert "B01 has" in resumed.err
