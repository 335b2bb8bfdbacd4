"""The supervisor's page on its way: the screen, its timers, and the desk that asks the order book.

Nothing waits here: the book is read on the desk's thread, every half minute and whenever something is asked.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import tzinfo
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from station.clock import Clock
from station.errors import Trouble
from station.home import Home
from station.settings import Settings
from station.supervisor_desk import SupervisorDesk
from station.supervisor_sheets import FORMATS, export
from station.ui import supervisor_act_words as told
from station.ui import supervisor_acts as acts
from station.ui import supervisor_screen as pages
from station.ui import supervisor_words as said
from station.ui.supervisor_board import Board, Group, Page, Period, Query, Rank, Reassign
from station.ui.supervisor_drills import drill_at
from station.ui.supervisor_screen import Panel, Spot, Step, SupervisorScreen
from station.ui.supervisor_view import SupervisorView
from station.ui.theme import palette
from station.ui.words import Words

LOOK_MS: Final = 30_000
LONG_LOOK_MS: Final = 300_000
"""Of a week, which a large house's book takes seconds to add up, and of what is over and changes no more."""
TICK_MS: Final = 5_000
PATIENCE_MS: Final = 15_000
"""So long an answer is waited for before the screen says that the book does not answer."""
STOP_MS: Final = 10_000
_NO_ANSWER: Final = f"no answer in {PATIENCE_MS // 1000} s."

_STEPS = {"up": Step.UP, "down": Step.DOWN, "left": Step.LEFT, "right": Step.RIGHT}


