"""What a parcel's entries say was ordered, scanned, weighed, refused and decided: read from its story. Pure; no words.

Entries of every age are read: a field that an old entry lacks is empty, never an error.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from station.evidence.fact import JSON
from station.evidence.story import Delivered, Story, Told

OPENED, PACKED, TAKEN_BACK, SEALED = "OrderOpened", "ItemPacked", "UnitTakenBack", "ParcelSealed"
WEIGHED, WEIGHT_REFUSED = "ParcelWeighed", "WeightRefused"

_ENDED_BY: Mapping[str, tuple[str, ...]] = {
    "ScanRefused": ("StopCleared",),
    WEIGHT_REFUSED: ("StopCleared", WEIGHED),
    "LabelHeld": ("LabelAllowed",),
    "LabelUnknown": ("LabelPrinted", "LabelVoided"),
    "OrderStopped": ("StopCleared",),
    "PhotoMissing": ("PhotoTaken", "PhotoWaived"),
    "UnitsDoubted": ("UnitsBorneOut", "UnitTakenBack", "PromptAnswered"),
}
"""What the bench said no to, and the next entry that ends it."""

_DECIDED = ("ShortPackAllowed", "PhotoWaived", "PrinterChosen", "LabelVoided", "WaybillVoided", "ParcelSplit",
            "SplitUndone", "OrderParked")  # fmt: skip
"""What a person decided, beside corrections and reprints."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    sku: str
    name: str
    variant: str
    ordered: int
    packed: int
    weight_mg: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """``count`` of ``of`` after it; ``units`` is negative where they were taken out again."""

    told: Told
    sku: str
    name: str
    units: int
    count: int
    of: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    told: Told
    ended: Told | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """In milligrams; what is not known is None."""

    measured: int | None
    low: int | None
    high: int | None
    carrier: int | None


def ordered_lines(story: Story) -> tuple[Line, ...]:
    """Of the newest opening: an order changed meanwhile is packed as it was last opened."""
    listed = _listed(story)
    packed = Counter[int]()
    for told, index, units in _counted(story):
        if told.kind == OPENED:
            packed.clear()
        packed[index] += units
    return tuple(
        Line(
            sku=str(line.get("sku", "")),
            name=str(line.get("name") or ""),
            variant=str(line.get("variant") or ""),
            ordered=_whole(line.get("quantity")) or 0,
            packed=packed[index],
            weight_mg=_whole(line.get("weight_mg")),
        )
        for index, line in enumerate(listed)
        if line.get("kind") not in ("virtual", "supplier")
    )


def scans(story: Story) -> Iterator[Scan]:
    """Every unit in, and every one taken out again, in order."""
    listed = _listed(story)
    counts = Counter[int]()
    for told, index, units in _counted(story):
        if told.kind == OPENED:
            counts.clear()
            continue
        counts[index] += units
        line = listed[index] if 0 <= index < len(listed) else {}
        yield Scan(
            told=told,
            sku=told.text("sku"),
            name=str(line.get("name") or ""),
            units=units,
            count=counts[index],
            of=_whole(line.get("quantity")),
        )


def refusals(story: Story) -> Iterator[Refusal]:
    """What the bench said no to, each with the entry that ended it; None for what ends without one."""
    for index, told in enumerate(story.told):
        ends = _ENDED_BY.get(told.kind)
        if ends is None:
            continue
        waits = told.kind != "ScanRefused" or told.pub.get("locks") is True
        later = (one for one in story.told[index + 1 :] if one.kind in ends)
        yield Refusal(told=told, ended=next(later, None) if waits else None)


def decisions(story: Story) -> Iterator[Told]:
    """What a person decided where the rules leave it to one."""
    for told in story.told:
        by_hand = told.kind == PACKED and told.pub.get("by_hand") is True
        again = told.kind == "LabelAllowed" and (told.whole("copy") or 1) > 1
        said = told.kind == "LabelPrinted" and told.pub.get("by") == "packer"
        if told.kind in _DECIDED or by_hand or again or said:
            yield told


def weights(story: Story) -> Weights:
    told = story.last(WEIGHED)
    sealed = story.last(SEALED)
    measured = told.whole("weight_mg") if told else sealed.whole("weight_mg") if sealed else None
    parcel = delivered(story)
    return Weights(
        measured=measured,
        low=told.whole("low_mg") if told else None,
        high=told.whole("high_mg") if told else None,
        carrier=parcel.carrier_weight_mg if parcel else None,
    )


def delivered(story: Story) -> Delivered | None:
    """This parcel among those the order book knows, by its waybill."""
    number = waybill(story)
    mine = [one for one in story.delivered or () if number and one.waybill == number]
    return mine[-1] if mine else None


def waybill(story: Story) -> str:
    named = (one.text("waybill") for one in reversed(story.told) if one.kind not in ("WaybillVoided", "LabelVoided"))
    return next(filter(None, named), "")


def recipient(story: Story) -> Mapping[str, JSON]:
    opened = story.last(OPENED)
    value = opened.shown.get("recipient") if opened else None
    return value if isinstance(value, dict) else {}


def order_fact(story: Story, name: str) -> str:
    """A public text of the order, as it was opened."""
    value = _order(story).get(name)
    return value if isinstance(value, str) else ""


def _order(story: Story) -> Mapping[str, JSON]:
    opened = story.last(OPENED)
    order = opened.pub.get("order") if opened else None
    return order if isinstance(order, dict) else {}


def _listed(story: Story) -> list[Mapping[str, JSON]]:
    lines = _order(story).get("lines")
    return [line for line in lines if isinstance(line, dict)] if isinstance(lines, list) else []


def _counted(story: Story) -> Iterator[tuple[Told, int, int]]:
    """Entry, line and units; an opening begins at nothing: what was verified before it is packed anew by entries."""
    for told in story.of(OPENED, PACKED, TAKEN_BACK):
        units = told.whole("units") or 0
        yield told, told.whole("line") or 0, -units if told.kind == TAKEN_BACK else units


def _whole(value: JSON) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None
