"""The verbs of the order book, as a person or another program calls them."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from station.codes import read
from station.orders.tables import SCHEMA
from tests.orders.demo_files import DEMO
from tests.verbs.command import Command

FILES = [str(DEMO / name) for name in ("taobao-orders.csv", "taobao-items.csv", "aliexpress.xls")]
IMPORT_KEYS = [
    "file",
    "source",
    "orders",
    "lines",
    "new",
    "updated",
    "unchanged",
    "held",
    "closed",
    "refused",
    "errors",
]


@pytest.fixture
def sealbench(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(tmp_path / "home", capsys)


def test_import_says_exactly_what_it_promises(sealbench: Command) -> None:
    """The JSON of ``import`` has the promised keys and sums; a second time all is unchanged."""
    files = sealbench.json("import", *FILES)["files"]
    assert [list(each) for each in files] == [IMPORT_KEYS] * 3
    assert [each["source"] for each in files] == ["taobao-orders", "taobao-items", "aliexpress"]
    assert [(each["orders"], each["new"]) for each in files] == [(14, 14), (16, 2), (7, 7)]
    again = sealbench.json("import", *FILES)["files"]
    assert [each["unchanged"] for each in again] == [14, 16, 7]


def test_a_table_nobody_knows_is_taught(sealbench: Command, tmp_path: Path) -> None:
    """What the columns of a table mean is said once; the next table with these headers needs no word."""
    path = tmp_path / "orders.tsv"
    path.write_text("Trade no.\tArticle\tPieces\tStage\nT-1\tMUG\t2\tPayment Confirmed\n", "utf-16")
    assert sealbench.json("import", str(path), exits=1)["files"][0]["new"] == 0
    assert '--map "COLUMN=order"' in sealbench.err
    words = ("Trade no.=order", "Article=sku", "Pieces=quantity", "Stage=status")
    taught = [argument for word in words for argument in ("--map", word)]
    sealbench("import", str(path), *taught, "--map", "Nothing=sku", exits=2)
    document = sealbench.json("import", str(path), *taught, "--platform", "alibaba", "--dry-run")["files"][0]
    assert (document["source"], document["new"], document["held"]) == ("generic", 1, 0)
    sealbench("import", str(path), exits=1)
    sealbench("import", str(path), *taught, "--platform", "alibaba")
    assert sealbench.json("import", str(path))["files"][0]["unchanged"] == 1
    assert sealbench.json("orders", "show", "T-1")["platform"] == "alibaba"


def test_a_bad_row_is_an_exit_and_a_file(sealbench: Command, tmp_path: Path) -> None:
    """A refused row ends in exit 1 and stands in the error file; the good rows are taken."""
    path, errors = tmp_path / "own.csv", tmp_path / "errors.csv"
    path.write_text("order,sku,qty\n1,A,1\n2,A,x\n", "utf-8")
    document = sealbench.json("import", str(path), "--errors", str(errors), exits=1)["files"][0]
    assert (document["new"], document["refused"]) == (1, 1)
    assert document["errors"][0]["row"] == 3
    assert 'own.csv,3,qty,2,"the quantity' in errors.read_text("utf-8-sig")


def test_the_error_file_names_files_too(sealbench: Command, tmp_path: Path) -> None:
    """A file of which nothing could be taken stands in the error file with its sentence."""
    path, errors = tmp_path / "none.csv", tmp_path / "errors.csv"
    sealbench("import", str(path), "--errors", str(errors), exits=1)
    assert "none.csv,,,,the file cannot be read" in errors.read_text("utf-8-sig")


def test_a_source_that_does_not_fit(sealbench: Command, tmp_path: Path) -> None:
    """A file read by a source that was named for it must have that source's columns; else nothing is taken."""
    path = tmp_path / "own.csv"
    path.write_text("订单号,货号,数量\nSO-1,A,1\n", "utf-8")
    sealbench("import", str(path), "--source", "taobao-orders", exits=1)
    assert "taobao-orders needs columns that the table has not: 订单编号" in sealbench.err
    assert sealbench.json("orders")["orders"] == []


