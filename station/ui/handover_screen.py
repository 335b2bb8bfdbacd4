"""What the dock's screen shows, as a value, and how scans and keys change it. Pure: nothing is asked or stored here.

Scanning, then a reason for each parcel that stays, then the driver's name and hand, then closed. A refusal that is
about the wrong box stops until it is cleared on purpose, as at a bench.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from station.packing.effects import Tone
from station.ui import handover_words as said
from station.ui.screen import ScanView, Verdict, Words
from station.ui.troubles.telling import told_on
from station.ui.words import beside, same

SCANS_KEPT = 5
REASON_MAX = 200
DRIVER_MAX = 64


class Page(StrEnum):
    SCANNING = "scanning"
    REASONS = "reasons"
    SIGNING = "signing"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingRow:
    """A parcel that the carrier should take: where it was sealed, and what holds it."""

    order: str
    waybill: str
    bench: str
    hold: str = ""

    @property
    def key(self) -> str:
        """A box goes by its waybill; its order's number where it has none."""
        return self.waybill or self.order


@dataclass(frozen=True, slots=True, kw_only=True)
class DockSight:
    """The handover as the book has it at this moment."""

    number: int
    carrier: Words
    count: int
    weight_mg: int
    unweighed: int
    missing: tuple[MissingRow, ...]
    driver: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanAnswer:
    """What became of a scan; ``why`` is empty when the parcel was taken, or taken back."""

    code: str
    orders: tuple[str, ...] = ()
    why: str = ""
    detail: str = ""
    taken_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverScreen:
    """``reasons`` are pairs of a missing row's key and why it stays; ``sure`` is set by a first F6 without a hand."""

    sight: DockSight
    page: Page = Page.SCANNING
    verdict: Verdict = Verdict.INFO
    headline: Words = said.SCAN
    detail: Words = said.NOTHING
    stopped: bool = False
    taking_out: bool = False
    sure: bool = False
    cursor: int = 0
    typed: str = ""
    driver: str = ""
    reasons: tuple[tuple[str, str], ...] = ()
    scans: tuple[ScanView, ...] = ()
    known: bool = True  # whether the book has answered at all
    offline: bool = False  # the book did not answer the last look; what is shown was read before
    tone: Tone | None = None

    def reason_of(self, row: MissingRow, hold: str | None = None) -> str:
        """A person's word; a hold speaks for itself, as ``hold`` where that is given."""
        return dict(self.reasons).get(row.key, row.hold if hold is None else hold)

    @property
    def unexplained(self) -> tuple[MissingRow, ...]:
        return tuple(row for row in self.sight.missing if not self.reason_of(row))


def saying(
    screen: HandoverScreen, verdict: Verdict, headline: Words, detail: Words = said.NOTHING, tone: Tone | None = None
) -> HandoverScreen:
    return replace(screen, verdict=verdict, headline=headline, detail=detail, tone=tone)


def looked(screen: HandoverScreen, sight: DockSight) -> HandoverScreen:
    """The book was read again; reasons of parcels that are no longer missing go."""
    keys = {row.key for row in sight.missing}
    reasons = tuple(pair for pair in screen.reasons if pair[0] in keys)
    cursor = min(screen.cursor, max(0, len(sight.missing) - 1))
    driver = screen.driver or sight.driver
    shown = replace(screen, sight=sight, reasons=reasons, cursor=cursor, driver=driver)
    return replace(shown, known=True, offline=False, tone=None)


def unseen(screen: HandoverScreen) -> HandoverScreen:
    """Nobody asked for that look: what was said last stays said, and nothing sounds."""
    return replace(screen, offline=True, tone=None)


def answered(screen: HandoverScreen, answer: ScanAnswer, sight: DockSight, at_us: int) -> HandoverScreen:
    """A scan's end: green and the next one, or why not."""
    what = answer.why or "ok"
    view = ScanView(at_us=at_us, ok=not answer.why, what=_short(answer), code=answer.code)
    seen = replace(looked(screen, sight), scans=(view, *screen.scans)[:SCANS_KEPT], taking_out=False)
    if what == "ok":
        return _went(seen, answer)
    headline, remedy = said.refusal(answer.why)
    more = said.holds(answer.detail)
    detail = _refused(answer, more, remedy)
    if answer.why in said.HARMLESS:
        return saying(seen, Verdict.ATTENTION, headline, detail, Tone.ATTENTION)
    return saying(replace(seen, stopped=True), Verdict.STOP, headline, detail, Tone.WRONG)


def _went(screen: HandoverScreen, answer: ScanAnswer) -> HandoverScreen:
    names = ", ".join(answer.orders)
    what = said.TAKEN_OUT if answer.taken_out else said.TAKEN
    if not screen.sight.missing and not answer.taken_out:
        back = replace(screen, page=Page.SCANNING)
        return saying(back, Verdict.OK, said.ALL_HERE, said.ALL_HERE_HOW, Tone.COMPLETE)
    return saying(screen, Verdict.OK, what.filled(orders=names), same(answer.code), Tone.OK)


def _short(answer: ScanAnswer) -> Words:
    return same(", ".join(answer.orders)) if answer.orders else said.refusal(answer.why)[0]


def _refused(answer: ScanAnswer, more: Words, remedy: Words) -> Words:
    """Which parcel, what else is known of it, what to do: facts beside each other."""
    told = same(", ".join(answer.orders) or answer.code)
    return beside([told, same("") if more == told else more, remedy])


