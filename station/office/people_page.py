"""The people's page: who may sign in, who is a supervisor, which language each reads, their badges on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from station.choice_sharing import choose_language
from station.codes import badge_code
from station.errors import Trouble
from station.home import Home
from station.office.asking import Job, OpenBook
from station.office.beside import Beside, free_name
from station.office.page import Acts, Around
from station.office.rows import Rows
from station.orders.engine import writing
from station.orders.people import set_supervisor
from station.packing.rules import NOT_CHOSEN
from station.person_languages import chosen, later, of_book
from station.ui import languages
from station.ui.office import forms
from station.ui.office import people_words as told
from station.ui.office import words as said
from station.ui.office.forms import Form, Question
from station.ui.office.reach import Reach, offline, shown, wrong
from station.ui.office.screen import (
    NOTHING,
    Block,
    Cell,
    Column,
    Fact,
    FieldView,
    Heading,
    Line,
    OfficeScreen,
    Page,
    PaneView,
    Said,
    TableView,
    Tone,
)
from station.ui.screen import CommandView, Verdict
from station.ui.troubles.telling import explained
from station.ui.widgets.commands import keyed
from station.ui.words import Words, same

FOLDER: Final = "reports"
_RIGHTS: Final = (("packer", told.PACKER), ("supervisor", told.SUPERVISOR))
_LANGUAGES: Final[Mapping[str, Words]] = {"zh": told.CHINESE, "en": told.ENGLISH}


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    badge: str
    number: str
    name: str
    supervisor: bool
    language: str  # empty: as the bench


class PeoplePage:
    def __init__(self, around: Around) -> None:
        self._around = around
        self._all: tuple[PersonRow, ...] | None = None
        self._typed = ""
        self._rows = Rows()
        self._form: Form | None = None
        self._said: Said | None = None
        self._waiting = NOTHING
        self._reach = Reach.ASKED
        self._sheet = Beside(around.home, limit_ms=120_000)
        self.acts = Acts(
            opened=self.opened, pressed=self.pressed, typed=self.typed, entered=self.entered, clicked=self.clicked,
            sized=self.sized, stop=self.stop,
        )  # fmt: skip

    def opened(self) -> None:
        home = self._around.home
        self._around.asking.ask("people", lambda book: _read(home, book), self._took, self._wrong)

    def _took(self, rows: tuple[PersonRow, ...]) -> None:
        self._all, self._reach = rows, Reach.THERE
        self._rows = self._rows.of(len(self._shown))
        self._around.changed()

    def _wrong(self, sentence: str, away: bool) -> None:
        self._reach = wrong(away=away)
        if not away:
            self._said = Said(verdict=Verdict.ATTENTION, headline=said.NOT_DONE, detail=explained(sentence))
        self._around.changed()

    def _not_done(self, sentence: str, _away: bool) -> None:
        """What was asked for is not so; the rows stay as they were read."""
        self._said = Said(verdict=Verdict.ATTENTION, headline=said.NOT_DONE, detail=explained(sentence))
        self._form = None
        self._around.changed()

    @property
    def _shown(self) -> tuple[PersonRow, ...]:
        text = self._typed.casefold().strip()
        return tuple(
            row for row in self._all or () if any(text in each.casefold() for each in (row.name, row.number, row.badge))
        )

    @property
    def _chosen(self) -> PersonRow | None:
        shown = self._shown
        return shown[self._rows.cursor] if self._rows.cursor < len(shown) else None

    # What it shows

    def screen(self) -> OfficeScreen:
        chosen_now = self._chosen
        right = PaneView(name=told.NAME, blocks=tuple(_pane(chosen_now))) if chosen_now else None
        return OfficeScreen(
            page=Page.PEOPLE,
            title=said.PAGES["people"],
            summary=NOTHING if self._all is None else told.COUNT.filled(n=len(self._all)),
            said=self._said,
            waiting=self._waiting,
            offline=offline(self._reach, known=self._all is not None),
            field=forms.line_of(self._form) if self._form else FieldView(asks=told.SEARCH, typed=self._typed),
            left=shown(self._table(), self._reach, known=self._all is not None),
            right=forms.pane_of(self._form) if self._form else right,
            commands=self._commands(chosen_now),
            hint=said.LIST_KEYS,
        )

    def _table(self) -> TableView:
        rows, shown = self._rows, self._shown
        return TableView(
            name=said.PAGES["people"],
            columns=(
                Column(head=told.NUMBER, share=0.14), Column(head=told.NAME, share=0.32),
                Column(head=told.RIGHTS, share=0.24), Column(head=told.LANGUAGE, share=0.24),
            ),
            rows=tuple(_cells(row) for row in shown[rows.first : rows.first + rows.room]),
            first=rows.first,
            total=len(shown),
            cursor=rows.cursor,
            empty=told.NOT_FOUND if self._all else told.NOBODY,
            empty_how=told.NOT_FOUND_HOW if self._all else told.NOBODY_HOW,
        )  # fmt: skip

    def _commands(self, row: PersonRow | None) -> tuple[CommandView, ...]:
        if self._form is not None:
            return (keyed("back", said.BACK_KEY, "Esc"),)
        of_one = (keyed("yes", told.SUPERVISOR_KEY, "F4"), keyed("language", told.LANGUAGE_KEY, "F6")) if row else ()
        sheet = (keyed("badge", told.SHEET_KEY, "F7"),) if self._all else ()
        return (keyed("note", told.ADD_KEY, "F2"), *of_one, *sheet, keyed("retry", said.AGAIN_KEY, "F5"))

    # What a person does

    def pressed(self, command: str) -> None:
        self._said = None
        if self._form is not None:
            self._form = forms.pressed(self._form, command)
            return
        moved = self._rows.of(len(self._shown)).moved(command)
        row = self._chosen
        if moved is not None:
            self._rows = moved
        elif command == "note":
            self._form = forms.asking("add", told.ADD, self._questions())
        elif command == "badge" and self._all and not self._sheet.running:
            self._make_sheet()
        elif command in ("again", "retry"):
            self.opened()
        elif command == "out":
            self.typed("")
        elif command == "yes" and row is not None:
            self._ask_rights(row)
        elif command == "language" and row is not None:
            ask = Question(words=told.ASK_LANGUAGE, choices=self._languages())
            self._form = forms.asking("language", told.LANGUAGE, (ask,), about=row.name)

    def _questions(self) -> tuple[Question, ...]:
        return (
            Question(words=told.ASK_NAME, wrong=forms.needed),
            Question(words=told.ASK_BADGE, wrong=forms.needed),
            Question(words=told.ASK_RIGHTS, hint=told.RIGHTS_HINT, choices=_RIGHTS),
            Question(words=told.ASK_LANGUAGE, choices=self._languages()),
        )

    def _languages(self) -> tuple[tuple[str, Words], ...]:
        """Those that screens are spoken in here; the bench's own first."""
        found = languages.found((self._around.home.translations, languages.OURS))
        there = (*languages.SHIPPED, *found)
        return (("", told.AS_BENCH), *((each, _LANGUAGES.get(each, same(languages.own_name(each)))) for each in there))

    def _ask_rights(self, row: PersonRow) -> None:
        supervisors = sum(each.supervisor for each in self._all or ())
        if row.supervisor and supervisors == 1:
            self._said = Said(verdict=Verdict.ATTENTION, headline=told.LAST_ONE, detail=same(row.name))
            return
        words = (told.MAKE_PACKER if row.supervisor else told.MAKE_SUPERVISOR).filled(name=row.name)
        sure = Question(words=words, hint=told.RIGHTS_HINT, choices=(("yes", said.YES), ("no", said.NO)))
        self._form = forms.asking("rights", told.CHANGE_RIGHTS, (sure,), about=row.name)

    def typed(self, text: str) -> None:
        self._said = None
        if self._form is not None:
            self._form = forms.typed(self._form, text)
        else:
            self._typed = text
            self._rows = self._rows.of(len(self._shown)).at(0)

    def entered(self, text: str) -> None:
        if self._form is None or self._form.question is None:
            return
        form = forms.answered(self._form, text)
        self._form = form
        if form.question is None:
            self._save(form)

    def _save(self, form: Form) -> None:
        home, row, now_us = self._around.home, self._chosen, self._around.now_us()
        if form.given[0] == "no":
            self._form = None
            return
        job: Job
        if form.act == "add":
            job = partial(_add, home, form.given, now_us)
        else:
            assert row is not None, "the form is about somebody"
            job = partial(_change, home, row, form.act, form.given[0], now_us)
        headline = told.ADDED if form.act == "add" else told.CHANGED
        self._around.asking.ask("act", job, lambda _done: self._acted(headline), self._not_done)

    def _acted(self, headline: Words) -> None:
        self._form, self._said = None, Said(verdict=Verdict.OK, headline=headline)
        self.opened()

    def _make_sheet(self) -> None:
        try:
            file = free_name(self._around.home.root / FOLDER, "badges", ".pdf")
        except OSError as error:
            self._not_done(str(error.strerror), False)
            return
        self._waiting = told.SHEET_MAKING
        self._sheet.start(["users", "badges", "-o", str(file)], self._made)

    def _made(self, code: int, document: Mapping[str, Any]) -> None:
        self._waiting = NOTHING
        good = code == 0
        detail = explained(str(document.get("file" if good else "error", code)))
        verdict = Verdict.OK if good else Verdict.ATTENTION
        self._said = Said(verdict=verdict, headline=told.SHEET_MADE if good else said.NOT_DONE, detail=detail)
        self._around.changed()

    def clicked(self, row: int) -> None:
        self._rows = self._rows.at(self._rows.first + row)

    def sized(self, room: int) -> None:
        self._rows = self._rows.sized(room)

    def stop(self) -> None:
        self._sheet.stop()


