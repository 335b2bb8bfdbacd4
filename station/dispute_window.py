"""The dispute desk's window on its way: screen, timers, the desk that asks the order book, the export beside it.

Nothing waits here: the book is read on the desk's thread, evidence is exported by a program of its own.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QThread, QTimer, Signal

from station.application import application_of
from station.case_desk import CaseDesk
from station.clock import Clock, SystemClock
from station.dispute_desk import Asked, DisputeDesk
from station.errors import Trouble
from station.home import Home
from station.reports.channel_output import free_name
from station.settings import Settings, load
from station.ui import dispute_opening as opening
from station.ui import dispute_screen as pages
from station.ui import dispute_words as said
from station.ui.dispute_case import CaseView
from station.ui.dispute_screen import Act, CaseRow, DisputeScreen, FolderView, ParcelRow
from station.ui.dispute_view import DisputeView
from station.ui.theme import palette
from station.ui.words import same

LOOK_MS = 30_000
"""How often the book is asked what others have done meanwhile."""

TICK_MS = 5_000
READ_MS = 80
"""A folder is read when the cursor has rested so long: a held key reads one, not hundreds."""

STOP_MS = 10_000
EXPORT_MS = 10 * 60_000
_PROFILE = "profile_"
FOLDER = "disputes"
"""The folder of a home that gets the evidence exported at the desk."""

WHOLE = "court"
"""The profile that is offered where no channel's is known to fit: all of it."""

_FORMS = {
    "question": Act.OPEN, "papers": Act.ATTACH, "box": Act.EXPORT, "next": Act.SUBMIT, "link": Act.LINK,
    "yes": Act.CLOSE,
}  # fmt: skip
_DONE = {
    Act.OPEN: said.OPENED,
    Act.ATTACH: said.ATTACHED,
    Act.SUBMIT: said.SUBMITTED,
    Act.LINK: said.LINKED,
    Act.CLOSE: said.ENDED,
}


