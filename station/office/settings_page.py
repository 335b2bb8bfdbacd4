"""The settings' page: looked through, changed where they are this home's, and the last changes taken back."""

from __future__ import annotations

import os

from station.errors import Trouble
from station.home import Home
from station.office.asking import OpenBook
from station.office.page import Acts, Around
from station.office.rows import Rows
from station.office.setting_edit import Edit, changed, fits, undone
from station.office.setting_rows import setting_rows
from station.ui.office import forms, settings
from station.ui.office import settings_words as told
from station.ui.office import words as said
from station.ui.office.forms import Form, Question
from station.ui.office.reach import Reach, shown
from station.ui.office.screen import NOTHING, FieldView, OfficeScreen, Page, PaneView, Said
from station.ui.office.settings import SettingView
from station.ui.screen import CommandView, Verdict
from station.ui.troubles.telling import explained
from station.ui.widgets.commands import keyed
from station.ui.words import AFTER, Words, same


class SettingsPage:
    def __init__(self, around: Around) -> None:
        self._around = around
        self._all: tuple[SettingView, ...] | None = None
        self._typed = ""
        self._only = False
        self._rows = Rows()
        self._form: Form | None = None
        self._said: Said | None = None
        self._reach = Reach.ASKED
        self._edits: list[Edit] = []  # of this window, the last one first to be taken back
        self.acts = Acts(
            opened=self.opened, pressed=self.pressed, typed=self.typed, entered=self.entered, clicked=self.clicked,
            sized=self.sized,
        )  # fmt: skip

    def opened(self) -> None:
        home = self._around.home
        self._around.asking.ask("settings", lambda book: _read(home, book), self._took, self._wrong)

    def _took(self, rows: tuple[SettingView, ...]) -> None:
        self._all, self._reach = rows, Reach.THERE
        self._rows = self._rows.of(len(self._shown))
        self._around.changed()

    def _wrong(self, sentence: str, _away: bool) -> None:
        self._reach = Reach.WRONG
        self._said = Said(verdict=Verdict.ATTENTION, headline=said.NOT_DONE, detail=explained(sentence))
        self._around.changed()

    @property
    def _shown(self) -> tuple[SettingView, ...]:
        return settings.found(self._all or (), self._typed, only_changed=self._only)

    @property
    def _chosen(self) -> SettingView | None:
        shown = self._shown
        return shown[self._rows.cursor] if self._rows.cursor < len(shown) else None

    def screen(self) -> OfficeScreen:
        rows, chosen = self._rows, self._chosen
        table = settings.table(self._shown, first=rows.first, cursor=rows.cursor, room=rows.room)
        right = PaneView(name=told.MEANS, blocks=tuple(settings.pane(chosen))) if chosen else None
        return OfficeScreen(
            page=Page.SETTINGS,
            title=said.PAGES["settings"],
            summary=NOTHING if self._all is None else settings.summary(self._all),
            said=self._said,
            field=forms.line_of(self._form) if self._form else FieldView(asks=told.SEARCH, typed=self._typed),
            left=shown(table, self._reach, known=self._all is not None),
            right=forms.pane_of(self._form) if self._form else right,
            share=0.6,
            commands=self._commands(chosen),
            hint=said.LIST_KEYS,
        )

    def _commands(self, chosen: SettingView | None) -> tuple[CommandView, ...]:
        if self._form is not None:
            return (keyed("back", said.BACK_KEY, "Esc"),)
        change = (keyed("note", told.EDIT_KEY, "F2"),) if chosen and chosen.editable else ()
        undo = (keyed("undo", told.UNDO_KEY, "F4"),) if self._edits else ()
        only = keyed("split", told.ALL_KEY if self._only else told.ONLY_KEY, "F6")
        return (*change, *undo, only, keyed("retry", said.AGAIN_KEY, "F5"))

    def pressed(self, command: str) -> None:
        self._said = None
        if self._form is not None:
            self._form = forms.pressed(self._form, command)
            return
        moved = self._rows.of(len(self._shown)).moved(command)
        if moved is not None:
            self._rows = moved
        elif command == "split":
            self._only = not self._only
            self._rows = self._rows.of(len(self._shown)).at(0)
        elif command == "out":
            self.typed("")
        elif command in ("again", "retry"):
            self.opened()
        elif command == "note":
            self._ask()
        elif command == "undo" and self._edits:
            self._undo()

    def _ask(self) -> None:
        chosen = self._chosen
        if chosen is None or not chosen.editable:
            return
        question = Question(words=told.NEW_VALUE, hint=chosen.takes, offered=chosen.value)
        self._form = forms.asking("change", told.CHANGE, (question,), about=chosen.key)

    def typed(self, text: str) -> None:
        self._said = None
        if self._form is not None:
            self._form = forms.typed(self._form, text)
        else:
            self._typed = text
            self._rows = self._rows.of(len(self._shown)).at(0)

    def entered(self, text: str) -> None:
        if self._form is None:
            self._ask()
            return
        try:
            self._edits.append(changed(self._around.home, self._form.about, text, self._around.now_us()))
        except Trouble as trouble:
            self._form = forms.typed(self._form, text)
            detail = explained(trouble.sentence()) if fits(self._form.about, text) else self._takes(self._form.about)
            self._said = Said(verdict=Verdict.ATTENTION, headline=told.REFUSED, detail=detail)
            return
        self._said = Said(verdict=Verdict.OK, headline=told.SAVED, detail=same(self._form.about))
        self._form = None
        self.opened()

    def _takes(self, key: str) -> Words:
        found = next((each.takes for each in self._all or () if each.key == key), NOTHING)
        return AFTER.filled(first=told.TAKES, next=found)

    def _undo(self) -> None:
        edit = self._edits.pop()
        try:
            undone(self._around.home, edit, self._around.now_us())
        except Trouble as trouble:
            self._said = Said(verdict=Verdict.ATTENTION, headline=said.NOT_DONE, detail=explained(trouble.sentence()))
            return
        self._said = Said(verdict=Verdict.OK, headline=told.UNDONE, detail=same(edit.key))
        self.opened()

    def clicked(self, row: int) -> None:
        self._rows = self._rows.at(self._rows.first + row)

    def sized(self, room: int) -> None:
        self._rows = self._rows.sized(room)


def _read(home: Home, open_book: OpenBook) -> tuple[SettingView, ...]:
    """Without an order book people go by their pseudonyms: settings must be read when the book is what is wrong."""
    try:
        people = tuple(open_book().people().values())
    except Trouble:
        people = ()
    return setting_rows(home, people, os.environ)
