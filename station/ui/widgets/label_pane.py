"""The label as it is printed: the very bitmap, white in every palette; beside it the waybill and its truth."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from station.ui.captions import NO_PREVIEW, OTHER_LABELS_STOP, ROOT_OF, WAYBILL
from station.ui.screen import Words
from station.ui.type import Role
from station.ui.widgets.canvas import Canvas, Span
from station.ui.widgets.icons import paint_icon
from station.ui.widgets.marks import Mark, paint_mark


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelView:
    picture: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaybillView:
    waybill: str
    state: Words
    done: bool
    root: str = ""


def grouped(code: str) -> str:
    """A waybill in groups of four after its leading letters, as people read it aloud."""
    head = code[: len(code) - len(code.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))]
    rest = code[len(head) :]
    if not rest.isdigit() or len(rest) < 8:
        return code
    groups = [rest[at : at + 4] for at in range(0, len(rest), 4)]
    return " ".join([head, *groups] if head else groups)


def root_groups(root: str) -> str:
    """The first eight characters in two groups of four, as on paper."""
    return f"{root[:4]} {root[4:8]}".strip()


def paint_label(canvas: Canvas, view: LabelView) -> None:
    canvas.fill(canvas.area, canvas.palette.bg)
    image = canvas.look.pictures.label(view.picture)
    room = canvas.area.adjusted(canvas.u(16), canvas.u(16), -canvas.u(16), -canvas.u(16))
    if image is None:
        _no_picture(canvas, room)
        return
    rect = _preview_rect(image, room)
    canvas.fill(rect.adjusted(-1, -1, 1, 1), canvas.palette.edge)
    canvas.fill(rect, canvas.palette.paper)
    whole = rect.width() >= image.width()
    canvas.painter.setRenderHint(canvas.painter.RenderHint.SmoothPixmapTransform, on=not whole)
    if whole:
        canvas.painter.drawImage(rect, image)
        return
    smooth = canvas.look.pictures.preview(view.picture, rect.size().toSize())
    assert smooth is not None  # the label itself was there
    canvas.painter.drawImage(rect.topLeft(), smooth)


def _preview_rect(image: QImage, room: QRectF) -> QRectF:
    """Whole dots when they fit, else as large as the room."""
    share = min(room.width() / image.width(), room.height() / image.height())
    if share >= 1:
        share = float(int(share))
    width, height = round(image.width() * share), round(image.height() * share)
    left, top = round(room.center().x() - width / 2), round(room.center().y() - height / 2)
    return QRectF(left, top, width, height)


def _no_picture(canvas: Canvas, room: QRectF) -> None:
    u, p, look = canvas.u, canvas.palette, canvas.look
    side = u(64)
    icon = QRectF(room.center().x() - side / 2, room.center().y() - side, side, side)
    paint_icon(canvas.painter, icon, "label", p.ink3, width=1.4)
    below = QRectF(room.left(), icon.bottom() + u(12), room.width(), u(32))
    canvas.text(below, look.lead(NO_PREVIEW), Role.CAPTION, color=p.ink2, align="center")
    canvas.second(below.translated(0, u(28)), look.second(NO_PREVIEW), Role.HINT, color=p.ink3, align="center")


def paint_waybill(canvas: Canvas, view: WaybillView) -> None:
    area, u, p, look = canvas.area, canvas.u, canvas.palette, canvas.look
    canvas.fill(area, p.panel2)
    inner = area.adjusted(u(24), u(20), -u(24), -u(16))
    icon = QRectF(inner.left(), inner.top(), u(26), u(26))
    paint_icon(canvas.painter, icon, "label", p.ink)
    caption = [
        Span(text=look.lead(WAYBILL), role=Role.CAPTION, color=p.ink, bold=True),
        Span(text=look.second(WAYBILL), role=Role.HINT, color=p.ink2, gap=u(10)),
    ]
    canvas.row(icon.right() + u(12), icon.center().y(), caption)
    number = QRectF(inner.left(), icon.bottom() + u(10), inner.width(), u(86))
    text = canvas.text(
        number, grouped(view.waybill) or "–", Role.LEAD, bold=True, valign="top", lines=2, floor=Role.HINT
    )
    y = text.bottom() + u(24)
    y = _truth(canvas, y, view.state, Mark.NORMAL if view.done else Mark.WAIT)
    y = _truth(canvas, y, OTHER_LABELS_STOP, None)
    if view.root:
        words = ROOT_OF.filled(root=root_groups(view.root))
        _truth(canvas, y, words, None)


def _truth(canvas: Canvas, y: float, words: Words, mark: Mark | None) -> float:
    u, p, look = canvas.u, canvas.palette, canvas.look
    left = canvas.area.left() + u(24)
    sign = QRectF(left, y - u(11), u(22), u(22))
    if mark is None:
        paint_icon(canvas.painter, sign, "frozen", p.ink2)
    else:
        paint_mark(canvas.painter, sign, mark, fill=p.ink2, on=p.panel2)
    room = QRectF(sign.right() + u(12), y - u(26), canvas.area.right() - u(24) - sign.right() - u(12), u(52))
    taken = canvas.text(room, look.lead(words), Role.CAPTION, color=p.ink2, floor=Role.HINT)
    return y + max(taken.height(), u(24)) + u(12)