class DisputeWindow(QObject):
    """One window. What it asks of the book goes to the desk, one thing after another."""

    look_due = Signal(bool)
    read_due = Signal(int)
    case_due = Signal(int, str)
    search_asked = Signal(str)
    act_asked = Signal(object)

    def __init__(self, home: Home, settings: Settings, clock: Clock, *, near_hours: int = 24) -> None:
        super().__init__()
        self._home = home
        self._clock = clock
        self._closed_too = False
        self._exported: dict[int, str] = {}
        self._exporting: QProcess | None = None
        self.screen = DisputeScreen(now_us=clock.now().wall_us, near_hours=near_hours)
        self.view = DisputeView(self.screen, language=settings.bench.language, palette=palette(settings.bench.theme))
        self.view.ground.set_language(settings.bench.language, settings.bench.second_language)
        self.view.ground.use(settings.screen)
        self._rest = QTimer(self, singleShot=True, interval=READ_MS)
        self._rest.timeout.connect(self._read)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.again)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(lambda: self._show(pages.ticked(self.screen, self._clock.now().wall_us)))
        self._patience = QTimer(self, singleShot=True, interval=EXPORT_MS)
        self.view.pressed.connect(self._pressed)
        self.view.typed.connect(lambda text: self._show(pages.typed(self.screen, text)))
        self.view.entered.connect(self._entered)

    def start(self) -> None:
        self._show(self.screen)
        self.again()
        self._look.start()
        self._tick.start()
        self.view.show()

    def stop(self) -> None:
        """An export that is under way is given up: what is half written carries another name."""
        for timer in (self._look, self._tick, self._rest, self._patience):
            timer.stop()
        if self._exporting is not None:
            self._exporting.blockSignals(True)
            self._exporting.kill()
            self._exporting.waitForFinished(STOP_MS)
            self._exporting = None
        self.view.close()

    def again(self) -> None:
        self.look_due.emit(self._closed_too)

    # What the desk says

    def looked(self, rows: tuple[CaseRow, ...]) -> None:
        self._show(pages.looked(self.screen, rows))
        self._rest.start()

    def filled(self, folder: FolderView) -> None:
        self._show(pages.filled(self.screen, folder))

    def told(self, case: CaseView) -> None:
        self._show(opening.told(self.screen, case))

    def found(self, parcels: tuple[ParcelRow, ...]) -> None:
        self._show(pages.found(self.screen, parcels))

    def done(self, act: str, dispute: int, missing: int) -> None:
        """What was done is on screen at once; the list and the folder follow from the book."""
        detail = said.counted(said.STILL_MISSING, missing) if missing and act != Act.CLOSE else said.NOTHING
        self._show(pages.done(self.screen, _DONE[Act(act)], detail))
        self._show(pages.chosen(self.screen, dispute))
        self.again()

    def failed(self, sentence: str) -> None:
        self._show(pages.refused(self.screen, sentence))

    def unreachable(self, sentence: str) -> None:
        if self.screen.form is not None and self.screen.form.question is None:
            self._show(pages.refused(self.screen, sentence))
        self._show(pages.unreachable(self.screen, sentence))

    # What a person does

    def _pressed(self, command: str) -> None:
        if self.screen.form is not None:
            self._in_form(command)
            return
        steps: dict[str, Callable[[DisputeScreen], DisputeScreen]] = {
            "up": partial(pages.moved, step=-1),
            "down": partial(pages.moved, step=1),
            "page_up": partial(pages.scrolled, step=-1),
            "page_down": partial(pages.scrolled, step=1),
            "out": opening.shut if opening.is_page(self.screen) else pages.back,
        }
        acts = {"again": self._anew, "all": self._all, "back": self.view.close, "export_now": self._export_now}
        if command in steps:
            self._show(steps[command](self.screen))
            self._rest.start()
        elif command in acts:
            acts[command]()
        elif command in _FORMS:
            self._ask(_FORMS[command])
        elif command.startswith(_PROFILE):
            self._show(opening.choosing(self.screen, int(command.removeprefix(_PROFILE))))

    def _in_form(self, command: str) -> None:
        form = self.screen.form
        if command == "yes":
            self._entered(self.view.line.text())
        elif command == "back":
            self._show(pages.back(self.screen))
        elif command == "papers" and form is not None and form.question is not None and form.question.file:
            self.view.pick_file()

    def _ask(self, act: Act) -> None:
        row, folder = self.screen.row, self.screen.folder
        profile = folder.profile if folder else ""
        offered: tuple[str, ...] = ()
        if act is Act.SUBMIT and row:
            offered = (row.channel or profile, self._exported.get(row.id, ""))
        elif act is Act.EXPORT:
            offered = (profile or WHOLE,)
        self._show(pages.asking(self.screen, act, offered=offered))

    def _anew(self) -> None:
        self._show(opening.forgotten(self.screen))
        self.again()

    def _all(self) -> None:
        self._closed_too = not self._closed_too
        self.again()

    def _entered(self, text: str) -> None:
        """Enter: the form's next question, or a search of all parcels for what is typed."""
        if self.screen.form is None:
            self._search_or_open(text.strip())
            return
        if self.screen.form.question is None:
            return  # it is being saved
        self._show(pages.answered(self.screen, text))
        form = self.screen.form
        if form is not None and form.question is None and form.act is Act.EXPORT:
            self._show(pages.closed_form(self.screen))
            self._export(form.dispute, form.given[0])
        elif form is not None and form.question is None:
            self.act_asked.emit(Asked(act=form.act, dispute=form.dispute, given=form.given))

    def _search_or_open(self, text: str) -> None:
        """What is typed is looked for; without, the chosen dispute's page opens, of a found parcel too."""
        parcel = self.screen.parcel
        if parcel is not None:
            screen = self.screen if parcel.dispute is None else pages.chosen(self.screen, parcel.dispute)
            same_one = screen.row is not None and screen.row.id == parcel.dispute
            self._show(opening.opened(screen) if same_one else screen)
            self._rest.start()
        elif text and self.screen.found is None:
            self._show(pages.working(self.screen, said.SEARCHING))
            self.search_asked.emit(text)
        elif not text:
            self._show(opening.opened(self.screen))
            self._read()

    # The evidence, exported by a program beside this one

    def _export_now(self) -> None:
        """From the page, as it is chosen there."""
        row = self.screen.row
        if opening.is_page(self.screen) and row is not None:
            self._export(row.id, opening.chosen_profile(self.screen))

    def _export(self, dispute: int | None, profile: str) -> None:
        assert dispute is not None, "a form to export is about a dispute"
        if self._exporting is not None:
            return
        try:
            file = free_name(self._home.root / FOLDER, dispute)
        except Trouble as trouble:
            self._show(pages.refused(self.screen, trouble.sentence()))
            return
        process = QProcess(self)
        process.setWorkingDirectory(str(Path(__file__).parents[1]))
        process.finished.connect(lambda code, _status: self._export_ended(dispute, file, code))
        process.errorOccurred.connect(lambda error: self._export_failed(error))
        self._patience.timeout.connect(process.kill)
        self._exporting = process
        self._show(pages.working(self.screen, said.EXPORTING))
        self._patience.start()
        home = str(self._home.root)
        order = ["disputes", "export", "--home", home, "--json", "-o", str(file), "--unpacked", "--profile", profile]
        process.start(sys.executable, ["-m", "station", *order, str(dispute)])

    def _export_ended(self, dispute: int, file: Path, code: int) -> None:
        process, self._exporting = self._exporting, None
        assert process is not None
        self._patience.stop()
        document = _document(bytes(process.readAllStandardOutput().data()))
        process.deleteLater()
        if code != 0:
            told = str(document.get("error", "")) or f"the export ended with {code}"
            self._show(pages.refused(self.screen, told))
            return
        self._exported[dispute] = str(file)
        out, look = _papers(document)
        detail = same(str(file))
        if out:
            detail = said.PAPERS_OUT.filled(which=", ".join(out), file=str(file))
        elif look:
            detail = said.PAPERS_LOOK.filled(n=look, file=str(file))
        self._show(pages.done(self.screen, said.EXPORTED, detail))

    def _export_failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self._exporting is not None:
            self._exporting.deleteLater()
            self._exporting = None
            self._patience.stop()
            self._show(pages.refused(self.screen, "the program that exports cannot be started"))

    def _read(self) -> None:
        row = self.screen.row
        if row is not None:
            self.read_due.emit(row.id)
        if row is not None and self.screen.opened and self.screen.case is None:
            self.case_due.emit(row.id, row.order)

    def _show(self, screen: DisputeScreen) -> None:
        self.screen = screen
        self.view.paint_screen(screen)


