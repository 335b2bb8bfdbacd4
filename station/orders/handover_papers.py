"""What proves a handover beside its scans: the sheet, the driver's signature, a photo; and which benches owe an entry.

Kept as bytes in the order book, because one desk closes a handover and every bench that sealed a parcel of it writes
the proof into its own ledger. Pictures are checked before they come here. Whoever calls a private function has the
transaction; a public function that takes the book is one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, insert, select

from station.errors import Trouble
from station.orders.awaiting import SealedParcel
from station.orders.engine import reading
from station.orders.handover_tables import handover_owed, handover_papers
from station.orders.orderbook import OrderBook

PAPER_MAX = 10 * 2**20
"""Bytes of a picture: a photo as telephones take them. A sheet is as long as its parcels are many."""

PDF, PNG, JPEG = "application/pdf", "image/png", "image/jpeg"


class PaperRole(StrEnum):
    SHEET = "sheet"
    SIGNATURE = "signature"
    PHOTO = "photo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    role: PaperRole
    mime: str
    data: bytes
    at_us: int

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """``drawn`` are order and waybill of each parcel on the sheet: it must be what is handed over."""

    kept: tuple[Paper, ...] = ()
    drawn: frozenset[tuple[str, str]] | None = None


NO_PAPERS = Papers()


def keep(connection: Connection, handover_id: int, papers: Papers, parcels: Iterable[SealedParcel]) -> None:
    """Raises ``Trouble`` when the sheet shows other parcels than the handover has by now."""
    now = frozenset((parcel.order, parcel.waybill) for parcel in parcels)
    if papers.drawn is not None and papers.drawn != now:
        raise Trouble(
            "a parcel was scanned while the sheet was made", where=f"handover {handover_id}", remedy="Close again."
        )
    for paper in papers.kept:
        assert paper.role is PaperRole.SHEET or len(paper.data) <= PAPER_MAX, "a picture is checked before"
        row = {"handover_id": handover_id, "role": paper.role, "sha256": paper.sha256, "mime": paper.mime}
        row |= {"size": len(paper.data), "at_us": paper.at_us, "data": paper.data}
        connection.execute(insert(handover_papers).values(row))


def owe_entries(connection: Connection, handover_id: int, parcels: Iterable[SealedParcel]) -> None:
    """Each bench owes an entry for each parcel it sealed, and one for the handover as a whole."""
    found = tuple(parcels)
    keys = {(parcel.bench, str(parcel.order), parcel.waybill) for parcel in found}
    keys |= {(parcel.bench, "", "") for parcel in found}
    rows = [
        {"bench": bench, "handover_id": handover_id, "order_no": order, "waybill": waybill}
        for bench, order, waybill in sorted(keys)
    ]
    if rows:
        connection.execute(insert(handover_owed), rows)


def papers_of(book: OrderBook, handover_id: int) -> tuple[Paper, ...]:
    """With their bytes; sheet first."""
    with reading(book.engine) as connection:
        return read_papers(connection, handover_id)


def read_papers(connection: Connection, handover_id: int) -> tuple[Paper, ...]:
    rows = connection.execute(select(handover_papers).where(handover_papers.c.handover_id == handover_id))
    kept = {
        row.role: Paper(role=PaperRole(row.role), mime=row.mime, data=bytes(row.data), at_us=row.at_us) for row in rows
    }
    return tuple(kept[role] for role in PaperRole if role in kept)
