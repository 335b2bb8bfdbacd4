"""A dispute's papers out of the order book, judged for who is named in them, as a package is made of. Reads only."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from sqlalchemy import Connection

from station.orders.dispute_kinds import Check
from station.orders.dispute_papers import paper_file, papers_of
from station.orders.dispute_strangers import strangers
from station.reports.channel_papers import CasePaper, paper_words


def case_papers(
    connection: Connection,
    dispute: int,
    order: str,
    checks: Collection[Check],
    *,
    left_out: Collection[int] = (),
    looked_at: Collection[int] = (),
) -> tuple[CasePaper, ...]:
    """``left_out`` by the clerk; ``looked_at``: they go in although others are named. The application must exist."""
    needed = {check.proof for check in checks if check.needed}
    found = []
    for known in papers_of(connection, dispute):
        file = paper_file(connection, known.id)
        if file is None or known.id in left_out:
            continue
        paper = CasePaper(id=known.id, proof=known.proof, mime=file.mime, data=file.data, needed=known.proof in needed)
        named = () if known.id in looked_at else strangers(connection, paper_words(paper), order)
        found.append(replace(paper, named=named))
    return tuple(found)
