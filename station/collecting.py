"""Python's garbage in a program with threads and a screen: collected on the screen's thread, and on no other.

Nothing else lives here; who makes the application makes one of these with it.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 250

LIMITS = (700, 10, 10)
"""How many of a generation there are before it is looked through: what Python itself begins with."""


class Collecting(QObject):
    """As long as it lives, nothing is collected but here.

    Python collects in whichever thread makes the one object too many. A window, its timers and its slots hold each
    other in a circle; taken apart on another thread they end the program (docs/decisions/0101).
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._settled = False
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """The oldest generation that is due. What is there at the first whole look stays, and is never looked at again:
        later looks take no frame's time."""
        due = [at for at, count in enumerate(gc.get_count()) if count > LIMITS[at]]
        if not due:
            return
        gc.collect(due[-1])
        if due[-1] == len(LIMITS) - 1 and not self._settled:
            gc.freeze()
            self._settled = True