def test_a_fault_names_the_column_of_the_file(sealbench: Command, tmp_path: Path) -> None:
    """A refused cell is named by the header that the person sees, not by the program's word for it."""
    path = tmp_path / "own.csv"
    path.write_text("订单号,货号,数量\nSO-1,A,0\n", "utf-8")
    (error,) = sealbench.json("import", str(path), exits=1)["files"][0]["errors"]
    assert (error["row"], error["column"]) == (2, "数量")


def test_the_list_shows_the_holds_that_only_warn(sealbench: Command) -> None:
    """An order that may ship and yet is held for the office says so in the list as it does alone."""
    sealbench("import", *FILES, str(DEMO / "taobao-orders-21.csv"))
    listed = sealbench.json("orders")["orders"]
    warned = [each for each in listed if each["state"] == "ready" and each["holds"]]
    assert warned
    for each in listed:
        assert each["holds"] == sealbench.json("orders", "show", each["order"])["holds"]


def test_a_bad_file_is_one_sentence(sealbench: Command, tmp_path: Path) -> None:
    """A file that is no table ends in exit 1 with one sentence and no traceback."""
    path = tmp_path / "x.csv"
    path.write_bytes(b"\x00\x01\x02")
    document = sealbench.json("import", str(path), exits=1)["files"][0]
    assert document["orders"] == 0
    assert len(document["errors"]) == 1
    assert sealbench.err.count("\n") == 1


def test_show_masks_people(sealbench: Command) -> None:
    """What ``orders show`` tells names nobody unless it is asked to."""
    sealbench("import", *FILES)
    number = "3100000000000000001"
    shown = sealbench.json("orders", "show", number)
    assert (shown["order"], shown["state"], shown["holds"]) == (number, "ready", [])
    assert [(line["sku"], line["quantity"]) for line in shown["lines"]] == [("MUG-330-W", 1), ("COASTER-10", 2)]
    for form in (sealbench("orders", "show", number), sealbench("orders"), json.dumps(shown, ensure_ascii=False)):
        assert "林晓" not in form
        assert "13800000001" not in form
    assert "林晓" in sealbench("orders", "show", number, "--personal")
    sealbench("orders", "show", "NOPE", exits=1)


def test_hold_and_release(sealbench: Command) -> None:
    """An order is held with a reason and released again; the platform's hold is not a person's to lift."""
    sealbench("import", *FILES)
    number = "3100000000000000001"
    sealbench("orders", "hold", number, "--reason", "address in doubt")
    (hold,) = sealbench.json("orders", "show", number)["holds"]
    assert (hold["reason"], hold["detail"]) == ("by_supervisor", "address in doubt")
    assert number in [each["order"] for each in sealbench.json("orders", "--state", "held")["orders"]]
    assert sealbench.json("orders", "release", number) == {"order": number, "released": ["by_supervisor"]}
    sealbench("orders", "release", "3100000000000000006", exits=1)
    assert "held by its platform: unpaid" in sealbench.err
    sealbench("orders", "hold", "NOPE", "--reason", "x", exits=1)
    sealbench("orders", "--state", "lost", exits=2)


def test_products_and_their_faults(sealbench: Command, tmp_path: Path) -> None:
    """The product file is taken; a bad row is an exit."""
    assert sealbench.json("products", "import", str(DEMO / "products.csv"))["new"] == 20
    path = tmp_path / "p.csv"
    path.write_text("sku,weight_g\nA,x\n", "utf-8")
    assert sealbench.json("products", "import", str(path), exits=1)["refused"] == 1
    sealbench("products", "import", str(tmp_path / "none.csv"), exits=1)


