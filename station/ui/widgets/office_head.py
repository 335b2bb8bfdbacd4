"""The head of an office page: where one is, and at the right what has just happened or what the page holds."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from station.ui.look import Look
from station.ui.office.screen import NOTHING, Said
from station.ui.screen import Verdict
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.marks import Mark, paint_mark
from station.ui.words import Words

HEIGHT = 76
_LEFT, _LEFT_BESIDE_NEWS = 0.42, 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadView:
    title: Words
    path: tuple[Words, ...] = ()
    summary: Words = NOTHING
    said: Said | None = None
    waiting: Words = NOTHING
    offline: Words = NOTHING


def spoken(view: HeadView, look: Look) -> str:
    said = (view.said.headline, view.said.detail) if view.said else ()
    parts = (*view.path, view.title, *said, view.waiting, view.offline, view.summary)
    return ". ".join(text for words in parts if (text := look.lead(words)))


def paint(canvas: Canvas, view: HeadView) -> None:
    area, u, p = canvas.area, canvas.u, canvas.palette
    canvas.fill(area, p.panel)
    share = _LEFT_BESIDE_NEWS if view.said is not None and not view.path else _LEFT
    left = QRectF(area.left() + u(24), area.top(), area.width() * share - u(24), area.height() - 1)
    _title(canvas, left, view)
    right = QRectF(left.right(), area.top(), area.right() - left.right(), area.height() - 1)
    if view.said is not None:
        _said(canvas, right, view.said)
    elif view.offline.en or view.waiting.en:
        mark = Mark.OFFLINE if view.offline.en else Mark.WAIT
        words = view.offline if view.offline.en else view.waiting
        _quiet(canvas, right, mark, words)
    elif view.summary.en:
        room = right.adjusted(u(16), 0, -u(24), 0)
        canvas.text(room, canvas.look.lead(view.summary), Role.CAPTION, color=p.ink2, align="right", floor=Role.HINT)
    canvas.rule_below(area)


def _title(canvas: Canvas, rect: QRectF, view: HeadView) -> None:
    look, u, p = canvas.look, canvas.u, canvas.palette
    if view.path:
        crumbs = " › ".join(look.lead(words) for words in view.path)
        spans = [Span(text=crumbs, role=Role.HINT, color=p.ink2)]
        canvas.fitting_row(rect.left(), rect.top() + u(18), spans, rect.width())
        rect = rect.adjusted(0, u(28), 0, -u(4))
        canvas.code(rect, look.lead(view.title), Role.LEAD, color=p.ink, bold=True)
        return
    lead, second = look.lead(view.title), look.second(view.title)
    spans = [Span(text=lead, role=Role.LEAD, color=p.ink, bold=True)]
    if second not in ("", lead):
        spans.append(Span(text=second, role=Role.CAPTION, color=p.ink2, gap=u(12)))
    if canvas.row_width(spans) > rect.width():
        spans = spans[:1]
    canvas.fitting_row(rect.left(), rect.center().y(), spans, rect.width())


def _said(canvas: Canvas, rect: QRectF, said: Said) -> None:
    look, u, p = canvas.look, canvas.u, canvas.palette
    fill, ink, mark, on = {
        Verdict.OK: (p.ok_soft, p.ink, p.ok, p.on_ok),
        Verdict.STOP: (p.stop_fill, p.on_stop, p.on_stop, p.stop_fill),
        Verdict.ATTENTION: (p.warn, p.on_warn, p.on_warn, p.warn),
        Verdict.INFO: (p.panel2, p.ink, p.ink2, p.panel),
    }[said.verdict]
    canvas.fill(rect, fill)
    if said.verdict is Verdict.OK:
        canvas.fill(QRectF(rect.left(), rect.top(), u(8), rect.height()), p.ok)
    shape = {Verdict.OK: Mark.OK, Verdict.STOP: Mark.STOP, Verdict.ATTENTION: Mark.ATTENTION}.get(
        said.verdict, Mark.WAIT
    )
    side = u(38)
    at = QRectF(rect.left() + u(20), rect.center().y() - side / 2, side, side)
    paint_mark(canvas.painter, at, shape, fill=mark, on=on)
    words = QRectF(at.right() + u(14), rect.top() + u(4), rect.right() - at.right() - u(30), rect.height() - u(8))
    if not said.detail.en:
        canvas.text(words, look.lead(said.headline), Role.BODY, color=ink, bold=True, floor=Role.HINT)
        return
    headline = look.lead(said.headline)
    one_row = look.letters.advance(headline, canvas.px(Role.HINT), bold=True) <= words.width()
    high = words.height() * (0.42 if one_row else 0.62)
    head = QRectF(words.left(), words.top(), words.width(), high)
    rows = 1 if one_row else 2
    canvas.text(head, headline, Role.CAPTION, color=ink, bold=True, lines=rows, floor=Role.HINT, line_height=1.12)
    below = QRectF(words.left(), head.bottom(), words.width(), words.height() - high)
    rows = 3 - rows
    canvas.text(below, look.lead(said.detail), Role.HINT, color=ink, lines=rows, floor=Role.HINT, line_height=1.12)


def _quiet(canvas: Canvas, rect: QRectF, mark: Mark, words: Words) -> None:
    u, p = canvas.u, canvas.palette
    canvas.fill(QRectF(rect.left(), rect.top(), u(8), rect.height()), p.edge)
    side = u(32)
    at = QRectF(rect.left() + u(22), rect.center().y() - side / 2, side, side)
    paint_mark(canvas.painter, at, mark, fill=p.ink2, on=p.panel)
    room = QRectF(at.right() + u(14), rect.top(), rect.right() - at.right() - u(30), rect.height())
    canvas.text(room, canvas.look.lead(words), Role.CAPTION, color=p.ink, floor=Role.HINT)
