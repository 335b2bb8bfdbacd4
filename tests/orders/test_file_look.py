"""A look at an order file before it is imported."""

from __future__ import annotations

from pathlib import Path

import pytest

from station.errors import Trouble, UsageTrouble
from station.home import Home
from station.orders.file_look import FileLook, look_at
from station.orders.opening import shop_of
from station.settings import config_dir

DEMO = config_dir() / "demo"


def _look(home: Home, path: Path, **meanings: str) -> FileLook:
    return look_at(path, shop=shop_of(home, config_dir(), "demo"), home=home, meanings=meanings)


def test_a_platforms_file_is_recognised(home: Home) -> None:
    """Its source by its headers, its encoding, its columns and what the first rows have; nothing needs to be taught."""
    look = _look(home, DEMO / "taobao-orders.csv")
    assert (look.source, look.teachable, look.lacking) == ("taobao-orders", False, ())
    assert look.kind in ("UTF-8", "GB18030")
    assert look.orders > 0
    assert look.columns[0].samples
    assert _look(home, DEMO / "aliexpress.xls").kind == "XLS"


def test_a_table_of_ones_own_is_taught(home: Home, tmp_path: Path) -> None:
    """What is missing is named until it is said; then its first rows are read, and bad ones named by their header."""
    file = tmp_path / "own.csv"
    file.write_bytes("Nr,Ware,Stück\nA-1,MUG,2\nA-2,MUG,x\n".encode("cp1252"))
    unknown = _look(home, file)
    assert (unknown.source, unknown.lacking, unknown.orders) == ("", ("order", "sku", "quantity"), 0)
    assert unknown.kind == "CP1252"
    look = _look(home, file, Nr="order", Ware="sku", Stück="quantity")
    assert (look.source, look.lacking, look.orders, look.rows) == ("generic", (), 1, 2)
    assert [(fault.row, fault.column) for fault in look.faults] == [(3, "Stück")]
    taken_back = _look(home, file, Nr="order", Ware="", Stück="quantity")
    assert taken_back.lacking == ("sku",)
    assert not list(home.root.glob("mappings/*"))


def test_what_is_no_table_is_a_sentence(home: Home, tmp_path: Path) -> None:
    """An empty file, a missing one, a meaning that there is not: each is told, and nothing is changed."""
    empty = tmp_path / "empty.csv"
    empty.write_bytes(b"")
    with pytest.raises(Trouble, match="empty"):
        _look(home, empty)
    with pytest.raises(Trouble, match="cannot be read"):
        _look(home, tmp_path / "gone.csv")
    empty.write_text("Nr,Ware\n1,2\n", encoding="utf-8")
    with pytest.raises(UsageTrouble, match="no such meaning"):
        _look(home, empty, Nr="colour")
