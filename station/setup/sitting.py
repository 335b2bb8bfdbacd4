"""One set-up under way: the machine, its hands and its notes together. Terminal and window show the same sitting."""

from __future__ import annotations

import tomllib
from collections import deque
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from station.clock import Clock
from station.errors import SettingsTrouble
from station.home import Home
from station.settings import Settings, load, profile_files, read
from station.setup import machine, notes
from station.setup.catalogue import load_catalogue
from station.setup.code_faults import HeardCode
from station.setup.effects import Effect
from station.setup.hands import Hands
from station.setup.reading import understood
from station.setup.scale_finder import Waits
from station.setup.stages import Setup
from station.setup.steps.printer import TUNED
from station.setup.values import (
    CodeHeard,
    DeviceWish,
    Input,
    Make,
    Outcome,
    Step,
    Surroundings,
    Takes,
    Told,
    Tongue,
    say,
)
from station.ui import languages
from station.ui.screen import Verdict


class Sitting(QObject):
    """``changed`` carries the ``Setup`` after each input; ``over`` comes once."""

    changed = Signal(object)
    over = Signal()

    def __init__(self, home: Home, clock: Clock, *, only: Step | None = None, waits: Waits | None = None) -> None:
        super().__init__()
        self._home = home
        self._clock = clock
        wish, outcomes = notes.load(home)
        makes, catalogue = load_catalogue(home)
        around = surroundings(home, makes)
        setup, effects = machine.begin(around, wish=wish, outcomes=outcomes, only=only)
        self.setup: Setup = replace(setup, catalogue=catalogue)
        self._first = effects
        self._waiting: deque[Input] = deque()
        self._busy = False
        self._hands = Hands(home, clock, waits=waits)
        self._hands.said.connect(self.take)
        self._hands.overheard.connect(self.hear)

    def start(self) -> None:
        self.changed.emit(self.setup)
        self._perform(self._first)
        self._listen()

    def stop(self) -> None:
        self._hands.close()

    def type(self, text: str) -> None:
        """A line from a keyboard, or a scan that came as keys."""
        self.take(understood(text, machine.question(self.setup)))

    def hear(self, heard: HeardCode) -> None:
        """A code that came as keys into the window: an answer where it is one, else the code under test."""
        question = machine.question(self.setup)
        if not heard.end and question.takes is not Takes.CODE:
            return  # half of something is no answer
        meant = understood(heard.text, question)
        self.take(CodeHeard(heard=heard) if isinstance(meant, CodeHeard) else meant)

    def take(self, input: Input) -> None:
        """One input after the other, each to its end: what hands find at once waits its turn."""
        self._waiting.append(input)
        if self._busy:
            return
        self._busy = True
        try:
            while self._waiting:
                self._one(self._waiting.popleft())
        finally:
            self._busy = False

    def _one(self, input: Input) -> None:
        before = self.setup
        if before.over:
            return
        self.setup, effects = machine.take(before, input, self._clock.now().wall_us)
        if self.setup.outcomes != before.outcomes or self.setup.wish != before.wish:
            kept: dict[Step, Outcome] = dict(self.setup.outcomes)
            kept.pop(Step.FINISH, None)
            try:
                notes.save(self._home, self.setup.wish, kept)
            except OSError as error:
                self.setup = replace(self.setup, told=_not_noted(error, self._home))
        self.changed.emit(self.setup)
        self._listen()
        self._perform(effects)
        if self.setup.over:
            self.over.emit()

    def _listen(self) -> None:
        """The bench's scanner answers questions too, but where it is itself under test or the practice bench has it."""
        busy = self.setup.over or self.setup.step in (Step.SCANNER, Step.PRACTICE)
        self._hands.listen(None if busy else self.setup.device("scanner"))

    def _perform(self, effects: tuple[Effect, ...]) -> None:
        for effect in effects:
            self._hands.perform(effect, self.setup)


def _not_noted(error: OSError, home: Home) -> Told:
    """Set-up goes on: only leaving it in the middle would lose what was answered."""
    why = error.strerror or str(error)
    words = say(
        "{folder} 写不进去（{why}）：答案只记在内存里。", "{folder} cannot be written ({why}): answers are not kept."
    )
    return Told(
        verdict=Verdict.ATTENTION,
        words=words.filled(folder=str(home.root), why=why),
        way=say("检查文件夹的权限和磁盘空间。", "Check the folder's permissions and its disk space."),
    )


def surroundings(home: Home, makes: tuple[Make, ...] = ()) -> Surroundings:
    """What is so now. A bench.toml that does not read is refused here, before anything is asked."""
    settings = load(home)
    return Surroundings(
        language=settings.bench.language,
        theme=settings.bench.theme,
        bench=settings.bench.id,
        orderbook=_as_written(home, settings),
        video_days=settings.retention.video_days,
        budget_gb=settings.media.budget_gb,
        devices=_devices(home),
        profiles=tuple(_profiles(home)),
        makes=makes,
        languages=tuple(
            Tongue(short=each, name=languages.own_name(each))
            for each in languages.found((home.translations, languages.OURS))
        ),
    )


def _as_written(home: Home, settings: Settings) -> str:
    local = f"sqlite:///{home.root.resolve()}/"
    written = settings.bench.orderbook
    return f"sqlite:///{written.removeprefix(local)}" if written.startswith(local) else written


def _devices(home: Home) -> tuple[DeviceWish, ...]:
    """As bench.toml writes them: relative links and profile names stay as they are."""
    path = home.settings_file
    text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    return tuple(
        DeviceWish(
            kind=one.kind,
            name=one.name,
            link=one.link,
            speaks=one.speaks,
            media=one.media,
            dpi=one.dpi,
            profile=one.profile,
            suffix=one.suffix,
            prefix=one.prefix,
            unit=one.unit,
            photos_only=one.kind == "camera" and not one.video,
        )
        for one in read(text, file=str(path)).devices
    )


def _profiles(home: Home) -> list[tuple[str, str]]:
    found = []
    for name, path in sorted(profile_files(home).items()):
        if name.startswith(TUNED):
            continue
        try:
            shown = tomllib.loads(path.read_text(encoding="utf-8-sig")).get("name", name)
        except (OSError, ValueError) as error:
            raise SettingsTrouble(f"this printer profile does not read: {error}", where=str(path)) from error
        found.append((name, str(shown)))
    return found
