"""From the order book's figures to the supervisor's board: one look, with names, words and what stands out.

No figure is made here that a report does not make; what is written beside the figures is chosen here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from typing import Final

from station.orders.bench_states import BenchNow, benches_now, device_kinds
from station.orders.figure_names import Name
from station.orders.figuring import catch_up
from station.orders.orderbook import OrderBook
from station.orders.turns import standing_first
from station.packing.cut_offs import SLOWER_PERCENT, Act, CutOff
from station.packing.inputs import DeviceKind
from station.reports.cut_off_forecast import CutOffForecast, cut_off_forecast
from station.reports.evidence_gaps import EvidenceRow, evidence_gaps
from station.reports.figure_period import FigurePeriod, day_of, local_time, shift_of, week_of
from station.reports.hourly import HOUR_US, any_sealed, sealed_between
from station.reports.saves import Saves, saves_of
from station.reports.steps import ClassTime, class_times_of
from station.reports.throughput import By, Figures, Throughput, throughput
from station.supervisor_hours import by_carrier, by_hour
from station.supervisor_house import MINUTE_US, House, Look, speed_of
from station.supervisor_mending import why_first
from station.ui import relay_words
from station.ui import supervisor_act_words as acting
from station.ui import supervisor_words as said
from station.ui.supervisor_board import (
    Against,
    Bar,
    BenchLine,
    Board,
    Cell,
    CutOffLine,
    Group,
    Health,
    Period,
    Query,
    Row,
    Speed,
    Stack,
    Totals,
)
from station.ui.words import Words, named, same

EXPOSED_US: Final = 24 * HOUR_US
"""Entries that no witness has seen for a day are a gap; the newest are always on their way."""
_DEVICES = (DeviceKind.SCANNER, DeviceKind.PRINTER, DeviceKind.SCALE, DeviceKind.CAMERA)
_DAYS_BACK: Final[Mapping[tuple[Period, Against], int]] = {
    (Period.TODAY, Against.BEFORE): 1,
    (Period.TODAY, Against.WEEK): 7,
    (Period.SHIFT, Against.BEFORE): 1,
    (Period.SHIFT, Against.WEEK): 7,
    (Period.WEEK, Against.BEFORE): 7,
    (Period.WEEK, Against.WEEK): 28,
}
"""A shift stands beside the same shift of another day; a week beside the week before, or four before."""


def read_board(book: OrderBook, house: House, query: Query, *, now_us: int) -> Board:
    """
    Raises:
        Trouble: the book cannot be read, or holds more than can be told.
    """
    catch_up(book.engine)
    names = {person.pseudonym: person.name for person in book.people().values()}
    period = _period(query, house, now_us)
    look = Look(book=book, house=house, query=query, now_us=now_us, period=period, names=names)
    benches = throughput(book, from_us=look.from_us, to_us=look.to_us, by=By.BENCH)
    states = benches_now(book)
    slack_us = house.rules.slack_minutes * MINUTE_US
    forecast = cut_off_forecast(
        book, now_us=now_us, routing=house.routing, carrier_of=house.carrier_of, slack_us=slack_us
    )
    slots, rows = by_hour(look, benches, states)
    then, first = _then(look), standing_first(book)
    board = Board(
        query=query,
        from_us=look.from_us,
        to_us=look.to_us,
        at_us=now_us,
        title=period_words(query, period, now_us, house.zone),
        totals=_totals(look, benches, forecast),
        slots=slots,
        rows=rows,
        cut_offs=tuple(_cut_off(row, forecast, look, first) for row in forecast.rows),
        saves=_saves(saves := saves_of(book, from_us=look.from_us, to_us=look.to_us, costs=house.rules.costs)),
        saves_worth=_worth(saves),
        signs=_signs(benches.total),
        stacks=tuple(map(_stack, class_times_of(book, from_us=look.from_us, to_us=look.to_us, rules=house.rules))),
        kinds=(kinds := _kinds(states)),
        benches=_bench_lines(look, states, kinds),
        slack_wanted_us=slack_us,
        ranking=_ranking(look),
        begun=benches.total.parcels > 0 or any_sealed(book),
    )
    return board if then is None else _beside(board, look, then)


def _ranking(look: Look) -> Words | None:
    """Who allowed it, or that the rule file does; None where this house does not rank."""
    if not look.house.rules.ranking:
        return None
    switched = look.house.switched
    if switched is None or not switched.allow:
        return acting.RANKING_IN_FILE
    time = f"{local_time(switched.at_us, look.house.zone):%Y-%m-%d %H:%M}"
    return acting.RANKING_BY.filled(who=same(look.names.get(switched.who, switched.who)), time=time)


def _period(query: Query, house: House, now_us: int) -> FigurePeriod:
    now = local_time(now_us, house.zone)
    match query.period:
        case Period.TODAY:
            return day_of(now, query.back)
        case Period.SHIFT:
            return shift_of(now, query.back, house.rules)
        case Period.WEEK:
            return week_of(now, query.back)


def period_words(query: Query, period: FigurePeriod, now_us: int, zone: tzinfo | None) -> Words:
    start = period.start
    year = local_time(now_us, zone).year
    day = _day(start, year)
    match query.period:
        case Period.SHIFT if period.shift is not None:
            name = named(period.shift.zh, period.shift.en)
            hours = {"from_hour": f"{start:%H:%M}", "to_hour": f"{period.end:%H:%M}"}
            return said.A_SHIFT.filled(day=day, shift=name, **hours)
        case Period.WEEK:
            last = period.end - timedelta(days=1)
            return said.A_WEEK.filled(first=day, last=_day(last, year))
        case _:
            today = start.date() == local_time(now_us, zone).date()
            return said.THIS_DAY.filled(day=day) if today else said.A_DAY.filled(day=day)


def _day(at: datetime, this_year: int) -> Words:
    if at.year == this_year:
        return said.MONTH_DAY.filled(month=f"{at:%m}", day=f"{at:%d}")
    return said.DATED.filled(year=f"{at:%Y}", month=f"{at:%m}", day=f"{at:%d}")


# Cards


def all_benches(report: Throughput) -> Speed:
    """Each bench at its own pace: what the floor makes in an hour in which all of them pack."""
    paces = [figures.pace for _, figures in report.rows if figures.parcels]
    parcels = sum(pace.parcels_per_hour or 0.0 for pace in paces)
    lines = sum(pace.lines_per_hour or 0.0 for pace in paces)
    return speed_of(report.total, parcels or None, lines or None)


def _totals(look: Look, report: Throughput, forecast: CutOffForecast) -> Totals:
    total = report.total
    present = look.query.back == 0
    last_hour = sealed_between(look.book, from_us=look.now_us - HOUR_US, to_us=look.now_us) if present else None
    return Totals(
        speed=all_benches(report),
        left=sum(row.left for row in forecast.rows) if present else None,
        last_hour=last_hour,
        lines_per_parcel=total.lines / total.parcels if total.parcels else None,
        target=look.house.rules.first_pass_percent,
    )


# Two periods


def _then(look: Look) -> FigurePeriod | None:
    against = look.query.against
    return None if against is None else look.period.earlier(_DAYS_BACK[look.query.period, against])


def _beside(board: Board, look: Look, then: FigurePeriod) -> Board:
    """Rows of both, by name: a bench that packed only then has its row too."""
    before = replace(look, period=then)
    report = throughput(look.book, from_us=before.from_us, to_us=before.to_us, by=By.BENCH)
    if look.query.group is Group.CARRIER:
        speeds = {row.key: row.speed for row in by_carrier(before)[1]}
    elif look.query.group is Group.PACKER:
        packed = throughput(look.book, from_us=before.from_us, to_us=before.to_us, by=By.PACKER)
        speeds = {key: speed_of(figures) for key, figures in packed.rows}
    else:
        speeds = {key: speed_of(figures) for key, figures in report.rows}
    rows = {row.key: replace(row, then=speeds.get(row.key)) for row in board.rows}
    for key in speeds.keys() - rows.keys():
        cells = tuple(Cell(parcels=None) for _ in board.slots)
        rows[key] = Row(key=key, names=(), cells=cells, speed=Speed(parcels=0), then=speeds[key])
    title = period_words(replace(look.query, back=max(1, look.query.back)), then, look.now_us, look.house.zone)
    return replace(
        board,
        then_title=title,
        rows=tuple(rows[key] for key in sorted(rows)),
        totals=replace(board.totals, then=all_benches(report)),
    )


# Cut-offs


def _cut_off(row: CutOff, forecast: CutOffForecast, look: Look, first: Mapping[str, int]) -> CutOffLine:
    pace, begin_us = forecast.parcels_per_hour, None
    if pace and row.done_us is not None:
        begin_us = max(look.now_us, row.done_us - round(row.left / pace * HOUR_US))
    name = look.house.carrier_words(row.carrier)
    return CutOffLine(
        carrier=row.carrier,
        name=name,
        left=row.left,
        due_us=row.due_us,
        begin_us=begin_us,
        done_us=row.done_us,
        misses=row.misses,
        misses_if_slower=row.misses_if_slower,
        slower_percent=SLOWER_PERCENT,
        mend=_mend(row, name),
        reassigns=row.mend.act is Act.FIRST,
        first=first.get(why_first(row.carrier, row.due_us, look.house), 0),
    )


def _mend(row: CutOff, carrier: Words) -> Words | None:
    mend = row.mend
    benches, slack = ", ".join(mend.benches), _span(mend.slack_us or 0)
    match mend.act:
        case Act.NONE:
            return None
        case Act.FIRST if not mend.benches:
            return said.FIRST_ALL.filled(slack=slack)
        case Act.FIRST:
            return said.FIRST.filled(benches=benches, carrier=carrier, slack=slack)
        case Act.BENCHES:
            return said.JOIN.filled(benches=benches, slack=slack)
        case Act.PACE:
            return said.FASTER.filled(pace=f"{mend.pace_told:,.1f}")
        case Act.LATE:
            return said.LATE.filled(carrier=carrier)


def _span(us: int) -> str:
    minutes = abs(us) // MINUTE_US
    return f"{'−' if us < 0 else ''}{minutes // 60}:{minutes % 60:02}"


# Saves, steps, devices


def _saves(saves: Saves) -> tuple[Bar, ...]:
    if not saves.parcels and not saves.count:
        return ()
    return tuple(
        Bar(
            figure=f"saved.{row.save}",
            name=said.SAVE_NAMES[row.save],
            count=row.count,
            most_at=row.most_at,
            cost=row.cost,
            currency=saves.currency,
        )
        for row in saves.rows
    )


def _worth(saves: Saves) -> Words | None:
    return said.WORTH.filled(currency=saves.currency, amount=f"{saves.cost:,.0f}") if saves.cost else None


def _signs(total: Figures) -> tuple[Bar, ...]:
    counts = ((name, total.counts.get(Name(name), 0)) for name in said.SIGN_NAMES)
    return tuple(Bar(figure=name, name=said.SIGN_NAMES[name], count=count) for name, count in counts if count)


def _stack(time: ClassTime) -> Stack:
    return Stack(
        order_class=time.order_class.value,
        name=said.CLASSES[time.order_class],
        steps_s=tuple((said.STEPS[step], seconds) for step, seconds in time.steps_s.items()),
        took_s=time.took_s,
        expected_s=None if time.expected is None else time.expected.seconds,
        first_pass=time.clean_share * 100,
        waits_at=time.waits_at,
    )


def _kinds(states: Sequence[BenchNow]) -> tuple[str, ...]:
    seen = device_kinds(states)
    return tuple(kind.value for kind in _DEVICES if kind.value in seen)


def _bench_lines(look: Look, states: Sequence[BenchNow], kinds: Sequence[str]) -> tuple[BenchLine, ...]:
    gaps = {row.bench: row for row in evidence_gaps(look.book, from_us=look.from_us, to_us=look.to_us)}
    return tuple(
        BenchLine(
            bench=state.bench,
            devices=tuple(_health(state, kind) for kind in kinds),
            gaps=_relay_word(state) or _gap(gaps.get(state.bench), look.now_us),
            silent=_silent(state, look.now_us),
        )
        for state in states
    )


def _silent(state: BenchNow, now_us: int) -> Words | None:
    if not state.silent(now_us):
        return None
    return said.SILENT.filled(span=_span(now_us - max(state.seen_us or 0, state.told_us)))


def _health(state: BenchNow, kind: str) -> Health | None:
    mine = [device for device in state.devices if device.kind == kind]
    lost = next((device for device in mine if not device.up), None)
    if lost is not None:
        return Health(word=said.DEVICE_WORDS.get(lost.word, said.GONE))
    return Health() if mine else None


def _relay_word(state: BenchNow) -> Words | None:
    relay = state.relay
    return relay_words.in_cell(relay.waiting, aside=relay.aside, forked=bool(relay.forked))


def _gap(row: EvidenceRow | None, now_us: int) -> Words | None:
    """The first of what is missing; the table behind has all."""
    if row is None:
        return None
    told = (
        (said.GAP_ENTRIES, row.lacking),
        (said.GAP_PHOTOS, row.missing + row.waived),
        (said.GAP_VIDEO, row.video_gaps),
        (said.EXPOSED, row.exposed or 0 if now_us - (row.exposed_since_us or now_us) > EXPOSED_US else 0),
    )
    return next((template.filled(n=count) for template, count in told if count), None)
