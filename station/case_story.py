"""A parcel's story as the dispute's own page tells it: a dozen moments out of all its entries, each with a picture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QImage

from station.evidence import packed
from station.evidence.reason_words import NEWS, REASONS, words
from station.evidence.story import PHOTO, STILL, Delivered, Story, Told
from station.ui import case_words as said
from station.ui.dispute_case import AnchorRow, MomentRow, Sign, span_words
from station.ui.words import LIST, Words, same

REFUSALS_MAX = 2
"""More of them are told in one row: a page has room for a dozen."""

_NOTES: Mapping[str, Words] = {"buyer_message": said.NOTE_READ, "gift": said.GIFT_READ}
_PHOTOS: Mapping[str, tuple[str, ...]] = {"scanned": ("open_box",), "sealed": ("sealed_box", "label")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """``pictures`` by the story's paths; ``anchor`` as the ledger here has it."""

    story: Story
    pictures: Mapping[str, QImage]
    anchor: AnchorRow | None = None
    signed: bool = True  # False: the order book's summary of another bench's records


def moments(shown: Shown) -> tuple[MomentRow, ...]:
    """In the log's own order; what no entry tells comes last."""
    story = shown.story
    at_bench = sorted(_at_bench(shown), key=lambda row: row[0])
    return (*(row for _, row in at_bench), *_anchored(shown), *_over(story))


def _at_bench(shown: Shown) -> Iterator[tuple[int, MomentRow]]:
    """Each with the place of its entry in the log."""
    story = shown.story
    place = {(told.part, told.seq): at for at, told in enumerate(story.told)}

    def row(told: Told, sign: Sign, words: Words, detail: Words, moment: str = "") -> tuple[int, MomentRow]:
        picture = _picture(shown, told, moment)
        made = MomentRow(at_us=told.wall_us, sign=sign, words=words, detail=detail, picture=picture)
        return place[told.part, told.seq], made

    if (opened := story.last(packed.OPENED)) is not None:
        yield row(opened, Sign.SCAN, said.OPENED, _ordered(story))
    for told in story.of("PromptAnswered"):
        if (note := _NOTES.get(told.text("prompt"))) is not None:
            yield row(told, Sign.NOTE, note, said.ACKNOWLEDGED)
    for told, sign, words_, detail in _refused(story):
        yield row(told, sign, words_, detail)
    if (last := story.last(packed.PACKED)) is not None:
        yield row(last, Sign.SCAN, *_scanned(story), "scanned")
    if (weighed := story.last(packed.WEIGHED)) is not None:
        yield row(weighed, Sign.SCALE, said.WEIGHED.filled(weight=_kg(weighed.whole("weight_mg"))), _range(weighed))
    if (printed := story.last("LabelPrinted", "LabelRequested")) is not None:
        yield row(printed, Sign.LABEL, _printed(story), same(packed.waybill(story)))
    if (sealed := story.last(packed.SEALED)) is not None:
        confirmed = story.last("LabelConfirmed") is not None
        root = same("") if shown.anchor is None else said.ROOT.filled(root=shown.anchor.root)
        yield row(sealed, Sign.OK, said.SEALED if confirmed else said.SEALED_ONLY, root, "sealed")


def _ordered(story: Story) -> Words:
    lines = packed.ordered_lines(story)
    return said.OPENED_HOW.filled(lines=len(lines), n=sum(line.ordered for line in lines))


def _scanned(story: Story) -> tuple[Words, Words]:
    lines, scans = packed.ordered_lines(story), tuple(packed.scans(story))
    last = scans[-1].name or scans[-1].sku if scans else ""
    if not lines:  # an old opening lists none
        return said.SCANNED_OPEN.filled(n=sum(scan.units for scan in scans)), said.LAST_ITEM.filled(item=last)
    done, wanted = sum(line.packed for line in lines), sum(line.ordered for line in lines)
    return said.SCANNED.filled(done=done, n=wanted), said.SCANNED_HOW.filled(lines=len(lines), item=last)


def _printed(story: Story) -> Words:
    copies = sum(1 for _ in story.of("LabelPrinted"))
    return said.PRINTED_AGAIN.filled(n=copies) if copies > 1 else said.PRINTED


def _range(told: Told) -> Words:
    low, high = told.whole("low_mg"), told.whole("high_mg")
    if low is None or high is None:
        return said.NOT_JUDGED
    return said.EXPECTED.filled(low=_kg(low), high=_kg(high))


