"""A bench of a fleet with its home, its line to the book and its packer, started again whenever it was killed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event, Lock, Thread

from station.home import Home
from tests.e2e.fleet.bench import FleetBench, Gone, Waits
from tests.e2e.fleet.packer import Packer
from tests.orders.flaky_proxy import FlakyProxy

SETTINGS = """
[bench]
id = "{name}"
orderbook = "{url}"
[packing]
wave_orders = {wave}
reserved_numbers = {numbers}
[[device]]
name = "label printer"
kind = "printer"
link = "file:out"
speaks = "zpl"
"""


class Seat:
    """``url`` is the server's as the bench sees it; ``proxy`` is None for one that is reached without."""

    def __init__(
        self, name: str, folder: Path, url: str, proxy: FlakyProxy | None, *, wave: int, behind: tuple[str, ...] = ()
    ) -> None:
        self.name = name
        self.home = Home(folder / name)
        self.proxy = proxy
        self.waits = Waits()
        self.sealed: list[str] = []
        self.trouble = ""
        self.starts = 0
        self._behind = behind
        self._may_start = Event()
        self._may_start.set()
        self._lock = Lock()
        self._bench: FleetBench | None = None
        self._thread: Thread | None = None
        self.home.root.mkdir(parents=True)
        text = SETTINGS.format(name=name, url=url, wave=wave, numbers=3 * wave)
        self.home.settings_file.write_text(text, encoding="utf-8")

    def begin(self, goes_on: Callable[[], bool], stocked: Callable[[], bool]) -> None:
        self._thread = Thread(target=self._work, args=(goes_on, stocked), name=self.name)
        self._thread.start()

    def join(self) -> None:
        assert self._thread is not None
        self._thread.join()

    def kill(self) -> None:
        """It stays down until ``revive``."""
        self._may_start.clear()
        with self._lock:
            if self._bench is not None:
                self._bench.kill()

    def revive(self) -> None:
        self._may_start.set()

    def jump(self, seconds: int) -> None:
        """The bench's time of day is so much off from now on."""
        (self.home.root / "clock").write_text(str(seconds), "ascii")

    def _work(self, goes_on: Callable[[], bool], stocked: Callable[[], bool]) -> None:
        while True:
            self._may_start.wait()
            bench = FleetBench(self.home, self.waits, behind=self._behind)
            with self._lock:
                self._bench = bench
            self.starts += 1
            packer = Packer(bench, goes_on, stocked)
            try:
                packer.work()
                ended = bench.end()
                self.trouble = f"it ended with {ended}" if ended else ""
                return
            except Gone:
                if bench.process.wait() >= 0:
                    self.trouble = f"it ended by itself with {bench.process.returncode}"
                    return
            except Exception as why:  # noqa: BLE001  a packer that cannot go on is the finding
                self.trouble = f"{why!r} after {bench.told[-2:]}"
                bench.kill()
                return
            finally:
                self.sealed += packer.sealed