def _document(output: bytes) -> dict[str, Any]:
    """What the verb told under ``--json``; empty where it told nothing."""
    try:
        document = json.loads(output)
    except ValueError:
        return {}
    return document if isinstance(document, dict) else {}


def _papers(document: Mapping[str, Any]) -> tuple[list[str], int]:
    """Numbers of papers that stay out, and how many are in that only a person can search."""
    papers = [paper for paper in document.get("papers", []) if isinstance(paper, dict)]
    out = sorted(str(paper.get("id")) for paper in papers if not paper.get("files"))
    return out, sum(bool(paper.get("files")) and not paper.get("searched") for paper in papers)


def connect_case(window: DisputeWindow, desk: CaseDesk) -> None:
    window.case_due.connect(desk.read)
    desk.told.connect(window.told)
    desk.unreachable.connect(window.unreachable)


def connect(window: DisputeWindow, desk: DisputeDesk) -> None:
    window.look_due.connect(desk.look)
    window.read_due.connect(desk.read)
    window.search_asked.connect(desk.search)
    window.act_asked.connect(desk.act)
    desk.looked.connect(window.looked)
    desk.filled.connect(window.filled)
    desk.found.connect(window.found)
    desk.done.connect(window.done)
    desk.failed.connect(window.failed)
    desk.unreachable.connect(window.unreachable)


def run(home: Home, *, who: str, near_hours: int, personal: bool) -> int:
    """The window until it is closed."""
    application = application_of(home)
    settings, clock = load(home), SystemClock()
    window = DisputeWindow(home, settings, clock, near_hours=near_hours)
    desk, thread = DisputeDesk(home, settings, clock, who=who, personal=personal), QThread()
    reader, beside = CaseDesk(home, settings, now_us=clock.now().wall_us), QThread()
    for each, on in ((desk, thread), (reader, beside)):
        each.moveToThread(on)
        on.finished.connect(each.finish)
    connect(window, desk)
    connect_case(window, reader)
    beside.started.connect(reader.begin)
    thread.start()
    beside.start()
    window.start()
    try:
        return application.exec()
    finally:
        window.stop()
        thread.quit()
        beside.quit()
        if not all(on.wait(STOP_MS) for on in (thread, beside)):
            sys.stderr.write("sealbench: the order book did not answer; the last act may be there or not.\n")
