"""``handover`` and ``confirm`` as a person or another program calls them, from the shelf to the platform's file."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

import pytest

from station.evidence.codec import encode
from station.evidence.ledger import Ledger
from station.home import Home
from station.orders.engine import connect, writing
from station.orders.handover_tables import handovers
from station.orders.orderbook import OrderBook
from station.orders.tables import orders
from tests.clocks import FakeClock
from tests.orders.parcels_made import put_sealed
from tests.orders.recorded import opened, packed, sealed
from tests.verbs.command import Command

pytestmark = pytest.mark.usefixtures("qapp")  # the sheet is painted at the close


@pytest.fixture
def sealbench(home: Home, capsys: pytest.CaptureFixture[str]) -> Command:
    """A home whose book has two sealed parcels of YTO and one of ePacket."""
    book = OrderBook.open(f"sqlite:///{home.root / 'orders.db'}")
    put_sealed(book, "SO-1", "YT0000000000001", weight_mg=412_300, name="张三丰", phone="13800000000")
    put_sealed(book, "SO-2", "YT0000000000002", bench="B02", shop="second")
    put_sealed(book, "SO-3", "LX123456785CN", service="epacket", platform="aliexpress")
    book.close()
    return Command(home.root, capsys)


def test_a_day_at_the_door(sealbench: Command, tmp_path: Path) -> None:
    """Open, scan, close with a reason, print the sheet, call the buyer: each answer has what it promises."""
    told = sealbench.json("handover", "open", "yto", "--driver", "张师傅", "--by", "李四")
    assert (told["handover"], told["carrier"], told["opened_by"], told["closed"]) == (1, "yto", "李四", None)
    assert [(each["order"], each["bench"]) for each in told["missing"]] == [("SO-1", "B01"), ("SO-2", "B02")]
    scans = sealbench.json("handover", "scan", "1", "YT0000000000001", "LX123456785CN", exits=1)
    assert [(each["taken"], each["reason"], each["detail"]) for each in scans["scans"]] == [
        (True, None, ""),
        (False, "wrong_carrier", "epacket"),
    ]
    assert (scans["count"], scans["missing"]) == (1, 1)
    refused = sealbench.json("handover", "close", "1", exits=1)
    assert "SO-2 (bench B02)" in refused["error"]
    closed = sealbench.json("handover", "close", "1", "--reason", "SO-2=箱子破了", "--driver", "王师傅")
    assert (closed["count"], closed["weight_g"], closed["driver"], closed["missing"]) == (1, 412.3, "王师傅", [])
    assert closed["left"] == [{"order": "SO-2", "waybill": "YT0000000000002", "bench": "B02", "reason": "箱子破了"}]
    assert sealbench.json("orders", "show", "SO-1")["state"] == "handed_over"
    sheet = tmp_path / "sheet.pdf"
    assert sealbench.json("handover", "sheet", "1", "-o", str(sheet))["count"] == 1
    assert sheet.read_bytes().startswith(b"%PDF-")
    assert [call["order"] for call in sealbench.json("handover", "calls")["calls"]] == ["SO-2"]
    assert sealbench.json("handover", "calls", "--called", "SO-2") == {"calls": []}


def test_in_words(sealbench: Command) -> None:
    """Without --json each scan is one line in both languages, and the sums follow."""
    assert "圆通速递 YTO Express: 2 parcels wait" in sealbench("handover", "open", "圆通速递")
    lines = sealbench("handover", "scan", "1", "SO-1", "NO-1", exits=1).splitlines()
    assert [line.split()[0] for line in lines[:2]] == ["交出", "拒绝"]
    assert lines[2] == "handover 1: 1 parcels, 1 missing"
    assert "缺 missing  YT0000000000002" in sealbench("handover", "show", "1")
    assert "0.413 kg; 1 missing" in sealbench("handover", "show")
    assert "取出" in sealbench("handover", "scan", "1", "--take-out", "YT0000000000001")
    closing = sealbench("handover", "close", "1", "--reason", "SO-1=a=b", "--reason", "SO-2=no room")
    assert "2 left behind" in closing
    assert "left behind  YT0000000000001" in sealbench("handover", "show", "1")


def test_the_call_list_is_masked(sealbench: Command) -> None:
    """Names and phones of the call list show only when asked for."""
    sealbench("handover", "open", "yto")
    sealbench("handover", "close", "1", "--reason", "SO-1=no room", "--reason", "SO-2=no room")
    listed = sealbench("handover", "calls")
    assert "13800000000" not in listed
    assert "张三丰" not in listed
    assert "13800000000" in sealbench("handover", "calls", "--personal")


def test_scans_from_a_line(sealbench: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """With - each line of standard input is a scan, also one that is no text at all."""
    sealbench("handover", "open", "yto")
    lines = io.TextIOWrapper(io.BytesIO(b"YT0000000000001\n\n\xff\xfe\n  YT0000000000002 \n"), encoding="ascii")
    monkeypatch.setattr("sys.stdin", lines)
    scans = sealbench.json("handover", "scan", "1", "-", exits=1)["scans"]
    assert [each["taken"] for each in scans] == [True, False, True]


def test_what_the_own_bench_has_sealed(home: Home, clock: FakeClock, capsys: pytest.CaptureFixture[str]) -> None:
    """A parcel that is only in this home's ledger yet is carried to the book first, so that it can go."""
    book = OrderBook.open(f"sqlite:///{home.root / 'orders.db'}")
    put_sealed(book, "SO-0", "YT0000000000009")
    with writing(book.engine) as connection:
        values = {"number": "SO-9", "platform": "taobao", "shop": "demo", "state": "packing", "service": "yto"}
        connection.execute(orders.insert().values(**values, claimed_by="B01", fence=1))
    book.close()
    ledger = Ledger.open(home, org="local", bench="B01", clock=clock, random_bytes=os.urandom, build="test")
    for event in (opened("SO-9"), packed(), packed(), sealed("YT0000000000008")):
        ledger.append([encode(event)], order_no="SO-9", by="P001")
    ledger.close()
    missing = Command(home.root, capsys).json("handover", "open", "yto")["missing"]
    assert {parcel["order"] for parcel in missing} == {"SO-0", "SO-9"}


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("open", "nobody"), 2, "no carrier is called 'nobody'"),
        (("open", "yto", "--driver", "x" * 65), 2, "at most 64"),
        (("scan", "7", "YT1"), 1, "there is no handover 7"),
        (("show", "7"), 1, "there is no handover 7"),
        (("close", "7"), 1, "there is no handover 7"),
        (("close", "7", "--reason", "SO-1"), 2, "NO=TEXT"),
        (("sheet", "7", "-o", "x.pdf"), 1, "there is no handover 7"),
        (("calls", "--called", "SO-7"), 1, "not on the call list"),
    ],
)
def test_mistakes(sealbench: Command, words: tuple[str, ...], code: int, said: str) -> None:
    """A mistake is one sentence and its exit code."""
    sealbench("handover", *words, exits=code)
    assert said in sealbench.err
    assert len(sealbench.err.splitlines()) == 1


