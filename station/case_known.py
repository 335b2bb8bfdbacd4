"""What the order book knows of a parcel whose evidence goes out: what carriers said, its dispute and its papers."""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from station import terminal
from station.errors import Trouble, UsageTrouble
from station.home import Home

if TYPE_CHECKING:
    from station.evidence.story import Delivered
    from station.orders.disputes import Folder
    from station.orders.orderbook import OrderBook
    from station.reports.channel_papers import CasePaper


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the order book knows; ``delivered`` is None where there is none to ask."""

    delivered: tuple[Delivered, ...] | None = None
    folder: Folder | None = None
    papers: tuple[CasePaper, ...] = ()


def known_of(args: argparse.Namespace, home: Home) -> Known:
    """A dispute that was named must be there; all else is optional, and said when it is missing."""
    try:
        with terminal.opened(home) as book:
            folder = _folder(args, home, book)
            papers = _papers(args, book, folder) if folder is not None else ()
            return Known(delivered=_delivered(book, args.order), folder=folder, papers=papers)
    except UsageTrouble:
        raise
    except Trouble as trouble:
        if args.dispute is not None:
            raise
        sys.stderr.write(f"sealbench: the order book was not asked, nor what the carrier says: {trouble.sentence()}\n")
        return Known()


def _delivered(book: OrderBook, order_no: str) -> tuple[Delivered, ...]:
    from station.evidence.story import Delivered
    from station.orders.dispute_facts import parcels_of
    from station.orders.engine import reading

    with reading(book.engine) as connection:
        found = parcels_of(connection, order_no)
    return tuple(
        Delivered(
            order=one.order,
            waybill=one.waybill,
            carrier=one.carrier,
            handed_over_us=one.handed_over_us,
            carrier_weight_mg=one.carrier_weight_mg,
            last_news=one.last_news,
            last_news_us=one.last_news_us,
        )
        for one in found
    )


def _papers(args: argparse.Namespace, book: OrderBook, folder: Folder) -> tuple[CasePaper, ...]:
    from station.orders.engine import reading
    from station.reports.case_papers import case_papers

    known = {paper.id for paper in folder.papers}
    strange = [number for number in (*args.with_paper, *args.without_paper) if number not in known]
    if strange:
        raise UsageTrouble(
            f"dispute {folder.dispute.id} has no paper {strange[0]}",
            remedy=f"Its papers: sealbench disputes show {folder.dispute.id}.",
        )
    with reading(book.engine) as connection:
        return case_papers(
            connection,
            folder.dispute.id,
            args.order,
            folder.checks,
            left_out=args.without_paper,
            looked_at=args.with_paper,
        )


def _folder(args: argparse.Namespace, home: Home, book: OrderBook) -> Folder | None:
    from station.orders.deadline_rules import load_deadline_rules
    from station.orders.disputes import disputes_of, folder_of
    from station.settings import config_dir

    rules = load_deadline_rules(home, config_dir(), now_us=terminal.now_us())
    if args.dispute is None:
        opened = disputes_of(book, rules, order=args.order)
        return folder_of(book, opened[0].id, rules) if opened else None
    folder = folder_of(book, args.dispute, rules)
    if folder.dispute.case.order != args.order:
        raise UsageTrouble(
            f"dispute {args.dispute} is about order {folder.dispute.case.order}, not {args.order}",
            remedy="Look with: sealbench disputes list.",
        )
    return folder
