"""The watched folder: everything that is put there is taken once, kept, and accounted for."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from station.errors import BookUnreachable, Trouble
from station.home import Home
from station.orders.engine import reading
from station.orders.import_records import newest
from station.orders.importing import Shelf, take_files
from station.orders.orderbook import OrderBook
from station.orders.watching import FolderWatch
from tests.orders.intake import T0, order_file, shelf


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "drop"
    made.mkdir()
    return made


@pytest.fixture
def watch(book: OrderBook, home: Home, folder: Path) -> FolderWatch:
    """A watch whose shelf is the test's own."""

    @contextmanager
    def open_shelf(_now_us: int) -> Iterator[Shelf]:
        yield shelf(book, home)

    return FolderWatch(folder, open_shelf)


def _looks(watch: FolderWatch, times: int = 2) -> list[str]:
    return [handled.sentence for n in range(times) for handled in watch.look(now_us=T0 + n)]


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def _receipts(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.receipt.json"))]


def _records(book: OrderBook) -> int:
    with reading(book.engine) as connection:
        return len(newest(connection, limit=100))


def test_a_file_is_taken_when_it_stood_still(book: OrderBook, watch: FolderWatch, folder: Path) -> None:
    """The first look only sees it; the second finds it as it was, imports it and moves it with its receipt."""
    order_file(folder / "a.csv", "1", "2!")
    assert watch.look(now_us=T0) == ()
    assert book.order_copy("1") is None
    (handled,) = watch.look(now_us=T0 + 1)
    assert (handled.fault, handled.name) == (True, "a.csv")
    assert book.order_copy("1") is not None
    assert _names(folder) == ["done"]
    (receipt,) = _receipts(folder / "done")
    assert (receipt["file"], receipt["by"], receipt["new"], receipt["refused"]) == ("a.csv", "P001", 1, 1)
    assert receipt["errors"][0]["row"] == 3
    assert len(_names(folder / "done")) == 2
    assert _looks(watch) == []


def test_a_file_that_is_still_written(book: OrderBook, watch: FolderWatch, folder: Path) -> None:
    """A file that grows between two looks waits, and so does one that is still empty."""
    (folder / "empty.csv").touch()
    for count in (1, 2, 3):
        order_file(folder / "a.csv", *map(str, range(count)))
        assert watch.look(now_us=T0) == ()
    assert len(watch.look(now_us=T0)) == 1
    assert _names(folder) == ["done", "empty.csv"]
    assert len(book.search()) == 3


def test_what_is_not_for_it(watch: FolderWatch, folder: Path) -> None:
    """Downloads under way, hidden files, folders and links stay where they are."""
    order_file(folder / "half.csv.crdownload", "1")
    order_file(folder / ".hidden.csv", "1")
    order_file(folder / "~$open.xlsx", "1")
    (folder / "later").mkdir()
    os.symlink("/etc/hostname", folder / "link.csv")
    before = _names(folder)
    assert _looks(watch, 3) == []
    assert _names(folder) == before


def test_a_bad_file_is_put_aside(book: OrderBook, watch: FolderWatch, folder: Path) -> None:
    """A file that is no order file goes to the refused ones with one sentence, and the others are taken."""
    (folder / "photo.csv").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    order_file(folder / "a.csv", "1")
    assert len(_looks(watch)) == 2
    (receipt,) = _receipts(folder / "refused")
    assert receipt["said"].startswith("this is neither a table nor a spreadsheet (photo.csv).")
    assert "\n" not in receipt["said"]
    assert [name.split(".")[0] for name in _names(folder / "refused")] == ["photo"] * 2
    assert book.order_copy("1") is not None


def test_the_same_content_again(book: OrderBook, watch: FolderWatch, folder: Path) -> None:
    """A file that was imported before, under whatever name, is kept and changes nothing: it may be older by now."""
    order_file(folder / "a.csv", "1", message="first")
    _looks(watch)
    order_file(folder / "b.csv", "1", message="second")
    _looks(watch)
    order_file(folder / "a.csv", "1", message="first")
    order_file(folder / "c.csv", "1", message="first")
    said = _looks(watch)
    assert len(said) == 2
    assert all("imported already" in each for each in said)
    order = book.order_copy("1")
    assert order is not None
    assert order.buyer_message == "second"
    assert _records(book) == 2
    assert len(_receipts(folder / "done")) == 3
    assert _receipts(folder / "done")[0]["said"].startswith("imported as generic")


def test_the_oldest_first(book: OrderBook, watch: FolderWatch, folder: Path) -> None:
    """Two reports of the same orders: the one written last says what is so."""
    newer = order_file(folder / "a.csv", "1", message="newer")
    older = order_file(folder / "b.csv", "1", message="older")
    os.utime(older, ns=(1, 1_000))
    os.utime(newer, ns=(1, 2_000))
    _looks(watch)
    order = book.order_copy("1")
    assert order is not None
    assert order.buyer_message == "newer"


@pytest.mark.parametrize("step", ["write_text", "mkdir", "replace"])
def test_stopped_at_any_step(
    book: OrderBook, watch: FolderWatch, folder: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ended between the import, the receipt and the move: the next start finishes, and imports nothing twice."""
    order_file(folder / "a.csv", "1", "2!")

    def die(*_args: object, **_keywords: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, step, die)
        with pytest.raises(KeyboardInterrupt):
            _looks(watch)
    assert (_names(folder)[0], book.order_copy("1") is not None) == ("a.csv", True)
    restarted = FolderWatch(folder, watch._open_shelf)
    assert len(_looks(restarted)) == 1
    assert _names(folder) == ["done"]
    (receipt,) = _receipts(folder / "done")
    assert (receipt["new"], receipt["refused"], len(receipt["errors"])) == (1, 1, 1)
    assert _records(book) == 1


def test_written_while_it_was_taken(
    book: OrderBook, watch: FolderWatch, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is written into a file while it is imported is not lost: it stays and is taken when it stands still."""
    order_file(folder / "a.csv", "1")
    watch.look(now_us=T0)

    def slowly(*args: Any, **keywords: Any) -> Any:
        taken = take_files(*args, **keywords)
        order_file(folder / "a.csv", "1", "2")
        return taken

    with monkeypatch.context() as patch:
        patch.setattr("station.orders.watching.take_files", slowly)
        assert watch.look(now_us=T0) == ()
    assert _names(folder) == ["a.csv"]
    assert len(_looks(watch)) == 1
    assert book.order_copy("2") is not None


def test_trouble_is_not_the_files_fault(
    book: OrderBook, home: Home, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the order book cannot be reached, or the folder not read, files stay and the next look takes them."""
    reachable = False

    @contextmanager
    def open_shelf(_now_us: int) -> Iterator[Shelf]:
        if not reachable:
            raise BookUnreachable("the order book's server cannot be reached")
        yield shelf(book, home)

    watch = FolderWatch(folder, open_shelf)
    order_file(folder / "a.csv", "1")
    watch.look(now_us=T0)
    with pytest.raises(BookUnreachable):
        watch.look(now_us=T0)
    reachable = True
    with monkeypatch.context() as patch:
        patch.setattr(hashlib, "file_digest", _denied)
        (handled,) = watch.look(now_us=T0)
        assert handled.sentence == "a.csv: waits in the folder: permission denied"
        assert watch.look(now_us=T0) == ()
    assert len(watch.look(now_us=T0)) == 1
    with pytest.raises(Trouble, match="watched folder cannot be read"):
        FolderWatch(folder / "nowhere", open_shelf).look(now_us=T0)


def _denied(*_args: object, **_keywords: object) -> None:
    raise PermissionError(13, "Permission denied")
