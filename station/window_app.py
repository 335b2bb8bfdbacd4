"""The screen thread of ``run`` and of the demo's window: a window, its sounds, the finder, and the bench behind them.

Values come in by signals from the bench thread and inputs go back the same way; nothing here touches a device or
a store.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from station import codes
from station.application import application_of
from station.bench_thread import BenchThread
from station.clock import Clock, SystemClock
from station.devices.address import keys_come_twice
from station.display import fill_screen
from station.errors import Trouble
from station.home import Home
from station.packing.inputs import Answered, Command, Input, PinTyped, Pressed, ScanFault
from station.packing.prompts import CANCEL, NO, YES, choice_argument
from station.packing.rules import NOT_CHOSEN, Chosen, Person
from station.person_languages import WHATS, What, chosen, chosen_now, later, of_book, remember
from station.pins import right
from station.settings import Settings, config_dir, load
from station.ui import languages
from station.ui.screen import Screen, Stage, Verdict, Words
from station.ui.sounds import Sounds, open_sounds
from station.ui.surroundings import DayView
from station.ui.theme import palette
from station.ui.wedge import ScanCatcher, route_keys
from station.ui.window import Window

if TYPE_CHECKING:
    from station.finder import Finder
    from station.merge_window import MergeWindow

SECOND_MS = 1000
EARLY_MAX = 64
"""Inputs kept while the bench starts, which takes about a second."""

SWITCH_S = 0.0005
"""How long a thread keeps the interpreter while another wants it: Python's own 5 ms are a third of scan to paint."""
KEYBOARD = "keyboard"
HAND = "hand"
STARTING = Screen(
    stage=Stage.IDLE,
    verdict=Verdict.INFO,
    headline=Words(zh="正在启动", en="Starting"),
    detail=Words(zh="马上就能扫码", en="Scanning works in a moment"),
    steps=(Words(zh="马上就能扫码", en="Scanning works in a moment"),),
    starts=True,
)


