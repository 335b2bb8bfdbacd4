"""``disputes``, as the office types it: a notice, its papers, what was sent, the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from station.orders.orderbook import OrderBook
from tests.orders.parcels_made import put_sealed
from tests.verbs.command import Command

ORDERS = """订单号,货号,数量,状态,省,下单时间
SO-1,MUG,1,paid,浙江省,2026-11-20 09:00
SO-2,MUG,1,paid,浙江省,2026-11-20 09:00
"""
PDF = b"%PDF-1.4\n%%EOF\n"


@pytest.fixture
def sealbench(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    command = Command(tmp_path / "home", capsys)
    (tmp_path / "orders.csv").write_text(ORDERS, "utf-8")
    command("import", str(tmp_path / "orders.csv"))
    return command


def test_from_notice_to_end(sealbench: Command, tmp_path: Path) -> None:
    """Opened late, listed first, papers in and out, submitted with what still lacks, linked, closed."""
    opened = sealbench.json(
        "disputes", "open", "SO-1", "short_or_wrong", "--by", "客服 1", "--at", "2026-02-13T15:00",
        "--channel", "aliexpress", "--reference", "R-77", "--amount", "12.5", "--currency", "usd",
    )  # fmt: skip
    number = str(opened["id"])
    assert (opened["due"], opened["late"], opened["amount"], opened["currency"]) == (
        "2026-02-15T07:00:00Z", True, "12.50", "USD",
    )  # fmt: skip
    assert "LATE" in sealbench("disputes", "list")
    (tmp_path / "invoice.pdf").write_bytes(PDF)
    shown = sealbench.json("disputes", "attach", number, "invoice", str(tmp_path / "invoice.pdf"), "--by", "客服 1")
    assert [(each["proof"], each["size"]) for each in shown["papers"]] == [("invoice", len(PDF))]
    out = tmp_path / "back.pdf"
    assert "invoice.pdf" in sealbench("disputes", "paper", str(shown["papers"][0]["id"]), "-o", str(out))
    assert out.read_bytes() == PDF
    sealbench("disputes", "submit", number, str(out), "--to", "aliexpress", "--by", "客服 1")
    assert "still lack: every unit scanned" in sealbench.err
    sealbench("disputes", "link", number, "reshipment", "SO-2", "--by", "客服 1")
    text = sealbench("disputes", "show", number)
    assert "MISSING" in text
    assert "submitted to aliexpress  back.pdf" in text
    closed = sealbench.json("disputes", "close", number, "settled", "--paid-back", "5", "--by", "店长")
    assert (closed["outcome"], closed["paid_back"], closed["links"][0]["value"]) == ("settled", "5.00", "SO-2")
    assert sealbench("disputes", "list") == ""
    assert "settled" in sealbench("disputes", "list", "--all")
    assert [each["kind"] for each in sealbench.json("orders", "show", "SO-1")["cases"]] == ["dispute"]


@pytest.mark.parametrize(
    ("words", "exits", "why"),
    [
        (("open", "SO-1", "bad luck", "--by", "x"), 2, "no dispute is called"),
        (("open", "NOPE", "damaged", "--by", "x"), 1, "there is no order NOPE"),
        (("open", "SO-1", "damaged", "--by", " "), 2, "say who it is"),
        (("open", "SO-1", "damaged", "--by", "x", "--amount", "1.234", "--currency", "USD"), 2, "no amount of money"),
        (("open", "SO-1", "damaged", "--by", "x", "--amount", "1"), 2, "needs its currency"),
        (("open", "SO-1", "damaged", "--by", "x", "--due", "noon"), 2, "no time"),
        (("show", "9"), 1, "there is no dispute 9"),
        (("paper", "9", "-o", "x"), 1, "there is no paper 9"),
        (("attach", "9", "scans", "x.pdf", "--by", "x"), 2, "no proof to attach"),
        (("submit", "9", "nothing.zip", "--to", "x", "--by", "x"), 1, "cannot be read"),
        (("close", "9", "maybe", "--by", "x"), 2, "no outcome is called"),
    ],
)
def test_what_is_refused(sealbench: Command, words: tuple[str, ...], exits: int, why: str) -> None:
    """One sentence each, with the exit code of its kind."""
    sealbench("disputes", *words, exits=exits)
    assert why in sealbench.err


def test_a_chargeback_is_no_plain_case(sealbench: Command) -> None:
    """``cases`` says where disputes are opened and closed."""
    sealbench("cases", "open", "chargeback", "SO-1", "--by", "x", exits=2)
    assert "disputes open" in sealbench.err
    number = str(sealbench.json("disputes", "open", "SO-1", "chargeback", "--by", "x")["id"])
    sealbench("cases", "close", number, "--by", "x", exits=1)
    assert f"disputes close {number}" in sealbench.err


def test_find(sealbench: Command) -> None:
    """What is not packed is no parcel, and is said to be known; a question that is none is refused."""
    assert sealbench.json("disputes", "find", "--order", "SO-1") == {"parcels": []}
    assert "SO-1 is known" in sealbench.err
    assert sealbench("disputes", "find", "--phone-tail", "0000") == ""
    assert "nothing found" in sealbench.err
    for wrong in (["find"], ["find", "--day", "yesterday"], ["find", "--phone-tail", "12"]):
        sealbench("disputes", *wrong, exits=2)


def test_find_a_parcel(sealbench: Command, tmp_path: Path) -> None:
    """Order, waybill, packer, bench, time of day, state, open dispute; the buyer masked unless asked for."""
    book = OrderBook.open(f"sqlite:///{tmp_path / 'home' / 'orders.db'}")
    put_sealed(book, "SO-5", "YT5", name="张示例", phone="13800001234")
    book.close()
    sealbench("disputes", "open", "SO-5", "damaged", "--by", "客服 1")
    for question in (["--phone-tail", "1234"], ["--waybill", "YT5"], ["--sku", "A"], ["--packer", "P001"]):
        (found,) = sealbench.json("disputes", "find", *question)["parcels"]
        assert (found["order"], found["name"], found["phone"], found["disputes"]) == (
            "SO-5",
            "张**",
            "138******34",
            [1],
        )
    text = sealbench("disputes", "find", "--order", "SO-5", "--personal")
    assert "张示例 13800001234 dispute 1" in text


@pytest.mark.usefixtures("qapp")  # the PDF's application would be another than the windows' of other tests
@pytest.mark.parametrize("ending", ["csv", "xlsx", "pdf"])
def test_the_report(sealbench: Command, tmp_path: Path, ending: str) -> None:
    """Text, JSON, and a file of each kind; a time that ends before it begins is refused."""
    sealbench("disputes", "open", "SO-1", "damaged", "--by", "客服 1")
    out = tmp_path / f"disputes.{ending}"
    sealbench("report", "disputes", "-o", str(out))
    assert out.read_bytes()[:4] in (b"\xef\xbb\xbf\xe5", b"PK\x03\x04", b"%PDF")
    (row,) = [row for row in sealbench.json("report", "disputes")["rows"] if row["group"] == "kind"]
    assert (row["value"], row["disputes"], row["open"]) == ("damaged", 1, 1)
    sealbench("report", "disputes", "--since", "2026-02-01", "--until", "2026-01-01", exits=2)


def test_what_is_late_is_said_elsewhere(sealbench: Command) -> None:
    """The list of cases, the report of deadlines and the doctor say which disputes are late."""
    sealbench("disputes", "open", "SO-1", "damaged", "--by", "客服 1", "--at", "2026-02-13")
    sealbench("cases", "list")
    assert "1 late: 1 (SO-1)" in sealbench.err
    sealbench("report", "deadlines")
    assert "1 late: 1 (SO-1)" in sealbench.err
    told = sealbench("doctor")
    assert "hint   disputes    1 late: 1 (SO-1)" in told


def test_the_window_needs_a_screen(sealbench: Command) -> None:
    """Without a screen the desk's window says which verb to use."""
    sealbench("disputes", "window", "--by", "客服 1", exits=2)
    assert "disputes list" in sealbench.err
