"""``label``: render a waybill to look at or to try a template. Nothing is printed and nothing is recorded.

The label of a real order is marked SPECIMEN: only the bench, after verifying the parcel, makes one that may be used.
``label --raw`` is for a carrier's own file: checked, looked at, or sent to a printer once.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from station.errors import Trouble, UsageTrouble
from station.home import Home

if TYPE_CHECKING:
    from station.devices.profile import Equipment
    from station.labels.drawing import Drawing
    from station.labels.samples import Sample
    from station.labels.template_file import Sheet
    from station.raw_labels import RawPrinted
    from station.settings import Settings

SPECIMEN = "SPECIMEN"
"""Stands for the number of an order that has none yet; no carrier and no bench takes it for a waybill."""


SAMPLE_ROOT = "SAMPLEROOT234567"
RAW_BYTES_MAX = 50_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    content: bytes
    facts: dict[str, object]


def add(verbs: Any, common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("label", parents=[common], help="render a waybill without printing it")
    parser.add_argument("order", nargs="?", metavar="NO", help="number of an imported order")
    parser.add_argument("--sample", metavar="NAME", help="an invented order: domestic, international, gift, worst-case")
    parser.add_argument(
        "--format",
        default="",
        metavar="F",
        help="png, pdf, zpl, escpos, tspl, epl; else what the name of FILE says, or png",
    )
    parser.add_argument("--raw", metavar="FILE", help="a carrier's label (PDF or ZPL) to print, or to look at with -o")
    parser.add_argument("--printer", metavar="NAME", help="a printer of bench.toml: its language, dots and profile")
    parser.add_argument("--wait", type=float, default=60.0, metavar="SECONDS", help="for the printer (default 60)")
    parser.add_argument("--template", metavar="T", help="a name in config/labels, or a .toml file")
    parser.add_argument("--dpi", type=int, default=203, help="dots per inch of the printer (203)")
    parser.add_argument("-o", "--output", metavar="FILE", help="where to write it; without, to standard output")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace, home: Home) -> int:
    from station.settings import load

    if args.raw:
        return _run_raw(args, home)
    kind = _format(args)
    if bool(args.order) == bool(args.sample):
        raise UsageTrouble("label takes an order's number or --sample NAME, one of them")
    if not args.output and (args.json or sys.stdout.isatty()):
        raise UsageTrouble("a label is not text", remedy="Say where to write it with -o FILE.")
    settings = load(home)
    sample = _sample(args.sample) if args.sample else _of_order(args.order, settings, home)
    output = _render(args, kind, sample, settings)
    _write(output, args)
    return 0


def _run_raw(args: argparse.Namespace, home: Home) -> int:
    from station.settings import load

    if args.order or args.sample or not (args.output or args.printer):
        raise UsageTrouble("--raw FILE goes with --printer NAME to print it, or with -o FILE.png to look at it")
    data = _read_raw(Path(args.raw))
    settings = load(home)
    if args.output:
        return _look_at_raw(args, _equipment(args, settings), data)
    return _print_raw(args, settings, data)


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


def _print_raw(args: argparse.Namespace, settings: Settings, data: bytes) -> int:
    """4 when a page is not known to be on paper; the pages after it are not sent."""
    from station.raw_labels import print_raw

    printer = _equipment(args, settings)
    assert printer is not None, "the caller has seen that --printer is given"
    described = next(device for device in settings.devices_of("printer") if device.name == args.printer)
    printed = print_raw(described, printer, data, wait_s=args.wait)
    _tell(args, printed)
    return 0 if printed.done == printed.labels else 4


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


def _sample(name: str) -> Sample:
    from station.labels.samples import SAMPLES

    if name not in SAMPLES:
        raise UsageTrouble(f"no sample is called {name!r}", remedy=f"Known: {', '.join(SAMPLES)}.")
    return SAMPLES[name]


def _of_order(number: str, settings: Settings, home: Home) -> Sample:
    from station.labels.samples import Sample
    from station.orders.opening import open_book
    from station.packing.model import NOT_PACKED, Waybill
    from station.settings import config_dir

    book = open_book(home, config_dir(), settings.bench.orderbook)
    try:
        order = book.order_copy(number)
    finally:
        book.close()
    if order is None:
        raise Trouble(f"there is no order {number!r}", remedy="Look with: sealbench orders --search TEXT")
    if order.waybill is None:
        print(f"sealbench: order {number} has no waybill number yet; its codes say {SPECIMEN}.", file=sys.stderr)
    units = sum(line.quantity for line in order.lines if line.kind not in NOT_PACKED)
    return Sample(order=order, waybill=order.waybill or Waybill(SPECIMEN), weight_mg=None, units=units)


def _render(args: argparse.Namespace, kind: str, sample: Sample, settings: Settings) -> Output:
    from station.labels.screenless import ensure_application

    application = ensure_application()
    assert application is not None
    drawing, sheet = _drawing(args.template, sample, settings, specimen=bool(args.order))
    if kind == "pdf":
        return _pdf(drawing, sheet)
    if sheet is not None:
        raise UsageTrouble(f"{args.template} is a sheet of paper", remedy="Use --format pdf.")
    return _dots(drawing, kind, args.dpi, _equipment(args, settings))


def _drawing(
    template: str | None, sample: Sample, settings: Settings, *, specimen: bool
) -> tuple[Drawing, Sheet | None]:
    from station.clock import SystemClock
    from station.labels.template import load
    from station.labels.template_file import read_sheet
    from station.labels.waybill import fields, is_domestic, local_minute

    usual = settings.label.template if is_domestic(sample.order) else settings.label.intl_template
    chosen = _template_path(template or usual)
    sheet = read_sheet(chosen)
    values = fields(
        sample.order,
        waybill=sample.waybill,
        weight_mg=sample.weight_mg,
        units=sample.units,
        copy=sample.copy,
        root16="" if specimen else SAMPLE_ROOT,
        bench=settings.bench.id,
        printed_at=local_minute(SystemClock().now().wall_us),
        masked=settings.label.masked,
        specimen=specimen,
    )
    return load(_template_path(usual) if sheet else chosen).draw(values), sheet


def _template_path(name: str) -> Path:
    from station.settings import config_dir

    return Path(name) if name.endswith(".toml") else config_dir() / "labels" / f"{name}.toml"


def _pdf(drawing: Drawing, sheet: Sheet | None) -> Output:
    from station.labels.documents import label_pdf, sheet_pdf

    content = sheet_pdf([drawing], sheet) if sheet else label_pdf([drawing])
    return Output(content=content, facts={"format": "pdf"})


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


def _dots(drawing: Drawing, kind: str, dpi: int, printer: Equipment | None) -> Output:
    from station.devices.dialect import Setup
    from station.labels.render import render
    from station.registry import find

    dpi = printer.dpi if printer else dpi
    rendered = render(drawing, dpi)
    facts: dict[str, object] = {
        "format": kind,
        "dpi": dpi,
        "width_dots": rendered.width_dots,
        "height_dots": rendered.height_dots,
        "codes": [{"kind": code.symbology.value, "text": code.text} for code in drawing.barcodes()],
    }
    if kind == "png":
        return Output(content=rendered.png, facts=facts)
    if printer and kind == printer.speaks:
        content = printer.encode(rendered.bitmap, rendered.width_dots, rendered.height_dots)
    else:
        size = rendered.width_dots, rendered.height_dots
        content = find("printer", kind).encode(rendered.bitmap, *size, setup=Setup(dpi=dpi))
    return Output(content=content, facts=facts)


def _write(output: Output, args: argparse.Namespace) -> None:
    if not args.output:
        sys.stdout.buffer.write(output.content)
        return
    _save(Path(args.output), output.content)
    if args.json:
        print(json.dumps({"file": args.output, **output.facts, "bytes": len(output.content)}, ensure_ascii=False))


def _save(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise Trouble(f"cannot write the label: {error.strerror}", where=str(path)) from error
