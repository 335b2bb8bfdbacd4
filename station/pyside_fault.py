"""A fault of PySide6 6.12.0 on Python 3.10 and 3.11, counted: a call that returns nothing loses a reference to None."""

from __future__ import annotations

import gc
import sys

REFERENCES_LOST_MAX = 100
"""Of 1,000 calls: the count moves by a few when something else in the program runs."""


def references_lost(calls: int = 1_000) -> int:
    """By how much the count of references to None falls over ``calls`` calls that return nothing.

    With the fault it is one a call; a program aborts after some 5,000.
    """
    from PySide6.QtGui import QImage

    image = QImage(8, 8, QImage.Format.Format_Mono)
    gc.collect()  # or a collection in the midst gives references back in thousands
    before = sys.getrefcount(None)
    for _ in range(calls):
        image.fill(0)
    return before - sys.getrefcount(None)
