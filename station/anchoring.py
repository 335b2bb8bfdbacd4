"""A bench's side of its witnesses: asks them through the order book for its newest checkpoint, and takes their word in.

Works in the order book's desk, beside the relay: a witness that is away holds up nothing. Nothing is signed or judged
here; what a witness says becomes an entry that the bench's own thread writes.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass

from station.clock import Clock
from station.cosigning import MACHINE_OF
from station.errors import LedgerForked
from station.evidence import merkle
from station.evidence.anchor_reading import is_recorded
from station.evidence.anchors import ANCHOR, COSIGNED, Cosignature, fact_of
from station.evidence.canonical import unb64
from station.evidence.checkpoint import Checkpoint
from station.evidence.keys import ENROLMENT, read_text
from station.evidence.ledger_reading import LedgerReader, StoredCheckpoint, open_reader
from station.evidence.ledger_start import NEW_EPOCH
from station.evidence.machine import machine_mark
from station.evidence.witness import cosigned, proof_text
from station.handing import OwedFact
from station.home import Home
from station.orders.orderbook import OrderBook
from station.orders.witnessing import Enrolled, Last, Request, Standing, ask, standing


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a bench shows a witness to be believed."""

    bench_key: str
    org_key: str
    enrolment: str


class Witnessing:
    """Called after every relay; gives the entries that witnesses' words are due."""

    def __init__(self, home: Home, log: str, clock: Clock) -> None:
        self._home = home
        self._log = log
        self._clock = clock
        self._machine = machine_mark(MACHINE_OF)
        self.known = False  # whether the book has a witness: then its word is awaited
        self.asked = False  # whether one has been asked for something and has not answered yet
        self._compared: set[tuple[str, int]] = set()  # roots that were found to be the ledger's own

    def __call__(self, book: OrderBook) -> tuple[OwedFact, ...]:
        """
        Raises:
            LedgerForked: a witness has cosigned another log of this name than this ledger.
            BookUnreachable: the next call tries again.
        """
        standings = standing(book, self._log)
        self.known = bool(standings)
        self.asked = any(one.asked is not None and not one.refused for one in standings)
        if not standings:
            return ()
        owed: list[OwedFact] = []
        with closing(open_reader(self._home.ledger_file)) as reader:
            for one in standings:
                self._compare(reader, one)
                owed += self._owed(reader, one.witness, one.last)
                request = self._request(reader, one)
                if request is not None:
                    self.asked = True
                    ask(book, request, now_us=self._clock.now().wall_us)
        return tuple(owed)

    def _compare(self, reader: LedgerReader, one: Standing) -> None:
        """Once for each root: the witness's word is a memory that the bench cannot put back from a copy."""
        seen = (one.last.root, one.last.size)
        if one.last.size == 0 or seen in self._compared:
            return
        size = reader.size
        if one.last.size > size:
            raise _forked(one, f"{one.last.size} entries of {self._log}, its ledger only {size}")
        if merkle.root_of(reader.nodes, one.last.size) != unb64(one.last.root):
            raise _forked(one, f"other entries of {self._log} than its ledger")
        self._compared = {seen}

    def _owed(self, reader: LedgerReader, witness: Enrolled, last: Last) -> list[OwedFact]:
        if last.size == 0:
            return []
        checkpoint = Checkpoint(self._log, last.size, unb64(last.root))
        try:
            said = cosigned(last.line, witness.key, checkpoint)
        except ValueError:
            return []  # somebody wrote into the book what no witness said
        if is_recorded(reader, COSIGNED, witness.name, last.size):
            return []
        anchor = Cosignature(
            by=witness.name,
            checkpoint=checkpoint,
            at_s=said.at_s,
            key=witness.key,
            line=last.line,
            same_machine=bool(self._machine) and witness.machine == self._machine,
        )
        return [OwedFact(key=(last.size, COSIGNED, witness.name), fact=fact_of(anchor), order_no=None)]

    def _request(self, reader: LedgerReader, one: Standing) -> Request | None:
        """For the newest checkpoint, when there is anything in it but anchors that the witness has not seen."""
        newest, seen = reader.latest_checkpoint(), one.last.size
        if newest is None or not _worth_asking(reader, newest, seen):
            return None
        if one.asked is not None and (one.asked.note, one.asked.old_size) == (newest.note, seen):
            return None
        path = merkle.consistency_path(reader.nodes, seen, newest.size) if seen else []
        shown = self._proposal()
        return Request(
            log=self._log,
            witness=one.witness.name,
            old_size=seen,
            note=newest.note,
            proof=tuple(proof_text(path)),
            bench_key=shown.bench_key,
            org_key=shown.org_key,
            enrolment=shown.enrolment,
        )

    def _proposal(self) -> Proposal:
        keys = self._home.keys
        return Proposal(
            bench_key=read_text(keys / "bench.vkey").strip(),
            org_key=read_text(keys / "org.vkey").strip(),
            enrolment=read_text(keys / ENROLMENT),
        )


def _worth_asking(reader: LedgerReader, newest: StoredCheckpoint, seen: int) -> bool:
    if newest.size <= seen:
        return False
    other = reader.first_other(ANCHOR, seen)
    return other is not None and other < newest.size


def _forked(one: Standing, what: str) -> LedgerForked:
    return LedgerForked(f"the witness {one.witness.name} knows {what}", remedy=NEW_EPOCH)
