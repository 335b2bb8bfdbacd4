"""``evidence erase|hold|unhold|retain`` as a supervisor types them."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

import pytest
from sqlalchemy import insert

from station.bench_ledger import open_ledger
from station.carrying import carry
from station.clock import SystemClock
from station.evidence.fact import Fact
from station.home import Home
from station.orders.engine import writing
from station.orders.erasure_requests import waiting_for
from station.orders.orderbook import OrderBook
from station.orders.tables import events, orders
from station.settings import load
from tests.verbs.command import Command

BY = ("--by", "P009", "--reason", "asked by letter")


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """One parcel of today at this bench, and one order of long ago that a supplier sent."""
    home = Home(tmp_path / "home")
    home.root.mkdir()
    book = OrderBook.open(f"sqlite:///{home.root / 'orders.db'}")
    with writing(book.engine) as connection:
        for number, sealed_us in (("SO-1", 1_795_000_000_000_000), ("SO-0", 5)):
            row = {"number": number, "platform": "taobao", "shop": "demo", "state": "sealed", "sealed_us": sealed_us}
            connection.execute(insert(orders).values(**row, name="孙示例"))
    book.close()
    with closing(open_ledger(home, load(home), SystemClock())) as ledger:
        ledger.append([Fact(kind="ParcelMade", com={"recipient": "孙示例"})], order_no="SO-1", by="P001")
    return Command(home.root, capsys)


def test_erased_and_gone(command: Command) -> None:
    """What went is told in numbers, and where to look further; afterwards nothing knows the order."""
    told = command.json("evidence", "erase", "SO-1", *BY)
    assert (told["orders"], told["fields"], told["left"]) == (["SO-1"], 1, [])
    assert len(told["entries"]) == 1
    command("evidence", "erase", "SO-1", *BY, exits=1)
    assert "nothing here knows order SO-1" in command.err
    command("evidence", "audit")


def test_told_to_a_person(command: Command) -> None:
    """Copies that are out of reach are named."""
    assert "backups" in command("evidence", "erase", "SO-1", *BY)


def test_no_room_is_said(command: Command) -> None:
    """Erased, and on stderr what the disk lacks; with room it is made good in passing."""
    with patch("station.rewriting.shutil.disk_usage") as usage:
        usage.return_value.free = 1_000_000
        command.json("evidence", "erase", "SO-1", *BY)
        assert "MB of its disk for a while, and 1 are free; until then" in command.err
        command("evidence", "retain", "--json")
        assert "are free" in command.err
    command("evidence", "retain", "--json")
    assert "are free" not in command.err


def test_a_hold_and_its_end(command: Command) -> None:
    """Held: refused, with what to do; lifted: erased."""
    command("evidence", "hold", "SO-1", *BY)
    command("evidence", "erase", "SO-1", *BY, exits=1)
    assert "legal hold" in command.err
    assert "evidence unhold" in command.err
    command("evidence", "unhold", "SO-1", *BY)
    command("evidence", "erase", "SO-1", *BY)
    command("evidence", "hold", "SO-7", *BY, exits=1)


def test_rules_by_hand(command: Command) -> None:
    """A dry run says what the real one does; a second one finds nothing more."""
    would = command.json("evidence", "retain", "--dry-run")
    assert (would["dry_run"], would["people"], would["personal"]) == (True, 1, 0)
    did = command.json("evidence", "retain")
    assert {**did, "dry_run": True} == would
    assert command.json("evidence", "retain")["people"] == 0
    assert "erased" in command("evidence", "retain")


def test_a_home_without_a_ledger(command: Command) -> None:
    """An office erases from its order book alone."""
    for file in command.home.glob("ledger.*"):
        os.unlink(file)
    assert command.json("evidence", "retain")["people"] == 1
    assert command.json("evidence", "erase", "SO-0", *BY)["orders"] == ["SO-0"]


def test_a_bench_that_does_not_answer(command: Command, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The office is told which bench has still to do its part, and ends with 1; without that bench it is done."""
    with closing(OrderBook.open(f"sqlite:///{command.home / 'orders.db'}")) as book:
        carry(Home(command.home), book)
    office = Command(tmp_path / "office", capsys)
    office.home.mkdir()
    address = f"sqlite:///{command.home / 'orders.db'}"
    (office.home / "bench.toml").write_text(f'[bench]\norderbook = "{address}"\n', "utf-8")
    said = office("evidence", "erase", "SO-1", *BY, "--wait", "0", exits=1)
    assert "B01: has not answered" in said
    assert "NOT ERASED EVERYWHERE" in said
    told = office.json("evidence", "erase", "SO-1", *BY, "--without", "B01")
    assert (told["orders"], told["benches"]) == (["SO-1"], [])
    with pytest.raises(SystemExit):
        office("evidence", "erase", "SO-1", *BY, "--wait", "many")


def test_the_own_part_beside_another_bench_s(command: Command) -> None:
    """A closed bench does its own part at once, and says what the others have still to do."""
    with closing(OrderBook.open(f"sqlite:///{command.home / 'orders.db'}")) as book:
        carry(Home(command.home), book)
        with writing(book.engine) as connection:
            row = {"bench": "B02", "epoch": 1, "seq": 0, "kind": "ParcelMade", "wall_us": 1, "packer": "p"}
            connection.execute(insert(events).values(**row, order_no="SO-1", header="{}"))
    command("evidence", "erase", "SO-1", *BY, "--wait", "0", "--json", exits=1)
    with closing(OrderBook.open(f"sqlite:///{command.home / 'orders.db'}")) as book:
        assert [one.bench for one in waiting_for(book, "B02")] == ["B02"]
        assert waiting_for(book, "B01") == ()
    command("evidence", "audit")


def test_plain_media_by_hand(command: Command) -> None:
    """Nothing is plain here: counted as nothing, and said so."""
    assert command.json("evidence", "seal-media") == {"sealed": 0, "missing": 0, "changed": 0, "removed": 0}
    assert "0 files sealed" in command("evidence", "seal-media")
