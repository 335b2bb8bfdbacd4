"""Another bench's devices taken over: its file is asked for, what would change is shown, and only a yes writes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from station.errors import Trouble
from station.home import Home
from station.office.page import Around
from station.office.setting_edit import Edit, replaced, text_of, undone
from station.setup.bench_copy import BenchCopy, Copied, Fate, copied, read_other
from station.ui.office import devices_words as told
from station.ui.office import forms
from station.ui.office import words as said
from station.ui.office.forms import Form, Question
from station.ui.office.screen import NOTHING, Block, Fact, PaneView, Said, Tone
from station.ui.screen import Verdict
from station.ui.troubles.telling import explained
from station.ui.words import Words, same


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What would be written in place of ``before``."""

    before: str
    copy: BenchCopy


class DeviceCopy:
    """``form`` is what is asked now; ``said`` what came of it last, until it is taken."""

    def __init__(self, around: Around) -> None:
        self._around = around
        self._planned: Planned | None = None
        self._edits: list[Edit] = []
        self.form: Form | None = None
        self.said: Said | None = None
        self.waiting = NOTHING

    @property
    def undoable(self) -> bool:
        return bool(self._edits)

    def begin(self) -> None:
        question = Question(words=told.COPY_ASKS, hint=told.COPY_HINT, wrong=forms.needed)
        self._planned, self.form = None, forms.asking("copy", told.COPY, (question,))

    def pane(self) -> PaneView | None:
        if self.form is None:
            return None
        pane = forms.pane_of(self.form)
        devices = self._planned.copy.devices if self._planned else ()
        head, *rest = pane.blocks
        return PaneView(name=pane.name, blocks=(head, *_fates(devices), *rest), top=pane.top)

    def pressed(self, command: str) -> None:
        assert self.form is not None, "something is asked"
        self.form = forms.pressed(self.form, command)
        self._planned = self._planned if self.form else None

    def typed(self, text: str) -> None:
        assert self.form is not None, "something is asked"
        self.form = forms.typed(self.form, text)

    def answered(self, text: str) -> bool:
        """Whether this bench's file is another one now."""
        assert self.form is not None, "something is asked"
        if self.form.question is None:
            return False  # its file is being read
        self.form = forms.answered(self.form, text)
        if self.form.question is not None:
            return False
        if self._planned is None:
            self.look(self.form.given[0])
            return False
        planned, answer = self._planned, self.form.given[0]
        self.form = self._planned = None
        if answer == "yes":
            return self._write(planned)
        self.said = Said(verdict=Verdict.INFO, headline=told.NOT_COPIED)
        return False

    def look(self, name: str) -> None:
        """Reads the other bench's file, beside the screen: it may lie on a slow drive."""
        home, path = self._around.home, Path(name.strip().strip("\"'").removeprefix("file://")).expanduser()
        self.form, self.waiting = None, told.COPY_READS
        self._around.asking.ask("copy", lambda _book: _plan(home, path), self._took, self._wrong)

    def undo(self) -> bool:
        """Whether this bench's file is the one before again."""
        try:
            undone(self._around.home, self._edits.pop(), self._around.now_us())
        except Trouble as trouble:
            self._wrong(trouble.sentence(), False)
            return False
        self.said = Said(verdict=Verdict.OK, headline=told.COPY_UNDONE)
        return True

    def _took(self, planned: Planned) -> None:
        self.waiting = NOTHING
        bench = planned.copy.bench
        if planned.copy.changes:
            sure = Question(words=told.COPY_SURE.filled(bench=bench), choices=(("yes", said.YES), ("no", said.NO)))
            self._planned, self.form = planned, forms.asking("take", told.COPY, (sure,), about=bench)
        else:
            headline = told.COPY_NOTHING.filled(bench=bench)
            self.said = Said(verdict=Verdict.INFO, headline=headline, detail=told.COPY_NOTHING_HOW)
        self._around.changed()

    def _wrong(self, sentence: str, _away: bool) -> None:
        self.waiting = NOTHING
        self.said = Said(verdict=Verdict.ATTENTION, headline=told.NOT_COPIED, detail=explained(sentence))
        self._around.changed()

    def _write(self, planned: Planned) -> bool:
        bench, around = planned.copy.bench, self._around
        try:
            edit = replaced(around.home, bench, planned.before, planned.copy.after, around.now_us())
        except Trouble as trouble:
            self._wrong(trouble.sentence(), False)
            return False
        self._edits.append(edit)
        self.said = Said(verdict=Verdict.OK, headline=told.COPIED.filled(bench=bench), detail=told.COPIED_HOW)
        return True


def _fates(devices: tuple[Copied, ...]) -> Iterator[Block]:
    for each in devices:
        tone = {Fate.LEFT: Tone.WARN, Fate.ALIKE: Tone.QUIET}.get(each.fate, Tone.PLAIN)
        yield Fact(name=same(each.name), value=_fate(each), tone=tone)


def _fate(each: Copied) -> Words:
    words = told.FATES[each.fate]
    return words.filled(keys=", ".join(each.keys)) if each.fate is Fate.CHANGED else words


def _plan(home: Home, path: Path) -> Planned:
    before = text_of(home)
    copy = copied(before, read_other(path), file=str(path), own_file=home.settings_file.name)
    return Planned(before=before, copy=copy)
