"""A parcel's history as a screen: the timeline at the left, the parcel and its recipient at the right. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from PySide6.QtGui import QImage

from station.ui import texts
from station.ui.look import Look
from station.ui.office import orders_words, words
from station.ui.office import parcel_words as said
from station.ui.office.screen import (
    NOTHING,
    Block,
    Fact,
    Heading,
    Line,
    Moment,
    OfficeScreen,
    Page,
    PaneView,
    Picture,
    Tone,
)
from station.ui.widgets.commands import keyed
from station.ui.widgets.marks import Mark
from station.ui.words import Words, begun, beside, same

_ICONS: Final = {
    "OrderOpened": "scanner", "ItemPacked": "scanner", "UnitTakenBack": "undo", "ParcelWeighed": "scale",
    "CartonChosen": "box", "WaybillIssued": "label", "LabelAllowed": "label", "LabelRequested": "printer",
    "LabelPrinted": "printer", "LabelConfirmed": "scanner", "PhotoTaken": "camera", "VideoRecorded": "camera",
    "ParcelSealed": "box", "handed_over": "next", "carrier": "next", "held": "hold", "released": "yes",
    "PromptOpened": "question", "PromptAnswered": "question", "StopCleared": "yes", "expedited": "clock",
}  # fmt: skip
_STOPS: Final = ("ScanRefused", "WeightRefused", "OrderStopped", "held")
_LOOKS: Final = (
    "LabelHeld", "LabelUnknown", "LabelVoided", "WaybillVoided", "PhotoMissing", "VideoGap", "UnitsDoubted",
    "OrderParked", "cancel_asked", "ShortPackAllowed",
)  # fmt: skip
_DONE: Final = ("ParcelSealed",)
_BAD_NEWS: Final = ("refused", "returned", "damaged", "lost")
SHOWN_MAX: Final = 2_000


class Happened(Protocol):
    """As the order book tells it."""

    @property
    def at_us(self) -> int: ...
    @property
    def what(self) -> str: ...
    @property
    def by(self) -> str: ...
    @property
    def bench(self) -> str: ...
    @property
    def seq(self) -> int | None: ...
    @property
    def reason(self) -> str: ...
    @property
    def units(self) -> int: ...
    @property
    def facts(self) -> Mapping[str, Any]: ...


class Sealed(Protocol):
    @property
    def waybill(self) -> str: ...
    @property
    def bench(self) -> str: ...
    @property
    def packer(self) -> str: ...
    @property
    def sealed_us(self) -> int: ...
    @property
    def weight_mg(self) -> int | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ParcelView:
    """``instead``: where nothing is ``there``, what stands in its place and what to do.

    ``recipient``: name, telephone, address, masked unless ``personal``. ``pictures`` by their entry's number.
    """

    order: str
    happened: Sequence[Happened]
    parcels: Sequence[Sealed]
    more: bool
    recipient: tuple[str, str, Words] | None
    personal: bool
    names: Mapping[str, str]
    pictures: Mapping[int, QImage]
    elsewhere: tuple[str, ...]
    there: bool
    carriers: Mapping[str, Words] = field(default_factory=dict)
    instead: tuple[Words, Words] = (NOTHING, NOTHING)


def screen_of(view: ParcelView, look: Look, *, page: Page, path: tuple[Words, ...], top: int) -> OfficeScreen:
    blocks = tuple(_moments(view, look))
    commands = (
        keyed("papers", said.PDF_KEY, "F7"),
        keyed("badge", said.PERSONAL_KEY, "F8"),
        keyed("retry", words.AGAIN_KEY, "F5"),
        keyed("back", words.BACK_KEY, "Esc"),
    )
    return OfficeScreen(
        page=page,
        title=same(view.order),
        path=(*path, said.TITLE),
        summary=said.SUMMARY.filled(n=len(view.happened)),
        left=PaneView(name=said.TITLE, blocks=blocks, top=top),
        right=PaneView(name=said.PARCEL, blocks=tuple(_beside(view, look))),
        commands=commands if view.there else commands[2:],
        hint=said.KEYS,
    )


def _moments(view: ParcelView, look: Look) -> Iterator[Block]:
    if not view.there:
        yield Heading(words=view.instead[0])
        yield Line(words=view.instead[1], tone=Tone.QUIET)
    elif not view.happened:
        yield Heading(words=said.NOTHING_YET)
        yield Line(words=said.NOTHING_YET_HOW, tone=Tone.QUIET)
    day = ""
    for each in view.happened:
        local = look.local(each.at_us)
        today = local.strftime("%Y-%m-%d")
        yield Moment(
            time=local.strftime("%H:%M:%S"),
            day=today if today != day else "",
            words=_words(each),
            detail=_detail(view, each),
            mark=_mark(each),
            icon=_ICONS.get(each.what, "dot"),
            picture=_picture(view, each),
        )
        day = today
    if view.more:
        yield Line(words=said.MORE_THAN.filled(n=SHOWN_MAX), tone=Tone.WARN, bold=True)


def _mark(each: Happened) -> Mark | None:
    if each.what in _STOPS:
        return Mark.STOP
    if each.what in _LOOKS or (each.what == "carrier" and each.reason in _BAD_NEWS):
        return Mark.ATTENTION
    return Mark.OK if each.what in _DONE else None


def _words(each: Happened) -> Words:
    if each.what == "carrier":
        return said.NEWS.get(each.reason, same(each.reason))
    found = said.KINDS.get(each.what, same(each.what))
    return found.filled(n=each.units or 1) if each.what == "ItemPacked" else found


def _detail(view: ParcelView, each: Happened) -> Words:
    facts = each.facts
    parts = [
        _reason(each),
        same(_text(facts, "sku")),
        same(_text(facts, "lot")),
        same(_text(facts, "serial")),
        _weight(each),
        same(_text(facts, "carton")),
        _carrier(view, _text(facts, "carrier")),
        same(_text(facts, "place")),
        same(_text(facts, "note")),
        same(view.names.get(each.by, each.by)),
        same(each.bench),
    ]
    return beside(parts)


def _carrier(view: ParcelView, code: str) -> Words:
    return view.carriers.get(code, same(code))


def _text(facts: Mapping[str, Any], name: str) -> str:
    value = facts.get(name)
    return value[:80] if isinstance(value, str) else ""


def _reason(each: Happened) -> Words:
    if not each.reason or each.what == "carrier":
        return NOTHING
    known = texts.REASONS.get(each.reason)
    if known is not None:
        return Words(zh=known.zh, en=known.en)
    held = texts.HOLDS.get(each.reason)
    return begun(Words(zh=held[0], en=held[1])) if held else same(each.reason)


def _weight(each: Happened) -> Words:
    weight_mg, low, high = (each.facts.get(name) for name in ("weight_mg", "low_mg", "high_mg"))
    if not isinstance(weight_mg, int):
        return NOTHING
    if isinstance(low, int) and isinstance(high, int):
        return said.EXPECTED.filled(kg=_kg(weight_mg), low=_kg(low), high=_kg(high))
    return said.WEIGHT.filled(kg=_kg(weight_mg))


def _kg(weight_mg: int) -> str:
    return f"{weight_mg / 1_000_000:.3f}"


def _picture(view: ParcelView, each: Happened) -> Picture | None:
    image = view.pictures.get(each.seq) if each.seq is not None else None
    return None if image is None else Picture(key=f"{view.order}-{each.seq}", caption=NOTHING, image=image)


def _beside(view: ParcelView, look: Look) -> Iterator[Block]:
    if view.there and not view.parcels:
        yield Heading(words=said.NONE_SEALED)
    for each in view.parcels:
        yield Heading(words=said.PARCEL, after=same(each.waybill))
        at = look.local(each.sealed_us).strftime("%Y-%m-%d %H:%M")
        yield Fact(name=said.SEALED_AT, value=beside([same(at), same(each.bench)]))
        yield Fact(name=said.PACKER, value=same(view.names.get(each.packer, each.packer) or "-"))
        weight = said.UNKNOWN if each.weight_mg is None else said.WEIGHT.filled(kg=_kg(each.weight_mg))
        yield Fact(name=said.WEIGHS, value=weight)
    if view.recipient is not None:
        name, phone, street = view.recipient
        yield Heading(words=orders_words.WHO)
        yield Line(words=same(name or "-"), bold=True)
        yield Line(words=same(phone or "-"))
        yield Line(words=street if street.en else same("-"))
        if not view.personal:
            yield Line(words=said.MASKED, tone=Tone.QUIET)
    if view.pictures:
        yield Line(words=said.STILLS.filled(n=len(view.pictures)), tone=Tone.QUIET)
    for bench in view.elsewhere:
        yield Line(words=said.NO_PICTURES.filled(bench=bench), tone=Tone.QUIET)
