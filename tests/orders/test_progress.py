"""Progress on a terminal and in a log, told by a clock that stands beside it."""

from __future__ import annotations

import io
from pathlib import Path

from station.home import Home
from station.orders.importing import Shelf, take_files
from station.orders.orderbook import OrderBook
from station.orders.progress import ProgressLine
from tests.orders.intake import T0, order_file, shelf


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def _told(stream: io.StringIO, *steps: tuple[int, int]) -> ProgressLine:
    """Each step: at what time in ms, how much of 100 was done."""
    times = iter([0, *(at for at, _done in steps)])
    line = ProgressLine(stream, now_us=lambda: next(times) * 1000)
    for _at, done in steps:
        line("comparing", done, 100)
    return line


def test_a_log_gets_a_line_a_second() -> None:
    """Between lines passes a second at least; an import shorter than that says nothing."""
    log = io.StringIO()
    _told(log, (10, 1), (990, 30), (1_000, 31), (1_500, 50), (2_001, 80))
    assert log.getvalue() == " 31%  comparing, 31 of 100\n 80%  comparing, 80 of 100\n"


def test_a_terminal_gets_a_bar() -> None:
    """The line is written over, and cleared at the end."""
    screen = _Screen()
    line = _told(screen, (50, 1), (100, 25), (150, 30), (200, 100))
    drawn = screen.getvalue().split("\r\x1b[K")
    assert drawn == [
        "",
        "[#####---------------]  25%  comparing, 25 of 100",
        f"[{'#' * 20}] 100%  comparing, 100 of 100",
    ]
    line.clear()
    line.clear()
    assert screen.getvalue().endswith("of 100\r\x1b[K")


def test_work_of_unknown_length() -> None:
    """What has no known end has no share."""
    log = io.StringIO()
    times = iter((0, 2_000_000))
    ProgressLine(log, now_us=lambda: next(times))("reading a.csv", 0, 0)
    assert log.getvalue() == "reading a.csv …\n"


def test_an_import_tells_how_far_it_is(book: OrderBook, home: Home, tmp_path: Path) -> None:
    """Reading, understanding, comparing and writing are told in this order, and never more than there is."""
    told: list[tuple[str, int, int]] = []
    place = shelf(book, home)
    telling = Shelf(
        book=book,
        home=home,
        shop_name="demo",
        shop=place.shop,
        tell=lambda what, done, of: told.append((what, done, of)),
    )
    take_files(telling, [order_file(tmp_path / "a.csv", *map(str, range(5_000)))], now_us=T0)
    stages = list(dict.fromkeys(what.split()[0] for what, _done, _of in told))
    assert stages == ["reading", "understanding", "comparing", "writing", "closing"]
    assert all(0 <= done <= of for _what, done, of in told)
    assert [done for what, done, _of in told if what == "comparing"] == [0, 2_000, 4_000]