def _kg(weight_mg: int | None) -> str:
    return "–" if weight_mg is None else f"{weight_mg / 1_000_000:.3f}"


def _refused(story: Story) -> Iterator[tuple[Told, Sign, Words, Words]]:
    """Scans that locked the bench, and weights; a code read badly is no wrong item."""
    every = tuple(packed.refusals(story))
    scans = [each for each in every if each.told.kind == "ScanRefused" and each.told.pub.get("locks") is True]
    if len(scans) > REFUSALS_MAX:
        last = scans[-1].told
        many = said.REFUSED_MANY.filled(n=len(scans))
        yield last, Sign.STOP, many, said.LAST_REFUSED.filled(reason=_reason(last))
    else:
        for each in scans:
            yield each.told, Sign.STOP, said.REFUSED.filled(reason=_reason(each.told)), _cleared(each)
    weights = [each for each in every if each.told.kind == packed.WEIGHT_REFUSED]
    for each in weights[-1:]:
        weight = _kg(each.told.whole("weight_mg"))
        yield each.told, Sign.ATTENTION, said.WEIGHT_REFUSED.filled(weight=weight), _range(each.told)


def _reason(told: Told) -> Words:
    return _words(REASONS, told.text("reason"))


def _words(table: Mapping[str, tuple[str, str]], name: str) -> Words:
    zh, en = words(table, name)
    return Words(zh=zh, en=en)


def _cleared(each: packed.Refusal) -> Words:
    what = same(each.told.text("sku") or "–")
    if each.ended is None:
        return said.NOT_CLEARED.filled(what=what)
    return said.CLEARED.filled(what=what, n=max(0, each.ended.wall_us - each.told.wall_us) // 1_000_000)


def _picture(shown: Shown, told: Told, moment: str) -> QImage | None:
    """A photo of that moment rather than a still; both rather than nothing."""
    story = shown.story
    photos = [
        file
        for wanted in _PHOTOS.get(moment, ())
        for file in story.with_role(PHOTO)
        if story.entry(file.seq, file.part).text("moment") == wanted
    ]
    stills = [file for file in story.with_role(STILL) if (file.part, file.seq) == (told.part, told.seq)]
    return next((shown.pictures[file.path] for file in (*photos, *stills) if file.path in shown.pictures), None)


def _anchored(shown: Shown) -> Iterator[MomentRow]:
    anchor = shown.anchor
    if anchor is not None:
        detail = said.ANCHORED_HOW.filled(span=span_words(anchor.after_s), n=anchor.witnesses + anchor.stamps)
        yield MomentRow(at_us=anchor.at_us, sign=Sign.LINK, words=said.ANCHORED, detail=detail)


def _over(story: Story) -> Iterator[MomentRow]:
    recorded, known = story.last("ParcelHandedOver"), packed.delivered(story)
    if recorded is not None:
        carrier = same(recorded.text("carrier"))
        yield MomentRow(at_us=recorded.wall_us, sign=Sign.NEXT, words=said.HANDED_OVER, detail=carrier)
    elif known is not None and known.handed_over_us is not None:
        carrier = LIST.filled(first=same(known.carrier), next=said.BOOK_ONLY) if known.carrier else said.BOOK_ONLY
        yield MomentRow(at_us=known.handed_over_us, sign=Sign.NEXT, words=said.HANDED_OVER, detail=carrier)
    if known is not None and known.last_news and known.last_news_us is not None:
        yield _news(story, known, known.last_news_us)


def _news(story: Story, known: Delivered, at_us: int) -> MomentRow:
    news = said.DELIVERED.filled(news=_words(NEWS, known.last_news))
    weights = packed.weights(story)
    detail, sign = said.CARRIER_FILE, Sign.BOX
    if weights.carrier is not None and weights.measured is not None:
        gap = f"{(weights.carrier - weights.measured) // 1000:+d} g".replace("-", "−")
        detail = said.CARRIER_WEIGHED.filled(weight=_kg(weights.carrier), gap=gap)
        odd = (
            weights.low is not None and weights.high is not None and not weights.low <= weights.carrier <= weights.high
        )
        sign = Sign.ATTENTION if odd else Sign.BOX
    elif weights.carrier is not None:
        detail = said.CARRIER_WEIGHED_ONLY.filled(weight=_kg(weights.carrier))
    return MomentRow(at_us=at_us, sign=sign, words=news, detail=detail)
