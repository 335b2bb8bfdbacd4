"""What the dispute desk shows, as a value, and how keys and answers change it. Pure: nothing is asked or stored here.

The list on the left is always there; on the right stands the chosen dispute's folder, or the form being filled in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import assert_never

from station.packing.effects import Tone
from station.ui import dispute_words as said
from station.ui.dispute_case import NO_TERM, CaseView, Term
from station.ui.screen import Verdict, Words
from station.ui.troubles.telling import explained

HOUR_US = 3_600_000_000
NEAR_HOURS = 24


class Urgency(StrEnum):
    LATE = "late"
    NEAR = "near"
    FAR = "far"
    SENT = "sent"  # it waits for the other side
    CLOSED = "closed"
    NONE = "none"  # no rule gives it a time


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    id: int
    order: str
    kind: str
    channel: str
    shop: str
    due_us: int | None
    term: Term = NO_TERM
    submitted: bool = False
    outcome: str = ""

    def urgency(self, now_us: int, near_hours: int = NEAR_HOURS) -> Urgency:
        if self.outcome:
            return Urgency.CLOSED
        if self.submitted:
            return Urgency.SENT
        if self.due_us is None:
            return Urgency.NONE
        if now_us > self.due_us:
            return Urgency.LATE
        return Urgency.NEAR if self.due_us - now_us <= near_hours * HOUR_US else Urgency.FAR

    def has(self, text: str) -> bool:
        text = text.casefold()
        return any(text in each.casefold() for each in (str(self.id), self.order, self.channel, self.shop, self.kind))


@dataclass(frozen=True, slots=True, kw_only=True)
class ParcelRow:
    """A parcel that the search found, to open a dispute for. Personal data is masked before it comes here."""

    order: str
    waybill: str
    packer: str
    bench: str
    sealed: str
    state: str
    name: str
    phone: str
    dispute: int | None


class Mark(StrEnum):
    THERE = "there"
    MISSING = "missing"
    HELPS = "helps"  # not there, and not needed


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRow:
    """``told``: what is there, a weight or a time for instance; empty where that it is there says all."""

    words: Words
    mark: Mark
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightsRow:
    """One parcel and what three say it weighs, in milligrams: the records, the bench's scale, the carrier's."""

    waybill: str
    sealed: str
    bench: str
    over: str  # when it was handed over, empty before
    expected_mg: tuple[int, int] | None
    bench_mg: int | None
    carrier_mg: int | None
    news: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRow:
    """A paper, a submission or a link: what it is, its name, when and by whom."""

    what: Words
    name: str
    at: str
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderView:
    row: CaseRow
    due: str
    rule: Words
    reference: str
    money: str
    note: str
    advice: Words
    checks: tuple[CheckRow, ...]
    parcels: tuple[WeightsRow, ...]
    papers: tuple[LineRow, ...]
    sent: tuple[LineRow, ...]
    links: tuple[LineRow, ...]
    paid_back: str = ""  # of one that has ended
    profile: str = ""  # the channel's, as its words or the order's platform say; empty where none is known

    @property
    def missing(self) -> int:
        return sum(check.mark is Mark.MISSING for check in self.checks)


class Act(StrEnum):
    """What a form ends in."""

    OPEN = "open"
    ATTACH = "attach"
    EXPORT = "export"
    SUBMIT = "submit"
    LINK = "link"
    CLOSE = "close"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Questions one after the other; ``given`` are the answers so far, in their order."""

    act: Act
    dispute: int | None
    given: tuple[str, ...] = ()
    subject: str = ""  # the order it is about
    offered: tuple[str, ...] = ()  # by question, what Enter alone answers

    @property
    def question(self) -> said.Question | None:
        """None when all are answered."""
        every = said.QUESTIONS[self.act]
        return every[len(self.given)] if len(self.given) < len(every) else None

    @property
    def offer(self) -> str:
        return self.offered[len(self.given)] if len(self.given) < len(self.offered) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeScreen:
    """``folder`` is of the row under the cursor, or None until it is read; ``word`` stands until the next act."""

    now_us: int
    near_hours: int = NEAR_HOURS
    rows: tuple[CaseRow, ...] = ()
    cursor: int = 0
    folder: FolderView | None = None
    found: tuple[ParcelRow, ...] | None = None  # in place of the list while a search's answer is looked at
    form: Form | None = None
    typed: str = ""
    awaited: int | None = None  # the dispute that comes under the cursor when the list is next read
    known: bool = False  # whether the book has answered at all
    offline: str = ""  # why it does not answer now
    working: Words | None = None
    word: tuple[Verdict, Words, Words] | None = None
    top: int = 0  # of the folder or the page, how far it is scrolled
    opened: bool = False  # the row under the cursor has the window to itself
    case: CaseView | None = None  # its parcel, or None until it is read
    profile: int = 0  # which of the page's is exported for
    tone: Tone | None = None

    @property
    def shown(self) -> tuple[CaseRow, ...]:
        """The rows that have what is typed."""
        text = "" if self.form is not None or self.found is not None else self.typed.strip()
        return tuple(row for row in self.rows if row.has(text)) if text else self.rows

    @property
    def row(self) -> CaseRow | None:
        shown = () if self.found is not None else self.shown
        return shown[min(self.cursor, len(shown) - 1)] if shown else None

    @property
    def parcel(self) -> ParcelRow | None:
        return self.found[min(self.cursor, len(self.found) - 1)] if self.found else None

    def count(self, urgency: Urgency) -> int:
        return sum(row.urgency(self.now_us, self.near_hours) is urgency for row in self.rows)


