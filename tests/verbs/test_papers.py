"""The papers after a handover as a person calls for them: signature, notices, confirmations done, ledger, notes."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage

from station.home import Home
from station.orders.orderbook import OrderBook
from tests.orders.parcels_made import put_sealed
from tests.verbs.command import Command

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def sealbench(home: Home, capsys: pytest.CaptureFixture[str]) -> Command:
    """A home whose book has three sealed parcels of ePacket: two of AliExpress, one of 店小秘."""
    book = OrderBook.open(f"sqlite:///{home.root / 'orders.db'}")
    more: dict[str, Any] = {"phone": "13800000000", "street": "Rue Exemple 1"}
    put_sealed(book, "SO-1", "LX1", service="epacket", platform="aliexpress", name="Jeanne", country="FR", **more)
    put_sealed(book, "SO-2", "LX2", service="epacket", platform="aliexpress", name="=Ann", country="US", **more)
    put_sealed(book, "SO-3", "LX3", service="epacket", platform="dianxiaomi", name="Ann", country="US", **more)
    book.close()
    return Command(home.root, capsys)


def _hand_over(sealbench: Command, *close: str) -> None:
    sealbench("handover", "open", "epacket")
    sealbench("handover", "scan", "1", "LX1", "LX2", "LX3")
    sealbench("handover", "close", "1", "--driver", "张师傅", *close)


def _picture(file: Path) -> Path:
    image = QImage(300, 100, QImage.Format.Format_RGB32)
    image.fill(0)
    assert image.save(str(file))
    return file


def test_signature_and_photo(sealbench: Command, tmp_path: Path) -> None:
    """Both are kept with the sheet, which comes out the same ever after."""
    _hand_over(
        sealbench, "--signature", str(_picture(tmp_path / "s.png")), "--photo", str(_picture(tmp_path / "p.jpg"))
    )
    told = sealbench.json("handover", "show", "1")
    assert list(told["papers"]) == ["sheet", "signature", "photo"]
    assert told["not_in_ledger"] == {"B01": 4}
    for name in ("a.pdf", "b.pdf"):
        assert sealbench.json("handover", "sheet", "1", "-o", str(tmp_path / name))["archived"] is True
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    shown = sealbench("handover", "show", "1")
    assert told["papers"]["signature"] in shown
    assert "B01: 4 entries" in shown


def test_a_picture_that_is_none_closes_nothing(sealbench: Command, tmp_path: Path) -> None:
    """One sentence, and the handover is as open as before."""
    sealbench("handover", "open", "epacket")
    sealbench("handover", "scan", "1", "LX1", "LX2", "LX3")
    (tmp_path / "s.png").write_text("no picture")
    sealbench("handover", "close", "1", "--signature", str(tmp_path / "s.png"), exits=2)
    assert sealbench.err.startswith("sealbench: this is no picture")
    assert len(sealbench.err.splitlines()) == 1
    assert sealbench.json("handover", "show", "1")["closed"] is None


def test_the_window_names_its_handover(sealbench: Command) -> None:
    """Without a number the only open one is meant; with none, or without a screen, a sentence says what to do."""
    sealbench("handover", "window", exits=2)
    assert "no handover is open" in sealbench.err
    sealbench("handover", "open", "epacket")
    sealbench("handover", "open", "yto")
    sealbench("handover", "window", exits=2)
    assert "several handovers are open: 2 (yto), 1 (epacket)" in sealbench.err


def test_notices(sealbench: Command, tmp_path: Path) -> None:
    """Nothing before the close; then a text each, once, personal data in the file only, formulas neutralised."""
    out = tmp_path / "n.csv"
    assert sealbench.json("notices", "-o", str(out)) == {"file": None, "notices": []}
    _hand_over(sealbench)
    told = sealbench("notices", "-o", str(out))
    assert told == f"{out}: 3 notices (en, fr)\n"
    rows = list(csv.DictReader(io.StringIO(out.read_text("utf-8-sig"), newline="")))
    assert [(row["order"], row["language"]) for row in rows] == [("SO-1", "fr"), ("SO-2", "en"), ("SO-3", "en")]
    assert rows[0]["text"].startswith("Bonjour Jeanne,\nvotre commande SO-1 est partie avec ePacket.")
    assert "15 à 25 jours" in rows[0]["text"]
    assert rows[1]["buyer"] == "'=Ann"
    assert sealbench.json("notices", "-o", str(out))["notices"] == []
    again = sealbench.json("notices", "--again", "--order", "SO-2", "-o", str(tmp_path / "n.txt"))
    assert [notice["order"] for notice in again["notices"]] == ["SO-2"]
    assert "Dear =Ann," in (tmp_path / "n.txt").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("notices", "-o", "x.pdf"), 2, "must end in .csv, .xlsx or .txt"),
        (("notices", "--order", "SO-9", "-o", "x.csv"), 2, "no parcel of order SO-9 has left"),
        (("notices", "--platform", "ebay", "-o", "x.csv"), 2, "no platform is called 'ebay'"),
        (("confirm", "--done", "SO-9"), 2, "does not wait for a confirmation"),
        (("confirm", "--done", "SO-1", "--pending"), 2, "one of them"),
        (("report", "notes", "SO-9"), 1, "there is no order SO-9"),
        (("report", "notes", "SO-1", "-o", "x.doc"), 2, "must end in .pdf"),
    ],
)
def test_mistakes(sealbench: Command, words: tuple[str, ...], code: int, said: str) -> None:
    """A mistake is one sentence and its exit code."""
    sealbench(*words, exits=code)
    assert said in sealbench.err
    assert len(sealbench.err.splitlines()) == 1


def test_a_broken_text_is_one_sentence(home: Home, sealbench: Command, tmp_path: Path) -> None:
    """An unknown placeholder in a home's own text: nothing is written, nothing marked."""
    _hand_over(sealbench)
    (home.root / "notices").mkdir()
    (home.root / "notices" / "fr.toml").write_text('language = "fr"\ntext = "Bonjour {prix}"\n', encoding="utf-8")
    out = tmp_path / "n.csv"
    sealbench("notices", "-o", str(out), exits=3)
    assert "unknown placeholder {prix}" in sealbench.err
    assert not out.exists()
    (home.root / "notices" / "fr.toml").unlink()
    assert len(sealbench.json("notices", "-o", str(out))["notices"]) == 3