def refused_input(screen: HandoverScreen) -> HandoverScreen | None:
    """Why a scan may not be taken now; None when it may."""
    if screen.stopped:
        return replace(screen, detail=said.CLEAR_FIRST, tone=Tone.WRONG)
    if screen.page is Page.SIGNING:
        return saying(screen, Verdict.ATTENTION, said.BACK_FIRST, said.BACK_FIRST_HOW, Tone.ATTENTION)
    if screen.page is Page.CLOSED:
        return saying(screen, Verdict.ATTENTION, said.CLOSED, screen.detail, Tone.ATTENTION)
    return None


def cleared(screen: HandoverScreen) -> HandoverScreen:
    """The deliberate act after a stop; without one, nothing."""
    if not screen.stopped:
        return screen
    return _at_rest(replace(screen, stopped=False))


def took_out_key(screen: HandoverScreen) -> HandoverScreen:
    """F2: the next scan takes a parcel back, or no longer."""
    if screen.stopped or screen.page not in (Page.SCANNING, Page.REASONS):
        return screen
    if screen.taking_out:
        return _at_rest(replace(screen, taking_out=False))
    return saying(replace(screen, taking_out=True), Verdict.INFO, said.TAKE_OUT, said.TAKE_OUT_HOW)


def back(screen: HandoverScreen) -> HandoverScreen:
    """F5: to the scans."""
    if screen.stopped or screen.page is Page.CLOSED:
        return screen
    return _at_rest(replace(screen, page=Page.SCANNING, sure=False, taking_out=False))


def forward(screen: HandoverScreen) -> HandoverScreen:
    """F6: reasons for what stays, then the driver. The close itself is asked for by ``may_close``."""
    if screen.stopped or screen.page is Page.CLOSED:
        return screen
    if not screen.sight.count:
        return saying(screen, Verdict.ATTENTION, said.EMPTY, tone=Tone.ATTENTION)
    if screen.unexplained:
        first = screen.sight.missing.index(screen.unexplained[0])
        shown = replace(screen, page=Page.REASONS, cursor=first, taking_out=False)
        return saying(shown, Verdict.INFO, said.WHY, said.WHY_HOW)
    return saying(replace(screen, page=Page.SIGNING, taking_out=False), Verdict.INFO, said.SIGN, said.SIGN_HOW)


def before_close(screen: HandoverScreen, *, signed: bool) -> HandoverScreen | None:
    """What still lacks on the signing page when F6 is pressed; None when the handover may be closed."""
    if not screen.driver:
        return saying(screen, Verdict.ATTENTION, said.NO_DRIVER, said.NO_DRIVER_HOW, Tone.ATTENTION)
    if not signed and not screen.sure:
        unsure = replace(screen, sure=True)
        return saying(unsure, Verdict.ATTENTION, said.NO_SIGNATURE, said.NO_SIGNATURE_HOW, Tone.ATTENTION)
    return None


def moved(screen: HandoverScreen, by: int) -> HandoverScreen:
    """The cursor among what is missing."""
    last = max(0, len(screen.sight.missing) - 1)
    return replace(screen, cursor=max(0, min(last, screen.cursor + by)), tone=None)


def explained(screen: HandoverScreen, reason: str) -> HandoverScreen:
    """The parcel under the cursor stays for this reason; the cursor goes to the next without one."""
    text = " ".join(reason.split())[:REASON_MAX]
    if screen.page is not Page.REASONS or screen.stopped or not screen.sight.missing or not text:
        return screen
    key = screen.sight.missing[screen.cursor].key
    others = tuple(pair for pair in screen.reasons if pair[0] != key)
    told = replace(screen, reasons=(*others, (key, text)), tone=Tone.OK)
    if not told.unexplained:
        return replace(forward(told), tone=Tone.OK)
    return replace(told, cursor=told.sight.missing.index(told.unexplained[0]))


def named(screen: HandoverScreen, driver: str) -> HandoverScreen:
    name = " ".join(driver.split())[:DRIVER_MAX]
    return saying(replace(screen, driver=name or screen.driver), Verdict.INFO, said.SIGN, said.SIGN_HOW)


def failed(screen: HandoverScreen, sentence: str) -> HandoverScreen:
    """The book or the disk said no; nothing has changed."""
    return saying(screen, Verdict.ATTENTION, said.NOT_DONE, told_on(sentence), Tone.ATTENTION)


def unreachable(screen: HandoverScreen) -> HandoverScreen:
    """What somebody just asked for was not done, for the book does not answer."""
    return saying(screen, Verdict.ATTENTION, said.OFFLINE, said.OFFLINE_SCAN, Tone.ATTENTION)


def closed(screen: HandoverScreen, sight: DockSight, *, left: int, file: str) -> HandoverScreen:
    """What was left behind stays on the screen, each with its reason."""
    stayed = replace(sight, missing=screen.sight.missing)
    done = replace(screen, sight=stayed, page=Page.CLOSED, typed="")
    return saying(done, Verdict.OK, said.CLOSED, said.closed_detail(sight.count, left, file), Tone.COMPLETE)


def _at_rest(screen: HandoverScreen) -> HandoverScreen:
    if screen.page is Page.REASONS:
        return saying(screen, Verdict.INFO, said.WHY, said.WHY_HOW)
    if not screen.sight.missing and screen.sight.count:
        return saying(screen, Verdict.OK, said.ALL_HERE, said.ALL_HERE_HOW)
    return saying(screen, Verdict.INFO, said.SCAN)
