"""``label``: render a waybill to look at or to try a template. Nothing is printed and nothing is recorded.

The label of a real order is marked SPECIMEN: only the bench, after verifying the parcel, makes one that may be used.
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
    from station.labels.drawing import Drawing
    from station.labels.samples import Sample
    from station.labels.template_file import Sheet
    from station.settings import Settings

SPECIMEN = "SPECIMEN"
"""Stands for the number of an order that has none yet; no carrier and no bench takes it for a waybill."""


SAMPLE_ROOT = "SAMPLEROOT234567"


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    content: bytes
    facts: dict[str, object]


def add(verbs: Any, common: argparse.ArgumentParser) -> None:
    parser = verbs.add_parser("label", parents=[common], help="render a waybill without printing it")
    parser.add_argument("order", nargs="?", metavar="NO", help="number of an imported order")
    parser.add_argument("--sample", metavar="NAME", help="an invented order: domestic, international, gift, worst-case")
    parser.add_argument(
        "--format", default="", metavar="F", help="zpl, png, pdf; else what the name of FILE says, or png"
    )
    parser.add_argument("--template", metavar="T", help="a name in config/labels, or a .toml file")
    parser.add_argument("--dpi", type=int, default=203, help="dots per inch of the printer (203)")
    parser.add_argument("-o", "--output", metavar="FILE", help="where to write it; without, to standard output")
    parser.set_defaults(run=_run)


def _run(args: argparse.Namespace, home: Home) -> int:
    from station.settings import load

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
    from station.orders.orderbook import OrderBook
    from station.orders.shops import load_senders
    from station.packing.model import LineKind, Waybill
    from station.settings import config_dir

    senders = load_senders(config_dir() / "shops", home.root / "shops")
    book = OrderBook.open(settings.bench.orderbook, senders=senders)
    try:
        order = book.order_copy(number)
    finally:
        book.close()
    if order is None:
        raise Trouble(f"there is no order {number!r}", remedy="Look with: sealbench orders --search TEXT")
    if order.waybill is None:
        print(f"sealbench: order {number} has no waybill number yet; its codes say {SPECIMEN}.", file=sys.stderr)
    units = sum(line.quantity for line in order.lines if line.kind is not LineKind.VIRTUAL)
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
    return _dots(drawing, kind, args.dpi)


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


def _dots(drawing: Drawing, kind: str, dpi: int) -> Output:
    from station.labels.render import render
    from station.registry import find

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
    language = find("printer", kind)
    content = language.encode(rendered.bitmap, rendered.width_dots, rendered.height_dots)
    assert isinstance(content, bytes)
    return Output(content=content, facts=facts)


def _write(output: Output, args: argparse.Namespace) -> None:
    if not args.output:
        sys.stdout.buffer.write(output.content)
        return
    try:
        Path(args.output).write_bytes(output.content)
    except OSError as error:
        raise Trouble(f"cannot write the label: {error.strerror}", where=args.output) from error
    if args.json:
        print(json.dumps({"file": args.output, **output.facts, "bytes": len(output.content)}, ensure_ascii=False))