def test_done(sealbench: Command, tmp_path: Path) -> None:
    """Numbers typed, or a file of the platform's or ours: what it names waits no more, what it does not is counted."""
    _hand_over(sealbench)
    listed = sealbench.json("confirm", "--pending")
    assert [(each["platform"], each["waiting"], each["not_told"]) for each in listed["platforms"]] == [
        ("aliexpress", 2, 2),
        ("dianxiaomi", 1, 1),
    ]
    out = tmp_path / "a.xlsx"
    sealbench("confirm", "--platform", "aliexpress", "-o", str(out))
    assert sealbench.json("confirm", "--done", str(out), "LX3") == {
        "confirmed": ["SO-1", "SO-2", "SO-3"],
        "not_waiting": 0,
    }
    assert sealbench("confirm", "--pending") == "everything handed over is confirmed\n"


def test_a_box_of_two_orders_is_one_parcel(home: Home, sealbench: Command, tmp_path: Path) -> None:
    """Two orders under one waybill: the file has both, the sentences count the box."""
    book = OrderBook.open(f"sqlite:///{home.root / 'orders.db'}")
    for number in ("SO-7", "SO-8"):
        put_sealed(book, number, "YT7", platform="generic", joined_to="SO-7")
    book.close()
    sealbench("handover", "open", "yto")
    sealbench("handover", "scan", "1", "YT7")
    sealbench("handover", "close", "1")
    told = sealbench("confirm", "--platform", "generic", "-o", str(tmp_path / "g.csv"))
    assert ": 1 parcels of generic" in told
    assert len((tmp_path / "g.csv").read_text("utf-8-sig").splitlines()) == 3
    assert sealbench("confirm", "--done", "SO-7", "SO-8").startswith("1 parcels are confirmed")


