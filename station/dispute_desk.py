"""The order book's side of the dispute desk's window, on a thread of its own: it may wait on a network.

One thing at a time, in order; trouble is a sentence that is shown, never an exception.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from PySide6.QtCore import QObject, Signal, Slot

from station.clock import Clock
from station.errors import BookUnreachable, Trouble
from station.home import Home
from station.orders import disputes
from station.orders.deadline_rules import load_deadline_rules
from station.orders.dispute_facts import Shipped
from station.orders.dispute_kinds import DisputeKind, Proof, advice
from station.orders.dispute_money import hundredths
from station.orders.dispute_papers import measured, read_paper
from station.orders.dispute_search import FoundParcel, find, guesses
from station.orders.disputes import WORD_MAX, Dispute, Folder, Link, LinkKind, Notice, Outcome, Submission
from station.orders.masking import mask_name, mask_phone
from station.orders.opening import KeptBook, shop_names
from station.orders.shop_time import local_text, shop_time_us
from station.packing.deadlines import DeadlineRules, Week
from station.packing.working_time import stretches
from station.reports.channel_choice import channel_for
from station.reports.channel_file import load_channels
from station.settings import Settings, config_dir
from station.ui import dispute_words as said
from station.ui.dispute_case import Term
from station.ui.dispute_screen import Act, CaseRow, CheckRow, FolderView, LineRow, Mark, ParcelRow, WeightsRow
from station.ui.words import Words, named, same


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A form that was filled in."""

    act: Act
    dispute: int | None
    given: tuple[str, ...]