class BenchWindow(QObject):
    """One window on one bench. ``said`` carries inputs to the bench thread; ``people_due`` asks it for all choices."""

    said = Signal(object)
    people_due = Signal()  # somebody signed in, or chose a language or colours

    def __init__(self, home: Home, settings: Settings, clock: Clock, sounds: Sounds) -> None:
        super().__init__()
        self._home = home
        self._settings = settings
        self._clock = clock
        self._sounds = sounds
        self._finder: Finder | None = None
        self._merges: MergeWindow | None = None
        self.window = Window(
            bench=settings.bench.id,
            pictures=(home.root / "pictures", config_dir() / "demo" / "pictures", home.media),
            language=settings.bench.language,
            palette=palette(settings.bench.theme),
            answer_code=answer_code,
        )
        self.window.ground.set_language(settings.bench.language, settings.bench.second_language)
        self.window.ground.use(settings.screen)
        self.window.set_boxes(tuple((one.code, one.name, one.tare_g) for one in settings.cartons))
        self._choices: dict[What, dict[str, Chosen]] = {what: chosen(home, what) for what in WHATS}
        self._signed_in = ""
        self._pin_of = ""
        self._locked = False
        self._catcher = ScanCatcher(self.window)
        self._router = route_keys(self._catcher)
        self._early: list[Input] | None = []  # what was said before the bench was up; None once it is
        self._second = QTimer(self, interval=SECOND_MS)
        self._wire()

    def _wire(self) -> None:
        self.window.pressed.connect(self._pressed)
        self.window.answered.connect(self._answered)
        self.window.finder_asked.connect(self._find)
        self.window.ground.language_changed.connect(self._remember)
        self.window.ground.palette_changed.connect(self._remember_palette)
        self.window.ground.lock_asked.connect(self._lock)
        if not keys_come_twice((one.link for one in self._settings.devices), sys.platform):
            self._catcher.scanned.connect(self._scanned)
            self._catcher.broken.connect(self._broken)
        self._catcher.entered.connect(self._typed)
        self._catcher.typed.connect(self.window.set_typed)
        self._second.timeout.connect(self._tick)

    def show(self) -> None:
        self._tick()
        self._second.start()
        self.window.set_sign_in(self._settings.bench.require_sign_in)
        self.window.show()
        self._catcher.setFocus()

    @Slot(object)
    def see(self, screen: Screen) -> None:
        """Paint, then sound: both for what is already on disk."""
        if screen.packer_id != self._signed_in:
            self._signed_in = screen.packer_id
            for what in WHATS:  # another window or a verb may have written
                self._choices[what] = later(chosen(self._home, what), self._choices[what])
            self._show_as_chosen()
            if screen.packer_id:
                self.people_due.emit()
        self._pin_of = screen.pin_of
        if screen.locked and not self._locked:
            self._shut_others()
        self._locked = bool(screen.locked)
        self.window.paint_screen(screen)
        self.window.set_sign_in(self._settings.bench.require_sign_in and not screen.packer)
        if screen.tone is not None:
            self._sounds.play(screen.tone)

    @Slot(object)
    def see_devices(self, devices: object) -> None:
        assert isinstance(devices, tuple)
        self.window.set_devices(devices)

    @Slot(object, bool)
    def see_weight(self, weight_mg: int | None, stable: bool) -> None:
        self.window.set_live_weight(weight_mg, stable=stable)

    @Slot()
    def switch_language(self) -> None:
        self.window.ground.next_language()

    @Slot(object)
    def see_people(self, roster: Mapping[str, Person]) -> None:
        """As the order book has them: what was chosen at another bench since is so here, too, at once."""
        before = self._now_chosen
        for what in WHATS:
            self._choices[what] = later(self._choices[what], of_book(roster.values(), what))
        if self._now_chosen != before:
            self._show_as_chosen()

    @property
    def _now_chosen(self) -> tuple[str, str]:
        """Language and palette of whoever is signed in; empty: as the bench."""
        language, colours = (self._choices[what].get(self._signed_in, NOT_CHOSEN).what for what in WHATS)
        return language, colours

    def _show_as_chosen(self) -> None:
        """Each person reads his own language from the sign-in on; without one, or one that is not here, the bench's."""
        bench = self._settings.bench
        language, colours = self._now_chosen
        self._speak(language if language in languages.known(QApplication.instance()) else bench.language)
        self.window.ground.set_palette(palette(colours or bench.theme))

    def _speak(self, language: str) -> None:
        bench = self._settings.bench
        also = languages.second_of(language, house=bench.language, house_second=bench.second_language)
        self.window.ground.set_language(language, also)

    @Slot(str)
    def _remember(self, language: str) -> None:
        self._keep("languages", language)

    @Slot(str)
    def _remember_palette(self, name: str) -> None:
        self._keep("palettes", name)

    def _keep(self, what: What, choice: str) -> None:
        """Of whoever is signed in, for every bench; nobody's choice lasts until the next sign-in."""
        if not self._signed_in:
            return
        choices, who = self._choices[what], self._signed_in
        choices[who] = chosen_now(choice, now_us=self._clock.now().wall_us, after=choices.get(who, NOT_CHOSEN))
        try:
            remember(self._home, who, choices[who], what)
            self.people_due.emit()
        except Trouble as trouble:
            sys.stderr.write(f"sealbench: {trouble.sentence()}\n")

    @Slot()
    def begin(self) -> None:
        """The bench is up: what was scanned while it started is taken now, in order."""
        early, self._early = self._early or [], None
        for input in early:
            self._say(input)

    def _say(self, input: Input) -> None:
        if self._early is None:
            self.said.emit(input)
        elif len(self._early) < EARLY_MAX:
            self._early.append(input)

    @Slot(object)
    def see_day(self, day: DayView) -> None:
        self.window.set_day(day)

    @Slot(str, int)
    def fail(self, sentence: str, exit_code: int) -> None:
        """The bench could not start: said on the terminal, where the one who started it looks."""
        sys.stderr.write(f"sealbench: {sentence}\n")
        QApplication.exit(exit_code)

    def close(self) -> None:
        self._second.stop()
        if self._merges is not None:
            self._merges.stop()
        if self._finder is not None:
            self._finder.stop()

    def _tick(self) -> None:
        self.window.set_clock(self._clock.now().wall_us)

    @Slot()
    def _lock(self) -> None:
        """Nothing is taken until a badge is scanned; the parcel stays open."""
        self._pressed(Command.LOCK, "")

    def _shut_others(self) -> None:
        """Whoever locks a bench locks what was opened from it, too."""
        if self._finder is not None:
            self._finder.shut()
        if self._merges is not None:
            self._merges.view.close()

    def _pressed(self, command: str, argument: str) -> None:
        if command == Command.LANGUAGE:
            self.switch_language()
            return
        self._say(Pressed(command=Command(command), argument=argument, device="keys"))

    def _answered(self, prompt: str, value: str) -> None:
        self._say(Answered(prompt=prompt, value=value, device="keys"))

    def _scanned(self, text: str) -> None:
        self._say(codes.read(text, device=KEYBOARD))

    def _typed(self, text: str) -> None:
        """Typed by hand and recorded as such: the device says so. A PIN is only compared, and goes no further."""
        if self._pin_of:
            self._say(PinTyped(right=right(self._home, self._pin_of, text), device=HAND))
        else:
            self._say(codes.read(text, device=HAND))

    def _broken(self, text: str) -> None:
        self._say(codes.faulty(ScanFault.INCOMPLETE, device=KEYBOARD, text=text))

    def _find(self) -> None:
        """The finder over the queue; a chosen order opens as if it had been scanned. A locked bench finds nothing."""
        if self._locked:
            return
        if self._finder is None:
            from station.finder import Finder

            self._finder = Finder(
                self._home, self._settings, self._clock, look=self.window.ground.look, focus_back=self._catcher
            )
            self._finder.chosen.connect(self._typed)
            self._finder.merge_asked.connect(self._review_merges)
            self._finder.lock_asked.connect(self._lock)
        self._finder.open(self.window.ground.look, lambda: self._signed_in)
        self._fill_too(self._finder.view)

    def _review_merges(self) -> None:
        """Orders of one buyer and address, looked at before they share a waybill (I6)."""
        if self._merges is None:
            from station.merge_window import MergeWindow

            self._merges = MergeWindow(self._home, self._settings, self._clock, focus_back=self._catcher)
            self._merges.view.ground.lock_asked.connect(self._lock)
        self._merges.view.ground.set_palette(self.window.ground.look.palette)
        self._merges.open(self.window.ground.language, self.window.ground.look.other)
        self._fill_too(self._merges.view)

    def _fill_too(self, opened: QWidget) -> None:
        """Over a bench that fills the screen: a frame would push the buttons off a small one."""
        if self.window.isFullScreen() and not opened.isFullScreen():
            fill_screen(opened)


