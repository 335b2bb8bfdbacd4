"""The import page: a file looked at and its columns given their meaning, then imported by a program beside the office.

The import itself is the verb ``import``: a large file then takes no time from the screen, and what stops it half-way
leaves the order book as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

from station.home import Home
from station.office.asking import OpenBook
from station.office.beside import Beside
from station.office.page import Acts, Around
from station.office.rows import Rows
from station.orders.engine import reading
from station.orders.file_look import FileLook, look_at
from station.orders.import_records import ImportRecord, newest
from station.orders.opening import shop_of
from station.orders.source_order import RowFault
from station.settings import config_dir
from station.ui.office import forms, importing
from station.ui.office import import_words as told
from station.ui.office import words as said
from station.ui.office.forms import Form, Question
from station.ui.office.importing import ColumnView, DoneView, FaultView, FileView, PastView
from station.ui.office.reach import Reach, offline, shown, wrong
from station.ui.office.screen import NOTHING, FieldView, OfficeScreen, Page, PaneView, Said, TableView
from station.ui.screen import CommandView, Verdict
from station.ui.troubles.telling import explained
from station.ui.widgets.commands import keyed
from station.ui.words import Words, same

SHOWN: Final = 200
"""Imports of the past."""

KINDS: Final = "(*.xlsx *.xls *.csv *.tsv *.txt *.ods);;(*)"
_COUNTS: Final = (
    ("orders", told.ORDERS), ("lines", told.LINES), ("new", told.NEW), ("updated", told.UPDATED),
    ("unchanged", told.UNCHANGED), ("held", told.HELD), ("closed", told.CLOSED),
)  # fmt: skip


class ImportPage:
    """``file`` is looked at, ``done`` was imported; without both, the imports of the past are shown."""

    def __init__(self, around: Around) -> None:
        self._around = around
        self._typed = ""
        self._past: tuple[PastView, ...] | None = None
        self._path = Path()
        self._meanings: dict[str, str] = {}
        self._file: FileView | None = None
        self._done: DoneView | None = None
        self._form: Form | None = None
        self._rows = Rows()
        self._said: Said | None = None
        self._waiting = NOTHING
        self._import = Beside(around.home)
        self._tried = False
        self._reach = Reach.ASKED
        self.acts = Acts(
            opened=self.opened, pressed=self.pressed, typed=self.typed, entered=self.entered, dropped=self.dropped,
            clicked=self.clicked, sized=self.sized, stop=self.stop,
        )  # fmt: skip

    def opened(self) -> None:
        zone = self._around.look()
        self._around.asking.ask("imports", _newest, lambda records: self._took_past(records, zone.local), self._unread)

    def _took_past(self, records: tuple[ImportRecord, ...], local: Any) -> None:
        self._reach = Reach.THERE
        self._past = tuple(_past(each, local(each.at_us).strftime("%m-%d %H:%M")) for each in records)
        self._around.changed()

    def _unread(self, sentence: str, away: bool) -> None:
        """The imports of the past; a file can be looked at all the same."""
        self._reach = wrong(away=away)
        if not away:
            self._said = Said(verdict=Verdict.ATTENTION, headline=said.NOT_DONE, detail=explained(sentence))
        self._around.changed()

    def _wrong(self, sentence: str, _away: bool) -> None:
        self._waiting = NOTHING
        self._said = Said(verdict=Verdict.ATTENTION, headline=said.NOT_DONE, detail=explained(sentence))
        self._around.changed()

    # A file

    def dropped(self, file: str) -> None:
        if not self._import.running:
            self._path, self._meanings, self._done, self._file = Path(file).expanduser(), {}, None, None
            self._typed, self._said, self._form = "", None, None
            self._look()

    def _look(self) -> None:
        home, shop, path, meanings = (
            self._around.home, self._around.settings.bench.shop, self._path, dict(self._meanings),
        )  # fmt: skip
        self._waiting = told.LOOKING
        self._around.asking.ask("look", lambda _book: _look(home, shop, path, meanings), self._looked, self._wrong)

    def _looked(self, look: FileLook) -> None:
        self._waiting = NOTHING
        fresh = self._file is None
        self._file = _file(look)
        self._rows = Rows(total=len(look.columns), room=self._rows.room) if fresh else self._rows
        self._around.changed()

    # The import

    def _start(self, *, tried: bool) -> None:
        if self._file is None or not self._file.ready or self._import.running:
            return
        order = ["import", "--by", self._around.who, *(("--dry-run",) if tried else ())]
        for header, field in self._meanings.items():
            order += ["--map", f"{header}={field or '-'}"]
        self._tried = tried
        self._said, self._waiting = None, told.TRYING if tried else told.IMPORTING
        self._import.start([*order, "--", str(self._path)], self._ended, self._progress)

    def _progress(self, text: str) -> None:
        shares = [line.strip().partition("%")[0] for line in text.splitlines() if "%" in line]
        if shares:
            self._waiting = told.PROGRESS.filled(done=f"{shares[-1].strip()} %")
            self._around.changed()

    def _ended(self, code: int, document: Mapping[str, Any]) -> None:
        self._waiting = NOTHING
        files = document.get("files")
        told_of = files[0] if isinstance(files, list) and files else None
        if not isinstance(told_of, dict) or code not in (0, 1) or not told_of.get("source"):
            why = _error(document, told_of)
            detail = explained(why) if why else told.STOPPED_HOW
            self._said = Said(verdict=Verdict.ATTENTION, headline=told.STOPPED, detail=detail)
        else:
            self._show_done(told_of)
        self._around.changed()
        self.opened()

    def _show_done(self, document: Mapping[str, Any]) -> None:
        faults = tuple(_told_fault(each) for each in document.get("errors", []) if isinstance(each, dict))
        counts = tuple((words, int(document.get(name, 0))) for name, words in _COUNTS)
        done = DoneView(name=self._path.name, tried=self._tried, counts=counts, faults=faults)
        headline, detail = importing.verdict(done)
        self._said = Said(verdict=Verdict.ATTENTION if faults else Verdict.OK, headline=headline, detail=detail)
        if not self._tried or faults:
            self._done = done
            self._rows = Rows(total=len(faults), room=self._rows.room)

    def stop(self) -> None:
        """An import under way is ended: the book is then as before."""
        self._import.stop()

    # What it shows

    def screen(self) -> OfficeScreen:
        left, right = self._parts()
        return OfficeScreen(
            page=Page.IMPORT,
            title=same(self._path.name) if self._file or self._done else said.PAGES["import"],
            path=(said.PAGES["import"],) if self._file or self._done else (),
            said=self._said,
            waiting=self._waiting,
            offline=offline(self._reach, known=self._past is not None),
            field=forms.line_of(self._form) if self._form else self._field(),
            left=left,
            right=forms.pane_of(self._form) if self._form else right,
            share=0.6,
            commands=self._commands(),
            hint=said.LIST_KEYS,
        )

    def _field(self) -> FieldView | None:
        return None if self._file or self._done else FieldView(asks=told.ASKS, typed=self._typed)

    def _parts(self) -> tuple[TableView, PaneView | None]:
        place = {"first": self._rows.first, "cursor": self._rows.cursor, "room": self._rows.room}
        if self._done is not None:
            blocks = tuple(importing.done_pane(self._done, self._rows.cursor))
            return importing.faults_table(self._done, **place), PaneView(name=told.IMPORTED, blocks=blocks)
        if self._file is not None:
            pane = PaneView(name=told.FILE, blocks=tuple(importing.file_pane(self._file)))
            return importing.columns_table(self._file, **place), pane
        table = importing.past_table(self._past or (), **place)
        return shown(table, self._reach, known=self._past is not None), None

    def _commands(self) -> tuple[CommandView, ...]:
        other = keyed("papers", told.OTHER_KEY if self._file or self._done else said.FILE_KEY, "F2")
        if self._form is not None:
            return (keyed("back", said.BACK_KEY, "Esc"),)
        if self._import.running:
            return ()
        if self._file is None:
            return (other, keyed("retry", said.AGAIN_KEY, "F5"))
        mean = (keyed("note", told.MEAN_KEY, "F3"),) if self._file.teachable and self._done is None else ()
        runs = self._file.ready and (self._done is None or self._done.tried)
        run = (keyed("question", told.TRY_KEY, "F7"), keyed("next", told.IMPORT_KEY, "F9")) if runs else ()
        return (*mean, *run, other, keyed("back", said.BACK_KEY, "Esc"))

    # What a person does

    def pressed(self, command: str) -> None:
        if self._form is not None:
            self._form = forms.pressed(self._form, command)
        elif self._import.running:
            return
        elif not self._moved(command):
            acts: dict[str, Callable[[], None]] = {
                "papers": partial(self._around.pick_file, KINDS),
                "note": self._ask_meaning,
                "question": partial(self._start, tried=True),
                "next": partial(self._start, tried=False),
                "out": self._back,
                "again": self.opened,
                "retry": self.opened,
            }
            if command in acts:
                self._said = None
                acts[command]()

    def _moved(self, command: str) -> bool:
        total = (
            len(self._done.faults) if self._done else len(self._file.columns) if self._file else len(self._past or ())
        )
        moved = self._rows.of(total).moved(command)
        self._rows = moved or self._rows
        return moved is not None

    def _back(self) -> None:
        """From what an import brought to its file, from the file to the list."""
        if self._done is not None and self._done.tried:
            self._done = None
        else:
            self._file = self._done = None
        self._rows = Rows(room=self._rows.room)

    def _ask_meaning(self) -> None:
        if self._file is None or not self._file.teachable or not self._file.columns:
            return
        column = self._file.columns[min(self._rows.cursor, len(self._file.columns) - 1)]
        choices: tuple[tuple[str, Words], ...] = (*told.MEANINGS.items(), ("", told.NOTHING_OF))
        question = Question(words=told.MEANING, hint=told.MEANING_HINT, choices=choices)
        self._form = forms.asking("mean", told.FORM_TITLE, (question,), about=column.header)

    def typed(self, text: str) -> None:
        if self._form is not None:
            self._form = forms.typed(self._form, text)
        else:
            self._typed = text

    def entered(self, text: str) -> None:
        if self._form is not None:
            self._answer(text)
        elif self._file is not None and self._done is None:
            self._ask_meaning()
        elif text.strip():
            self._open(text.strip().strip("\"'").removeprefix("file://"))

    def _answer(self, text: str) -> None:
        assert self._form is not None, "the caller has asked"
        form = forms.answered(self._form, text)
        self._form = form
        if form.question is None:
            field = form.given[0]
            for header in [header for header, other in self._meanings.items() if other == field and field]:
                self._meanings[header] = ""
            self._meanings[form.about] = field
            self._form = None
            self._look()

    def _open(self, name: str) -> None:
        if Path(name).expanduser().is_file():
            self.dropped(name)
        else:
            self._said = Said(verdict=Verdict.ATTENTION, headline=told.NO_FILE, detail=same(name))

    def clicked(self, row: int) -> None:
        self._rows = self._rows.at(self._rows.first + row)

    def sized(self, room: int) -> None:
        self._rows = self._rows.sized(room)


def _newest(open_book: OpenBook) -> tuple[ImportRecord, ...]:
    with reading(open_book().engine) as connection:
        return tuple(newest(connection, limit=SHOWN))


def _look(home: Home, shop: str, path: Path, meanings: Mapping[str, str]) -> FileLook:
    return look_at(path, shop=shop_of(home, config_dir(), shop), home=home, meanings=meanings)


def _past(record: ImportRecord, at: str) -> PastView:
    counts = record.counts
    return PastView(
        file=Path(record.file).name, at=at, who=record.who, orders=counts.get("orders", 0), new=counts.get("new", 0),
        refused=counts.get("refused", 0),
    )  # fmt: skip


def _file(look: FileLook) -> FileView:
    columns = tuple(ColumnView(header=each.header, meaning=each.meaning, samples=each.samples) for each in look.columns)
    return FileView(
        name=look.path.name, size=look.size, kind=look.kind, source=look.source, rows=look.rows, columns=columns,
        lacking=look.lacking, checked=look.checked, faults=tuple(map(_fault, look.faults)), teachable=look.teachable,
    )  # fmt: skip


def _fault(fault: RowFault) -> FaultView:
    return FaultView(row=fault.row, column=fault.column, message=fault.message)


def _told_fault(document: Mapping[str, Any]) -> FaultView:
    row = document.get("row", 0)
    return FaultView(
        row=row if isinstance(row, int) else 0,
        column=str(document.get("column", "")),
        message=str(document.get("message", "")),
    )


def _error(document: Mapping[str, Any], file: object) -> str:
    errors = file.get("errors", []) if isinstance(file, dict) else []
    first = errors[0].get("message", "") if errors and isinstance(errors[0], dict) else ""
    return str(document.get("error", "") or first)