class DisputeDesk(QObject):
    """``looked`` brings rows, ``filled`` a ``FolderView``, ``found`` parcels, ``done`` what was done to which."""

    looked = Signal(object)
    filled = Signal(object)
    found = Signal(object)
    done = Signal(str, int, int)  # act, dispute, needed proofs that are missing
    failed = Signal(str)
    unreachable = Signal(str)

    def __init__(self, home: Home, settings: Settings, clock: Clock, *, who: str, personal: bool = False) -> None:
        super().__init__()
        self._home = home
        self._clock = clock
        self._who = who
        self._personal = personal
        self._kept = KeptBook(home, settings.bench.orderbook)

    @Slot(bool)
    def look(self, closed: bool) -> None:
        """All disputes, closed ones only if wanted."""
        self._attempt(lambda: self._look(closed=closed))

    @Slot(int)
    def read(self, dispute: int) -> None:
        self._attempt(lambda: self._read(dispute))

    @Slot(str)
    def search(self, text: str) -> None:
        self._attempt(lambda: self._search(text))

    @Slot(object)
    def act(self, asked: Asked) -> None:
        self._attempt(lambda: self._act(asked))

    @Slot()
    def finish(self) -> None:
        self._kept.close()

    def _attempt(self, act: Callable[[], None]) -> None:
        try:
            act()
        except BookUnreachable as trouble:
            self.unreachable.emit(trouble.sentence())
        except Trouble as trouble:
            self.failed.emit(trouble.sentence())

    def _rules(self) -> DeadlineRules:
        return load_deadline_rules(self._home, config_dir(), now_us=self._clock.now().wall_us)

    def _look(self, *, closed: bool) -> None:
        rules = self._rules()
        rows = disputes.disputes_of(self._kept.open(), rules, closed=closed)
        shops = self._shops()
        self.looked.emit(tuple(row_of(each, rules, shops) for each in rows))

    def _read(self, dispute: int) -> None:
        rules = self._rules()
        folder = disputes.folder_of(self._kept.open(), dispute, rules)
        self.filled.emit(folder_view(folder, rules, self._shops(), profile=self._profile(folder.dispute)))

    def _shops(self) -> Mapping[str, str]:
        return shop_names(self._home, config_dir())

    def _profile(self, dispute: Dispute) -> str:
        channels = load_channels(config_dir(), self._home)
        case = dispute.case
        return channel_for(channels, channel=dispute.channel, platform=case.platform, kind=dispute.kind)

    def _search(self, text: str) -> None:
        book, offset = self._kept.open(), self._rules().utc_offset_minutes
        answers = (find(book, wanted) for wanted in guesses(text, offset))
        parcels = next((answer for answer in answers if answer), ())
        self.found.emit(tuple(_parcel_row(each, offset, personal=self._personal) for each in parcels))

    def _act(self, asked: Asked) -> None:
        match asked.act:
            case Act.OPEN:
                dispute = self._open(*asked.given)
            case Act.ATTACH:
                dispute = self._attach(_number(asked), *asked.given)
            case Act.SUBMIT:
                dispute = self._submit(_number(asked), *asked.given)
            case Act.LINK:
                dispute = self._link(_number(asked), *asked.given)
            case Act.EXPORT:
                raise AssertionError("evidence is exported beside the desk")
            case Act.CLOSE:
                dispute = self._close(_number(asked), *asked.given)
            case _:
                assert_never(asked.act)
        folder = disputes.folder_of(self._kept.open(), dispute, self._rules())
        missing = sum(check.needed and not check.there for check in folder.checks)
        self.done.emit(asked.act.value, dispute, missing)

    def _open(self, order: str, kind: str, channel: str, due: str) -> int:
        now_us, offset = self._clock.now().wall_us, self._rules().utc_offset_minutes
        notice = Notice(
            order=order,
            kind=DisputeKind(kind),
            start_us=now_us,
            given_due_us=shop_time_us(due, "the answer's time", offset) if due else None,
            channel=channel[:WORD_MAX],
        )
        return disputes.open_dispute(self._kept.open(), notice, who=self._who, now_us=now_us)

    def _attach(self, dispute: int, proof: str, file: str) -> int:
        paper, now_us = read_paper(_path(file)), self._clock.now().wall_us
        disputes.attach(self._kept.open(), dispute, Proof(proof), paper, who=self._who, now_us=now_us)
        return dispute

    def _submit(self, dispute: int, channel: str, file: str) -> int:
        path = _path(file)
        sha256, size = measured(path)
        sent = Submission(
            channel=channel[:WORD_MAX],
            name=path.name[-WORD_MAX:],
            size=size,
            sha256=sha256,
            at_us=self._clock.now().wall_us,
            who=self._who,
        )
        disputes.submit(self._kept.open(), dispute, sent)
        return dispute

    def _link(self, dispute: int, kind: str, value: str) -> int:
        made = Link(kind=LinkKind(kind), value=value, at_us=self._clock.now().wall_us, who=self._who)
        disputes.link(self._kept.open(), dispute, made)
        return dispute

    def _close(self, dispute: int, outcome: str, paid_back: str) -> int:
        book, now_us = self._kept.open(), self._clock.now().wall_us
        disputes.close(book, dispute, Outcome(outcome), who=self._who, now_us=now_us, paid_back=hundredths(paid_back))
        return dispute


def _number(asked: Asked) -> int:
    assert asked.dispute is not None, "only a new dispute has no number"
    return asked.dispute


def _path(text: str) -> Path:
    """As typed, dragged from a folder, or copied with its quotation marks."""
    return Path(text.strip().strip("\"'").removeprefix("file://")).expanduser()


def row_of(dispute: Dispute, rules: DeadlineRules, shops: Mapping[str, str]) -> CaseRow:
    """``shops``: their names by their ids."""
    return CaseRow(
        id=dispute.id,
        order=dispute.case.order,
        kind=dispute.kind,
        channel=dispute.channel,
        shop=shops.get(dispute.case.shop) or dispute.case.shop,
        due_us=dispute.case.due_us,
        term=_term(dispute, rules),
        submitted=dispute.submitted_us is not None,
        outcome=dispute.outcome or "",
    )


def _term(dispute: Dispute, rules: DeadlineRules) -> Term:
    found, offset = dispute.case.deadline, rules.utc_offset_minutes
    if found is None:
        return Term(utc_offset_minutes=offset)
    return Term(
        stretches=stretches(found, rules.calendar, offset),
        working_days=found.rule.week is not Week.EVERY_DAY,
        utc_offset_minutes=offset,
    )


