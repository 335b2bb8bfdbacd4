"""Both versions of an order that was changed while a bench had it, as the stop shows them. Pure.

What names a person or a place is shown by its ends only (GB/T 41833): enough to see which of two it is.
"""

from __future__ import annotations

from station.packing.model import Aspect, Change, Order, ServiceId
from station.packing.terms import Terms
from station.ui.goods_words import article
from station.ui.screen import ChangeView, Words
from station.ui.texts import ASPECTS
from station.ui.words import named, same

NOTHING = "—"
_PERSONAL = frozenset({Aspect.NAME, Aspect.PHONE, Aspect.STREET})
_YES_NO = {"yes": Words(zh="是", en="yes"), "no": Words(zh="否", en="no")}


def views(changes: tuple[Change, ...], order: Order | None, terms: Terms) -> tuple[ChangeView, ...]:
    return tuple(_view(change, order, terms) for change in changes)


def _view(change: Change, order: Order | None, terms: Terms) -> ChangeView:
    zh, en = ASPECTS[change.what]
    return ChangeView(
        what=Words(zh=zh, en=en),
        aspect=change.what.value,
        of=_goods(change, order),
        before=_shown(change.what, change.before, terms),
        after=_shown(change.what, change.after, terms),
    )


def _goods(change: Change, order: Order | None) -> Words:
    """The name of the goods whose quantity changed; a SKU that was not on the order has none."""
    lines = order.lines if order is not None else ()
    line = next((line for line in lines if line.sku == change.sku), None)
    if line is None:
        return same(change.sku or "")
    return article(line)


def _shown(what: Aspect, text: str, terms: Terms) -> Words:
    if what is Aspect.GIFT:
        return _YES_NO[text]
    if what is Aspect.SERVICE and (service := terms.get(ServiceId(text))) is not None:
        return named(service.zh, service.en)
    return same((_ends(text) if what in _PERSONAL else text) or NOTHING)


def _ends(text: str) -> str:
    """The first character, and of a longer text the last two: of a telephone number eight digits stay hidden."""
    if not text:
        return ""
    return f"{text[0]}***{text[-2:]}" if len(text) > 6 else f"{text[0]}**"
