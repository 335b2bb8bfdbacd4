"""``disputes``: what buyers, platforms and banks dispute, by the time that is left to answer."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from station import terminal
from station.errors import Trouble, UsageTrouble
from station.home import Home
from station.verbs.disputes import exporting, looking
from station.verbs.disputes.looking import deadline_rules

if TYPE_CHECKING:
    from station.orders.disputes import Dispute, Folder
    from station.packing.deadlines import DeadlineRules


def add(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    group = verbs.add_parser("disputes", parents=[common], help="what is disputed, and what answers it by when")
    acts = group.add_subparsers(title="acts", metavar="ACT", required=True)
    said = argparse.ArgumentParser(add_help=False)
    said.add_argument("--by", required=True, type=terminal.whole, metavar="WHO", help="badge or name of who does it")
    said.add_argument("--note", default="", type=terminal.whole, metavar="TEXT")
    _add_open(acts, common, said)
    listed = acts.add_parser("list", parents=[common], help="open ones, the least time left first")
    listed.add_argument("order", metavar="NO", nargs="?", default="", type=terminal.whole)
    listed.add_argument("--all", action="store_true", help="closed ones too")
    listed.set_defaults(run=_list)
    show = acts.add_parser("show", parents=[common], help="one, with its checklist and all that belongs to it")
    show.add_argument("id", type=terminal.number, metavar="ID")
    show.set_defaults(run=_show)
    paper = acts.add_parser("attach", parents=[common, said], help="a chat, an invoice, a certificate")
    paper.add_argument("id", type=terminal.number, metavar="ID")
    paper.add_argument("proof", metavar="PROOF", help="what it proves: correspondence, invoice, listing …")
    paper.add_argument("file", type=Path, metavar="FILE")
    paper.set_defaults(run=_attach)
    back = acts.add_parser("paper", parents=[common], help="an attached paper, as it was")
    back.add_argument("id", type=terminal.number, metavar="PAPER")
    back.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    back.set_defaults(run=_paper)
    exporting.add(acts, common)
    _add_ends(acts, common, said)
    looking.add(acts, common)


def _add_open(acts: Any, common: argparse.ArgumentParser, said: argparse.ArgumentParser) -> None:
    start = acts.add_parser("open", parents=[common, said], help="notice has come: the clock runs")
    start.add_argument("order", metavar="NO", type=terminal.whole)
    start.add_argument(
        "kind",
        metavar="KIND",
        help="not_received, not_as_described, short_or_wrong, damaged, stolen_card, chargeback, refund_asked",
    )
    start.add_argument("--at", metavar="TIME", help="when notice came, 2026-11-25T14:00, the shop's time; now without")
    start.add_argument("--due", metavar="TIME", help="the time the notice names; by the rules without")
    start.add_argument("--channel", default="", type=terminal.whole, metavar="C", help="who decides")
    start.add_argument("--reference", default="", type=terminal.whole, metavar="R", help="the channel's own number")
    start.add_argument("--amount", metavar="12.34", help="the money in dispute")
    start.add_argument("--currency", default="", type=terminal.whole, metavar="USD")
    start.set_defaults(run=_open)


def _add_ends(acts: Any, common: argparse.ArgumentParser, said: argparse.ArgumentParser) -> None:
    sent = acts.add_parser("submit", parents=[common, said], help="record which package was sent to whom")
    sent.add_argument("id", type=terminal.number, metavar="ID")
    sent.add_argument("file", type=Path, metavar="FILE", help="the very file that was sent")
    sent.add_argument("--to", default="", type=terminal.whole, metavar="CHANNEL", help="the dispute's own without")
    sent.set_defaults(run=_submit)
    linked = acts.add_parser("link", parents=[common, said], help="a re-shipment, a corrected address, a claim")
    linked.add_argument("id", type=terminal.number, metavar="ID")
    linked.add_argument("kind", metavar="KIND", help="reshipment, address_correction, carrier_claim")
    linked.add_argument("value", metavar="VALUE", type=terminal.whole, help="the new order, the address, the claim")
    linked.set_defaults(run=_link)
    end = acts.add_parser("close", parents=[common, said], help="how it ended")
    end.add_argument("id", type=terminal.number, metavar="ID")
    end.add_argument("outcome", metavar="OUTCOME", help="won, lost, settled, withdrawn")
    end.add_argument("--paid-back", metavar="12.34")
    end.set_defaults(run=_close)


def _one_of(said: str, known: Iterable[str], what: str) -> str:
    names = [str(each) for each in known]
    if said not in names:
        raise UsageTrouble(f"no {what} is called {said[:40]!r}; known: {', '.join(names)}")
    return said


def _open(args: argparse.Namespace, home: Home) -> int:
    from station.orders.dispute_kinds import DisputeKind
    from station.orders.dispute_money import currency, hundredths
    from station.orders.disputes import WORD_MAX, Notice, open_dispute
    from station.orders.shop_time import shop_time_us

    kind = DisputeKind(_one_of(args.kind, DisputeKind, "dispute"))
    if (args.amount is None) != (not args.currency):
        raise UsageTrouble("an amount needs its currency, and a currency its amount: --amount 12.34 --currency USD")
    rules, now_us = deadline_rules(home), terminal.now_us()
    notice = Notice(
        order=args.order,
        kind=kind,
        start_us=now_us if args.at is None else shop_time_us(args.at, "--at", rules.utc_offset_minutes),
        given_due_us=None if args.due is None else shop_time_us(args.due, "--due", rules.utc_offset_minutes),
        channel=args.channel[:WORD_MAX],
        reference=args.reference[:WORD_MAX],
        amount=hundredths(args.amount or ""),
        currency=currency(args.currency),
        note=args.note,
    )
    with terminal.caught_up(home) as book:
        dispute = open_dispute(book, notice, who=terminal.person(args.by, book), now_us=now_us)
    return _shown(args, home, dispute)


def _list(args: argparse.Namespace, home: Home) -> int:
    from station.orders.dispute_documents import dispute_document, dispute_line
    from station.orders.disputes import disputes_of

    rules, now_us = deadline_rules(home), terminal.now_us()
    with terminal.opened(home) as book:
        found = disputes_of(book, rules, order=args.order, closed=args.all)
    if args.json:
        documents = [dispute_document(each, rules.utc_offset_minutes, now_us) for each in found]
        print(json.dumps({"disputes": documents}, ensure_ascii=False))
        return 0
    for each in found:
        print(dispute_line(each, now_us))
    return 0


def _show(args: argparse.Namespace, home: Home) -> int:
    return _shown(args, home, args.id)


def _attach(args: argparse.Namespace, home: Home) -> int:
    from station.orders.dispute_kinds import ATTACHED, Proof
    from station.orders.dispute_papers import read_paper
    from station.orders.disputes import attach

    proof = Proof(_one_of(args.proof, ATTACHED, "proof to attach"))
    paper = read_paper(args.file)
    with terminal.opened(home) as book:
        who = terminal.person(args.by, book)
        attach(book, args.id, proof, paper, who=who, now_us=terminal.now_us(), note=args.note)
    return _shown(args, home, args.id)


def _paper(args: argparse.Namespace, home: Home) -> int:
    from station.orders.disputes import paper_file

    with terminal.opened(home) as book:
        paper = paper_file(book, args.id)
    try:
        args.output.write_bytes(paper.data)
    except OSError as error:
        remedy = "Name another file with -o."
        raise Trouble(f"the paper cannot be written: {error.strerror}", where=str(args.output), remedy=remedy) from None
    facts = {"file": str(args.output), "name": paper.name, "sha256": paper.sha256, "size": len(paper.data)}
    print(json.dumps(facts, ensure_ascii=False) if args.json else f"{args.output}: {paper.name}")
    return 0


def _submit(args: argparse.Namespace, home: Home) -> int:
    from station.orders.dispute_papers import measured
    from station.orders.disputes import WORD_MAX, Submission, folder_of, submit

    digest, size = measured(args.file)
    with terminal.caught_up(home) as book:
        dispute = folder_of(book, args.id, deadline_rules(home)).dispute
        sent = Submission(
            channel=(args.to or dispute_profile(dispute, home))[:WORD_MAX],
            name=args.file.name[-WORD_MAX:],
            size=size,
            sha256=digest,
            at_us=terminal.now_us(),
            who=terminal.person(args.by, book),
            note=args.note,
        )
        submit(book, args.id, sent)
        folder = folder_of(book, args.id, deadline_rules(home))
    if not folder.complete:
        missing = ", ".join(check.en for check in folder.checks if check.needed and not check.there)
        sys.stderr.write(f"sealbench: recorded; the records still lack: {missing}\n")
    return _shown(args, home, args.id)


def dispute_profile(dispute: Dispute, home: Home) -> str:
    """Its channel's name as somebody wrote it, else the profile's that its order's platform says."""
    from station.reports.channel_choice import channel_for
    from station.reports.channel_file import load_channels
    from station.settings import config_dir

    channels = load_channels(config_dir(), home)
    found = dispute.channel or channel_for(channels, channel="", platform=dispute.case.platform, kind=dispute.kind)
    if not found:
        raise UsageTrouble("nothing says to whom it was sent", remedy="Name the channel with --to.")
    return found


