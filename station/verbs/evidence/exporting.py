"""``evidence export``: the whole bundle, or the files one channel takes, and what is missing before either is sent.

The order book is asked for what carriers said and for the dispute; without one the ledger alone tells the parcel.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from station import terminal
from station.case_known import Known, known_of
from station.errors import Trouble, UsageTrouble
from station.home import Home

if TYPE_CHECKING:
    from station.reports.channel_file import Channel
    from station.reports.channel_room import Pack, PackedPaper

AUTO = "auto"


def add(acts: Any, common: argparse.ArgumentParser) -> None:
    export = acts.add_parser("export", parents=[common], help="one order's evidence as a ZIP, or as a channel takes it")
    export.add_argument("order", metavar="NO")
    export.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.zip|FOLDER")
    export.add_argument(
        "--with-papers", action="store_true", help="the handover's sheet and photo too, which show other orders"
    )
    export.add_argument(
        "--from", type=Path, dest="bench_home", metavar="DIR", help="a dead bench's home; this home's exporter signs"
    )
    export.add_argument(
        "--profile",
        default="",
        metavar="P",
        help="auto: as the dispute's channel takes it; paypal, ebay-images, mastercard-pdf, stripe, wechat, antom, "
        "aliexpress, alibaba, taobao, court",
    )
    export.add_argument(
        "--dispute", type=terminal.number, metavar="ID", help="whose checklist and papers; the open one without"
    )
    add_choices(export)
    export.set_defaults(run=export_evidence)


def add_choices(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--unpacked", action="store_true", help="a ZIP's files in a folder beside it too, to upload them"
    )
    for option, told in (
        ("--without-paper", "a paper of the dispute that stays out; may be repeated"),
        ("--with-paper", "one that names others and that you have looked at; may be repeated"),
    ):
        parser.add_argument(option, type=terminal.number, action="append", default=[], metavar="PAPER", help=told)


def export_evidence(args: argparse.Namespace, home: Home) -> int:
    from station.elsewhere import named, parts_elsewhere, sentences
    from station.labels.screenless import ensure_application
    from station.media_store.bringing import bring_missing
    from station.reports.channel_file import Make, load_channel
    from station.settings import config_dir

    if args.profile not in ("", AUTO):
        load_channel(args.profile, config_dir(), home)  # a wrong name is said before anything else is done
    bench = Home(args.bench_home) if args.bench_home else home
    _write_owed(home)
    application = ensure_application()
    known = known_of(args, home)
    profile = _profile(args, home, known)
    channel = load_channel(profile, config_dir(), home) if profile else None
    for line in _before(channel, known):
        sys.stderr.write(f"sealbench: {line}\n")
    if trouble := bring_missing(bench, args.order):
        sys.stderr.write(f"sealbench: {trouble}\n")
    parts = parts_elsewhere(home, bench, args.order)
    with named(bench, args.order, parts):
        if channel is None or Make.BUNDLE in channel.makes:
            _bundle(args, home, bench, known, sentences(parts, args.order))
        else:
            _pack(args, bench, profile, channel, known)
            sys.stderr.writelines(f"sealbench: {words}\n" for words in sentences(parts, args.order))
    del application
    return 0


def _profile(args: argparse.Namespace, home: Home, known: Known) -> str:
    """The one that was named, or the dispute's own; empty for the whole bundle."""
    from station.reports.channel_choice import channel_for
    from station.reports.channel_file import load_channels
    from station.settings import config_dir

    if args.profile != AUTO:
        return str(args.profile)
    if known.folder is None:
        raise UsageTrouble("no dispute says which channel it is", remedy="Name one with --profile, or --dispute ID.")
    dispute = known.folder.dispute
    channels = load_channels(config_dir(), home)
    found = channel_for(channels, channel=dispute.channel, platform=dispute.case.platform, kind=dispute.kind)
    said = found or f"the whole bundle: no profile is known for {dispute.channel or 'it'}"
    sys.stderr.write(f"sealbench: dispute {dispute.id} goes as {said}; --profile names another\n")
    return found


def _bundle(args: argparse.Namespace, home: Home, bench: Home, known: Known, elsewhere: tuple[str, ...]) -> None:
    from station.devices.cameras.stills import stills
    from station.evidence.bundle import export
    from station.labels.pages import html_pdf

    done = export(
        bench,
        args.order,
        args.output,
        make_pdf=html_pdf,
        with_papers=args.with_papers,
        office=home,
        take_stills=stills,
        delivered=known.delivered,
        elsewhere=elsewhere,
    )
    facts = {
        "file": str(done.path),
        "order": done.order_no,
        "log": done.log,
        "entries": done.entries,
        "sealed": done.sealed,
        "size": done.size,
        "remarks": list(done.remarks),
        **_checklist(known),
    }
    state = "sealed" if done.sealed else "not sealed yet"
    lines = [f"{done.path}: {done.entries} entries of order {done.order_no}, {state}", *done.remarks]
    if known.papers:
        beside = _papers_beside(args.output, known)
        facts |= {"papers": [_paper_facts(paper) for paper in beside.papers], "papers_file": str(_beside(args.output))}
        lines += [f"{_beside(args.output)}: the dispute's papers", *_paper_lines(beside)]
    terminal.answer(args, facts, "\n".join(lines))


def _beside(output: Path) -> Path:
    return output.with_name(f"{output.stem}-papers.zip")


