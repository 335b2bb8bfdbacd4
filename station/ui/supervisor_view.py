"""The supervisor's window: cards and charts of a period, and the tables behind them. Everything by keyboard.

It paints a ``SupervisorScreen`` and says which key was used or which spot was clicked; it knows no order book.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from station.ui import keys
from station.ui import supervisor_acts as acts
from station.ui import supervisor_screen as pages
from station.ui import supervisor_words as said
from station.ui.ground import DRAWN_FOR, Ground
from station.ui.sheets import Sheet
from station.ui.supervisor_board import Group, Period, Reassign
from station.ui.supervisor_keys import KEYS_OF
from station.ui.supervisor_screen import Panel, Spot, SupervisorScreen
from station.ui.theme import LIGHT, Palette
from station.ui.widgets import (
    desk_head,
    device_grid,
    figure_entries,
    foot,
    forecast_lines,
    heat_table,
    kpi_cards,
    save_bars,
    sheet_pane,
    state_strip,
    time_stacks,
)
from station.ui.widgets.band import Band
from station.ui.widgets.desk_head import HeadView, Segment
from station.ui.widgets.device_grid import DevicesView
from station.ui.widgets.figure_entries import EntriesView
from station.ui.widgets.forecast_lines import ForecastView
from station.ui.widgets.heat_table import HeatView
from station.ui.widgets.kpi_cards import CardsView
from station.ui.widgets.marks import Mark
from station.ui.widgets.save_bars import SavesView
from station.ui.widgets.state_strip import StripView
from station.ui.widgets.time_stacks import StacksView
from station.ui.words import Words, same

SMALLEST: Final = QSize(820, 560)
_HEAD, _CARDS, _FOOT, _MARGIN, _GAP = 54, 96, 26, 24, 12
_LARGE, _MIDDLE = (1260, 740), (1190, 620)
"""Units of width and height from which all panels, or half of them, stand together."""

_KEYS: Final[Mapping[int, str]] = MappingProxyType(
    {
        Qt.Key.Key_Up: "up",
        Qt.Key.Key_Down: "down",
        Qt.Key.Key_Left: "left",
        Qt.Key.Key_Right: "right",
        Qt.Key.Key_Return: "open",
        Qt.Key.Key_Enter: "open",
        Qt.Key.Key_Escape: "back",
        Qt.Key.Key_Tab: "panel",
        Qt.Key.Key_Backtab: "panel_back",
        Qt.Key.Key_PageDown: "page",
        Qt.Key.Key_PageUp: "page_back",
        Qt.Key.Key_F1: "keys",
        Qt.Key.Key_F2: "period",
        Qt.Key.Key_F3: "group",
        Qt.Key.Key_F4: "earlier",
        Qt.Key.Key_F5: "later",
        Qt.Key.Key_F6: "compare",
        Qt.Key.Key_F7: "csv",
        Qt.Key.Key_F8: "xlsx",
        Qt.Key.Key_F9: "pdf",
        Qt.Key.Key_F10: "rank",
        Qt.Key.Key_F12: "reassign",
    }
)

Places = Callable[..., list[tuple[QRectF, Spot]]]


class SupervisorView(QWidget):
    pressed = Signal(str)  # what ``_KEYS`` names, or a switch: period.week, group.packer, export
    pointed = Signal(str, int, int)  # a panel, or "behind", and a spot of it
    turned = Signal(str)  # a panel that a page key brings up

    def __init__(self, screen: SupervisorScreen, *, language: str = "zh", palette: Palette = LIGHT) -> None:
        super().__init__()
        self.ground = Ground(self, self._show, language=language, palette=palette, smallest=SMALLEST, desk=True)
        self._screen = screen
        self._head: Band[HeadView] = Band(self, "verdict", desk_head.paint)
        self._strip: Band[StripView] = Band(self, "state", state_strip.paint)
        self._bands: dict[Panel, Band[Any]] = {
            Panel.CARDS: Band(self, "figures", kpi_cards.paint),
            Panel.HEAT: Band(self, "by hour", heat_table.paint),
            Panel.CUT_OFFS: Band(self, "cut-offs", forecast_lines.paint),
            Panel.SAVES: Band(self, "saves", save_bars.paint),
            Panel.STEPS: Band(self, "time", time_stacks.paint),
            Panel.DEVICES: Band(self, "devices", device_grid.paint),
        }
        self._entries: Band[EntriesView] = Band(self, "behind the figure", figure_entries.paint)
        self._card: Band[Sheet] = Band(self, "choices", sheet_pane.paint)
        self._foot: Band[str] = Band(self, "keys", foot.paint)
        self._head.touched.connect(self._head_touched)
        for panel, band in self._bands.items():
            band.touched.connect(lambda x, y, panel=panel: self._touched(panel, QPointF(x, y)))
        self._entries.touched.connect(lambda x, y: self._touched(None, QPointF(x, y)))
        self._card.touched.connect(lambda x, y: self._card_touched(QPointF(x, y)))
        self.resize(DRAWN_FOR)

    def paint_screen(self, screen: SupervisorScreen) -> None:
        self._screen = screen
        self._show()

    # What is shown

    def _show(self) -> None:
        screen, look = self._screen, self.ground.look
        self.ground.title(look.lead(said.TITLE))
        head = _head(screen)
        self._head.put(head, look, desk_head.spoken(head, look))
        strip = strip_of(screen, look.hour)
        if strip is not None:
            self._strip.put(strip, look, state_strip.spoken(strip, look))
        behind = screen.behind
        if behind is not None:
            title = behind.drill.title[-1] if behind.drill.title else said.BEHIND
            number, stuck = len(behind.before) + 1, screen.trouble is not None
            entries = EntriesView(title=title, page=behind.page, number=number, row=behind.row, stuck=stuck)
            self._entries.put(entries, look, figure_entries.spoken(entries, look))
        for panel, band in self._bands.items():
            view = panel_view(screen, panel)
            band.put(view, look, _MODULES[panel].spoken(view, look))
        if screen.keys:
            self._card.put(KEYS_OF, look, sheet_pane.spoken(KEYS_OF, look))
        self._foot_line()
        self._place(strip)

    def _foot_line(self) -> None:
        screen, look = self._screen, self.ground.look
        shown = self._pages()
        number = next((at for at, page in enumerate(shown, start=1) if screen.focus in page), 1)
        if screen.notice is not None:
            words = screen.notice
        elif screen.behind is not None:
            words = said.KEYS_BEHIND
        elif len(shown) > 1:
            words = said.KEYS_PAGES.filled(n=number, pages=len(shown))
        else:
            words = said.KEYS
        self._foot.put(look.lead(words), look, look.lead(words))

    # Where it stands

    def _pages(self) -> tuple[tuple[Panel, ...], ...]:
        """Panels that stand together; the cards are on every page."""
        scale = self.ground.look.grid.scale
        wide, high = self.width() / scale, self.height() / scale
        if wide >= _LARGE[0] and high >= _LARGE[1]:
            return (tuple(Panel),)
        if wide >= _MIDDLE[0] and high >= _MIDDLE[1]:
            return (Panel.CARDS, Panel.HEAT, Panel.CUT_OFFS), (Panel.SAVES, Panel.STEPS, Panel.DEVICES)
        return (Panel.CARDS, Panel.HEAT), (Panel.CUT_OFFS, Panel.SAVES), (Panel.STEPS, Panel.DEVICES)

    def _place(self, strip: StripView | None) -> None:
        u, width, height = self.ground.look.grid.u, self.width(), self.height()
        told = 0 if strip is None else state_strip.height(self.ground.look, width, strip)
        self._head.setGeometry(0, 0, width, u(_HEAD))
        top = u(_HEAD) + told
        self._strip.setGeometry(0, u(_HEAD), width, told)
        self._strip.setVisible(strip is not None)
        self._foot.setGeometry(0, height - u(_FOOT), width, u(_FOOT))
        body = QRectF(u(_MARGIN), top + u(_GAP), width - 2 * u(_MARGIN), height - u(_FOOT) - u(_GAP) * 2 - top)
        behind, card = self._screen.behind is not None, self._screen.keys
        self._card.setGeometry(0, top, width, height - u(_FOOT) - top)
        self._card.setVisible(card)
        self._entries.setGeometry(body.toRect())
        self._entries.setVisible(behind and not card)
        shown = _stood(self._pages(), self._screen.focus, body, u)
        for panel, band in self._bands.items():
            band.setVisible(panel in shown and not behind and not card)
            if panel in shown:
                band.setGeometry(shown[panel].toRect())

    # What is asked

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.ground.resized()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes from panel to panel."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.ground.took(event):
            return
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        command = "unrank" if control and event.key() == Qt.Key.Key_F10 else keys.plain(event, _KEYS)
        if command is None:
            super().keyPressEvent(event)
        elif command in ("page", "page_back") and self._screen.behind is None and not self._screen.keys:
            self._turn(1 if command == "page" else -1)
        else:
            self.pressed.emit(command)

    def _turn(self, step: int) -> None:
        shown = self._pages()
        at = next((at for at, page in enumerate(shown) if self._screen.focus in page), 0)
        if at == 0 and self._screen.focus is Panel.CARDS and step < 0:
            return
        page = shown[(at + step) % len(shown)]
        self.turned.emit(next(panel for panel in page if panel is not Panel.CARDS).value)

    def _head_touched(self, x: float, y: float) -> None:
        view = self._head.view
        assert view is not None
        command = desk_head.segment_at(self.ground.look, QRectF(self._head.rect()), view, QPointF(x, y))
        if command is not None:
            self.pressed.emit(command)

    def _card_touched(self, at: QPointF) -> None:
        card = sheet_pane.touched(QRectF(self._card.rect()), self.ground.look, KEYS_OF, at)
        self.pressed.emit(card.command if card is not None and card.command else "keys")

    def _touched(self, panel: Panel | None, at: QPointF) -> None:
        band: Band[Any] = self._entries if panel is None else self._bands[panel]
        look, area, view = self.ground.look, QRectF(band.rect()), band.view
        if isinstance(view, ForecastView) and forecast_lines.on_button(look, area, view, at):
            self.pressed.emit("reassign")
            return
        places: Places = figure_entries.places if panel is None else _MODULES[panel].places
        for rect, spot in places(look, area, view):
            if rect.contains(at):
                self.pointed.emit("behind" if panel is None else panel.value, spot.row, spot.column)
                return


_MODULES: Final[Mapping[Panel, Any]] = MappingProxyType(
    {
        Panel.CARDS: kpi_cards,
        Panel.HEAT: heat_table,
        Panel.CUT_OFFS: forecast_lines,
        Panel.SAVES: save_bars,
        Panel.STEPS: time_stacks,
        Panel.DEVICES: device_grid,
    }
)


def _stood(
    shown: tuple[tuple[Panel, ...], ...], focus: Panel, body: QRectF, u: Callable[[float], int]
) -> dict[Panel, QRectF]:
    """The panels of the page that has the ring, each with its place."""
    page = next((each for each in shown if focus in each), shown[0])
    gap = u(_GAP)
    stood = {Panel.CARDS: QRectF(body.left(), body.top(), body.width(), u(_CARDS))}
    rest = QRectF(body.left(), body.top() + u(_CARDS) + gap, body.width(), body.height() - u(_CARDS) - gap)
    if len(shown) > 1:
        panels = [panel for panel in page if panel is not Panel.CARDS]
        return stood | _columns(panels, _SHARES[tuple(panels)], rest, gap)
    upper = QRectF(rest.left(), rest.top(), rest.width(), (rest.height() - gap) * 0.6)
    lower = QRectF(rest.left(), upper.bottom() + gap, rest.width(), rest.height() - gap - upper.height())
    stood |= _columns((Panel.HEAT, Panel.CUT_OFFS), (0.635, 0.365), upper, gap)
    return stood | _columns((Panel.SAVES, Panel.STEPS, Panel.DEVICES), (0.245, 0.38, 0.375), lower, gap)


_SHARES: Final[Mapping[tuple[Panel, ...], tuple[float, ...]]] = MappingProxyType(
    {
        (Panel.HEAT, Panel.CUT_OFFS): (0.62, 0.38),
        (Panel.SAVES, Panel.STEPS, Panel.DEVICES): (0.25, 0.35, 0.4),
        (Panel.HEAT,): (1.0,),
        (Panel.CUT_OFFS, Panel.SAVES): (0.56, 0.44),
        (Panel.STEPS, Panel.DEVICES): (0.5, 0.5),
    }
)


def _columns(panels: Sequence[Panel], shares: tuple[float, ...], rest: QRectF, gap: float) -> dict[Panel, QRectF]:
    wide, left, found = rest.width() - gap * (len(panels) - 1), rest.left(), {}
    for panel, share in zip(panels, shares, strict=True):
        found[panel] = QRectF(left, rest.top(), wide * share, rest.height())
        left += wide * share + gap
    return found


def panel_view(screen: SupervisorScreen, panel: Panel) -> Any:
    """What a panel shows of the screen."""
    board, spot = screen.board, screen.spots.get(panel, Spot())
    ringed, known = screen.focus is panel, board is not None
    match panel:
        case Panel.CARDS:
            return CardsView(
                totals=board.totals if board else None,
                tight=board.tightest if board else None,
                slack_wanted_us=board.slack_wanted_us if board else 0,
                at_us=board.at_us if board else 0,
                focus=spot.column if ringed else None,
            )
        case Panel.HEAT:
            return HeatView(
                group=(board.query if board else screen.query).group.value,
                slots=board.slots if board else (),
                rows=board.rows if board else (),
                figures=pages.FIGURES if board is None or board.query.group is not Group.CARRIER else pages.OF_CARRIER,
                compares=screen.compares,
                spot=spot,
                ringed=ringed,
                known=known,
                rank=screen.rank,
                allowed=board.ranking if board else None,
            )
        case Panel.CUT_OFFS:
            lines, at_us = (board.cut_offs, board.at_us) if board else ((), 0)
            wanted = board.slack_wanted_us if board else 0
            return ForecastView(
                lines=lines,
                at_us=at_us,
                slack_wanted_us=wanted,
                row=spot.row,
                ringed=ringed,
                known=known,
                act=acts.offered(screen),
            )
        case Panel.SAVES:
            bars, signs, worth = (board.saves, board.signs, board.saves_worth) if board else ((), (), None)
            shared = board.shared if board else ()
            return SavesView(bars=bars, signs=signs, worth=worth, shared=shared, spot=spot, ringed=ringed, known=known)
        case Panel.STEPS:
            return StacksView(stacks=board.stacks if board else (), row=spot.row, ringed=ringed, known=known)
        case Panel.DEVICES:
            kinds, benches = (board.kinds, board.benches) if board else ((), ())
            return DevicesView(kinds=kinds, benches=benches, spot=spot, ringed=ringed, known=known)


def _head(screen: SupervisorScreen) -> HeadView:
    query, board = screen.query, screen.board
    crumbs = [said.ALL_OF_GROUP[query.group.value]]
    if board is not None:
        crumbs.append(board.title)
        crumbs += [said.BESIDE_PERIOD.filled(period=board.then_title)] if board.then_title else []
    if screen.opened:
        crumbs = [*crumbs[1:2], *(words for each in screen.opened for words in each.drill.title)]
    strip = strip_of(screen, lambda _us: "")
    return HeadView(
        crumbs=tuple(crumbs),
        periods=tuple(
            Segment(words=said.PERIODS[each.value], command=f"period.{each.value}", chosen=each is query.period)
            for each in Period
        ),
        groups=tuple(
            Segment(words=said.WORDS_OF_GROUP[each.value], command=f"group.{each.value}", chosen=each is query.group)
            for each in Group
        ),
        actions=(
            Segment(words=said.COMPARE, command="compare", chosen=query.against is not None),
            Segment(words=said.EXPORT, command="xlsx"),
        ),
        at_us=screen.now_us,
        state=strip.words if strip is not None else board.title if board is not None else same(""),
    )


def strip_of(screen: SupervisorScreen, hour: Callable[[int], str]) -> StripView | None:
    """What is said over everything; None when there is nothing to say."""
    if screen.asking is not None:
        due = hour(screen.asking.due_us) if isinstance(screen.asking, Reassign) else ""
        asked, how = acts.question(screen.asking, due)
        return StripView(mark=Mark.ATTENTION, words=asked, detail=(how,))
    if screen.trouble is not None and screen.since_us is not None:
        words: Words = said.OFFLINE.filled(time=hour(screen.since_us))
        stale = (said.STALE,) if screen.board is not None else ()
        return StripView(mark=Mark.OFFLINE, words=words, detail=(*stale, said.OFFLINE_HOW, screen.trouble))
    told = pages.state_of(screen)
    if told is None:
        return None
    marks = {said.NOT_DONE: Mark.ATTENTION, said.LOADING: Mark.WAIT}
    return StripView(mark=marks.get(told[0], Mark.SCAN), words=told[0], detail=told[1:])