def answer_code(_prompt: str, value: str) -> str:
    """The command code under an answer on screen."""
    if value in (YES, "ok"):
        return codes.command_code(Command.YES)
    if value in (NO, CANCEL):
        return codes.command_code(Command.NO)
    return codes.command_code(Command.CHOICE, choice_argument(value))


def run(
    home: Home,
    *,
    full_screen: bool = False,
    also: Callable[[BenchWindow, BenchThread], object] | None = None,
) -> int:
    """The bench window until it is closed. ``also`` may add to it (the virtual bench of the demo)."""
    sys.setswitchinterval(SWITCH_S)
    application = application_of(home)
    settings = load(home)
    with TemporaryDirectory(prefix="sealbench-") as folder:
        view = BenchWindow(
            home, settings, SystemClock(), open_sounds(Path(folder), volume=settings.screen.sound_level / 100)
        )
        bench = BenchThread(home, SystemClock())
        connect(view, bench)
        kept = also(view, bench) if also else None
        view.see(STARTING)
        view.show()
        if full_screen:
            fill_screen(view.window)
        QTimer.singleShot(0, bench.start)  # after the first paint, which would wait for the imports of that thread
        try:
            return application.exec()
        finally:
            del kept
            bench.quit()
            bench.wait()
            view.close()


def connect(view: BenchWindow, bench: BenchThread) -> None:
    bench.day.connect(view.see_day)
    bench.people.connect(view.see_people)
    view.people_due.connect(bench.ask_people)
    bench.learned.connect(view.window.set_learned)
    bench.alike.connect(view.window.set_look_alikes)
    bench.screen.connect(view.see)
    bench.devices.connect(view.see_devices)
    bench.live.connect(view.see_weight)
    bench.preview.connect(view.window.set_live_picture)
    bench.failed.connect(view.fail)
    view.said.connect(bench.say)
    bench.ready.connect(view.begin)
    bench.language.connect(view.switch_language)