def _papers_beside(output: Path, known: Known) -> Pack:
    """A court wants originals: papers go beside the bundle, which has a form of its own, byte for byte."""
    from station.reports.channel_output import write_pack
    from station.reports.channel_papers import originals

    pack = originals(known.papers)
    if pack.files:
        write_pack(_beside(output), pack)
    return pack


def _pack(args: argparse.Namespace, bench: Home, profile: str, channel: Channel, known: Known) -> None:
    from station.devices.cameras.stills import stills
    from station.evidence.bundle import read_case
    from station.reports.channel_output import write_pack
    from station.reports.channel_pack import make_pack

    if args.with_papers:
        raise UsageTrouble("a channel is shown no other orders", remedy="--with-papers goes with the whole bundle.")
    case = read_case(bench, args.order, take_stills=stills, delivered=known.delivered)
    pack = make_pack(channel, case.story, case.pictures, known.papers)
    write_pack(args.output, pack)
    if args.unpacked and args.output.suffix.lower() == ".zip":
        write_pack(args.output.with_suffix(""), pack)
    unconfirmed = [name for name, figure in channel.limits() if not figure.confirmed]
    facts = {
        "profile": profile,
        "order": case.story.order_no,
        "output": str(args.output),
        "files": [{"file": file.name, "size": len(file.data), "pages": file.pages} for file in pack.files],
        "left_out": list(pack.left_out),
        "unconfirmed": unconfirmed,
        "one_submission": channel.takes_one_submission,
        "papers": [_paper_facts(paper) for paper in pack.papers],
        **_checklist(known, pack),
    }
    terminal.answer(args, facts, "\n".join(_told(args, channel, pack, unconfirmed)))


def _told(args: argparse.Namespace, channel: Channel, pack: Pack, unconfirmed: list[str]) -> list[str]:
    lines = [f"{args.output}: {len(pack.files)} files for {channel.en}"]
    for file in pack.files:
        pages = f", {file.pages} pages" if file.pages else ""
        lines.append(f"  {file.name}  {_size(len(file.data))}{pages}")
    lines += [f"  {sentence}" for sentence in pack.left_out]
    lines += _paper_lines(pack)
    if unconfirmed:
        names = ", ".join(name.replace("_", " ") for name in unconfirmed)
        lines.append(f"  not confirmed, compare with the channel's own page: {names}")
    return lines


def _paper_facts(paper: PackedPaper) -> dict[str, object]:
    files = list(paper.files)
    return {"id": paper.id, "proof": paper.proof, "files": files, "why": paper.why, "searched": paper.searched}


def _paper_lines(pack: Pack) -> list[str]:
    """What became of each paper, and which a person must look at."""
    lines = []
    for paper in pack.papers:
        what = f"paper {paper.id}, {paper.proof.replace('_', ' ')}"
        lines.append(f"  {what}: {', '.join(paper.files)}" if paper.files else f"  {what} STAYS OUT: {paper.why}")
    unread = [str(paper.id) for paper in pack.papers if paper.files and not paper.searched]
    if unread:
        lines.append(f"  look at paper {', '.join(unread)}: no program can tell whom a picture shows or names")
    return lines


def _size(size: int) -> str:
    return f"{size} bytes" if size < 10_000 else f"{size // 1000} kB"


def _before(channel: Channel | None, known: Known) -> list[str]:
    """What to look at before anything is sent."""
    lines: list[str] = []
    folder = known.folder
    if folder is not None:
        lines.append(f"dispute {folder.dispute.id}, {folder.dispute.kind.replace('_', ' ')}:")
        lines += [f"  {_state(check.needed, check.there):8}{check.zh} {check.en}" for check in folder.checks]
        if channel is not None and channel.answer_hours is not None:
            sure = "" if channel.answer_hours.confirmed else ", not confirmed"
            lines.append(f"  {channel.en} gives {channel.answer_hours.most} h to answer{sure}; the notice goes first")
        if folder.submissions:
            last = folder.submissions[-1]
            lines.append(f"  {last.name} was sent to {last.channel} already")
    elif channel is not None and known.delivered is not None:
        lines.append("no dispute of the order is open, so that there is no checklist: sealbench disputes open")
    if channel is not None and channel.takes_one_submission:
        missing = " Wait until nothing is missing." if folder is not None and not folder.complete else ""
        lines.append(f"{channel.en} takes one submission only, and nothing can be added.{missing}")
    return lines


def _state(needed: bool, there: bool) -> str:
    return "ok" if there else "MISSING" if needed else "helps"


def _checklist(known: Known, pack: Pack | None = None) -> dict[str, object]:
    """``packed`` is of what somebody attached: whether the package has it; what the report tells is in the report."""
    if known.folder is None:
        return {}
    attached = {paper.proof for paper in known.folder.papers}
    packed = {paper.proof for paper in pack.papers if paper.files} if pack is not None else attached
    checks = [
        {"proof": one.proof, "needed": one.needed, "there": one.there}
        | ({"packed": one.proof in packed} if one.proof in attached else {})
        for one in known.folder.checks
    ]
    return {"dispute": known.folder.dispute.id, "complete": known.folder.complete, "checklist": checks}


def _write_owed(home: Home) -> None:
    """What the order book knows of handovers and the ledger does not yet; trouble with that keeps no proof back."""
    from station.clock import SystemClock
    from station.handing import write_owed
    from station.settings import load

    if not home.ledger_file.is_file():
        return
    try:
        with terminal.opened(home) as book:
            write_owed(home, book, load(home), SystemClock())
    except Trouble as trouble:
        sys.stderr.write(f"sealbench: handovers that the ledger lacks are not in the bundle: {trouble.sentence()}\n")