def test_waybill_numbers(sealbench: Command, tmp_path: Path) -> None:
    """Numbers go into the pool once; wrong ones are refused by line; unknown services are told the known ones."""
    path = str(DEMO / "waybills-epacket.txt")
    assert sealbench.json("waybills", "add", path, "--service", "epacket")["added"] == 40
    assert sealbench.json("waybills", "add", path, "--service", "epacket", exits=1)["refused"] == 40
    counts = {each["id"]: each["free"] for each in sealbench.json("services")["services"]}
    assert (counts["epacket"], counts["yto"]) == (40, 0)
    sealbench("waybills", "add", path, "--service", "pigeon", exits=2)
    assert "yto" in sealbench.err


def test_upload_of_nothing(sealbench: Command, tmp_path: Path) -> None:
    """The carrier's batch file has its columns also when nothing is packed yet."""
    out = tmp_path / "batch.csv"
    assert sealbench.json("waybills", "upload", "--service", "epacket", "-o", str(out))["parcels"] == 0
    assert out.read_text("utf-8-sig").startswith("运单号,订单号")


def test_users(sealbench: Command) -> None:
    """People are added with a badge; the list names them by badge and pseudonym."""
    sealbench("users", "add", "--badge", "LIN-1", "--name", "林晓")
    sealbench("users", "add", "--badge", "BOSS", "--name", "Boss", "--supervisor")
    users = sealbench.json("users", "list")["users"]
    assert [(u["badge"], u["supervisor"]) for u in users] == [("LIN-1", False), ("BOSS", True)]
    sealbench("users", "add", "--badge", "BOSS", "--name", "x", exits=1)


@pytest.mark.parametrize("badge", ["LIN-1", "lin-1", "7", "A" * 32])
def test_a_badge_can_be_scanned(sealbench: Command, badge: str) -> None:
    """``users add`` gives the text of the badge's barcode, and a scanner that reads it brings the badge of the list."""
    added = sealbench.json("users", "add", "--badge", badge, "--name", "林晓")
    assert read(added["code"], device="scanner").badge == added["badge"]
    assert [user["code"] for user in sealbench.json("users", "list")["users"]] == [added["code"]]
    assert added["code"] in sealbench("users", "list")


@pytest.mark.parametrize("badge", ["", "-A", "A-", "A B", "王", "A" * 33])
def test_a_badge_that_no_code_can_carry(sealbench: Command, badge: str) -> None:
    """A badge that could never be scanned is refused."""
    sealbench("users", "add", f"--badge={badge}", "--name", "林晓", exits=1)
    assert "capital letters, digits" in sealbench.err


def test_db(sealbench: Command) -> None:
    """The book is made, checked and found whole."""
    assert sealbench.json("db", "upgrade") == {"before": None, "after": SCHEMA, "entries_counted": 0}
    assert sealbench.json("db", "check")["ok"] is True


def test_a_damaged_book_ends_alike_in_words_and_json(sealbench: Command, tmp_path: Path) -> None:
    """``db check`` of a damaged book ends in exit 5, with and without ``--json``."""
    sealbench("db", "upgrade")
    with closing(sqlite3.connect(tmp_path / "home" / "orders.db", isolation_level=None)) as book:
        book.execute("CREATE TABLE odd (a)")
        book.execute("INSERT INTO odd VALUES (NULL)")
        book.execute("PRAGMA writable_schema = ON")
        book.execute("UPDATE sqlite_master SET sql = 'CREATE TABLE odd (a NOT NULL)' WHERE name = 'odd'")
    assert sealbench.json("db", "check", exits=5)["ok"] is False
    sealbench("db", "check", exits=5)
    assert "damaged" in sealbench.err


def test_another_database(sealbench: Command, tmp_path: Path) -> None:
    """An order book that cannot be reached ends in exit 5, one of another schema in exit 6."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "bench.toml").write_text('[bench]\norderbook = "postgresql+psycopg://x@127.0.0.1:1/x"\n', "utf-8")
    sealbench("orders", exits=5)
    (home / "bench.toml").write_text("", "utf-8")
    sealbench("db", "upgrade")
    with sqlite3.connect(home / "orders.db") as book:
        book.execute("UPDATE alembic_version SET version_num = '9999'")
    book.close()
    sealbench("orders", exits=6)
