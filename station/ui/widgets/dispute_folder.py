"""A dispute's folder: till when and by which rule, the checklist, weights three ways, papers, submissions, links."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QRectF

from station.ui import dispute_words as said
from station.ui.dispute_screen import CheckRow, FolderView, LineRow, Mark, Urgency, WeightsRow, left_words
from station.ui.look import Look
from station.ui.office.parcel_words import NEWS
from station.ui.screen import Words
from station.ui.type import Role
from station.ui.widgets import dispute_list, marks
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.dispute_list import paint_urgency
from station.ui.words import same

_HEAD, _CHECK, _TITLE, _PARCEL, _LINE = 122, 38, 38, 116, 50
_WEIGHT_ROW = 26
_CHECKS_SHARE, _CHECKS_SHARE_NARROW = 0.44, 0.5
_PAD = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderPane:
    """``top`` lines of what follows the checklist are scrolled away; ``chosen`` says that a folder is being read.

    ``waiting``: nothing was read yet; ``offline``: the order book does not answer.
    """

    folder: FolderView | None
    chosen: bool
    empty: bool
    found: bool
    minute_us: int
    near_hours: int
    top: int
    waiting: bool = False
    offline: bool = False


def spoken(view: FolderPane, look: Look) -> str:
    folder = view.folder
    if folder is None:
        return ""
    missing = ", ".join(look.lead(check.words) for check in folder.checks if check.mark is Mark.MISSING)
    return f"{folder.row.order} {look.lead(dispute_list.kind(folder.row))}. {look.lead(said.LACKING)}: {missing or '-'}"


def paint(canvas: Canvas, view: FolderPane) -> None:
    canvas.fill(canvas.area, canvas.palette.panel)
    canvas.rule_left(canvas.area)
    if view.folder is None:
        _nothing(canvas, view)
        return
    area, u = canvas.area, canvas.u
    head = QRectF(area.left(), area.top(), area.width(), u(_HEAD))
    _head(canvas, head, view.folder, view)
    middle = area.left() + area.width() * (_CHECKS_SHARE_NARROW if canvas.look.grid.narrow else _CHECKS_SHARE)
    _checklist(canvas, QRectF(area.left(), head.bottom(), middle - area.left(), area.bottom() - head.bottom()), view)
    _records(canvas, QRectF(middle, head.bottom(), area.right() - middle, area.bottom() - head.bottom()), view)


def _nothing(canvas: Canvas, view: FolderPane) -> None:
    area, p, look = canvas.area, canvas.palette, canvas.look
    if view.found:
        canvas.text(area, look.lead(said.PARCEL_HOW), Role.BODY, color=p.ink2, align="center", lines=2)
    elif view.chosen:
        canvas.text(area, look.lead(said.READING), Role.BODY, color=p.ink2, align="center", lines=1)
    elif view.empty:
        _middle(canvas, marks.Mark.NORMAL, (p.ink3, p.panel), said.EMPTY, said.EMPTY_HOW)
    elif view.offline:
        _middle(canvas, marks.Mark.OFFLINE, (p.ink2, p.panel), said.NOTHING_READ, said.NOTHING_READ_HOW)
    elif view.waiting:
        _middle(canvas, marks.Mark.WAIT, (p.ink2, p.panel), said.LOOKING, said.READING_HOW)


def _middle(canvas: Canvas, mark: marks.Mark, colors: tuple[str, str], words: Words, how: Words) -> None:
    """A sign in the middle of the pane, what it is, and how it goes on."""
    area, u, p, look = canvas.area, canvas.u, canvas.palette, canvas.look
    side = u(96 if look.grid.low else 120)
    place = QRectF(area.center().x() - side / 2, area.center().y() - side, side, side)
    marks.paint_mark(canvas.painter, place, mark, fill=colors[0], on=colors[1])
    title = QRectF(area.left() + u(40), place.bottom() + u(16), area.width() - u(80), u(60))
    canvas.text(title, look.lead(words), Role.TITLE, bold=True, align="center", lines=1, floor=Role.BODY)
    below = QRectF(title.left(), title.bottom(), title.width(), u(60))
    canvas.text(below, look.lead(how), Role.BODY, color=p.ink2, align="center", lines=2)


def _head(canvas: Canvas, rect: QRectF, folder: FolderView, view: FolderPane) -> None:
    look, u, p = canvas.look, canvas.u, canvas.palette
    canvas.rule_below(rect)
    urgency = folder.row.urgency(view.minute_us, view.near_hours)
    if urgency is Urgency.NEAR:
        canvas.fill(rect.adjusted(1, 0, 0, -1), p.warn_soft)
    paint_urgency(canvas, QRectF(rect.left() + u(_PAD), rect.top() + u(20), u(52), u(52)), urgency)
    left, right = rect.left() + u(_PAD + 52 + 18), rect.right() - u(_PAD)
    color = p.stop if urgency is Urgency.LATE else p.ink
    first = [
        Span(text=look.lead(dispute_list.kind(folder.row)), role=Role.LEAD, color=p.ink, bold=True),
        Span(text=folder.row.order, role=Role.LABEL, color=p.ink, gap=u(14)),
        Span(text=folder.money, role=Role.LABEL, color=p.ink2, gap=u(14)),
    ]
    canvas.fitting_row(left, rect.top() + u(26), first, right - left)
    left_time = look.lead(left_words(folder.row, view.minute_us, view.near_hours))
    second = [
        Span(text=left_time, role=Role.LABEL, color=color, bold=True),
        Span(text=f"{look.lead(said.DUE)} {folder.due}", role=Role.CAPTION, color=p.ink, gap=u(14)),
    ]
    canvas.fitting_row(left, rect.top() + u(56), second if folder.due else second[:1], right - left)
    channel = look.lead(said.channel_named(folder.row.channel))
    told = " · ".join(part for part in (channel, folder.reference, folder.row.shop, folder.note) if part)
    for y, text in ((70, look.lead(folder.rule)), (93, told)):
        canvas.code(QRectF(left, rect.top() + u(y), right - left, u(24)), text, Role.HINT, color=p.ink2)


def _title(canvas: Canvas, rect: QRectF, *, words: Words, after: Words, loud: bool = False) -> None:
    look, p, u = canvas.look, canvas.palette, canvas.u
    spans = [
        Span(text=look.lead(words), role=Role.CAPTION, color=p.ink2, bold=True),
        Span(text=look.lead(after), role=Role.CAPTION, color=p.stop if loud else p.ink2, bold=loud, gap=u(12)),
    ]
    room = rect.width() - u(_PAD * 1.5)
    small = [replace(span, role=Role.HINT) for span in spans]
    if canvas.row_width(small) > room:  # what is loud says enough of the list under it
        spans = [replace(spans[1], gap=0)] if loud else spans[:1]
    canvas.fitting_row(rect.left() + u(_PAD), rect.center().y() + u(4), spans, room)


def _checklist(canvas: Canvas, rect: QRectF, view: FolderPane) -> None:
    folder, u, look, p = view.folder, canvas.u, canvas.look, canvas.palette
    assert folder is not None
    after = said.counted(said.MISSING, folder.missing) if folder.missing else said.COMPLETE
    title = QRectF(rect.left(), rect.top(), rect.width(), u(_TITLE))
    _title(canvas, title, words=said.CHECKLIST, after=after, loud=bool(folder.missing))
    advice = look.lead(folder.advice)
    foot = u(100) if advice else 0
    each = min(u(_CHECK), (rect.height() - u(_TITLE) - foot - u(8)) / max(1, len(folder.checks)))
    for at, check in enumerate(folder.checks):
        _check(canvas, QRectF(rect.left(), title.bottom() + at * each, rect.width(), each), check)
    if advice:
        box = QRectF(rect.left() + u(_PAD), rect.bottom() - foot, rect.width() - u(_PAD * 1.5), foot - u(8))
        canvas.box(box, fill=p.warn_soft, border=p.warn_line)
        canvas.text(box.adjusted(u(10), u(4), -u(10), -u(4)), advice, Role.HINT, lines=4, floor=Role.HINT)


def _check(canvas: Canvas, rect: QRectF, check: CheckRow) -> None:
    look, u, p = canvas.look, canvas.u, canvas.palette
    shape, fill, on, state = {
        Mark.THERE: (marks.Mark.NORMAL, p.ink3, p.panel, said.THERE),
        Mark.MISSING: (marks.Mark.STOP, p.stop_fill, p.on_stop, said.LACKING),
        Mark.HELPS: (None, "", "", said.HELPFUL),
    }[check.mark]
    side = u(22)
    mark = QRectF(rect.left() + u(_PAD), rect.center().y() - side / 2, side, side)
    if shape is None:
        canvas.box(mark.adjusted(1, 1, -1, -1), border=p.ink3, width=1.5, radius=11)
    else:
        marks.paint_mark(canvas.painter, mark, shape, fill=fill, on=on)
    missing = check.mark is Mark.MISSING
    color = p.stop if missing else p.ink if check.mark is Mark.THERE else p.ink2
    tail = [Span(text=check.told or look.lead(state), role=Role.HINT, color=color, bold=missing)]
    right = rect.right() - u(16)
    canvas.row(right, rect.center().y(), tail, align="right")
    left = mark.right() + u(12)
    room = QRectF(left, rect.top(), right - canvas.row_width(tail) - u(10) - left, rect.height())
    text = look.lead(check.words)
    canvas.text(room, text, Role.CAPTION, color=color, bold=missing, lines=2, floor=Role.HINT, line_height=1.1)


def _records(canvas: Canvas, rect: QRectF, view: FolderPane) -> None:
    """Blocks of lines under each other; what is scrolled away is left out from the top."""
    folder, u, p = view.folder, canvas.u, canvas.palette
    assert folder is not None
    canvas.rule_left(rect)
    blocks = list(_blocks(canvas, folder, rect.width()))
    y, bottom = rect.top(), rect.bottom() - u(26)
    for at, (height, draw) in enumerate(blocks[min(view.top, len(blocks) - 1) :]):
        if y + height > bottom and at:
            text = canvas.look.lead(said.MORE)
            spans = [Span(text=text, role=Role.HINT, color=p.ink, bold=True)]
            canvas.row(rect.left() + u(_PAD), rect.bottom() - u(16), spans)
            return
        draw(QRectF(rect.left(), y, rect.width(), height))
        y += height


def _blocks(canvas: Canvas, folder: FolderView, width: float) -> Iterator[tuple[int, Callable[[QRectF], None]]]:
    """Each with its height."""
    u, unpacked = canvas.u, not folder.parcels
    after = said.NO_PARCEL if unpacked else said.NOTHING
    yield u(_TITLE), partial(_title, canvas, words=said.PARCELS, after=after, loud=unpacked)
    stacked = any(_stacks(canvas, parcel, width) for parcel in folder.parcels)
    for parcel in folder.parcels:
        high = u(_PARCEL) + _row_more(canvas) + (u(3 * _WEIGHT_ROW - 58) if stacked else 0)
        yield high, partial(_parcel, canvas, parcel=parcel, stacked=stacked)
    for words, lines in ((said.PAPERS, folder.papers), (said.SUBMISSIONS, folder.sent), (said.LINKS, folder.links)):
        yield u(_TITLE), partial(_title, canvas, words=words, after=said.NOTHING if lines else said.NONE_YET)
        for line in lines:
            yield u(_LINE), partial(_line, canvas, line=line)


def _stacks(canvas: Canvas, parcel: WeightsRow, width: float) -> bool:
    """Whether the three weights stand under each other, where side by side they would not go in."""
    look, u = canvas.look, canvas.u
    cell = (width - 2 * u(_PAD) - 2 * u(12)) / 3 - u(8)

    def goes_in(words: Words, text: str, odd: bool) -> bool:
        name = look.letters.advance(look.lead(words), canvas.px(Role.HINT), bold=False)
        value = look.letters.advance(text, canvas.px(Role.CAPTION), bold=True) + (u(26) if odd else 0)
        return max(name, value) <= cell

    return not all(goes_in(*each) for each in _weights(parcel))


def _weights(parcel: WeightsRow) -> tuple[tuple[Words, str, bool], ...]:
    """What three say it weighs; a bench's or carrier's weight outside of what was expected is odd."""
    expected = _kilograms(*parcel.expected_mg) if parcel.expected_mg else ""
    return (
        (said.EXPECTED, expected, False),
        (said.MEASURED, _kilograms(parcel.bench_mg), _odd(parcel, parcel.bench_mg)),
        (said.CARRIER, _kilograms(parcel.carrier_mg), _odd(parcel, parcel.carrier_mg)),
    )


def _parcel(canvas: Canvas, rect: QRectF, *, parcel: WeightsRow, stacked: bool) -> None:
    """Waybill, where it was sealed and handed over, and the weights."""
    look, u, p = canvas.look, canvas.u, canvas.palette
    box = rect.adjusted(u(_PAD), u(2), -u(_PAD), -u(6))
    canvas.box(box, fill=p.panel2, border=p.rule)
    left, right = box.left() + u(12), box.right() - u(12)
    over = f"{look.lead(said.OVER)} {parcel.over}" if parcel.over else look.lead(said.NOT_OVER)
    told = [
        Span(text=parcel.waybill or "-", role=Role.CAPTION, color=p.ink, bold=True),
        Span(text=look.lead(NEWS.get(parcel.news, same(parcel.news))), role=Role.HINT, color=p.ink, gap=u(10)),
    ]
    canvas.fitting_row(left, box.top() + u(17), told, right - left)
    told = [
        Span(text=f"{look.lead(said.SEALED)} {parcel.sealed} {parcel.bench}", role=Role.HINT, color=p.ink2),
        Span(text=over, role=Role.HINT, color=p.ink2 if parcel.over else p.stop, bold=not parcel.over, gap=u(14)),
    ]
    more = _row_more(canvas)
    if more:  # too narrow for both on one row
        canvas.fitting_row(left, box.top() + u(40), told[:1], right - left)
        canvas.fitting_row(left, box.top() + u(40) + more, [replace(told[1], gap=0)], right - left)
    else:
        canvas.fitting_row(left, box.top() + u(40), told, right - left)
    top = box.top() + u(53) + more
    room = QRectF(left, top, right - left, box.bottom() - u(2) - top)
    for at, (words, text, odd) in enumerate(_weights(parcel)):
        if stacked:
            high = room.height() / 3
            _weight_row(canvas, QRectF(left, top + at * high, room.width(), high), words, text, odd=odd)
        else:
            wide = room.width() / 3
            _weight(canvas, QRectF(left + at * wide, top, wide - u(8), room.height()), words, text, odd=odd)


def _weight_row(canvas: Canvas, row: QRectF, words: Words, text: str, *, odd: bool) -> None:
    look, u, p = canvas.look, canvas.u, canvas.palette
    name = [Span(text=look.lead(words), role=Role.HINT, color=p.ink2)]
    canvas.row(row.left(), row.center().y(), name)
    value = [
        Span(text=text or look.lead(said.UNKNOWN), role=Role.CAPTION, color=p.ink if text else p.ink3, bold=bool(text))
    ]
    room = row.width() - canvas.row_width(name) - u(10)
    value = canvas.stepped(value, room - (u(26) if odd else 0))
    canvas.row(row.right(), row.center().y(), value, align="right")
    if odd:
        x = row.right() - canvas.row_width(value) - u(26)
        mark = QRectF(x, row.center().y() - u(10), u(20), u(20))
        marks.paint_mark(canvas.painter, mark, marks.Mark.ATTENTION, fill=p.warn, on=p.on_warn)


def _row_more(canvas: Canvas) -> int:
    return canvas.u(22) if canvas.look.grid.narrow else 0


def _weight(canvas: Canvas, cell: QRectF, words: Words, text: str, *, odd: bool) -> None:
    look, u, p = canvas.look, canvas.u, canvas.palette
    name = QRectF(cell.left(), cell.top(), cell.width(), u(20))
    canvas.text(name, look.lead(words), Role.HINT, color=p.ink2, lines=1, floor=Role.HINT)
    below = QRectF(cell.left(), name.bottom(), cell.width(), cell.bottom() - name.bottom())
    if not text:
        canvas.text(below, look.lead(said.UNKNOWN), Role.CAPTION, color=p.ink3, lines=1, floor=Role.HINT)
        return
    if odd:
        mark = QRectF(below.left(), below.center().y() - u(10), u(20), u(20))
        marks.paint_mark(canvas.painter, mark, marks.Mark.ATTENTION, fill=p.warn, on=p.on_warn)
        below.setLeft(mark.right() + u(6))
    canvas.text(below, text, Role.LABEL, bold=True, lines=1, floor=Role.HINT)


def _odd(parcel: WeightsRow, weight_mg: int | None) -> bool:
    if weight_mg is None or parcel.expected_mg is None:
        return False
    low_mg, high_mg = parcel.expected_mg
    return not low_mg <= weight_mg <= high_mg


def _kilograms(*weights_mg: int | None) -> str:
    known = [f"{weight_mg / 1_000_000:.3f}" for weight_mg in weights_mg if weight_mg is not None]
    return f"{'–'.join(known)} kg" if known else ""


def _line(canvas: Canvas, rect: QRectF, *, line: LineRow) -> None:
    look, u, p = canvas.look, canvas.u, canvas.palette
    left, right = rect.left() + u(_PAD), rect.right() - u(_PAD)
    tail = [Span(text=f"{line.at} {line.who}", role=Role.HINT, color=p.ink2)]
    wide, text = canvas.row_width(tail) + u(10), look.lead(line.what)
    below = look.letters.advance(text, canvas.px(Role.HINT), bold=True) > right - wide - left
    canvas.row(right, rect.top() + u(36 if below else 13), tail, align="right")
    what = QRectF(left, rect.top(), right - left - (0 if below else wide), u(26))
    canvas.text(what, text, Role.HINT, bold=True, lines=1, floor=Role.HINT)
    name = QRectF(left, rect.top() + u(24), right - left - (wide if below else 0), u(24))
    canvas.code(name, line.name, Role.HINT, color=p.ink)
