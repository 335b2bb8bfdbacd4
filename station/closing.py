"""Closing a handover as its people do it: the sheet is drawn, the close is one transaction, the ledger learns of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from station.clock import Clock
from station.errors import Trouble
from station.handing import write_owed
from station.home import Home
from station.labels.handover_sheet import handover_pdf
from station.labels.picture_file import PictureFile
from station.orders.handover import Handover, close, look
from station.orders.handover_papers import PDF, Paper, PaperRole, Papers
from station.orders.orderbook import OrderBook
from station.orders.routes import load_carriers, load_services
from station.reports.handover_paper import sheet_of
from station.reports.speech import say_outside
from station.settings import Settings, config_dir, load


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What is said when the driver leaves; ``reasons`` by order number or waybill."""

    reasons: Mapping[str, str]
    who: str
    driver: str = ""
    signature: PictureFile | None = None
    photo: PictureFile | None = None


def close_handover(book: OrderBook, home: Home, handover_id: int, said: Closing, *, now_us: int) -> Handover:
    """The application must exist: the sheet is painted.

    Raises:
        Trouble: as ``handover.close``; nothing is changed then.
    """
    told = look(book, handover_id)
    papers = Papers() if told.closed_us is not None else _papers(home, told, said, now_us)
    return close(book, handover_id, said.reasons, who=said.who, driver=said.driver, papers=papers, now_us=now_us)


def record_close(book: OrderBook, home: Home, settings: Settings, clock: Clock) -> str:
    """The close into this home's ledger, if its bench does not run; what keeps it out, in a sentence."""
    try:
        write_owed(home, book, settings, clock)
    except Trouble as trouble:
        return f"the handover stands, but the ledger has no entry of it yet: {trouble.sentence()}"
    return ""


def _papers(home: Home, told: Handover, said: Closing, now_us: int) -> Papers:
    """The sheet as it will be once the handover is closed, with what the driver signed."""
    closed = replace(told, closed_us=now_us, closed_by=said.who, driver=said.driver.strip() or told.driver)
    services = {service.id: service for service in load_services(config_dir(), home.root)}
    signature = said.signature.data if said.signature else b""
    say = say_outside(load(home).label)
    sheet = sheet_of(closed, load_carriers(config_dir(), home.root), services, say, signature=signature)
    kept = [Paper(role=PaperRole.SHEET, mime=PDF, data=handover_pdf(sheet, say), at_us=now_us)]
    for role, picture in ((PaperRole.SIGNATURE, said.signature), (PaperRole.PHOTO, said.photo)):
        if picture is not None:
            kept.append(Paper(role=role, mime=picture.mime, data=picture.data, at_us=now_us))
    drawn = frozenset((parcel.order, parcel.waybill) for parcel in told.parcels)
    return Papers(kept=tuple(kept), drawn=drawn)
