"""``label``: render waybills to look at, and the labels and papers around them: goods, places, codes.

Nothing is printed and nothing is recorded.

The label of a real order is marked SPECIMEN: only the bench, after verifying the parcel, makes one that may be used.
``label --raw`` is for a carrier's own file: checked, looked at, or sent to a printer once.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from station import terminal
from station.errors import Trouble, UsageTrouble
from station.home import Home
from station.speaking import translations

if TYPE_CHECKING:
    from station.devices.profile import Equipment
    from station.drafting import Draft
    from station.labels.drawing import Drawing
    from station.labels.render import Rendered
    from station.labels.samples import Sample
    from station.raw_labels import RawPrinted
    from station.settings import Settings

SPECIMEN = "SPECIMEN"
"""Stands for the number of an order that has none yet; no carrier and no bench takes it for a waybill."""


RAW_BYTES_MAX = 50_000_000
PLACES: Final = ("shelf", "tote")
ACTS: Final = ("codes", "item", *PLACES)
LIST: Final = ["templates"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """``contents``: one file, or a picture a label."""

    contents: tuple[bytes, ...]
    facts: dict[str, object]


def add(verbs: Any, common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("label", parents=[common], help="render a waybill without printing it")
    parser.add_argument(
        "order",
        nargs="*",
        metavar="NO",
        type=terminal.whole,
        help="numbers of imported orders; or: codes (the command sheet), item SKU…, shelf CODE…, tote CODE…, templates",
    )
    parser.add_argument("--sample", metavar="NAME", help="an invented order: domestic, international, gift, worst-case")
    parser.add_argument(
        "--format",
        default="",
        metavar="F",
        help="png, pdf, zpl, escpos, tspl, epl; else what the name of FILE says, or png",
    )
    parser.add_argument("--raw", metavar="FILE", help="a carrier's label (PDF or ZPL) to print, or to look at with -o")
    parser.add_argument("--printer", metavar="NAME", help="a printer of bench.toml: its language, dots and profile")
    parser.add_argument("--order", dest="for_order", metavar="NO", help="with --raw: the order whose label it is")
    parser.add_argument("--wait", type=float, default=60.0, metavar="SECONDS", help="for the printer (default 60)")
    parser.add_argument("--template", metavar="T", help="a name in config/labels, or a .toml file")
    parser.add_argument("--dpi", type=int, default=203, help="dots per inch of the printer (203)")
    parser.add_argument("--show", action="store_true", help="in a window, drawn again whenever the template changes")
    parser.add_argument("-o", "--output", metavar="FILE", help="where to write it; without, to standard output")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace, home: Home) -> int:
    from station.settings import load

    if args.raw:
        return _run_raw(args, home)
    if args.order == LIST:
        return _list_templates(args, home)
    kind = _format(args)
    if bool(args.order) == bool(args.sample):
        raise UsageTrouble("label takes an order's number or --sample NAME, one of them")
    if args.show:
        return _show(args, home)
    if not args.output and (args.json or sys.stdout.isatty()):
        raise UsageTrouble("a label is not text", remedy="Say where to write it with -o FILE.")
    settings = load(home)
    speaks = translations(home, settings)
    output = _render(args, kind, settings, home)
    del speaks
    _write(output, args)
    return 0


def _list_templates(args: argparse.Namespace, home: Home) -> int:
    """1 when one of them does not read."""
    from station.labels.library import Library
    from station.labels.listing import listed
    from station.settings import template_folders

    found = list(listed(Library(folders=template_folders(home))))
    if args.json:
        rows = [
            {
                "name": one.name,
                "file": str(one.file),
                "use": one.use,
                "size_mm": one.size_mm,
                "instead_of": None if one.instead_of is None else str(one.instead_of),
                "trouble": one.trouble or None,
            }
            for one in found
        ]
        print(json.dumps({"templates": rows}, ensure_ascii=False))
        return 1 if any(one.trouble for one in found) else 0
    for one in found:
        stead = "  instead of the shipped one" if one.instead_of else ""
        print(f"{one.name:36} {one.size_mm:>12}  {one.use:16} {one.file}{stead}")
        if one.trouble:
            print(f"sealbench: {one.name}: {one.trouble}", file=sys.stderr)
    return 1 if any(one.trouble for one in found) else 0


def _show(args: argparse.Namespace, home: Home) -> int:
    from station.display import has_display
    from station.drafting import template_path
    from station.settings import load

    if not has_display():
        raise UsageTrouble("there is no screen for a window", remedy="Write a picture with -o FILE.png.")
    from station.preview_window import preview

    settings = load(home)
    printer = _equipment(args, settings)
    folder = template_path(args.template or settings.label.template, home).resolve().parent
    return preview(lambda: _draft(args, settings, home), folder, printer.dpi if printer else args.dpi, home)


def _run_raw(args: argparse.Namespace, home: Home) -> int:
    from station.settings import load

    if args.order or args.sample or not (args.output or args.printer):
        raise UsageTrouble("--raw FILE goes with --printer NAME to print it, or with -o FILE.png to look at it")
    data = _read_raw(Path(args.raw))
    settings = load(home)
    if args.output:
        return _look_at_raw(args, _equipment(args, settings), data)
    return _print_raw(args, home, settings, data)


def _read_raw(path: Path) -> bytes:
    try:
        if path.stat().st_size > RAW_BYTES_MAX:
            raise Trouble("the file is too large for a label", where=str(path))
        return path.read_bytes()
    except OSError as error:
        raise Trouble(f"cannot read the label: {error.strerror}", where=str(path)) from error


def _look_at_raw(args: argparse.Namespace, printer: Equipment | None, data: bytes) -> int:
    """The pages as PNG, dot for dot as a printer gets them: FILE.png, then FILE-2.png and so on."""
    from station.labels.paint import Bitmap
    from station.labels.readback import codes_in
    from station.labels.render import png
    from station.raw_labels import raw_pages

    dpi = printer.dpi if printer else args.dpi
    target, codes = Path(args.output), []
    for number, page in enumerate(raw_pages(data, dpi), start=1):
        bitmap = Bitmap(dots=page.bitmap, width_dots=page.width_dots, height_dots=page.height_dots)
        path = target if number == 1 else target.with_stem(f"{target.stem}-{number}")
        _save(path, png(bitmap, dpi))
        codes.append([{"kind": kind, "text": text} for kind, text in sorted(codes_in(bitmap))])
    if args.json:
        print(json.dumps({"file": args.output, "dpi": dpi, "pages": codes}, ensure_ascii=False))
    return 0


def _print_raw(args: argparse.Namespace, home: Home, settings: Settings, data: bytes) -> int:
    """4 when a page is not known to be on paper; the pages after it are not sent."""
    from station.clock import SystemClock
    from station.raw_labels import print_raw
    from station.raw_record import RawRecord

    printer = _equipment(args, settings)
    assert printer is not None, "the caller has seen that --printer is given"
    described = next(device for device in settings.devices_of("printer") if device.name == args.printer)
    record = RawRecord(
        home=home,
        settings=settings,
        clock=SystemClock(),
        printer=args.printer,
        mime=printer.language.mime,
        order_no=_known_order(args.for_order, home),
    )
    printed = print_raw(described, printer, data, record, wait_s=args.wait)
    _tell(args, printed)
    return 0 if printed.done == printed.labels else 4


def _known_order(number: str | None, home: Home) -> str | None:
    """An order that nobody knows would tie the label to nothing."""
    if number is None:
        return None
    with terminal.opened(home) as book:
        if book.order_copy(number) is None:
            raise Trouble(f"there is no order {number!r}", remedy="Look with: sealbench orders --search TEXT")
    return number


def _tell(args: argparse.Namespace, printed: RawPrinted) -> None:
    outcome = printed.outcome
    if args.json:
        state = "not_sent" if outcome.state is None else outcome.state.value
        said = {"printer": args.printer, "labels": printed.labels, "printed": printed.done, "state": state}
        print(json.dumps({**said, "cause": outcome.cause}, ensure_ascii=False))
    elif printed.done == printed.labels:
        print(f"printed: {printed.labels}")
    elif outcome.state is None:
        print(f"sealbench: nothing was sent to {args.printer!r}: {outcome.cause}.", file=sys.stderr)
    else:
        print(
            f"sealbench: it is not known whether label {printed.done + 1} of {printed.labels} came out "
            f"({outcome.cause}). Look at the printer before you print it again.",
            file=sys.stderr,
        )


def _format(args: argparse.Namespace) -> str:
    """The format asked for, by option or by the name of the file; printer languages are found by their files."""
    from station.registry import known

    formats = sorted({*known("printer"), "pdf", "png"})
    suffix = Path(args.output).suffix.removeprefix(".").lower() if args.output else ""
    chosen = str(args.format or (suffix if suffix in formats else "png"))
    if chosen not in formats:
        raise UsageTrouble(f"no label format is called {chosen!r}", remedy=f"Known: {', '.join(formats)}.")
    return chosen


def _sample_name(name: str) -> str:
    from station.labels.samples import SAMPLES

    if name not in SAMPLES:
        raise UsageTrouble(f"no sample is called {name!r}", remedy=f"Known: {', '.join(SAMPLES)}.")
    return name


def _of_order(number: str, home: Home) -> Sample:
    from station.labels.samples import Sample
    from station.packing.model import NOT_PACKED, Waybill

    with terminal.opened(home) as book:
        order = book.order_copy(number)
    if order is None:
        raise Trouble(f"there is no order {number!r}", remedy="Look with: sealbench orders --search TEXT")
    if order.waybill is None:
        print(f"sealbench: order {number} has no waybill number yet; its codes say {SPECIMEN}.", file=sys.stderr)
    units = sum(line.quantity for line in order.lines if line.kind not in NOT_PACKED)
    return Sample(order=order, waybill=order.waybill or Waybill(SPECIMEN), weight_mg=None, units=units)


def _render(args: argparse.Namespace, kind: str, settings: Settings, home: Home) -> Output:
    from station.labels.screenless import ensure_application

    application = ensure_application()
    assert application is not None
    draft = _draft(args, settings, home)
    for name, why in draft.refused:
        print(f"sealbench: {name} does not print: {why}", file=sys.stderr)
    output = _pdf(draft) if kind == "pdf" else _dots(draft, kind, args, _equipment(args, settings))
    if not draft.printed and not draft.refused:
        return output
    refused = [{"script": name, "why": why} for name, why in draft.refused]
    return Output(contents=output.contents, facts={**output.facts, "scripts": draft.printed, "refused": refused})


def _draft(args: argparse.Namespace, settings: Settings, home: Home) -> Draft:
    from station import drafting

    if args.sample:
        return drafting.draft_sample(_sample_name(args.sample), args.template, settings, home)
    act, *named = args.order
    if act not in ACTS:
        samples = [_of_order(number, home) for number in args.order]
        return drafting.draft_orders(samples, args.template, settings, home)
    if act == "codes" and named:
        raise UsageTrouble("label codes takes nothing more", remedy="Boxes come from bench.toml's [[carton]].")
    if act == "codes":
        return drafting.draft_codes(settings, home)
    if not named:
        raise UsageTrouble(f"label {act} takes at least one code")
    if act in PLACES:
        return drafting.draft_places(act, named, args.template, settings, home)
    with terminal.opened(home) as book:
        return drafting.draft_items(book, named, args.template, settings, home)


def _pdf(draft: Draft) -> Output:
    from station.labels.documents import label_pdf, sheet_pdf

    content = sheet_pdf(draft.drawings, draft.sheet) if draft.sheet else label_pdf(draft.drawings)
    return Output(contents=(content,), facts={"format": "pdf", "labels": len(draft.drawings)})


def _equipment(args: argparse.Namespace, settings: Settings) -> Equipment | None:
    """The printer of ``--printer``, as its ``[[device]]`` and profile describe it."""
    from station.devices.profile import equipment

    if not args.printer:
        return None
    named = [device for device in settings.devices_of("printer") if device.name == args.printer]
    if not named:
        names = ", ".join(repr(device.name) for device in settings.devices_of("printer")) or "none"
        raise UsageTrouble(f"no printer is called {args.printer!r} in bench.toml", remedy=f"Known: {names}.")
    return equipment(named[0])


def _dots(draft: Draft, kind: str, args: argparse.Namespace, printer: Equipment | None) -> Output:
    from station.labels.render import render

    if draft.sheet is not None:
        raise UsageTrouble(f"{args.template or args.order[0]} is a sheet of paper", remedy="Use --format pdf.")
    dpi = printer.dpi if printer else args.dpi
    rendered = [render(drawing, dpi) for drawing in draft.drawings]
    facts: dict[str, object] = {
        "format": kind,
        "dpi": dpi,
        "width_dots": rendered[0].width_dots,
        "height_dots": rendered[0].height_dots,
        "labels": len(rendered),
        "codes": _codes(draft.drawings),
    }
    if kind == "png":
        return Output(contents=tuple(page.png for page in rendered), facts=facts)
    return Output(contents=(b"".join(_encoded(page, kind, dpi, printer) for page in rendered),), facts=facts)


def _codes(drawings: Sequence[Drawing]) -> list[dict[str, str]]:
    return [{"kind": code.symbology.value, "text": code.text} for one in drawings for code in one.barcodes()]


def _encoded(rendered: Rendered, kind: str, dpi: int, printer: Equipment | None) -> bytes:
    from station.devices.dialect import Setup
    from station.registry import find

    size = rendered.width_dots, rendered.height_dots
    if printer and kind == printer.speaks:
        return printer.encode(rendered.bitmap, *size)
    encoded: bytes = find("printer", kind).encode(rendered.bitmap, *size, setup=Setup(dpi=dpi))
    return encoded


def _write(output: Output, args: argparse.Namespace) -> None:
    """One file; pictures of several labels are FILE.png, FILE-2.png and so on."""
    if not args.output:
        if len(output.contents) > 1:
            raise UsageTrouble("these are several pictures", remedy="Say where to write them with -o FILE.png or .pdf.")
        sys.stdout.buffer.write(output.contents[0])
        return
    target = Path(args.output)
    for number, content in enumerate(output.contents, start=1):
        _save(target if number == 1 else target.with_stem(f"{target.stem}-{number}"), content)
    if args.json:
        size = sum(map(len, output.contents))
        print(json.dumps({"file": args.output, **output.facts, "bytes": size}, ensure_ascii=False))


def _save(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise Trouble(f"cannot write the label: {error.strerror}", where=str(path)) from error