def test_a_plain_list(sealbench: Command, tmp_path: Path) -> None:
    """A number a line, the first one too; rows that mean nothing are counted."""
    _hand_over(sealbench)
    (tmp_path / "list.txt").write_text("SO-1\nSO-3\nSO-99\n")
    assert sealbench.json("confirm", "--done", str(tmp_path / "list.txt")) == {
        "confirmed": ["SO-1", "SO-3"],
        "not_waiting": 1,
    }


def test_a_platform_without_a_format(sealbench: Command, tmp_path: Path) -> None:
    """店小秘 gets the plain columns, and is told so."""
    _hand_over(sealbench)
    out = tmp_path / "d.csv"
    sealbench("confirm", "--platform", "dianxiaomi", "-o", str(out))
    assert "dianxiaomi has no format of its own here" in sealbench.err
    assert out.read_text("utf-8-sig").splitlines()[1].startswith("SO-3,epacket,")


def test_the_ledger(sealbench: Command, tmp_path: Path) -> None:
    """Today's parcels in every form; recipients masked unless they are asked for."""
    assert "没有发出包裹" in sealbench("report", "ledger")
    _hand_over(sealbench)
    told = sealbench.json("report", "ledger")
    assert [row["waybill"] for row in told["rows"]] == ["LX1", "LX2", "LX3"]
    assert told["total"]["parcels"] == 3
    assert "Rue Exemple" not in sealbench("report", "ledger")
    assert "Rue Exemple" in sealbench("report", "ledger", "--personal")
    assert [row["bench"] for row in sealbench.json("report", "ledger", "--by", "bench")["rows"]] == ["B01"]
    assert sealbench("report", "ledger", "-o", str(tmp_path / "l.xlsx")) == f"{tmp_path / 'l.xlsx'}: 3 parcels\n"
    assert (tmp_path / "l.xlsx").read_bytes().startswith(b"PK")
    sealbench("report", "ledger", "--personal", "-o", str(tmp_path / "l.csv"))
    assert "'=Ann" in (tmp_path / "l.csv").read_text("utf-8-sig")


def test_delivery_notes(home: Home, sealbench: Command, tmp_path: Path) -> None:
    """Named orders, or all that left today: each is kept by itself, and all are in one file where that is asked for."""
    out = tmp_path / "notes.pdf"
    told = sealbench.json("report", "notes", "SO-1", "SO-1", "-o", str(out))
    assert told["notes"] == 1
    assert out.read_bytes().startswith(b"%PDF-")
    assert "no parcel left" in sealbench("report", "notes")
    _hand_over(sealbench)
    kept = sealbench.json("report", "notes")["kept"]
    assert sorted(Path(file).name for file in kept) == ["SO-1.pdf", "SO-2.pdf", "SO-3.pdf"]
    assert all(Path(file).is_relative_to(home.root / "delivery-notes") for file in kept)


def test_the_platforms_own_file_has_the_last_word(home: Home, sealbench: Command, tmp_path: Path) -> None:
    """An order that was told, and that the next file still calls unshipped, is reported; one it calls shipped goes."""
    book = OrderBook.open(f"sqlite:///{home.root / 'orders.db'}")
    for each in (7, 8):
        put_sealed(book, f"SO-{each}", f"YT{each}", platform="generic")
    book.close()
    number = str(sealbench.json("handover", "open", "yto")["handover"])
    sealbench("handover", "scan", number, "YT7", "YT8")
    sealbench("handover", "close", number)
    sealbench("confirm", "--platform", "generic", "-o", str(tmp_path / "g.csv"))
    (tmp_path / "orders.csv").write_text("order,sku,quantity,status\nSO-7,A,1,paid\nSO-8,A,1,shipped\n")
    sealbench("import", str(tmp_path / "orders.csv"))
    (waiting,) = sealbench.json("confirm", "--pending", "--platform", "generic")["pending"]
    assert waiting["order"] == "SO-7"
    assert waiting["doubted"] >= waiting["exported"]
    assert sealbench.json("confirm", "--pending", "--platform", "generic")["platforms"][0]["doubted"] == 1