def _link(args: argparse.Namespace, home: Home) -> int:
    from station.orders.disputes import Link, LinkKind, link

    kind = LinkKind(_one_of(args.kind, LinkKind, "link"))
    with terminal.opened(home) as book:
        who = terminal.person(args.by, book)
        link(book, args.id, Link(kind=kind, value=args.value, at_us=terminal.now_us(), who=who, note=args.note))
    return _shown(args, home, args.id)


def _close(args: argparse.Namespace, home: Home) -> int:
    from station.orders.dispute_money import hundredths
    from station.orders.disputes import Outcome, close

    outcome = Outcome(_one_of(args.outcome, Outcome, "outcome"))
    with terminal.opened(home) as book:
        who = terminal.person(args.by, book)
        now_us = terminal.now_us()
        close(
            book, args.id, outcome, who=who, now_us=now_us, paid_back=hundredths(args.paid_back or ""), note=args.note
        )
    return _shown(args, home, args.id)


def _shown(args: argparse.Namespace, home: Home, dispute: int) -> int:
    from station.orders.disputes import folder_of

    rules = deadline_rules(home)
    with terminal.caught_up(home) as book:
        folder = folder_of(book, dispute, rules)
    _say(args, home, folder, rules)
    return 0


def _say(args: argparse.Namespace, home: Home, folder: Folder, rules: DeadlineRules) -> None:
    from station.orders.dispute_documents import folder_document, folder_lines
    from station.settings import load

    now_us = terminal.now_us()
    if args.json:
        print(json.dumps(folder_document(folder, rules.utc_offset_minutes, now_us), ensure_ascii=False))
        return
    for line in folder_lines(folder, load(home).bench.terminal_language, rules.utc_offset_minutes, now_us):
        print(line)
