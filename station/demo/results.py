"""What the demo leaves behind: labels as ZPL, PNG and PDF, a bundle, and the word of its own verifier."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from station.demo.robot import Story
from station.devices.cameras.stills import stills
from station.evidence.bundle import export
from station.evidence.codec import decode
from station.evidence.ledger_reading import LedgerReader, open_reader
from station.evidence.media import read
from station.home import Home
from station.labels.documents import label_pdf
from station.labels.library import Library
from station.labels.pages import html_pdf
from station.labels.waybill import fields, is_domestic, local_minute
from station.orders.orderbook import OrderBook
from station.packing.events import LabelRequested
from station.packing.model import Order
from station.performers import LABEL, LABEL_IMAGE
from station.roots import root_in_words
from station.settings import Settings, template_folders

ENDINGS = {LABEL: "zpl", LABEL_IMAGE: "png"}
VERIFY_TIMEOUT_S = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    ok: bool
    output: str
    bundle: Path


def write_labels(home: Home, settings: Settings, stories: Sequence[Story], folder: Path) -> int:
    """Each sealed parcel's label: the exact bytes and the bitmap from the ledger, and the same drawing as PDF."""
    folder.mkdir(parents=True, exist_ok=True)
    book = OrderBook.open(settings.bench.orderbook)
    reader = open_reader(home.ledger_file)
    try:
        sealed = [story for story in stories if story.sealed]
        for story in sealed:
            order = book.order_copy(story.task.order)
            assert order is not None
            _write_label(home, settings, order, story, _requested(reader, story), folder)
    finally:
        reader.close()
        book.close()
    return len(sealed)


def _requested(reader: LedgerReader, story: Story) -> LabelRequested:
    """The parcel's last label as the ledger has it."""
    events = (decode(reader.entry(seq).fact()) for seq in reader.by_tag(story.task.order))
    return [event for event in events if isinstance(event, LabelRequested)][-1]


def _write_label(
    home: Home, settings: Settings, order: Order, story: Story, label: LabelRequested, folder: Path
) -> None:
    for medium in label.media:
        data = read(home.media, medium.name, medium.key)
        (folder / f"{order.number}.{ENDINGS[medium.role]}").write_bytes(data)
    name = settings.label.template if is_domestic(order) else settings.label.intl_template
    template = Library(folders=template_folders(home)).load(name)
    drawings = template.pages(
        fields(
            order,
            waybill=label.waybill,
            weight_mg=story.weight_mg,
            units=sum(line.quantity for line in order.lines),
            copy=label.copy,
            root16=root_in_words(label.root_printed.root),
            bench=settings.bench.id,
            printed_at=local_minute(label.media[0].at_ms * 1000),
            masked=settings.label.masked,
        )
    )
    (folder / f"{order.number}.pdf").write_bytes(label_pdf(drawings))


def write_bundle(home: Home, story: Story, folder: Path) -> Verified:
    """The evidence of one parcel, checked by the verifier that lies inside it, run as a stranger would."""
    folder.mkdir(parents=True, exist_ok=True)
    bundle = folder / f"{story.task.order}.zip"
    export(home, story.task.order, bundle, make_pdf=html_pdf, take_stills=stills)
    with zipfile.ZipFile(bundle) as archive:
        verifier = folder / "verify.py"
        verifier.write_bytes(archive.read("verify.py"))
    done = subprocess.run(  # noqa: S603 - our own file, just written
        [sys.executable, "-I", str(verifier), str(bundle)],
        capture_output=True,
        text=True,
        timeout=VERIFY_TIMEOUT_S,
        check=False,
    )
    return Verified(ok=done.returncode == 0, output=done.stdout, bundle=bundle)
