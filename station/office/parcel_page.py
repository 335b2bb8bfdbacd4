"""What happened to one parcel: read from the order book, its pictures from this home's ledger, its report on the way.

The report is the evidence report itself, made by ``evidence export`` in a program of its own.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from PySide6.QtGui import QImage

from station.errors import Trouble
from station.home import Home
from station.office.asking import OpenBook
from station.office.beside import Beside, free_name
from station.office.house_names import HouseNames, country_of
from station.office.page import Around
from station.orders.masking import mask_recipient
from station.orders.parcel_history import History, history_of
from station.packing.model import Order
from station.personal_log import record_look
from station.ui.office import forms
from station.ui.office import parcel_words as told
from station.ui.office import words as said
from station.ui.office.forms import Form, Question
from station.ui.office.parcel import ParcelView, screen_of
from station.ui.office.screen import NOTHING, OfficeScreen, Page, Said
from station.ui.screen import Verdict
from station.ui.troubles.telling import explained, quoted
from station.ui.widgets.commands import keyed
from station.ui.words import AFTER, Words, named, same

FOLDER: Final = "reports"
REPORT_MS: Final = 5 * 60_000
PICTURES_MAX: Final = 40
PICTURE_PX: Final = 480


IN_FORM: Final = (keyed("back", said.BACK_KEY, "Esc"),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """What the book knows; ``names`` of people by pseudonym."""

    history: History
    order: Order
    names: Mapping[str, str]


class ParcelPage:
    """Opened for one order after the other."""

    def __init__(self, around: Around) -> None:
        self._around = around
        self.order = ""
        self._parcel: Parcel | None = None
        self._pictures: dict[int, QImage] = {}
        self._elsewhere: tuple[str, ...] = ()
        self._personal = False
        self._top = 0
        self._said: Said | None = None
        self._waiting = NOTHING
        self._offline = NOTHING
        self.form: Form | None = None
        self.names = HouseNames()
        self._report = Beside(around.home, limit_ms=REPORT_MS)

    def open(self, order: str) -> None:
        """Everything of the one before goes, what was shown in full too."""
        self.order, self._parcel, self._pictures, self._elsewhere = order, None, {}, ()
        self._personal, self._top, self._said, self.form = False, 0, None, None
        self._waiting = told.LOOKING
        self.again()

    def again(self) -> None:
        order = self.order
        self._around.asking.ask("parcel", lambda book: _read(book, order), self._took, self._wrong)

    def _took(self, parcel: Parcel | None) -> None:
        self._waiting = self._offline = NOTHING
        self._parcel = parcel
        if parcel is None:
            self._said = Said(verdict=Verdict.ATTENTION, headline=told.UNKNOWN_ORDER, detail=same(self.order))
        elif any(each.what in ("PhotoTaken", "VideoRecorded") for each in parcel.history.happened):
            home, bench = self._around.home, self._around.settings.bench.id
            self._elsewhere = tuple(sorted({each.bench for each in parcel.history.parcels} - {bench}))
            order = self.order
            self._around.asking.ask("pictures", lambda _book: _pictures(home, order), self._took_pictures, _no_matter)
        self._around.changed()

    def _took_pictures(self, pictures: tuple[str, dict[int, QImage]]) -> None:
        order, found = pictures
        if order == self.order:
            self._pictures = found
            self._around.changed()

    def _wrong(self, sentence: str, away: bool) -> None:
        self._waiting = NOTHING
        self._offline = NOTHING if not away else said.OFFLINE if self._parcel else said.AWAY
        if away:
            self._around.changed()
            return
        self._said = Said(verdict=Verdict.ATTENTION, headline=said.NOT_DONE, detail=explained(sentence))
        self._around.changed()

    def screen(self, page: Page, path: tuple[Words, ...]) -> OfficeScreen:
        parcel = self._parcel
        view = ParcelView(
            order=self.order,
            happened=parcel.history.happened if parcel else (),
            parcels=parcel.history.parcels if parcel else (),
            more=parcel.history.more if parcel else False,
            recipient=_recipient(parcel, personal=self._personal) if parcel else None,
            personal=self._personal,
            names=parcel.names if parcel else {},
            carriers=self.names.carriers,
            pictures=self._pictures,
            elsewhere=self._elsewhere,
            there=parcel is not None,
            instead=self._instead(),
        )
        shown = screen_of(view, self._around.look(), page=page, path=path, top=self._top)
        shown = replace(shown, said=self._said, waiting=self._waiting, offline=self._offline)
        if self.form is not None:
            shown = replace(shown, field=forms.line_of(self.form), right=forms.pane_of(self.form), commands=IN_FORM)
        return shown

    def _instead(self) -> tuple[Words, Words]:
        """What stands there before anything was read, or when nothing could be."""
        if self._offline.en:
            return said.AWAY, said.AWAY_HOW
        if self._waiting.en:
            return told.LOOKING, NOTHING
        if self._said is not None and self._said.headline is told.UNKNOWN_ORDER:
            return told.UNKNOWN_ORDER, told.UNKNOWN_ORDER_HOW
        return said.UNREAD, said.UNREAD_HOW

    def pressed(self, command: str) -> bool:
        """False: it is for whoever opened this page."""
        if self.form is not None:
            self.form = forms.pressed(self.form, command)
            return True
        moves = {"up": -1, "down": 1, "page_up": -6, "page_down": 6, "first": -10_000, "last": 10_000}
        if command in moves:
            most = len(self._parcel.history.happened) - 3 if self._parcel else 0
            self._top = max(0, min(most, self._top + moves[command]))
        elif command == "badge":
            question = Question(words=told.PERSONAL_WHY, wrong=forms.needed)
            self.form = forms.asking("personal", told.PERSONAL, (question,), about=self.order)
        elif command == "papers" and not self._report.running and self._parcel is not None:
            self._ask_report()
        elif command in ("again", "retry"):
            self.again()
        else:
            return False
        return True

    def typed(self, text: str) -> None:
        if self.form is not None:
            self.form = forms.typed(self.form, text)

    def entered(self, text: str) -> None:
        if self.form is None:
            return
        form = forms.answered(self.form, text)
        self.form = form
        if form.question is None:
            self._with_reason(form.act, form.given[0])

    def _with_reason(self, act: str, why: str) -> None:
        """Recorded first, shown or written then."""
        self.form = None
        around = self._around
        try:
            record_look(around.home, at_us=around.now_us(), who=around.who, order=self.order, why=why)
        except Trouble as trouble:
            self._said = Said(verdict=Verdict.ATTENTION, headline=said.NOT_DONE, detail=explained(trouble.sentence()))
            return
        if act == "report":
            self._make_report()
            return
        self._personal = True
        self._said = Said(verdict=Verdict.OK, headline=told.SHOWN)

    # The report

    def _ask_report(self) -> None:
        """Evidence names the recipient: who has not been asked what for by F8 is asked here."""
        if self._personal:
            self._make_report()
            return
        question = Question(words=told.REPORT_WHY, hint=told.REPORT_HINT, wrong=forms.needed)
        self.form = forms.asking("report", told.REPORT, (question,), about=self.order)

    def _make_report(self) -> None:
        folder = self._around.home.root / FOLDER
        try:
            file = free_name(folder, self.order, ".zip")
        except OSError as error:
            words = AFTER.filled(first=same(str(folder)), next=quoted(str(error.strerror)))
            self._said = Said(verdict=Verdict.ATTENTION, headline=said.NOT_DONE, detail=words)
            return
        self._waiting, self._said = told.PDF_MAKING, None
        order = ["evidence", "export", "-o", str(file), "--", self.order]
        self._report.start(order, lambda code, document: self._reported(file, code, document))

    def _reported(self, file: Path, code: int, document: Mapping[str, Any]) -> None:
        self._waiting = NOTHING
        pdf = _pdf_of(file) if code == 0 else None
        if pdf is None:
            why = str(document.get("error", "")) or f"evidence export: {code}"
            self._said = Said(verdict=Verdict.ATTENTION, headline=said.NOT_DONE, detail=explained(why))
        else:
            self._said = Said(verdict=Verdict.OK, headline=told.PDF_MADE, detail=same(str(pdf)))
        self._around.changed()

    def stop(self) -> None:
        self._report.stop()


def _read(open_book: OpenBook, number: str) -> Parcel | None:
    book = open_book()
    history = history_of(book, number)
    order = book.order_copy(number)
    if history is None or order is None:
        return None
    return Parcel(history=history, order=order, names={each.pseudonym: each.name for each in book.people().values()})


def _recipient(parcel: Parcel, *, personal: bool) -> tuple[str, str, Words]:
    """Name, telephone, address; the country by its name."""
    who = parcel.order.recipient if personal else mask_recipient(parcel.order.recipient)
    rest = " ".join(filter(None, (who.province, who.city, who.district, who.street, who.postcode)))
    country = country_of(who.country)
    return who.name, who.phone, named(f"{country.zh} {rest}".strip(), f"{country.en} {rest}".strip())


def _pictures(home: Home, order: str) -> tuple[str, dict[int, QImage]]:
    """By the entry they belong to, small; none where this home's ledger does not know the parcel."""
    from station.devices.cameras.stills import stills
    from station.evidence.bundle import read_case
    from station.media_store.bringing import bring_beside

    if not home.ledger_file.is_file():
        return order, {}
    bring_beside(home, order)
    case = read_case(home, order, take_stills=stills)
    found: dict[int, QImage] = {}
    for each in case.story.attached:
        if each.is_picture and each.part == 1 and each.role != "label-image" and len(found) < PICTURES_MAX:
            image = QImage.fromData(case.pictures[each.path])
            found.setdefault(each.seq, image.scaledToWidth(PICTURE_PX) if image.width() > PICTURE_PX else image)
    return order, found


def _no_matter(_sentence: str, _away: bool) -> None:
    """The timeline stands without pictures, and the report says which are missing."""


def _pdf_of(bundle: Path) -> Path | None:
    """The report beside its bundle; None where there is none."""
    pdf = bundle.with_suffix(".pdf")
    try:
        with zipfile.ZipFile(bundle) as archive:
            pdf.write_bytes(archive.read("report.pdf"))
    except (OSError, KeyError, zipfile.BadZipFile):
        return None
    return pdf
