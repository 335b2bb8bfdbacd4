"""A carrier's batch file from the order book to disk: columns, parcels, the file, and the record that it was written.

The sheet and the file's properties carry the template's own name, so that two carriers' files cannot be confused (G7).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from station.home import Home
from station.orders.batch_template import BatchTemplate, learn, refuse_other_service, remember, template_for
from station.orders.carrier_batches import KeptBack, record, untold
from station.orders.orderbook import OrderBook
from station.orders.upload import row_of
from station.packing.routing import Routing, Service
from station.reports.table import save, write_file, write_xlsx


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a person asks for: whose file, where it goes, what the columns are."""

    service: Service
    out: Path
    template: Path | None = None
    maps: tuple[str, ...] = ()
    again: bool = False
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """``batch`` is None when there was nothing to tell; the file has its columns all the same."""

    batch: int | None
    name: str
    parcels: int
    without_number: int
    told: int
    unfilled: tuple[str, ...]
    kept_back: tuple[KeptBack, ...] = ()


def write_batch(book: OrderBook, home: Home, config: Path, routing: Routing, asked: Asked, *, now_us: int) -> Written:
    """Write the batch, then record it: a file that could not be written was told to nobody.

    Raises:
        Trouble: the template or the file is another service's, or cannot be read or written.
    """
    refuse_other_service(asked.out, asked.service, routing)
    template = _template(home, config, asked)
    found = untold(book, asked.service, routing, template=template.name, again=asked.again, now_us=now_us)
    _write(asked.out, template, [row_of(parcel, template.fields) for parcel in found.parcels])
    batch = None
    if found.parcels:
        batch = record(book, asked.service.id, found.parcels, file=asked.out.name, who=asked.who, now_us=now_us)
    if asked.template is not None or asked.maps:
        remember(home, asked.service.id, template)
    return Written(
        batch=batch,
        name=template.name,
        parcels=len(found.parcels),
        without_number=sum(not parcel.waybill for parcel in found.parcels),
        told=found.told,
        unfilled=template.unfilled,
        kept_back=found.kept_back,
    )


def _template(home: Home, config: Path, asked: Asked) -> BatchTemplate:
    if asked.template is None:
        return template_for(home, config, asked.service, maps=asked.maps)
    return learn(home, config, asked.service, asked.template, maps=asked.maps)


def _write(out: Path, template: BatchTemplate, rows: Sequence[Sequence[str]]) -> None:
    """What stood above the template's header row stays there: carriers' programs count rows."""
    above: list[Sequence[str]] = [*template.above, template.headers]
    first, *rest = [*above, *rows]
    if out.suffix.lower() == ".xlsx":
        save(out, write_xlsx(first, rest, title=template.name))
    else:
        write_file(out, first, rest)