def _cells(row: PersonRow) -> tuple[Cell, ...]:
    language = _LANGUAGES.get(row.language, same(languages.own_name(row.language))) if row.language else told.AS_BENCH
    return (
        Cell(words=same(row.number)),
        Cell(words=same(row.name), bold=True, code=True),
        Cell(words=told.SUPERVISOR if row.supervisor else told.PACKER, bold=row.supervisor),
        Cell(words=language, tone=Tone.PLAIN if row.language else Tone.QUIET),
    )


def _pane(row: PersonRow) -> Iterator[Block]:
    yield Heading(words=same(row.name), after=same(row.number))
    yield Fact(name=told.RIGHTS, value=told.SUPERVISOR if row.supervisor else told.PACKER)
    yield Fact(name=told.BADGE, value=same(badge_code(row.badge)), code=True)
    yield Line(words=told.WHAT_IT_SAYS, tone=Tone.QUIET)


def _read(home: Home, open_book: OpenBook) -> tuple[PersonRow, ...]:
    people = open_book().people()
    reads = later(chosen(home), of_book(people.values(), "languages"))
    return tuple(
        PersonRow(
            badge=badge, number=one.pseudonym, name=one.name, supervisor=one.supervisor,
            language=reads.get(one.pseudonym, NOT_CHOSEN).what,
        )
        for badge, one in people.items()
    )  # fmt: skip


def _add(home: Home, given: tuple[str, ...], now_us: int, open_book: OpenBook) -> None:
    name, badge, rights, language = given
    person = open_book().add_person(badge.upper(), name=name, supervisor=rights == "supervisor")
    if language:
        choose_language(home, open_book(), person, language, now_us=now_us)


def _change(home: Home, row: PersonRow, act: str, answer: str, now_us: int, open_book: OpenBook) -> None:
    if act == "language":
        person = open_book().people().get(row.badge)
        if person is None:
            raise Trouble("nobody has this badge any more", where=row.badge)
        choose_language(home, open_book(), person, answer, now_us=now_us)
        return
    with writing(open_book().engine) as connection:
        if not set_supervisor(connection, row.badge, supervisor=not row.supervisor):
            raise Trouble("nobody has this badge any more", where=row.badge)
