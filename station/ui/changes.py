"""Both versions of an order that was changed while a bench had it, as the stop shows them. Pure.

What names a person or a place is shown by its ends only (GB/T 41833): enough to see which of two it is.
"""

from __future__ import annotations

from station.packing.model import Aspect, Change, Order
from station.ui.screen import ChangeView, Words
from station.ui.texts import ASPECTS

NOTHING = "—"
_PERSONAL = frozenset({Aspect.NAME, Aspect.PHONE, Aspect.STREET})
_YES_NO = {"yes": Words(zh="是", en="yes"), "no": Words(zh="否", en="no")}


def views(changes: tuple[Change, ...], order: Order | None) -> tuple[ChangeView, ...]:
    return tuple(_view(change, order) for change in changes)


def _view(change: Change, order: Order | None) -> ChangeView:
    zh, en = ASPECTS[change.what]
    return ChangeView(
        what=Words(zh=zh, en=en),
        aspect=change.what.value,
        of=_goods(change, order),
        before=_shown(change.what, change.before),
        after=_shown(change.what, change.after),
    )


def _goods(change: Change, order: Order | None) -> str:
    """The name of the goods whose quantity changed; a SKU that was not on the order has none."""
    lines = order.lines if order is not None else ()
    line = next((line for line in lines if line.sku == change.sku), None)
    if line is None:
        return change.sku or ""
    return " ".join(part for part in (line.name or line.sku, line.variant) if part)


def _shown(what: Aspect, text: str) -> Words:
    if what is Aspect.GIFT:
        return _YES_NO[text]
    said = (_ends(text) if what in _PERSONAL else text) or NOTHING
    return Words(zh=said, en=said)


def _ends(text: str) -> str:
    """The first character, and of a longer text the last two: of a telephone number eight digits stay hidden."""
    if not text:
        return ""
    return f"{text[0]}***{text[-2:]}" if len(text) > 6 else f"{text[0]}**"