@pytest.mark.parametrize("number", ["0x1", "-1", "9" * 30, "²"])
def test_no_number(sealbench: Command, number: str) -> None:
    """What is no handover's number is refused before anything is looked up."""
    with pytest.raises(SystemExit) as ended:
        sealbench("handover", "show", number)
    assert ended.value.code == 2


def _hand_over(sealbench: Command, carrier: str, *codes: str, **reasons: str) -> None:
    number = str(sealbench.json("handover", "open", carrier)["handover"])
    sealbench("handover", "scan", number, *codes)
    given = [part for name, reason in reasons.items() for part in ("--reason", f"{name.replace('_', '-')}={reason}")]
    sealbench("handover", "close", number, *given)


def test_confirm_tells_each_parcel_once(sealbench: Command, tmp_path: Path) -> None:
    """The platform's file has what was handed over, a second one nothing, one made again the same."""
    _hand_over(sealbench, "china-post", "LX123456785CN")
    out = tmp_path / "aliexpress.csv"
    told = sealbench.json("confirm", "--platform", "aliexpress", "-o", str(out))
    assert told == {"platform": "aliexpress", "format": "aliexpress", "file": str(out), "orders": ["SO-3"]}
    (row,) = csv.DictReader(io.StringIO(out.read_text("utf-8-sig"), newline=""))
    assert (row["订单号"], row["实际发货物流"], row["运单号"]) == ("SO-3", "e邮宝", "LX123456785CN")
    out.unlink()
    assert sealbench.json("confirm", "--platform", "aliexpress", "-o", str(out))["file"] is None
    assert not out.exists()
    assert sealbench.json("confirm", "--platform", "aliexpress", "--again", "-o", str(out))["orders"] == ["SO-3"]


