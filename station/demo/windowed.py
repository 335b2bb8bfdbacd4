"""The demo on a machine with a screen: the bench window, and beside it a panel that moves the virtual devices."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from station import window_app
from station.bench_thread import BenchThread
from station.clock import SystemClock
from station.collecting import Collecting
from station.demo import home as demo_home
from station.demo.panel import ORDERS_MAX, PanelDesk
from station.demo.virtual_bench import plug_in
from station.orders.orderbook import OrderBook
from station.settings import load, load_materials
from station.ui.screen import Words
from station.ui.theme import palette
from station.ui.virtual_panel import VirtualPanel

GAP_PX = 16
CABLES = (
    ("scanner", Words(zh="扫码枪", en="Scanner")),
    ("scale", Words(zh="秤", en="Scale")),
    ("label printer", Words(zh="打印机", en="Printer")),
)


def run(folder: Path) -> int:
    """The window and the panel until the window is closed."""
    application = QApplication.instance() or QApplication(["sealbench"])
    assert isinstance(application, QApplication)
    Collecting(application)
    home = demo_home.fresh(folder)
    virtual = plug_in(folder / "devices")
    demo_home.write_settings(home, virtual.addresses)
    demo_home.fill(home, SystemClock().now().wall_us)
    settings = load(home)
    book = OrderBook.open(settings.bench.orderbook)
    orders = tuple(row.number for row in book.search("", limit=ORDERS_MAX))
    book.close()
    rules = settings.rules({}, materials=load_materials())

    def beside(view: window_app.BenchWindow, bench: BenchThread) -> PanelDesk:
        tokens = palette(settings.bench.theme)
        panel = VirtualPanel(language=settings.bench.language, palette=tokens, devices=CABLES)
        desk = PanelDesk(panel, virtual, orders, rules)
        bench.outcome.connect(desk.see)
        panel.show()
        panel.move(view.window.width() + GAP_PX, 0)
        return desk

    try:
        return window_app.run(home, also=beside)
    finally:
        virtual.close()
