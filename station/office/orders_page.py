"""The orders' page: looking through them, holding and releasing one, and the way to what happened to its parcel."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from station.office.asking import OpenBook
from station.office.house_names import HouseNames, country_of, house_names
from station.office.listing import Listing, Read, ReadPage
from station.office.page import Acts, Around
from station.office.parcel_page import IN_FORM, ParcelPage
from station.orders.browsing import orders_page
from station.orders.finding import OrderRow
from station.orders.masking import mask_name
from station.packing.model import HoldReason, OrderState
from station.ui.office import forms, orders
from station.ui.office import orders_words as told
from station.ui.office import words as said
from station.ui.office.forms import Form, Question
from station.ui.office.orders import HeldBy, NamedView, OrderView
from station.ui.office.reach import Reach, offline, shown, wrong
from station.ui.office.screen import NOTHING, FieldView, OfficeScreen, Page, PaneView, Said
from station.ui.screen import CommandView, Verdict
from station.ui.troubles.telling import explained
from station.ui.widgets.commands import keyed
from station.ui.words import Words, same

_STATES: Final = tuple(told.FILTERS)
WIDE_MAX: Final = 200
"""Orders that a search through names shows."""

DETAIL_MAX: Final = 200


class OrdersPage:
    def __init__(self, around: Around) -> None:
        self._around = around
        self._state = 0
        self._typed = ""
        self._wide = ""
        self._form: Form | None = None
        self._said: Said | None = None
        self._reach = Reach.ASKED
        self._listing: Listing[OrderView] = Listing(
            around.asking, "orders", self._reads, changed=self._listed, wrong=self._wrong
        )
        self._parcel = ParcelPage(around)
        self._names = HouseNames()
        self.in_parcel = False
        self.acts = Acts(
            opened=self.opened, pressed=self.pressed, typed=self.typed, entered=self.entered, clicked=self.clicked,
            sized=self.sized, stop=self.stop,
        )  # fmt: skip

    def opened(self) -> None:
        self._listing.again()
        home = self._around.home
        self._around.asking.ask("names", lambda _book: house_names(home), self._took_names, _no_matter)

    def show_parcel(self, order: str) -> None:
        self.in_parcel = True
        self._parcel.open(order)

    @property
    def asks(self) -> bool:
        """A form is open, of the list or of the parcel."""
        return self._form is not None or self._parcel.form is not None

    def stop(self) -> None:
        self._parcel.stop()

    # What the book says

    def _reads(self) -> ReadPage[OrderView]:
        return partial(_read, _STATES[self._state], self._wide)

    def _listed(self) -> None:
        self._reach = Reach.THERE
        self._around.changed()

    def _took_names(self, names: HouseNames) -> None:
        self._names = self._parcel.names = names
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

    # What it shows

    def screen(self) -> OfficeScreen:
        if self.in_parcel:
            return self._parcel.screen(Page.ORDERS, (orders.TITLE,))
        listing = self._listing
        search, state = listing.search, _STATES[self._state]
        table = orders.table(
            listing.in_view, self._around.now_us(), first=listing.first, total=listing.total, cursor=listing.cursor,
            search=search, state=state, nothing_at_all=listing.nothing,
        )  # fmt: skip
        chosen = listing.chosen
        beside = tuple(orders.pane(chosen, self._around.look(), self._named(chosen))) if chosen else ()
        screen = OfficeScreen(
            page=Page.ORDERS,
            title=orders.TITLE,
            summary=orders.summary(state, listing.total, search) if listing.known else NOTHING,
            said=self._said,
            offline=offline(self._reach, known=listing.known),
            field=FieldView(asks=told.SEARCH, typed=self._typed),
            left=shown(table, self._reach, known=listing.known),
            right=PaneView(name=said.PAGES["orders"], blocks=beside) if beside else None,
            commands=_commands(chosen),
            hint=said.LIST_KEYS,
        )
        if self._form is None:
            return screen
        asked = forms.pane_of(self._form)
        return replace(screen, field=forms.line_of(self._form), right=asked, commands=IN_FORM)

    def _named(self, row: OrderView) -> NamedView:
        names = self._names
        return NamedView(
            place=country_of(row.place), service=names.carrier(row.service), shop=names.shop(row.shop)
        )  # fmt: skip

    # What a person does

    def pressed(self, command: str) -> None:
        self._said = None
        if self.in_parcel:
            if not self._parcel.pressed(command) and command == "out":
                self.in_parcel = False
                self._listing.again()
        elif self._form is not None:
            self._form = forms.pressed(self._form, command)
        elif not self._listing.moved(command):
            self._act(command)

    def _act(self, command: str) -> None:
        chosen = self._listing.chosen
        if command == "split":
            self._state = (self._state + 1) % len(_STATES)
            self._typed = self._wide = ""
            self._listing.search = ""
            self._listing.go(0)
            self._listing.again()
        elif command in ("again", "retry"):
            self._listing.again()
        elif command == "out":
            self._typed = self._wide = ""
            self._listing.find("")
        elif chosen is None:
            return
        elif command == "hold":
            hold = Question(
                words=told.HOLD_WHY, hint=told.HOLD_HINT, choices=told.HOLD_REASONS, free=True, wrong=forms.needed
            )
            self._form = forms.asking("hold", told.HOLD, (hold,), about=chosen.order)
        elif command == "yes":
            sure = Question(words=told.RELEASE_SURE, choices=(("yes", said.YES), ("no", said.NO)))
            self._form = forms.asking("release", told.RELEASE, (sure,), about=chosen.order)
        elif command == "note":
            self.show_parcel(chosen.order)

    def typed(self, text: str) -> None:
        if self.in_parcel:
            self._parcel.typed(text)
        elif self._form is not None:
            self._form = forms.typed(self._form, text)
        else:
            self._typed, self._said, self._wide = text, None, ""
            self._listing.find(text.strip())

    def entered(self, text: str) -> None:
        if self.in_parcel:
            self._parcel.entered(text)
        elif self._form is not None:
            self._answer(text)
        elif self._listing.chosen is not None and not self._around.asking.waits_for("orders"):
            self.show_parcel(self._listing.chosen.order)
        elif text.strip() and self._listing.search == text.strip():
            self._wide = text.strip()
            self._listing.again()

    def _answer(self, text: str) -> None:
        assert self._form is not None, "the caller has asked"
        if self._form.question is None:
            return  # it is being saved
        form = forms.answered(self._form, text)
        self._form = form
        if form.question is not None:
            return
        if form.given[0] == "no":
            self._form, self._said = None, Said(verdict=Verdict.INFO, headline=told.KEPT)
            return
        act, order, who, now_us = form.act, form.about, self._around.who, self._around.now_us()
        why = _in_both(form.given[0])
        job = (lambda book: _hold(book, order, why, who, now_us)) if act == "hold" else (
            lambda book: _release(book, order, who, now_us)
        )  # fmt: skip
        self._around.asking.ask("act", job, lambda _done: self._acted(act, order), self._not_done)

    def _acted(self, act: str, order: str) -> None:
        headline = told.HELD_NOW if act == "hold" else told.RELEASED_NOW
        self._form, self._said = None, Said(verdict=Verdict.OK, headline=headline, detail=same(order))
        self._listing.again()
        self._around.changed()

    def clicked(self, row: int) -> None:
        self._listing.go(self._listing.first + row)

    def sized(self, room: int) -> None:
        self._listing.resize(room)


def _commands(chosen: OrderView | None) -> tuple[CommandView, ...]:
    first = (keyed("note", told.STORY_KEY, "F3"), keyed("hold", told.HOLD_KEY, "F2"))
    release = (keyed("yes", told.RELEASE_KEY, "F4"),) if chosen and chosen.holds else ()
    here = (*first, *release) if chosen else ()
    return (*here, keyed("split", told.FILTER_KEY, "F6"), keyed("retry", said.AGAIN_KEY, "F5"))


def _in_both(given: str) -> str:
    """A chosen reason in both languages, as the bench will read it; a person's own words as they are."""
    words: Words | None = dict(told.HOLD_REASONS).get(given)
    return f"{words.zh} {words.en}" if words else given[:DETAIL_MAX]


