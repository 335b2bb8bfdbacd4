"""What set-up does to the world: looks, listens, prints one label, takes one picture, writes files. Decides nothing.

One device is open at a time, and only one that a person chose. Everything that is found comes back by ``said``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Protocol, assert_never

from PySide6.QtCore import QLoggingCategory, QObject, Signal

from station.clock import Clock
from station.devices.address import shown_link
from station.errors import Trouble
from station.home import Home
from station.packing.effects import Tone
from station.reports.speech import in_house, in_order, speaking
from station.setup import found, papers
from station.setup.bench_file import write_bench
from station.setup.book_trial import BookTrial
from station.setup.code_ear import CodeEar
from station.setup.code_faults import HeardCode
from station.setup.effects import (
    Effect,
    FindScale,
    HearCodes,
    KeepTuned,
    LetGo,
    LookForLinks,
    PlaySound,
    Practise,
    PractiseOn,
    PrintTrial,
    TakePicture,
    TryBook,
    WatchScale,
    WriteBench,
    WriteCommandSheet,
    WriteProofSheet,
    WriteReport,
)
from station.setup.one_picture import OnePicture
from station.setup.practice_run import PracticeRun, practice_home
from station.setup.scale_finder import ScaleFinder, Waits
from station.setup.scale_watch import ScaleWatch
from station.setup.stages import Setup
from station.setup.trial_print import TrialErrand, keep_tuned, prepare, tuned
from station.setup.values import (
    BookTried,
    CodeHeard,
    DeviceWish,
    Failed,
    FileWritten,
    LinksFound,
    Outcome,
    SoundPlayed,
    Step,
    Wish,
)
from station.ui.languages import beside
from station.ui.sounds import Silence, Sounds, open_sounds

_QUIET: Final = "qt.multimedia*=false"
FOLDER: Final = "setup"
"""Of the home: sheets, reports, pictures."""
_STREAM: Final = re.compile(r"(?:rtsps?|http)://[^\s\"']+")


class Held(Protocol):
    """Whatever is open now."""

    def stop(self) -> None: ...


class Hands(QObject):
    """``waits`` are the scale finder's."""

    said = Signal(object)  # Input
    overheard = Signal(object)  # HeardCode, of the scanner that is set up already

    def __init__(self, home: Home, clock: Clock, *, waits: Waits | None = None) -> None:
        super().__init__()
        QLoggingCategory.setFilterRules(_QUIET)  # what goes wrong with sound and cameras is told in words
        self._home = home
        self._clock = clock
        self._waits = waits
        self._held: Held | None = None
        self._trial: BookTrial | None = None
        self._standing: tuple[str, CodeEar] | None = None
        self._sounds: tuple[Sounds, TemporaryDirectory[str]] | None = None  # with their files

    def listen(self, scanner: DeviceWish | None) -> None:
        """Hear the bench's own scanner beside whatever is open, or no longer; its faults are not told here."""
        link = "" if scanner is None else scanner.link
        if self._standing is not None and self._standing[0] == link:
            return
        if self._standing is not None:
            self._standing[1].stop()
            self._standing[1].deleteLater()
            self._standing = None
        if scanner is not None:
            try:
                ear = CodeEar(scanner.link, scanner.speaks, self._clock, self)
            except Trouble:
                return
            ear.heard.connect(self.overheard)
            self._standing = (link, ear)
            ear.open()

    def perform(self, effect: Effect, setup: Setup) -> None:
        """Begin it. The world's fault is said as ``Failed``, never raised."""
        try:
            self._do(effect, setup)
        except Trouble as trouble:
            self._let_go()
            self.said.emit(Failed(sentence=trouble.sentence()))
        except OSError as error:
            self._let_go()
            self.said.emit(Failed(sentence=f"a file cannot be written: {error}"))

    def close(self) -> None:
        self._let_go()
        self.listen(None)
        self._forget_sounds()
        if self._trial is not None:
            self._trial.wait()

    def _do(self, effect: Effect, setup: Setup) -> None:
        match effect:
            case LookForLinks():
                of_printers = tuned(self._home) if effect.kind == "printer" else ()
                self.said.emit(LinksFound(links=found.links(effect.kind), tuned=of_printers))
            case PlaySound():
                self._play()
            case TryBook():
                self._try_book(effect)
            case HearCodes():
                self._hear(effect)
            case PrintTrial():
                self._print(effect, setup)
            case KeepTuned():
                keep_tuned(self._home, effect.profile)
            case FindScale():
                self._find_scale(effect)
            case WatchScale():
                watch = ScaleWatch(effect.scale, self._clock, self)
                watch.weighed.connect(self.said)
                watch.failed.connect(self._failed)
                self._hold(watch, watch.start)
            case TakePicture():
                picture = OnePicture(effect.link, self._folder() / "camera.jpg", self._clock, self)
                picture.taken.connect(self._finished)
                self._hold(picture, picture.start)
            case Practise():
                self._practise(effect)
            case PractiseOn():
                if isinstance(self._held, PracticeRun):
                    self._held.take(effect.text)
            case LetGo():
                self._let_go()
            case WriteBench():
                self._write_bench(effect)
            case WriteProofSheet() | WriteCommandSheet() | WriteReport():
                self._write(effect, setup)
            case _:
                assert_never(effect)

    def _hold(self, held: Held, start: Callable[[], None]) -> None:
        self._let_go()
        self._held = held
        start()

    def _let_go(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            held.stop()
            assert isinstance(held, QObject)
            held.deleteLater()

    def _finished(self, finding: object) -> None:
        self._let_go()
        self.said.emit(finding)

    def _failed(self, sentence: str) -> None:
        self._finished(Failed(sentence=sentence))

    def _play(self) -> None:
        if self._sounds is None or isinstance(self._sounds[0], Silence):  # a loudspeaker may have come
            self._forget_sounds()
            folder = TemporaryDirectory(prefix="sealbench-")
            QLoggingCategory.setFilterRules(
                f"{_QUIET}\ndefault.warning=false"
            )  # a missing sound server is told in words
            self._sounds = open_sounds(Path(folder.name)), folder
            QLoggingCategory.setFilterRules(_QUIET)
        self._sounds[0].play(Tone.WRONG)
        self.said.emit(SoundPlayed(can=not isinstance(self._sounds[0], Silence)))

    def _forget_sounds(self) -> None:
        if self._sounds is not None:
            self._sounds[1].cleanup()
            self._sounds = None

    def _try_book(self, effect: TryBook) -> None:
        from station.settings import load

        own = self._home.ledger_file.exists() and load(self._home).bench.id == effect.bench
        self._home.root.mkdir(parents=True, exist_ok=True)
        address = self._home.relative(effect.address)
        self._trial = BookTrial(address, "" if own else effect.bench, self._clock)
        self._trial.tried.connect(self._tried)
        self._trial.start()

    def _tried(self, tried: BookTried) -> None:
        if self._trial is not None:
            self._trial.wait()
        self._trial = None
        self.said.emit(tried)

    def _hear(self, effect: HearCodes) -> None:
        ear = CodeEar(effect.link, effect.speaks, self._clock, self)
        ear.heard.connect(self._heard)
        ear.failed.connect(self._failed)
        self._hold(ear, ear.open)

    def _heard(self, heard: object) -> None:
        assert isinstance(heard, HeardCode)
        self.said.emit(CodeHeard(heard=heard))

    def _print(self, effect: PrintTrial, setup: Setup) -> None:
        say = speaking(_languages(setup))
        trial = prepare(effect, self._home, self._clock, setup.wish.bench or setup.around.bench, say)
        errand = TrialErrand(trial, parent=self)
        errand.done.connect(self._finished)
        self._hold(errand, errand.start)

    def _find_scale(self, effect: FindScale) -> None:
        finder = ScaleFinder(effect.link, waits=self._waits, parent=self)
        finder.found.connect(self._finished)
        self._hold(finder, finder.start)

    def _practise(self, effect: Practise) -> None:
        made = practice_home(self._home, effect.wish, self._clock.now().wall_us)
        run = PracticeRun(made, self._clock, self)
        run.seen.connect(self.said)
        self._hold(run, run.start)

    def _write_bench(self, effect: WriteBench) -> None:
        path = write_bench(self._home, effect.wish, self._clock.now().wall_us)
        self.said.emit(FileWritten(file=str(path)))

    def _write(self, effect: WriteProofSheet | WriteCommandSheet | WriteReport, setup: Setup) -> None:
        match effect:
            case WriteProofSheet():
                codes = setup.catalogue.makes.get(effect.make, ())
                names = [make.name for make in setup.around.makes if make.id == effect.make]
                data = papers.proof_sheet(next(iter(names), ""), codes, _languages(setup))
                path = self._save(f"scanner-codes{f'-{effect.make}' if effect.make else ''}.pdf", data)
            case WriteCommandSheet():
                path = self._save("command-codes.pdf", self._command_sheet())
            case WriteReport():
                path = write_report(self._home, setup.wish, setup.outcomes, self._clock.now().wall_us)
        self.said.emit(FileWritten(file=str(path)))

    def _command_sheet(self) -> bytes:
        from station.drafting import draft_codes
        from station.labels.documents import sheet_pdf
        from station.settings import load

        draft = draft_codes(load(self._home), self._home)
        assert draft.sheet is not None
        return sheet_pdf(draft.drawings, draft.sheet)

    def _save(self, name: str, data: bytes) -> Path:
        path = self._folder() / name
        path.write_bytes(data)
        return path

    def _folder(self) -> Path:
        folder = self._home.root / FOLDER
        folder.mkdir(parents=True, exist_ok=True)
        return folder


def _languages(setup: Setup) -> tuple[str, str]:
    return in_order((setup.language, beside(setup.language)))


def write_report(home: Home, wish: Wish, outcomes: Mapping[Step, Outcome], now_us: int, to: Path | None = None) -> Path:
    """The report as PDF, at ``to`` or beside the home's other papers of set-up."""
    from station.settings import load

    settled = load(home).bench
    bench = wish.bench or settled.id
    local = datetime.fromtimestamp(now_us / 1e6, UTC).astimezone()
    settings = home.settings_file.read_text(encoding="utf-8-sig") if home.settings_file.exists() else ""
    shown = _STREAM.sub(lambda link: shown_link(link[0]), settings)  # the report is sent to others; passwords stay here
    data = papers.report(bench, local.strftime("%Y-%m-%d %H:%M"), dict(outcomes), shown, in_house(settled))
    path = to or home.root / FOLDER / f"report-{local:%Y%m%d-%H%M}.pdf"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return path
