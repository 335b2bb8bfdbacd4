"""The few strokes every band is made of: flat fills, rules, set text, rows of spans, pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from station.ui.letters import LINE_HEIGHT, Fitted
from station.ui.look import Look
from station.ui.theme import Palette
from station.ui.type import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A piece of one row of text; ``gap`` is the space before it in pixels."""

    text: str
    role: Role
    color: str
    bold: bool = False
    gap: float = 0


class Canvas:
    """A painter, the area it may use and the look. Lives as long as one paint event."""

    def __init__(self, painter: QPainter, look: Look, area: QRectF) -> None:
        self.painter = painter
        self.look = look
        self.area = area
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)

    @property
    def palette(self) -> Palette:
        return self.look.palette

    def within(self, area: QRectF) -> Canvas:
        return Canvas(self.painter, self.look, area)

    def u(self, units: float) -> int:
        return self.look.grid.u(units)

    def px(self, role: Role) -> int:
        return self.look.grid.px(role)

    def fill(self, rect: QRectF, color: str) -> None:
        self.painter.fillRect(rect, QColor(color))

    def box(
        self, rect: QRectF, *, fill: str | None = None, border: str | None = None, width: float = 1, radius: float = 6
    ) -> None:
        """A rounded rectangle whose border lies inside ``rect``."""
        inset = width / 2 if border else 0.0
        self.painter.setPen(QPen(QColor(border), width) if border else Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), self.u(radius), self.u(radius))

    def rule_below(self, rect: QRectF) -> None:
        self.fill(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), self.palette.rule)

    def rule_left(self, rect: QRectF) -> None:
        self.fill(QRectF(rect.left(), rect.top(), 1, rect.height()), self.palette.rule)

    def text(
        self,
        rect: QRectF,
        text: str,
        role: Role,
        *,
        color: str | None = None,
        bold: bool = False,
        align: str = "left",
        valign: str = "middle",
        lines: int = 2,
        floor: Role = Role.CAPTION,
        line_height: float = LINE_HEIGHT,
    ) -> QRectF:
        """Set the text in ``rect`` without ever cutting it; answers the rectangle it took."""
        set_as = self.look.letters.fit(
            text,
            self.look.grid,
            role,
            width=rect.width(),
            height=rect.height(),
            bold=bold,
            lines=lines,
            floor=floor,
            line_height=line_height,
        )
        return self.put(rect, set_as, color=color, align=align, valign=valign)

    def second(
        self,
        rect: QRectF,
        text: str,
        role: Role,
        *,
        color: str | None = None,
        align: str = "left",
        valign: str = "middle",
        lines: int = 2,
        line_height: float = LINE_HEIGHT,
    ) -> QRectF:
        """What only repeats, as the other language does: like ``text``, or not at all where it is not to be read."""
        set_as = self.look.letters.fit_or_leave(
            text, self.look.grid, role, width=rect.width(), height=rect.height(), lines=lines, line_height=line_height
        )
        if set_as is None:
            return QRectF(rect.left(), rect.top(), 0, 0)
        return self.put(rect, set_as, color=color or self.palette.ink2, align=align, valign=valign)

    def put(
        self, rect: QRectF, set_as: Fitted, *, color: str | None = None, align: str = "left", valign: str = "middle"
    ) -> QRectF:
        """Draw what ``Letters.fit`` has set."""
        spare = rect.height() - set_as.height
        top = rect.top() + {"top": 0.0, "middle": spare / 2, "bottom": spare}[valign]
        self.painter.setFont(self.look.letters.font(set_as.px, bold=set_as.bold))
        self.painter.setPen(QColor(color or self.palette.ink))
        for at, row in enumerate(set_as.rows):
            width = self.look.letters.advance(row, set_as.px, bold=set_as.bold)
            left = rect.left() + _indent(align, rect.width() - width)
            self.painter.drawText(QPointF(left, _baseline(top + (at + 0.5) * set_as.line, set_as.px)), row)
        left = rect.left() + _indent(align, rect.width() - set_as.width)
        return QRectF(left, top, set_as.width, set_as.height)

    def code(self, rect: QRectF, text: str, role: Role, *, color: str, align: str = "left", bold: bool = False) -> None:
        """A code on one row; the only kind of text whose middle may be left out."""
        metrics = self.look.letters.metrics(self.px(role), bold=bold)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, rect.width())
        x = {"left": rect.left(), "right": rect.right()}[align]
        self.row(x, rect.center().y(), [Span(text=shown, role=role, color=color, bold=bold)], align=align)

    def row_width(self, spans: Sequence[Span]) -> float:
        letters = self.look.letters
        return sum(span.gap + letters.advance(span.text, self.px(span.role), bold=span.bold) for span in spans)

    def row(self, x: float, y: float, spans: Sequence[Span], *, align: str = "left") -> float:
        """Spans on one baseline, the first one's middle at ``y``; answers where the row ends."""
        if not spans:
            return x
        baseline = _baseline(y, self.px(spans[0].role))
        x -= {"left": 0.0, "center": self.row_width(spans) / 2, "right": self.row_width(spans)}[align]
        for span in spans:
            px = self.px(span.role)
            x += span.gap
            self.painter.setFont(self.look.letters.font(px, bold=span.bold))
            self.painter.setPen(QColor(span.color))
            self.painter.drawText(QPointF(x, baseline), span.text)
            x += self.look.letters.advance(span.text, px, bold=span.bold)
        return x

    def fitting_row(
        self, x: float, y: float, spans: Sequence[Span], width: float, *, align: str = "left", keep: int | None = None
    ) -> float:
        """A row that steps all its spans down together until it is no wider than ``width``.

        ``keep``: the first so many stay; of the others the last goes first where the smallest letters are too wide.
        """
        return self.row(x, y, self.stepped(self.with_room(spans, width, keep=keep), width), align=align)

    def with_room(self, spans: Sequence[Span], width: float, *, keep: int | None) -> list[Span]:
        """The spans that go in at the smallest letters, and never less than the first ``keep``."""
        shown = list(spans)
        least = [replace(span, role=Role.HINT) for span in shown]
        while keep is not None and len(shown) > keep and self.row_width(least) > width:
            least.pop()
            self.look.letters.note_left_out(shown.pop().text)
        return shown

    def stepped(self, spans: Sequence[Span], width: float) -> list[Span]:
        roles = list(Role)
        shown = list(spans)
        while self.row_width(shown) > width:
            smaller = [replace(span, role=roles[min(roles.index(span.role) + 1, len(roles) - 1)]) for span in shown]
            if smaller == shown:
                self.look.letters.note_misfit("".join(span.text for span in shown))
                break
            shown = smaller
        return shown

    def pen(self, color: str, width: float, *, cap: Qt.PenCapStyle = Qt.PenCapStyle.RoundCap) -> None:
        pen = QPen(QColor(color), width)
        pen.setCapStyle(cap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def goods(self, rect: QRectF, picture: str, name: str, *, share: float = 0.85) -> None:
        """The picture in a quiet tile, or the first character of the name when there is no picture."""
        self.box(rect, fill=self.palette.panel2, border=self.palette.rule, radius=4)
        side = rect.width() * share, rect.height() * share
        image = self.look.pictures.goods(picture, int(side[0]), int(side[1]))
        if image is None:
            self._initial(rect, name)
            return
        left = rect.center().x() - image.width() / 2
        top = rect.center().y() - image.height() / 2
        self.painter.drawImage(QPointF(left, top), image)

    def _initial(self, rect: QRectF, name: str) -> None:
        initial = name.strip()[:1].upper() or "?"
        px = max(12, int(rect.height() * 0.5))
        self.painter.setFont(self.look.letters.font(px, bold=True))
        self.painter.setPen(QColor(self.palette.data2))
        width = self.look.letters.advance(initial, px, bold=True)
        self.painter.drawText(QPointF(rect.center().x() - width / 2, _baseline(rect.center().y(), px)), initial)


def _indent(align: str, spare: float) -> float:
    return {"left": 0.0, "center": spare / 2, "right": spare}[align]


def _baseline(middle: float, px: float) -> float:
    """Noto Sans SC: capitals and ideographs centre 0.37 em above the baseline."""
    return middle + 0.37 * px