def looked(screen: DisputeScreen, rows: Sequence[CaseRow]) -> DisputeScreen:
    """The book was read again; the cursor stays with its dispute."""
    chosen = screen.awaited or (screen.row.id if screen.row else None)
    fresh = replace(screen, rows=tuple(rows), known=True, offline="", awaited=None, tone=None)
    if screen.found is not None:
        return fresh
    place = next((at for at, row in enumerate(fresh.shown) if row.id == chosen), None)
    opened = fresh.opened and place is not None  # a page never changes to another dispute by itself
    return _kept_folder(replace(fresh, cursor=place or 0, opened=opened))


def filled(screen: DisputeScreen, folder: FolderView) -> DisputeScreen:
    """A folder that was read; of a row that is no longer under the cursor it is not shown."""
    if screen.row is None or screen.row.id != folder.row.id:
        return screen
    return replace(screen, folder=folder, tone=None)


def unreachable(screen: DisputeScreen, sentence: str) -> DisputeScreen:
    """What was read before stays in sight, and is said to be old."""
    return replace(screen, offline=sentence, working=None, tone=None)


def typed(screen: DisputeScreen, text: str) -> DisputeScreen:
    if screen.form is not None or screen.found is not None:
        return replace(screen, typed=text, tone=None)
    return _kept_folder(replace(screen, typed=text, cursor=0, word=None, tone=None))


def moved(screen: DisputeScreen, step: int) -> DisputeScreen:
    if screen.form is not None:
        return screen
    last = len(screen.shown if screen.found is None else screen.found) - 1
    cursor = max(0, min(screen.cursor + step, last))
    return _kept_folder(replace(screen, cursor=cursor, top=0, word=None, tone=None))


def chosen(screen: DisputeScreen, dispute: int) -> DisputeScreen:
    """This dispute comes under the cursor, whatever was searched for; a new one when the list is next read."""
    back = replace(screen, found=None, form=None, typed="", top=0, awaited=dispute, tone=None)
    cursor = next((at for at, row in enumerate(back.shown) if row.id == dispute), back.cursor)
    return _kept_folder(replace(back, cursor=cursor))


def scrolled(screen: DisputeScreen, step: int) -> DisputeScreen:
    return replace(screen, top=max(0, screen.top + step), tone=None)


def found(screen: DisputeScreen, parcels: Sequence[ParcelRow]) -> DisputeScreen:
    """The search's answer; nothing found leaves the list, and says so."""
    if not parcels:
        return saying(replace(screen, working=None), Verdict.ATTENTION, said.NOT_FOUND, said.NOT_FOUND_HOW)
    return replace(screen, found=tuple(parcels), cursor=0, folder=None, working=None, word=None, tone=Tone.OK)


def asking(screen: DisputeScreen, act: Act, *, offered: tuple[str, ...] = ()) -> DisputeScreen:
    """A form opens; without the dispute or the parcel that it is about it says what is missing."""
    row, parcel = screen.row, screen.parcel
    if act is Act.OPEN:
        subject = parcel.order if parcel else screen.typed.strip()
        form = Form(act=act, dispute=None, subject=subject, offered=(subject,))
    elif row is None:
        return saying(screen, Verdict.ATTENTION, said.CHOOSE_FIRST, said.CHOOSE_FIRST_HOW)
    elif row.outcome and act is Act.CLOSE:
        return saying(screen, Verdict.ATTENTION, said.CLOSED_ALREADY)
    else:
        form = Form(act=act, dispute=row.id, subject=row.order, offered=offered)
    return replace(screen, form=form, typed=form.offer, word=None, tone=None)


def answered(screen: DisputeScreen, text: str) -> DisputeScreen:
    """Enter: the question is answered and the next one asked, or what is wrong with the answer is said."""
    form = screen.form
    if form is None or form.question is None:
        return screen
    answer = form.question.read(text)
    if answer is None:
        return saying(screen, Verdict.ATTENTION, form.question.wrong, form.question.words)
    further = replace(form, given=(*form.given, answer))
    return replace(screen, form=further, typed=further.offer, word=None, tone=None)