def test_pending(sealbench: Command, tmp_path: Path) -> None:
    """What is handed over is pending with the time until which it must be confirmed, exported or not."""
    assert sealbench("confirm", "--pending") == "everything handed over is confirmed\n"
    _hand_over(sealbench, "yto", "YT0000000000001", "YT0000000000002")
    sealbench("confirm", "--platform", "taobao", "--shop", "demo", "-o", str(tmp_path / "a.xlsx"))
    first, second = sealbench.json("confirm", "--pending")["pending"]
    assert (first["order"], first["exported"] is None) == ("SO-1", False)
    assert (second["order"], second["exported"]) == ("SO-2", None)
    assert first["handed_over"].endswith("+08:00")
    assert first["until"] > first["handed_over"]
    assert "SO-2" in sealbench("confirm", "--pending", "--platform", "taobao")
    assert sealbench.json("confirm", "--pending", "--platform", "amazon") == {"pending": [], "platforms": []}


def test_late(home: Home, sealbench: Command) -> None:
    """What should have been confirmed by now says so."""
    _hand_over(sealbench, "china-post", "LX123456785CN")
    engine = connect(f"sqlite:///{home.root / 'orders.db'}")
    with writing(engine) as connection:
        connection.execute(handovers.update().values(closed_us=1_000_000_000_000_000))
    engine.dispose()
    assert sealbench.json("confirm", "--pending")["pending"][0]["late"] is True
    listed = sealbench("confirm", "--pending").splitlines()
    assert listed[1].endswith("LATE")
    assert listed[-1].split() == ["aliexpress", "1", "1", "0", "-", "1"]


def test_orders_of_two_shops_are_not_mixed(sealbench: Command, tmp_path: Path) -> None:
    """A file goes to one account: with orders of two shops the shop must be named, and nothing is written."""
    _hand_over(sealbench, "yto", "YT0000000000001", "YT0000000000002")
    out = tmp_path / "taobao.csv"
    sealbench("confirm", "--platform", "taobao", "-o", str(out), exits=2)
    assert "demo, second" in sealbench.err
    assert not out.exists()
    assert "1 parcels" in sealbench("confirm", "--platform", "taobao", "--shop", "second", "-o", str(out))


def test_another_format(home: Home, sealbench: Command, tmp_path: Path) -> None:
    """Orders of a platform without a format of its own get the plain one, or the one that is asked for."""
    engine = connect(f"sqlite:///{home.root / 'orders.db'}")
    with writing(engine) as connection:
        connection.execute(orders.update().values(platform="=ali1688"))
    engine.dispose()
    _hand_over(sealbench, "china-post", "LX123456785CN")
    plain, own = tmp_path / "a.tsv", tmp_path / "b.csv"
    assert sealbench.json("confirm", "--platform", "=ali1688", "-o", str(plain))["format"] == "generic"
    assert plain.read_text("utf-8").splitlines()[1].split("\t")[:2] == ["SO-3", "epacket"]
    words = ("--platform", "=ali1688", "--format", "alibaba", "--again")
    assert sealbench.json("confirm", *words, "-o", str(own))["format"] == "alibaba"


def test_a_formula_stays_text(home: Home, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """An order number that a spreadsheet would run is text in the platform's file."""
    book = OrderBook.open(f"sqlite:///{home.root / 'orders.db'}")
    put_sealed(book, "=cmd|'/C calc'!A0", "YT0000000000001", platform="amazon")
    book.close()
    sealbench, out = Command(home.root, capsys), tmp_path / "amazon.txt"
    _hand_over(sealbench, "yto", "YT0000000000001")
    sealbench("confirm", "--platform", "amazon", "-o", str(out))
    assert out.read_text("utf-8").splitlines()[1].startswith("'=cmd|")


def test_a_file_that_cannot_be_written_marks_nothing(sealbench: Command, tmp_path: Path) -> None:
    """Nothing counts as exported before its file is on the disk."""
    _hand_over(sealbench, "china-post", "LX123456785CN")
    sealbench("confirm", "--platform", "aliexpress", "-o", str(tmp_path / "none" / "a.csv"), exits=1)
    assert sealbench.json("confirm", "--pending")["pending"][0]["exported"] is None


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "one of them"),
        (("--pending", "-o", "x.csv"), "one of them"),
        (("-o", "x.csv"), "whose orders?"),
        (("--platform", "ebay", "-o", "x.csv"), "no platform is called 'ebay'"),
        (("--platform", "taobao", "--format", "ebay", "-o", "x.csv"), "no format is called 'ebay'"),
        (("--platform", "amazon", "-o", "x.csv"), "must end in .txt or .tsv"),
    ],
)
def test_mistakes_of_confirm(sealbench: Command, words: tuple[str, ...], said: str) -> None:
    """A mistake is one sentence and exit 2."""
    sealbench("confirm", *words, exits=2)
    assert said in sealbench.err
