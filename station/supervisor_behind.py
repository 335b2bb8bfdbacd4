"""The pages behind the supervisor's figures: from what was asked to a table with words. Reads the order book only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from station.evidence.reason_words import REASONS as REPORTED
from station.evidence.reason_words import words as reported
from station.orders.orderbook import OrderBook
from station.reports.behind import Asked, Behind, behind, place_from, place_text
from station.reports.behind_lists import PAGE, Packed, entry, shipped, slowest, waiting
from station.reports.evidence_gaps import EvidenceRow, evidence_gaps
from station.reports.figure_period import local_time
from station.reports.hourly import services_of
from station.supervisor_house import House
from station.ui import supervisor_words as said
from station.ui.supervisor_board import Column, Drill, Line, Page
from station.ui.texts import REASONS
from station.ui.words import Words, begun, same

EVERY: Final = ("entries", "waiting", "slowest", "shipped", "shared", "gaps", "entry")
SECOND_US: Final = 1_000_000


class _Col(NamedTuple):
    name: str
    share: int
    right: bool = False


_ENTRIES = (
    _Col("time", 15),
    _Col("bench", 8),
    _Col("packer", 14),
    _Col("order", 25),
    _Col("entry", 15),
    _Col("reason", 23),
)
_WAITING = (_Col("order", 40), _Col("state", 20), _Col("bench", 15), _Col("due", 25))
_PACKED = (_Col("time", 20), _Col("bench", 10), _Col("packer", 20), _Col("order", 35), _Col("took", 15, True))
_GAPS = (
    _Col("bench", 12), _Col("photos_missing", 14, True), _Col("photos_waived", 14, True), _Col("video_gaps", 14, True),
    _Col("lacking", 14, True), _Col("exposed", 14, True), _Col("since", 18, True),
)  # fmt: skip
_WHOLE = (_Col("field", 25), _Col("value", 75))


def read_page(book: OrderBook, house: House, drill: Drill) -> Page:
    """
    Raises:
        Trouble: the book cannot be read, or the entry is gone.
    """
    names = {person.pseudonym: person.name for person in book.people().values()}
    match drill.what:
        case "waiting":
            return _waiting(book, house, drill)
        case "slowest" | "shipped":
            return _packed(book, house, drill, names)
        case "gaps":
            rows = evidence_gaps(book, from_us=drill.from_us, to_us=drill.to_us)
            return _page(drill, _GAPS, [_gap(row, house) for row in rows])
        case "entry":
            return _whole(book, house, drill, names)
        case _:
            return _entries(book, house, drill, names)


def _page(drill: Drill, columns: Sequence[_Col], lines: Sequence[Line], more: Drill | None = None) -> Page:
    heads = tuple(Column(head=said.COLUMNS[each.name], share=each.share, right=each.right) for each in columns)
    return Page(drill=drill, columns=heads, lines=tuple(lines), more=more)


def _time(at_us: int, house: House, form: str = "%m-%d %H:%M:%S") -> Words:
    return same(local_time(at_us, house.zone).strftime(form))


def _person(packer: str, names: dict[str, str]) -> Words:
    return said.NOBODY if packer in ("", "-") else same(names.get(packer) or packer)


def reason_words(reason: str) -> Words:
    """As the bench said it; where its sentence had a field that only the bench knew, as a report says it."""
    found = REASONS.get(reason)
    if found is not None and "{" not in found.zh:
        return Words(zh=found.zh, en=found.en)
    zh, en = reported(REPORTED, reason)
    return begun(Words(zh=zh, en=en))


def _entries(book: OrderBook, house: House, drill: Drill, names: dict[str, str]) -> Page:
    asked = Asked(
        figure=drill.figure,
        from_us=drill.from_us,
        to_us=drill.to_us,
        benches=drill.benches,
        packers=drill.packers,
        after=place_from(drill.place) if drill.place else None,
    )
    page = behind(book, asked)
    lines = [_entry_line(row, house, drill, names) for row in page.rows]
    after = None if page.next is None or page.next.after is None else page.next.after
    return _page(drill, _ENTRIES, lines, None if after is None else replace(drill, place=place_text(after)))


def _entry_line(row: Behind, house: House, drill: Drill, names: dict[str, str]) -> Line:
    cells = (
        _time(row.at_us, house),
        same(row.bench),
        _person(row.packer, names),
        same(row.order_no or ""),
        said.KINDS.get(row.kind, same(row.kind)),
        reason_words(row.reason) if row.reason else same(""),
    )
    return Line(cells=cells, into=_into(drill, row.bench, row.epoch, row.seq))


def _into(drill: Drill, bench: str, epoch: int, seq: int) -> Drill:
    place = place_text((0, bench, epoch, seq))
    return replace(drill, what="entry", title=(same(f"{bench} {epoch}/{seq}"),), place=place)


def _waiting(book: OrderBook, house: House, drill: Drill) -> Page:
    found = waiting(
        book,
        carrier=drill.figure,
        due_us=drill.from_us,
        routing=house.routing,
        carrier_of=house.carrier_of,
        skip=int(drill.place or 0),
    )
    lines = [
        Line(
            cells=(
                same(row.number),
                said.ORDER_STATES.get(row.state, same(row.state)),
                same(row.bench),
                _time(row.due_us, house, "%m-%d %H:%M"),
            )
        )
        for row in found[:PAGE]
    ]
    return _page(drill, _WAITING, lines, _further(drill, len(found)))


def _further(drill: Drill, found: int) -> Drill | None:
    return replace(drill, place=str(int(drill.place or 0) + PAGE)) if found > PAGE else None


def _packed(book: OrderBook, house: House, drill: Drill, names: dict[str, str]) -> Page:
    times = {"from_us": drill.from_us, "to_us": drill.to_us, "skip": int(drill.place or 0)}
    if drill.what == "slowest":
        found = slowest(book, order_class=drill.figure, **times)
    else:
        found = shipped(book, services=services_of(drill.figure, house.carrier_of), **times)
    lines = [_packed_line(row, house, drill, names) for row in found[:PAGE]]
    return _page(drill, _PACKED, lines, _further(drill, len(found)))


def _packed_line(row: Packed, house: House, drill: Drill, names: dict[str, str]) -> Line:
    took = "–" if row.took_us is None else f"{row.took_us / SECOND_US:,.0f}"
    cells = (_time(row.sealed_us, house), same(row.bench), _person(row.packer, names), same(row.order_no), same(took))
    return Line(cells=cells, into=_into(drill, row.bench, row.epoch, row.seq))


def _gap(row: EvidenceRow, house: House) -> Line:
    since = same("") if row.exposed_since_us is None else _time(row.exposed_since_us, house, "%m-%d %H:%M")
    exposed = same("–" if row.exposed is None else f"{row.exposed:,}")
    counts = (row.missing, row.waived, row.video_gaps, row.lacking)
    return Line(cells=(same(row.bench), *(same(f"{count:,}") for count in counts), exposed, since))


def _whole(book: OrderBook, house: House, drill: Drill, names: dict[str, str]) -> Page:
    _, bench, epoch, seq = place_from(drill.place)
    found = entry(book, bench=bench, epoch=epoch, seq=seq)
    head = (
        (said.COLUMNS["time"], _time(found.at_us, house, "%Y-%m-%d %H:%M:%S")),
        (said.COLUMNS["bench"], same(bench)),
        (said.COLUMNS["number"], same(f"{epoch}/{seq}")),
        (said.COLUMNS["entry"], said.KINDS.get(found.kind, same(found.kind))),
        (said.COLUMNS["packer"], _person(found.packer, names)),
        (said.COLUMNS["order"], same(found.order_no or "–")),
    )
    lines = [Line(cells=pair) for pair in head]
    lines += [Line(cells=(same(name), same(value))) for name, value in found.fields]
    return _page(drill, _WHOLE, lines)