class SupervisorPage(QObject):
    """``view`` is the widget. One question is under way at a time; what is asked meanwhile is asked next.

    The desk's signals go to methods, never to functions of their own: those would run in the desk's thread.
    """

    look_due = Signal(object)
    page_due = Signal(object)
    act_due = Signal(object)

    def __init__(self, home: Home, settings: Settings, clock: Clock, *, who: str, zone: tzinfo | None = None) -> None:
        super().__init__()
        self._home, self._clock = home, clock
        self._looking, self._changed = False, False
        self.screen = SupervisorScreen(now_us=clock.now().wall_us)
        self.view = SupervisorView(self.screen, language=settings.bench.language, palette=palette(settings.bench.theme))
        self.view.ground.look = replace(self.view.ground.look, zone=zone)
        self.view.ground.set_language(settings.bench.language, settings.bench.second_language)
        self.view.ground.use(settings.screen)
        self._desk, self._thread = SupervisorDesk(home, settings, clock, who=who, zone=zone), QThread()
        self._desk.moveToThread(self._thread)
        self._thread.finished.connect(self._desk.finish)
        self._every = QTimer(self, interval=LOOK_MS)
        self._timers: tuple[QTimer, ...] = ()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._silent)
        self._wire()

    def _wire(self) -> None:
        self.look_due.connect(self._desk.look)
        self.page_due.connect(self._desk.page)
        self.act_due.connect(self._desk.act)
        self._desk.looked.connect(self._looked)
        self._desk.paged.connect(self._paged)
        self._desk.acted.connect(self._acted)
        self._desk.unreachable.connect(self._unreachable)
        self._desk.failed.connect(self._failed)
        self.view.pressed.connect(self.pressed)
        self.view.pointed.connect(self._pointed)
        self.view.turned.connect(lambda panel: self._show(pages.pointed_at(self.screen, Panel(panel))))
        look, tick = self._every, QTimer(self, interval=TICK_MS)
        look.timeout.connect(self.again)
        tick.timeout.connect(self._ticked)
        self._timers = (look, tick)

    def start(self) -> None:
        """Read now and from now on; a second call changes nothing but reads anew."""
        if not self._thread.isRunning():
            self._thread.start()
        for timer in self._timers:
            timer.start()
        self._show(self.screen)
        self.again()

    def stop(self) -> None:
        for timer in (*self._timers, self._patience):
            timer.stop()
        self.view.close()
        self._thread.quit()
        if self._thread.isRunning() and not self._thread.wait(STOP_MS):
            sys.stderr.write("sealbench: the order book did not answer in time.\n")

    def again(self) -> None:
        """Ask, unless the last question is not answered yet: a slow book is not asked more and more."""
        if self._looking:
            return
        self._looking = True
        self._patience.start()
        self.look_due.emit(self.screen.query)

    # What the desk says

    def _looked(self, board: Board) -> None:
        self._answered()
        long = board.query.back > 0 or board.query.period is Period.WEEK
        self._every.setInterval(LONG_LOOK_MS if long else LOOK_MS)
        self._show(pages.looked(self.screen, board))
        if self._changed or board.query != self.screen.query:
            self._changed = False
            self.again()

    def _answered(self) -> None:
        self._looking = False
        self._patience.stop()

    def _paged(self, page: Page) -> None:
        self._show(pages.paged(self.screen, page))

    def _acted(self, words: Words) -> None:
        """What was done is said at once; what it changed is read anew."""
        self._changed = self._looking  # a look that began before the act may not show it
        self._show(pages.noticed(self.screen, words))
        self.again()

    def _unreachable(self, sentence: str) -> None:
        self._answered()
        self._show(pages.unreachable(self.screen, sentence, now_us=self._clock.now().wall_us))

    def _silent(self) -> None:
        """The question stays open: its answer, when it comes, is shown."""
        self._show(pages.unreachable(self.screen, _NO_ANSWER, now_us=self._clock.now().wall_us))

    def _failed(self, sentence: str) -> None:
        self._answered()
        self._show(pages.failed(self.screen, sentence))

    # What a person does

    def pressed(self, command: str) -> None:
        """A question that waits takes its own key or Enter for yes; any other key is no, and does nothing else."""
        asking = self.screen.asking
        if asking is not None:
            self._show(acts.dropped(self.screen))
            if command in ("open", "reassign" if isinstance(asking, Reassign) else "rank"):
                self.act_due.emit(asking)
            return
        if command == "keys" or self.screen.keys:
            self._show(replace(self.screen, keys=not self.screen.keys))
            if command in ("keys", "back"):
                return
        if command in ("reassign", "rank", "unrank"):
            self._act(command)
            return
        act = self._moves().get(command)
        if act is not None:
            self._show(act(self.screen))
        elif command in ("period", "group", "earlier", "later", "compare") or "." in command:
            self._ask(_query(self.screen.query, command))
        elif command in FORMATS:
            self._export(command)
        elif command == "open":
            self._open()
        elif command in ("page", "page_back"):
            self._turn(1 if command == "page" else -1)

    def _act(self, command: str) -> None:
        screen = self.screen
        if command == "reassign":
            offered = acts.offered(screen)
            self._show(pages.noticed(screen, told.NO_ACT) if offered is None else acts.asked(screen, offered))
        elif screen.board is None or screen.opened:
            return
        elif command == "rank":
            self._show(acts.sorted_by(screen) if acts.allows(screen) else acts.asked(screen, Rank(allow=True)))
        elif acts.allows(screen):
            self.act_due.emit(Rank(allow=False))
        else:
            self._show(pages.noticed(screen, told.NOT_RANKED))

    @staticmethod
    def _moves() -> dict[str, Callable[[SupervisorScreen], SupervisorScreen]]:
        return {
            **{name: partial(pages.stepped, step=step) for name, step in _STEPS.items()},
            "panel": partial(pages.tabbed, step=1),
            "panel_back": partial(pages.tabbed, step=-1),
            "back": pages.left,
        }

    def _ask(self, query: Query) -> None:
        self._show(pages.asked(self.screen, query))
        self.again()

    def _open(self) -> None:
        drill = drill_at(self.screen)
        if drill is not None:
            self._show(pages.entered(self.screen, drill))
            self.page_due.emit(drill)

    def _turn(self, step: int) -> None:
        turned = pages.turned(self.screen, step)
        if turned is not self.screen and turned.behind is not None:
            self._show(turned)
            self.page_due.emit(turned.behind.drill)

    def _pointed(self, panel: str, row: int, column: int) -> None:
        """A click brings the ring; a click on the ring opens what is behind it."""
        before = acts.dropped(self.screen)
        behind = panel == "behind"
        after = pages.rowed(before, row) if behind else pages.pointed(before, Panel(panel), Spot(row, column))
        self._show(after)
        if (after.focus, after.spots, after.opened) == (before.focus, before.spots, before.opened):
            self._open()

    def _export(self, form: str) -> None:
        """What is shown, into the home's folder; where it lies is said."""
        try:
            file = export(self._home, self.screen, self.view.ground.look, form)
        except Trouble as trouble:
            self._show(pages.failed(self.screen, trouble.sentence()))
            return
        if file is not None:
            self._show(pages.noticed(self.screen, said.EXPORTED.filled(file=str(file))))

    def _ticked(self) -> None:
        self._show(replace(self.screen, now_us=self._clock.now().wall_us))

    def _show(self, screen: SupervisorScreen) -> None:
        self.screen = screen
        self.view.paint_screen(screen)


def _query(query: Query, command: str) -> Query:
    kind, _, name = command.partition(".")
    if name:
        return replace(query, period=Period(name), back=0) if kind == "period" else replace(query, group=Group(name))
    changes: dict[str, Callable[[Query], Query]] = {
        "period": pages.next_period,
        "group": pages.next_group,
        "earlier": partial(pages.further, step=1),
        "later": partial(pages.further, step=-1),
        "compare": pages.next_against,
    }
    return changes[command](query)
