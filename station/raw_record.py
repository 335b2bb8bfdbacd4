"""What the ledger is told of a carrier's own label: the exact bytes before the first one leaves, and what became of it.

Nothing of packing is decided or folded here: a raw label is no parcel's seal.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from station.bench_ledger import open_ledger
from station.clock import Clock
from station.evidence.fact import Fact
from station.evidence.ledger import Ledger
from station.evidence.media import store
from station.home import Home
from station.owed_files import record
from station.settings import Settings

REQUESTED = "RawLabelRequested"
ENDED = "RawLabelEnded"
WRITER = "-"
"""Nobody is signed in at a terminal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawRecord:
    """One carrier's file for one printer; ``order_no`` ties it to that order's parcel."""

    home: Home
    settings: Settings
    clock: Clock
    printer: str
    mime: str
    order_no: str | None

    def requested(self, page: int, pages: int, data: bytes) -> str:
        """The job's name, once its bytes are on disk and named by an entry, or by a file for the running bench.

        Raises:
            Trouble: it could not be recorded, so it must not be sent.
        """
        now_us = self.clock.now().wall_us
        job = f"R{now_us:x}-{page}-{hashlib.sha256(data).hexdigest()[:12]}"
        medium = store(self.home.media, data, mime=self.mime, role="raw-label", at_ms=now_us // 1000)
        pub: dict[str, bool | int | str | None] = {"job": job, "page": page, "pages": pages, "printer": self.printer}
        self._record(Fact(kind=REQUESTED, pub=pub, media=(medium,)), now_us)
        return job

    def ended(self, job: str, state: str, cause: str) -> None:
        """``state`` is printed, unknown, or not_sent when not a byte has left."""
        fact = Fact(kind=ENDED, pub={"job": job, "state": state, "cause": cause})
        self._record(fact, self.clock.now().wall_us)

    def _record(self, fact: Fact, now_us: int) -> None:
        record(self.home, self._open, fact, order_no=self.order_no, at_us=now_us, by=WRITER)

    def _open(self) -> Ledger:
        return open_ledger(self.home, self.settings, self.clock)