def folder_view(folder: Folder, rules: DeadlineRules, shops: Mapping[str, str], *, profile: str = "") -> FolderView:
    dispute, offset = folder.dispute, rules.utc_offset_minutes
    case, told, facts = dispute.case, advice(dispute.kind), dict(_facts(folder, offset))
    return FolderView(
        row=row_of(dispute, rules, shops),
        profile=profile,
        due=_local(case.due_us, offset),
        rule=named(case.deadline.rule.zh, case.deadline.rule.en) if case.deadline else said.NOTHING,
        reference=dispute.reference,
        money=_money(dispute.amount, dispute.currency),
        paid_back=_money(dispute.paid_back, dispute.currency),
        note=case.note,
        advice=said.NOTHING if told is None else Words(zh=told[0], en=told[1]),
        checks=tuple(
            CheckRow(
                words=Words(zh=check.zh, en=check.en),
                mark=Mark.THERE if check.there else Mark.MISSING if check.needed else Mark.HELPS,
                told=facts.get(check.proof, "") if check.there else "",
            )
            for check in folder.checks
        ),
        parcels=tuple(_weights(parcel, offset) for parcel in folder.parcels),
        papers=tuple(
            _line(said.PROOFS, paper.proof, f"{paper.id} · {paper.name}", paper.at_us, paper.who, offset)
            for paper in folder.papers
        ),
        sent=tuple(
            _line(said.PROFILES, sent.channel, f"{sent.name} SHA-256 {sent.sha256}", sent.at_us, sent.who, offset)
            for sent in folder.submissions
        ),
        links=tuple(
            _line(said.LINK_KINDS, link.kind, link.value, link.at_us, link.who, offset) for link in folder.links
        ),
    )


def _money(hundredths: int | None, currency: str) -> str:
    return "" if hundredths is None else f"{hundredths / 100:.2f} {currency}".strip()


def _facts(folder: Folder, offset: int) -> Iterator[tuple[Proof, str]]:
    """What a line of the checklist has, in so few letters that it fits beside it; of several parcels the last."""
    for parcel in folder.parcels:
        yield Proof.WEIGHTS, _kilograms(parcel.weight_mg)
        yield Proof.CARRIER_WEIGHT, _kilograms(parcel.carrier_weight_mg)
        yield Proof.SHIPMENT, _local(parcel.handed_over_us, offset)
        yield Proof.TRACKING, _local(parcel.last_news_us, offset)
        if parcel.last_news == "delivered":
            yield Proof.DELIVERY, _local(parcel.last_news_us, offset)
    for proof, count in Counter(paper.proof for paper in folder.papers).items():
        if count > 1:
            yield proof, f"× {count}"


def _kilograms(weight_mg: int | None) -> str:
    return "" if weight_mg is None else f"{weight_mg / 1_000_000:.3f} kg"


def _weights(parcel: Shipped, offset: int) -> WeightsRow:
    return WeightsRow(
        waybill=parcel.waybill,
        sealed=_local(parcel.sealed_us, offset),
        bench=parcel.bench,
        over=_local(parcel.handed_over_us, offset),
        expected_mg=parcel.expected_mg,
        bench_mg=parcel.weight_mg,
        carrier_mg=parcel.carrier_weight_mg,
        news=parcel.last_news,
    )


def _line(words: Mapping[str, Words], what: str, name: str, at_us: int, who: str, offset: int) -> LineRow:
    return LineRow(what=words.get(what, same(what)), name=name, at=_local(at_us, offset), who=who)


def _parcel_row(found: FoundParcel, offset: int, *, personal: bool) -> ParcelRow:
    return ParcelRow(
        order=found.order,
        waybill=found.waybill,
        packer=found.packer,
        bench=found.bench,
        sealed=_local(found.sealed_us, offset),
        state=found.state,
        name=found.name if personal else mask_name(found.name),
        phone=found.phone if personal else mask_phone(found.phone),
        dispute=found.disputes[0] if found.disputes else None,
    )


def _local(time_us: int | None, offset: int) -> str:
    """The shop's own time of day, without the year."""
    return "" if time_us is None else local_text(time_us, offset).split("-", 1)[1]
