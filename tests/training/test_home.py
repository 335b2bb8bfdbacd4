"""The throw-away home: what it takes over from the real one, and that a real one is only read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from station.cli import main
from station.demo.virtual_bench import VirtualBench, plug_in
from station.home import Home
from station.packing.model import OrderNo, OrderState
from station.settings import load
from station.training.home import Wish, add_order, cancel, make, wish_of
from station.training.lessons import LESSONS, Lesson
from tests.e2e.warehouse import NOW_US, open_orders

SCANNER = '[[device]]\nname = "scanner"\nkind = "scanner"\nlink = "serial:/dev/ttyACM0"\nspeaks = "plain"\n'


@pytest.fixture
def virtual(qapp: object, tmp_path: Path) -> Iterator[VirtualBench]:
    made = plug_in(tmp_path / "devices")
    yield made
    made.close()


def test_a_bench_without_settings_trains_too(home: Home) -> None:
    """On the first day there is no home yet, and none is made."""
    assert wish_of(home) == Wish(language="zh", theme="light")
    assert not home.root.exists()


def test_language_look_and_scanners_come_along(home: Home, tmp_path: Path, virtual: VirtualBench) -> None:
    """A scanner only when asked for, under a name of its own; printer, scale and order book never."""
    home.root.mkdir()
    real = f'[bench]\nid = "B07"\nlanguage = "en"\ntheme = "dark"\norderbook = "sqlite:///real.db"\n\n{SCANNER}'
    home.settings_file.write_text(real, encoding="utf-8")
    assert wish_of(home).scanners == ()
    wish = wish_of(home, language="zh", scanners=True)
    trained = make(tmp_path / "t", virtual, wish, NOW_US)
    settings = load(trained)
    assert (settings.bench.language, settings.bench.theme) == ("zh", "dark")
    assert (settings.bench.id, settings.bench.orderbook) == ("TRAIN", trained.relative("sqlite:///orders.db"))
    assert [(one.name, one.link) for one in settings.devices_of("scanner")] == [
        ("scanner", virtual.scanner.outlet.address),
        ("scanner (real)", "serial:/dev/ttyACM0"),
    ]
    assert home.settings_file.read_text(encoding="utf-8") == real
    assert [path.name for path in home.root.iterdir()] == ["bench.toml"]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_each_lesson_has_its_order(lesson: Lesson, tmp_path: Path, virtual: VirtualBench) -> None:
    """Its goods are known with their weights, and the order may be packed; a second try is a second order."""
    trained = make(tmp_path / "t", virtual, Wish(), NOW_US)
    for number in ("TRAIN-1", "TRAIN-2"):
        add_order(trained, lesson, OrderNo(number), f"YT9900000000{number[-1]:0>3}", NOW_US)
    book = open_orders(trained)
    try:
        order = book.order_copy(OrderNo("TRAIN-2"))
        assert order is not None
        assert order.state is OrderState.READY
        assert [(line.sku, line.quantity) for line in order.lines] == list(lesson.goods)
        assert all(line.weight_mg for line in order.lines)
    finally:
        book.close()


def test_a_buyer_cancels(tmp_path: Path, virtual: VirtualBench) -> None:
    """The order is held from then on, as with a real request."""
    trained = make(tmp_path / "t", virtual, Wish(), NOW_US)
    add_order(trained, LESSONS[0], OrderNo("TRAIN-1"), "YT9900000000001", NOW_US)
    cancel(trained, OrderNo("TRAIN-1"), NOW_US)
    book = open_orders(trained)
    order = book.order_copy(OrderNo("TRAIN-1"))
    book.close()
    assert order is not None
    assert order.state is OrderState.HELD


def test_without_a_screen(home: Home, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence and what to do instead; nothing is made."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("station.display.has_display", lambda: False)
    assert main(["--home", str(home.root), "train"]) == 2
    assert "no screen to train on" in capsys.readouterr().err
    assert not home.root.exists()


def test_a_page_is_never_written_over(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Said before the training begins, not after an hour of it."""
    monkeypatch.setattr("station.display.has_display", lambda: True)
    paper = tmp_path / "page.pdf"
    paper.write_text("mine", encoding="utf-8")
    assert main(["--home", str(home.root), "train", "--page", str(paper)]) == 2
    assert "such a file already" in capsys.readouterr().err
    assert paper.read_text(encoding="utf-8") == "mine"