def _read(state: str, wide: str, open_book: OpenBook, search: str, first: int, size: int) -> Read[OrderView]:
    book = open_book()
    if search and search == wide:
        rows = book.search(search, limit=WIDE_MAX)
        return Read(total=len(rows), rows=[_view(row) for row in rows[first : first + size]])
    wanted = OrderState(state) if state and not search else None
    page = orders_page(book, state=wanted, text=search, first=first, size=size)
    nothing = not page.total and not search and not any(book.count_by_state().values())
    return Read(total=page.total, rows=[_view(row) for row in page.rows], nothing=nothing)


def _hold(open_book: OpenBook, order: str, why: str, who: str, now_us: int) -> None:
    open_book().hold(order, HoldReason.BY_SUPERVISOR, now_us=now_us, detail=why, who=who)


def _release(open_book: OpenBook, order: str, who: str, now_us: int) -> None:
    open_book().release_hold(order, now_us=now_us, who=who)


def _view(row: OrderRow) -> OrderView:
    holds = tuple(HeldBy(reason=hold.reason, detail=hold.detail, since_us=hold.since_us) for hold in row.holds)
    return OrderView(
        order=row.number, state=row.state, name=mask_name(row.name), place=row.country, shop=row.shop,
        service=row.service, waybill=row.waybill, bench=row.bench, due_us=row.deadline_us, lines=row.lines,
        units=row.units, gift=row.gift, expedited=row.expedited, holds=holds,
    )  # fmt: skip


def _no_matter(_sentence: str, _away: bool) -> None:
    """Without the files codes stand in the names' place."""
