"""What happened to a parcel, moment under moment on one line, with the pictures that were taken then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath

from station.ui import case_words as said
from station.ui import dispute_words
from station.ui.dispute_case import CaseView, MomentRow, Sign, Source, local
from station.ui.look import Look
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.icons import paint_icon
from station.ui.widgets.marks import Mark, paint_mark
from station.ui.words import Words, beside, same

PAD, _TITLE, _FOOT = 28, 66, 46
_ROW, _LOW, _TALL, _LOOSE = 56, 47, 104, 24
_TIME, _LINE, _TEXT = 76, 107, 138
_PICTURE_WIDTH, _PICTURE_HEIGHT, _PICTURE_LOW = 150, 94, 60
_VERDICTS = {Sign.OK: Mark.OK, Sign.STOP: Mark.STOP, Sign.ATTENTION: Mark.ATTENTION}


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """``top`` moments are scrolled away. None while it is read."""

    case: CaseView | None
    top: int


def spoken(view: TimelineView, look: Look) -> str:
    case = view.case
    return "" if case is None else "; ".join(look.lead(beside((row.words, row.detail))) for row in case.moments)


def paint(canvas: Canvas, view: TimelineView) -> None:
    area, u, p = canvas.area, canvas.u, canvas.palette
    canvas.fill(area, p.panel)
    case = view.case
    if case is None or case.source is Source.NONE:
        _nothing(canvas, case)
        return
    _title(canvas, case)
    body = area.adjusted(0, u(_TITLE - 4), 0, -u(_FOOT + 6))
    _moments(canvas, body, case, view.top)
    _foot(canvas, QRectF(area.left(), area.bottom() - u(_FOOT), area.width(), u(_FOOT)), case)


def _nothing(canvas: Canvas, case: CaseView | None) -> None:
    area, u, p, look = canvas.area, canvas.u, canvas.palette, canvas.look
    if case is None:
        canvas.text(area, look.lead(said.READING), Role.BODY, color=p.ink2, align="center", lines=2, floor=Role.HINT)
        return
    side, middle = u(72), area.center()
    mark = QRectF(middle.x() - side / 2, middle.y() - side - u(20), side, side)
    if case.trouble:
        paint_mark(canvas.painter, mark, Mark.STOP, fill=p.stop_fill, on=p.on_stop)
    else:
        paint_icon(canvas.painter, mark, "box", p.ink3, width=1.6)
    headline, how = said.NOT_PACKED, look.lead(said.NOT_PACKED_HOW)
    if case.trouble:
        headline, how = said.UNREADABLE, case.trouble
    words = QRectF(area.left() + u(40), mark.bottom() + u(14), area.width() - u(80), u(44))
    canvas.text(words, look.lead(headline), Role.LEAD, bold=True, align="center", lines=1, floor=Role.HINT)
    below = QRectF(words.left(), words.bottom(), words.width(), u(76))
    canvas.text(below, how, Role.CAPTION, color=p.ink2, align="center", lines=3, floor=Role.HINT)


def _title(canvas: Canvas, case: CaseView) -> None:
    area, u, p, look = canvas.area, canvas.u, canvas.palette, canvas.look
    y = area.top() + u(35)
    names = [
        Span(text=look.lead(said.HAPPENED), role=Role.LABEL, color=p.ink, bold=True),
        Span(text=look.second(said.HAPPENED), role=Role.HINT, color=p.ink2, gap=u(12)),
    ]
    first = local(case.moments[0].at_us, case.utc_offset_minutes) if case.moments else None
    where = " · ".join(part for part in (case.bench, case.packer, f"{first:%Y-%m-%d}" if first else "") if part)
    tail = [Span(text=where, role=Role.CAPTION, color=p.ink2)]
    left, right = area.left() + u(PAD), area.right() - u(PAD)
    small = [Span(text=where, role=Role.HINT, color=p.ink2)]
    if canvas.row_width(names) + canvas.row_width(small) + u(20) > right - left:
        names = names[:1]
    room = right - left - canvas.row_width(names) - u(20)
    canvas.row(left, y, names)
    canvas.row(right, y, canvas.stepped(tail, room), align="right")


def _moments(canvas: Canvas, body: QRectF, case: CaseView, top: int) -> None:
    """Rows share what room is left; what does not fit is said, and PgDn goes there."""
    u, last = canvas.u, len(case.moments) - 1
    rows = case.moments[min(top, max(last, 0)) :]
    heights, shown = _heights(canvas, rows, body.height())
    y = body.top()
    before = local(case.moments[0].at_us, case.utc_offset_minutes).date() if case.moments else None
    axis = body.left() + u(PAD + _LINE)
    middles: list[float] = []
    for height in heights[:shown]:
        middles.append(y + height / 2)
        y += height
    if middles:
        canvas.pen(canvas.palette.rule, u(2), cap=Qt.PenCapStyle.FlatCap)
        end = middles[-1] if shown == len(rows) else body.bottom()
        canvas.painter.drawLine(QPointF(axis, middles[0] if not top else body.top()), QPointF(axis, end))
    for row, height, middle in zip(rows[:shown], heights, middles, strict=False):
        day = local(row.at_us, case.utc_offset_minutes).date()
        _moment(canvas, QRectF(body.left(), middle - height / 2, body.width(), height), row, case, dated=day != before)
        before = day
    if shown < len(rows):
        more = [Span(text=canvas.look.lead(dispute_words.MORE), role=Role.HINT, color=canvas.palette.ink, bold=True)]
        canvas.row(body.left() + u(PAD + _TEXT), body.bottom() - u(12), more)


def _heights(canvas: Canvas, rows: Sequence[MomentRow], room: float) -> tuple[list[float], int]:
    """Of each row, and how many fit."""
    u = canvas.u
    tall = _PICTURE_LOW + 10 if canvas.look.grid.narrow else _TALL
    wanted = [float(u(tall if row.picture is not None else _ROW)) for row in rows]
    if sum(wanted) <= room:
        more = min((room - sum(wanted)) / max(1, len(rows)), u(_LOOSE))
        return [height + more for height in wanted], len(rows)
    pictures = max(1, sum(row.picture is not None for row in rows))
    for low, least in ((_ROW - 3, 22), (_ROW - 6, 20), (_LOW, 16)):  # smaller pictures let all of it be seen
        share = (room - u(low) * len(rows)) / pictures
        if share >= u(least):
            return [u(low) + share if row.picture is not None else float(u(low)) for row in rows], len(rows)
    shown, y = 0, 0.0
    while shown < len(rows) and y + wanted[shown] <= room - u(26):
        y += wanted[shown]
        shown += 1
    return wanted, max(shown, 1)


def _moment(canvas: Canvas, rect: QRectF, row: MomentRow, case: CaseView, *, dated: bool) -> None:
    u, p, look = canvas.u, canvas.palette, canvas.look
    y, left = rect.center().y(), rect.left() + u(PAD)
    at = local(row.at_us, case.utc_offset_minutes)
    time = [Span(text=f"{at:%H:%M:%S}", role=Role.CAPTION, color=p.ink2)]
    canvas.row(left + u(_TIME), y - (u(9) if dated else 0), time, align="right")
    if dated:
        canvas.row(left + u(_TIME), y + u(13), [Span(text=f"{at:%m-%d}", role=Role.HINT, color=p.ink2)], align="right")
    _sign(canvas, QPointF(left + u(_LINE), y), row.sign)
    right = rect.right() - u(PAD)
    if row.picture is not None:
        right = _picture(canvas, rect, row, right, f"{at:%H:%M}") - u(16)
    text, detail = left + u(_TEXT), look.lead(row.detail)
    low = y + u(4 if detail else 14)
    high = max(low - rect.top(), u(30))  # a low row's words keep their size
    words = QRectF(text, low - high, right - text, high)
    lines = 2 if row.picture is not None else 1
    canvas.text(words, look.lead(row.words), Role.LABEL, bold=True, valign="bottom", lines=lines, floor=Role.HINT)
    if detail:
        _fitting(canvas, QRectF(text, y + u(2), right - text, rect.bottom() - y - u(2)), row.detail)


def _fitting(canvas: Canvas, room: QRectF, detail: Words) -> None:
    """On one row; what is longer goes on two where the row has them, smaller never."""
    look, text, color = canvas.look, canvas.look.lead(detail), canvas.palette.ink2
    rect = QRectF(room.left(), room.top(), room.width(), canvas.u(22))
    if canvas.row_width([Span(text=text, role=Role.HINT, color="")]) <= room.width():
        canvas.row(rect.left(), rect.center().y(), [Span(text=text, role=Role.HINT, color=color)])
    elif look.letters.has_room(
        text, look.grid, Role.HINT, width=room.width(), height=room.height(), lines=2, line_height=1.05
    ):
        canvas.text(room, text, Role.HINT, color=color, floor=Role.HINT, line_height=1.05, valign="top")
    else:
        canvas.code(rect, text, Role.HINT, color=color)


def _sign(canvas: Canvas, middle: QPointF, sign: Sign) -> None:
    u, p = canvas.u, canvas.palette
    mark = _VERDICTS.get(sign)
    side = u(28)
    disc = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
    canvas.box(disc.adjusted(-u(2), -u(2), u(2), u(2)), fill=p.panel, radius=16)
    if mark is None:
        canvas.box(disc, fill=p.panel, border=p.edge, width=1.5, radius=14)
        inner = disc.adjusted(u(6.5), u(6.5), -u(6.5), -u(6.5))
        paint_icon(canvas.painter, inner, sign.value, p.ink, width=2.6)
        return
    fill, on = {Mark.OK: (p.ok, p.on_ok), Mark.STOP: (p.stop_fill, p.on_stop)}.get(mark, (p.warn, p.on_warn))
    paint_mark(canvas.painter, disc, mark, fill=fill, on=on)


def _picture(canvas: Canvas, rect: QRectF, row: MomentRow, right: float, time: str) -> float:
    """As high as the row lets it be, at the right; answers its left edge. Pictures keep their own colours."""
    u, picture = canvas.u, row.picture
    assert picture is not None
    high = _PICTURE_LOW if canvas.look.grid.narrow else _PICTURE_HEIGHT  # words come before it
    height = min(float(u(high)), rect.height() - u(10))
    width = height * _PICTURE_WIDTH / _PICTURE_HEIGHT
    frame = QRectF(right - width, rect.center().y() - height / 2, width, height)
    scale = max(width / picture.width(), height / picture.height())
    cut = QRectF(0, 0, width / scale, height / scale)
    cut.moveCenter(QPointF(picture.width() / 2, picture.height() / 2))
    path = QPainterPath()
    path.addRoundedRect(frame, u(4), u(4))
    canvas.painter.save()
    canvas.painter.setClipPath(path)
    canvas.painter.drawImage(frame, picture, cut)
    canvas.painter.restore()
    canvas.box(frame, border=canvas.palette.rule, radius=4)
    _stamp(canvas, frame, time)
    return frame.left()


def _stamp(canvas: Canvas, frame: QRectF, time: str) -> None:
    u, p = canvas.u, canvas.palette
    words = [Span(text=time, role=Role.HINT, color=p.paper)]
    stamp = QRectF(frame.left() + u(4), frame.top() + u(4), canvas.row_width(words) + u(10), u(20))
    canvas.box(stamp, fill=p.on_paper, radius=2)
    canvas.row(stamp.center().x(), stamp.center().y(), words, align="center")


def _foot(canvas: Canvas, rect: QRectF, case: CaseView) -> None:
    """Whether the records are as they were signed, and what there is of pictures."""
    u, p, look = canvas.u, canvas.palette, canvas.look
    canvas.fill(rect, p.panel2)
    canvas.fill(QRectF(rect.left(), rect.top(), rect.width(), 1), p.rule)
    mark, words = _state(case)
    side = u(22)
    box = QRectF(rect.left() + u(PAD), rect.center().y() - side / 2, side, side)
    fill, on = {Mark.STOP: (p.stop_fill, p.on_stop), Mark.ATTENTION: (p.warn, p.on_warn)}.get(mark, (p.ink3, p.panel))
    paint_mark(canvas.painter, box, mark, fill=fill, on=on)
    left, right = box.right() + u(11), rect.right() - u(PAD)
    told = [Span(text=look.lead(words), role=Role.CAPTION, color=p.ink)]
    tail = [Span(text=look.lead(_counts(case)), role=Role.HINT, color=p.ink2)]
    if canvas.row_width(told) + canvas.row_width(tail) + u(20) > right - left:
        canvas.fitting_row(left, rect.center().y(), told, right - left)
        return
    canvas.row(left, rect.center().y(), told)
    canvas.row(right, rect.center().y(), tail, align="right")


def _state(case: CaseView) -> tuple[Mark, Words]:
    if case.trouble:
        return Mark.STOP, said.UNREADABLE
    if case.source is Source.ELSEWHERE:
        return Mark.OFFLINE, said.ELSEWHERE.filled(bench=case.bench)
    if case.proven < case.entries:
        return Mark.STOP, said.NOT_PROVEN.filled(n=case.entries, bad=case.entries - case.proven)
    return Mark.NORMAL, said.PROVEN.filled(n=case.entries)


def _counts(case: CaseView) -> Words:
    if case.source is Source.ELSEWHERE:
        return same("")
    if case.missing:
        return (said.ERASED if case.erased else said.MISSING).filled(n=case.missing)
    if not case.pictures and not case.films:
        return said.NO_PICTURES
    return said.COUNTS.filled(scans=case.scans, pictures=case.pictures, films=case.films)
