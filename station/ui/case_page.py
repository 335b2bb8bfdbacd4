"""A dispute's own page: what happened to its parcel on the left; time, checklist, proof and export on the right.

It paints a ``DisputeScreen`` and emits what was touched; keys are the desk's, which this page lies in.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from station.ui import case_words as said
from station.ui import dispute_opening as page
from station.ui import dispute_screen as pages
from station.ui import dispute_words
from station.ui.dispute_screen import DisputeScreen
from station.ui.look import Look
from station.ui.screen import Verdict, Words
from station.ui.type import Role
from station.ui.widgets import case_bars, case_checks, case_export, case_head, case_proof, case_timeline, dispute_list
from station.ui.widgets.band import Band
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.case_bars import BarsView
from station.ui.widgets.case_checks import ChecksView
from station.ui.widgets.case_export import ExportView
from station.ui.widgets.case_head import HeadView
from station.ui.widgets.case_proof import ProofView
from station.ui.widgets.case_timeline import TimelineView
from station.ui.widgets.marks import Mark, paint_mark
from station.ui.words import same

_STRIP, _EDGE, _BARS_TOP, _GAP, _HINT = 48, 28, 16, 14, 30
_SHARE, _NARROW_SHARE = 739 / 1280, 0.5
_MINUTE_US = 60_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SideView:
    bars: BarsView
    checks: ChecksView
    proof: ProofView


@dataclass(frozen=True, slots=True, kw_only=True)
class StripView:
    """What was just done or went wrong, or why nothing new comes."""

    verdict: Verdict
    headline: Words
    detail: Words


class CasePage(QWidget):
    asked = Signal(str)  # export_now, profile_0 …

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._head: Band[HeadView] = Band(self, "verdict", case_head.paint)
        self._strip: Band[StripView] = Band(self, "message", _paint_strip)
        self._time: Band[TimelineView] = Band(self, "events", case_timeline.paint)
        self._side: Band[SideView] = Band(self, "folder", _paint_side)
        self._export: Band[ExportView] = Band(self, "export", case_export.paint)
        self._hint: Band[str] = Band(self, "keys", _paint_hint)
        self._export.touched.connect(self._touched)
        self._look: Look | None = None
        self._profiles = 1

    def show_screen(self, screen: DisputeScreen, look: Look) -> None:
        """``screen`` has a row under the cursor."""
        self._look = look
        head = _head_view(screen)
        self._head.put(head, look, case_head.spoken(head, look))
        strip = strip_of(screen)
        quiet = StripView(verdict=Verdict.INFO, headline=dispute_words.NOTHING, detail=dispute_words.NOTHING)
        self._strip.put(strip or quiet, look, "" if strip is None else _spoken_strip(strip, look))
        self._strip.setVisible(strip is not None)
        time = TimelineView(case=screen.case, top=screen.top)
        self._time.put(time, look, case_timeline.spoken(time, look))
        side = _side_view(screen)
        told = (
            case_bars.spoken(side.bars, look),
            case_checks.spoken(side.checks, look),
            case_proof.spoken(side.proof, look),
        )
        self._side.put(side, look, ". ".join(part for part in told if part))
        export = _export_view(screen)
        self._profiles = len(export.profiles)
        self._export.put(export, look, case_export.spoken(export, look))
        self._hint.put(look.lead(said.KEYS_HINT), look, look.lead(said.KEYS_HINT))
        self._place(look, strip=strip is not None)

    def _place(self, look: Look, *, strip: bool) -> None:
        u, width, height = look.grid.u, self.width(), self.height()
        self._head.setGeometry(0, 0, width, u(case_head.HEIGHT))
        top = u(case_head.HEIGHT)
        if strip:
            self._strip.setGeometry(0, top, width, u(_STRIP))
            top += u(_STRIP)
        wide = round(width * (_NARROW_SHARE if look.grid.narrow else _SHARE))
        self._time.setGeometry(0, top, wide, height - top)
        narrow = width - wide
        hint = 0 if look.grid.low else u(_HINT)
        export_top = height - hint - u(case_export.HEIGHT) - u(10 if hint else 12)
        self._side.setGeometry(wide, top, narrow, height - top)
        self._export.setGeometry(wide + u(_EDGE), export_top, narrow - 2 * u(_EDGE), u(case_export.HEIGHT))
        self._hint.setGeometry(wide + u(_EDGE), height - hint - u(4), narrow - 2 * u(_EDGE), hint)
        self._hint.setVisible(hint > 0)

    def _touched(self, x: float, y: float) -> None:
        assert self._look is not None, "a page that is seen was shown"
        at = case_export.touched(QRectF(self._export.rect()), self._look, self._profiles, x, y)
        if at is not None:
            self.asked.emit("export_now" if at == self._profiles else f"profile_{at}")


def _spoken_strip(strip: StripView, look: Look) -> str:
    return f"{look.lead(strip.headline)}. {look.lead(strip.detail)}"


def strip_of(screen: DisputeScreen) -> StripView | None:
    """Nothing where all is as it should be."""
    if screen.working is None and screen.word is None and not screen.offline:
        return None
    verdict, headline, detail = pages.verdict(screen)
    return StripView(verdict=verdict, headline=headline, detail=detail)


def _head_view(screen: DisputeScreen) -> HeadView:
    row, folder = screen.row, screen.folder
    assert row is not None, "a page is of a row"
    channel = dispute_words.channel_named(row.channel) if row.channel else same(row.shop)
    return HeadView(
        row=row,
        term=row.term,
        channel=channel,
        reference=folder.reference if folder else "",
        money=folder.money if folder else "",
        paid_back=folder.paid_back if folder else "",
        minute_us=_minute_us(screen),
        near_hours=screen.near_hours,
    )


def _side_view(screen: DisputeScreen) -> SideView:
    row, folder = screen.row, screen.folder
    assert row is not None, "a page is of a row"
    return SideView(
        bars=BarsView(term=row.term, minute_us=_minute_us(screen)),
        checks=ChecksView(kind=dispute_list.kind(row), checks=folder.checks if folder else ()),
        proof=ProofView(case=screen.case, sent=folder.sent if folder else ()),
    )


def _export_view(screen: DisputeScreen) -> ExportView:
    names = page.profiles(screen)
    return ExportView(
        profiles=names,
        chosen=min(screen.profile, len(names) - 1),
        papers=len(screen.folder.papers) if screen.folder else 0,
        working=screen.working is not None,
    )


def _minute_us(screen: DisputeScreen) -> int:
    """Painted anew once a minute, not with every tick."""
    return screen.now_us // _MINUTE_US * _MINUTE_US


def _paint_side(canvas: Canvas, view: SideView) -> None:
    area, u, p, low = canvas.area, canvas.u, canvas.palette, canvas.look.grid.low
    canvas.fill(area, p.panel2)
    canvas.rule_left(area)
    inner = area.adjusted(u(_EDGE), u(_BARS_TOP), -u(_EDGE), 0)
    y = inner.top()
    if view.bars.term.stretches:
        many = len(view.bars.term.stretches) > 1
        case_bars.paint(canvas.within(QRectF(inner.left(), y, inner.width(), u(case_bars.HEIGHT))), view.bars)
        y += u(case_bars.HEIGHT + 8 if many else 30)
    bottom = area.bottom() - u(case_export.HEIGHT) - (u(16) if low else u(_HINT + 14))
    sent = 0 if low else u(case_proof.SENT + _GAP)
    anchor = case_proof.anchor_height(canvas, view.proof.case, inner.width())
    room = bottom - u(_GAP) - sent - anchor - u(_GAP) - y
    checks = min(float(case_checks.height_wanted(canvas, view.checks)), room)
    rect = QRectF(inner.left(), y, inner.width(), checks)
    case_checks.paint(canvas, rect, view.checks)
    rect = QRectF(inner.left(), rect.bottom() + u(_GAP), inner.width(), anchor)
    case_proof.paint_anchor(canvas, rect, view.proof.case)
    if sent:
        rect = QRectF(inner.left(), rect.bottom() + u(_GAP), inner.width(), u(case_proof.SENT))
        case_proof.paint_sent(canvas, rect, view.proof.sent)


def _paint_strip(canvas: Canvas, view: StripView) -> None:
    area, u, p, look = canvas.area, canvas.u, canvas.palette, canvas.look
    loud = view.verdict in (Verdict.ATTENTION, Verdict.STOP)
    good = view.verdict is Verdict.OK
    canvas.fill(area, p.warn if loud else p.ok_soft if good else p.panel2)
    canvas.rule_below(area)
    side = u(26)
    mark = QRectF(area.left() + u(_EDGE), area.center().y() - side / 2, side, side)
    ink = p.on_warn if loud else p.ink
    shape = Mark.ATTENTION if loud else Mark.OK if good else Mark.WAIT
    fill, on = (p.on_warn, p.warn) if loud else (p.ok, p.on_ok) if good else (p.ink2, p.panel)
    paint_mark(canvas.painter, mark, shape, fill=fill, on=on)
    left, right = mark.right() + u(14), area.right() - u(_EDGE)
    head = [Span(text=look.lead(view.headline), role=Role.CAPTION, color=ink, bold=True)]
    end = canvas.row(left, area.center().y(), head)
    detail = QRectF(end + u(16), area.top(), max(0.0, right - end - u(16)), area.height())
    canvas.text(detail, look.lead(view.detail), Role.HINT, color=ink, floor=Role.HINT, line_height=1.1)


def _paint_hint(canvas: Canvas, text: str) -> None:
    canvas.fill(canvas.area, canvas.palette.panel2)
    canvas.text(canvas.area, text, Role.HINT, color=canvas.palette.ink2, floor=Role.HINT, line_height=1.05)