def back(screen: DisputeScreen) -> DisputeScreen:
    """Escape: a question back, out of the form, out of the search, out of the filter."""
    form = screen.form
    if form is not None and form.given:
        earlier = replace(form, given=form.given[:-1])
        return replace(screen, form=earlier, typed=form.given[-1], word=None, tone=None)
    if form is not None:
        return replace(screen, form=None, typed="", word=None, tone=None)
    return _kept_folder(replace(screen, found=None, typed="", cursor=0, word=None, tone=None))


def closed_form(screen: DisputeScreen) -> DisputeScreen:
    """What was asked is being done elsewhere, and the desk goes on."""
    return replace(screen, form=None, typed="", tone=None)


def working(screen: DisputeScreen, words: Words) -> DisputeScreen:
    return replace(screen, working=words, word=None, tone=None)


def done(screen: DisputeScreen, headline: Words, detail: Words = said.NOTHING) -> DisputeScreen:
    """An act is in the book: the form is gone, what was done stands until the next act."""
    over = replace(screen, form=None, typed="", working=None, found=None)
    return replace(over, word=(Verdict.OK, headline, detail), tone=Tone.OK)


def refused(screen: DisputeScreen, sentence: str) -> DisputeScreen:
    """Nothing has changed; a form stays with its last question open, so that it can be answered otherwise."""
    form = screen.form
    if form is not None and form.question is None:
        screen = replace(screen, form=replace(form, given=form.given[:-1]), typed=form.given[-1])
    return saying(replace(screen, working=None), Verdict.ATTENTION, said.NOT_DONE, explained(sentence))


def saying(screen: DisputeScreen, verdict: Verdict, headline: Words, detail: Words = said.NOTHING) -> DisputeScreen:
    return replace(screen, word=(verdict, headline, detail), tone=Tone.ATTENTION)


def ticked(screen: DisputeScreen, now_us: int) -> DisputeScreen:
    return replace(screen, now_us=now_us, tone=None)


def _read(screen: DisputeScreen) -> set[int]:
    """Of which dispute something is shown."""
    folder, case = screen.folder, screen.case
    return {folder.row.id if folder else 0, case.dispute if case else 0} - {0}


def _kept_folder(screen: DisputeScreen) -> DisputeScreen:
    same = screen.row is not None and screen.row.id in _read(screen)
    return screen if same else replace(screen, folder=None, case=None, top=0, profile=0)


def verdict(screen: DisputeScreen) -> tuple[Verdict, Words, Words]:
    """What the banner says: an alarm before everything but an act's own answer."""
    if screen.working is not None:
        return Verdict.INFO, screen.working, said.WORKING_HOW
    if screen.word is not None:
        return screen.word
    if screen.offline:
        return Verdict.ATTENTION, said.OFFLINE, explained(screen.offline)
    if not screen.known:
        return Verdict.INFO, said.LOOKING, said.NOTHING
    if screen.form is not None:
        return Verdict.INFO, said.FORMS[screen.form.act], Words(zh=screen.form.subject, en=screen.form.subject)
    if screen.found is not None:
        return Verdict.INFO, said.counted(said.FOUND, len(screen.found)), said.NEWEST
    return _standing(screen)


def _standing(screen: DisputeScreen) -> tuple[Verdict, Words, Words]:
    late, near = screen.count(Urgency.LATE), screen.count(Urgency.NEAR)
    hours = screen.near_hours
    if late:
        also = said.counted(said.NEAR_TOO, near, hours=hours) if near else said.LATE_HOW
        return Verdict.STOP, said.counted(said.LATE, late), also
    if near:
        return Verdict.ATTENTION, said.counted(said.NEAR, near, hours=hours), said.NEAR_HOW
    if not screen.rows:
        return Verdict.INFO, said.EMPTY, said.EMPTY_HOW
    return Verdict.INFO, said.counted(said.CALM, len(screen.rows)), said.counted(said.CALM_HOW, 0, hours=hours)


def left_words(row: CaseRow, now_us: int, near_hours: int = NEAR_HOURS) -> Words:
    """The time left, big; never a colour alone."""
    urgency = row.urgency(now_us, near_hours)
    match urgency:
        case Urgency.CLOSED:
            return said.OUTCOMES.get(row.outcome, Words(zh=row.outcome, en=row.outcome))
        case Urgency.SENT:
            return said.SENT
        case Urgency.NONE:
            return said.NO_TIME
        case Urgency.LATE | Urgency.NEAR | Urgency.FAR:
            assert row.due_us is not None
            return said.span(abs(row.due_us - now_us) // 60_000_000, late=urgency is Urgency.LATE)
        case _:
            assert_never(urgency)
