"""One practice parcel: a bench of its own in ``practice/`` of the home, sample orders, and this bench's own devices.

Nothing of it touches the bench's own ledger or order book. A printer that is not there is a folder of label files.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

import tomlkit
from PySide6.QtCore import QObject, Signal

from station import codes
from station.clock import Clock
from station.demo import home as demo_home
from station.home import Home
from station.packing.inputs import Command, DeviceKind, Pressed
from station.packing.job import Job
from station.packing.model import OrderState
from station.packing.waiting import under_way
from station.settings import config_dir
from station.setup.bench_file import merged
from station.setup.values import DeviceWish, Practised, Wish
from station.ui.prompt_words import question
from station.ui.screen import Screen, Stage, Verdict, Words
from station.ui.words import AFTER

if TYPE_CHECKING:
    from station.app import Assembled
    from station.bench import Outcome

FOLDER: Final = "practice"
LABELS: Final = "labels"
_FILES: Final = DeviceWish(kind="printer", name="label printer", link=f"file:{LABELS}", speaks="zpl")
ANSWERS: Final = {"yes": Command.YES, "no": Command.NO}


def practice_home(home: Home, wish: Wish, now_us: int) -> Home:
    """A fresh practice home with sample orders and the wished devices."""
    root = home.root / FOLDER
    if (root / demo_home.MARK).is_file():
        shutil.rmtree(root)
    made = demo_home.fresh(root)
    _write_settings(made, home, wish)
    demo_home.fill(made, now_us)
    return made


def _write_settings(made: Home, home: Home, wish: Wish) -> None:
    document: Any = tomlkit.parse((config_dir() / demo_home.SETTINGS).read_text(encoding="utf-8"))
    document.pop("device")
    document["bench"]["org"] = "practice"
    document["bench"]["id"] = "PRACTICE"
    weighs = wish.device("scale") is not None
    document["packing"]["weigh"] = "always" if weighs else "never"
    devices = wish.devices if wish.device("printer") is not None else (*wish.devices, _FILES)
    practised = Wish(language=wish.language, devices=devices)
    text = merged(tomlkit.dumps(document), practised, file="practice/bench.toml")
    made.settings_file.write_text(text, encoding="utf-8")
    profiles = home.root / "printers"
    if profiles.is_dir():
        shutil.copytree(profiles, made.root / "printers", dirs_exist_ok=True)


class PracticeRun(QObject):
    """``seen`` carries a ``Practised`` after every change; the last one is sealed."""

    seen = Signal(object)

    def __init__(self, home: Home, clock: Clock, parent: QObject | None = None) -> None:
        from station.app import assemble
        from station.presenter import Presenter

        super().__init__(parent)
        self._bench: Assembled = assemble(home, clock=clock)
        self._order = _smallest(self._bench)
        self._job: Job = self._bench.host.bench.job
        kinds = tuple((described.name, DeviceKind(described.kind)) for described, _ in self._bench.devices)
        self._bench.host.shown.connect(self._outcome)  # before the presenter: a screen is shown with its own job
        self._presenter = Presenter(self._bench.host, clock, home.media, kinds)
        self._presenter.screen.connect(self._shown)

    def start(self) -> None:
        self._bench.start()
        self._presenter.show_all()

    def stop(self) -> None:
        self._bench.stop()

    def take(self, text: str) -> None:
        """A scan or a word: the same as at the bench."""
        if text == "clear":
            self._bench.host.take(Pressed(command=Command.CLEAR, device="setup"))
            return
        answer = ANSWERS.get(text)
        code = text if answer is None else codes.command_code(answer)
        self._bench.host.take(codes.read(code, device="setup"))

    def _outcome(self, outcome: Outcome) -> None:
        self._job = outcome.job

    def _shown(self, screen: Screen) -> None:
        code, busy = self._next_code(screen), under_way(self._job)
        seen = Practised(words=_told(screen), verdict=screen.verdict, code=code, busy=busy)
        if screen.stage is Stage.SEALED:
            seen = replace(seen, sealed=True, code="", waybill=screen.waybill or "")
        self.seen.emit(seen)

    def _next_code(self, screen: Screen) -> str:
        """What a packer would scan next, as a code to be shown; nothing where something else is to be done."""
        if screen.verdict is Verdict.STOP:
            return codes.command_code(Command.CLEAR)
        match screen.stage:
            case Stage.IDLE:
                return self._order
            case Stage.PACKING:
                return _line_code(self._job, screen.next_line)
            case Stage.LABELLING:
                return screen.waybill or ""
            case Stage.PROMPTING:
                return codes.command_code(Command.YES)
            case _:
                return ""


def _told(screen: Screen) -> Words:
    prompt = screen.prompt
    if prompt is not None and screen.stage is Stage.PROMPTING:
        return question(prompt)
    return AFTER.filled(first=screen.headline, next=screen.detail) if screen.detail.en else screen.headline


def _line_code(job: Job, line: int | None) -> str:
    if line is None or job.order is None:
        return ""
    wanted = job.order.lines[line]
    single = [barcode.code for barcode in wanted.barcodes if barcode.units == 1]
    return single[0] if single else wanted.sku


def _smallest(bench: Assembled) -> str:
    """The sample order with the fewest units that may be packed."""
    rows = [row for row in bench.book.search("", limit=200) if row.state is OrderState.READY]
    assert rows, "the shipped sample orders have one that may be packed"
    return min(rows, key=lambda row: (row.units, row.number)).number
