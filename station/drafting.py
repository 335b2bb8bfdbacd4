"""Labels and papers that are only looked at or put on office paper: of orders, samples, goods, places and commands.

Nothing here prints a waybill that may be used: that is the bench's alone, after it has verified the parcel.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import select

from station import terminal
from station.errors import Trouble
from station.home import Home
from station.labels.choice import fitting
from station.labels.drawing import Drawing, LabelTrouble
from station.labels.library import Library
from station.labels.media import refuse_wrong_media
from station.labels.render import render
from station.labels.samples import SAMPLES, Sample
from station.labels.saying import Say, both
from station.labels.scripts import SCRIPTS
from station.labels.tags import item_fields, place_fields
from station.labels.template import Fields, Template
from station.labels.template_specs import Sheet
from station.labels.waybill import fields, is_domestic, local_minute
from station.orders.engine import reading
from station.orders.orderbook import OrderBook
from station.orders.routes import load_services
from station.orders.tables import barcodes, products
from station.packing.terms import ServiceTerms
from station.reports.command_codes import command_codes
from station.reports.speech import in_house, say_in_house, say_outside
from station.settings import Settings, config_dir, template_folders

WORST_CASE: Final = "worst-case"
SAMPLE_ROOT: Final = "SAMPLEROOT234567"
LABELS_MAX: Final = 500
"""In one call; more is a batch for a label printer's own software."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """``refused``: scripts that do not print, by name, with the reason."""

    drawings: tuple[Drawing, ...]
    sheet: Sheet | None = None
    printed: tuple[str, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()


def draft_sample(name: str, template: str | None, settings: Settings, home: Home) -> Draft:
    """A sample's label; of ``worst-case`` also one for each script that prints. The application must exist."""
    sample = SAMPLES[name]
    first = _labels(sample, template, settings, home, specimen=False)
    if name != WORST_CASE:
        return first
    drawings, printed, refused = [*first.drawings], [], []
    for script in SCRIPTS:
        try:
            pages = _labels(script.sample, template, settings, home, specimen=False).drawings
            for page in pages:
                render(page, 203)
        except LabelTrouble as trouble:
            refused.append((script.name, trouble.sentence()))
            continue
        drawings += pages
        printed.append(script.name)
    return Draft(drawings=tuple(drawings), sheet=first.sheet, printed=tuple(printed), refused=tuple(refused))


def draft_one(sample: Sample, template: str, settings: Settings, home: Home) -> Draft:
    """One invented order with a template, alone."""
    return _labels(sample, template, settings, home, specimen=False)


def draft_orders(samples: Sequence[Sample], template: str | None, settings: Settings, home: Home) -> Draft:
    """Each order's own labels, marked as specimens, one after the other."""
    drafts = [_labels(sample, template, settings, home, specimen=True) for sample in samples]
    return Draft(drawings=tuple(page for draft in drafts for page in draft.drawings), sheet=drafts[0].sheet)


def draft_codes(settings: Settings, home: Home) -> Draft:
    """The sheet of command codes for the wall of the bench."""
    every = command_codes(settings.cartons, in_house(settings.bench))
    return _tags([*every], "command-92x34", "commands-a4", home, say_in_house(settings.bench))


def draft_places(kind: str, codes: Sequence[str], template: str | None, settings: Settings, home: Home) -> Draft:
    """Shelf or tote labels, one a code."""
    usual = {"shelf": "shelf-100x50", "tote": "tote-100x70"}[kind]
    _refuse_too_many(codes)
    return _tags([place_fields(code) for code in codes], template or usual, None, home, say_in_house(settings.bench))


def draft_items(book: OrderBook, skus: Sequence[str], template: str | None, settings: Settings, home: Home) -> Draft:
    """Item labels or product cards, one a SKU, from the product file; item labels also on a sheet of paper.

    Raises:
        Trouble: a SKU is in no product file.
    """
    _refuse_too_many(skus)
    sheet = template if template and _library(home).sheet(template) else None
    label = template if template and not sheet else "item-60x40"
    return _tags([_item(book, sku) for sku in skus], label, sheet, home, say_outside(settings.label))


def template_path(name: str, home: Home) -> Path:
    return _library(home).path(name)


def _library(home: Home, say: Say = both) -> Library:
    return Library(folders=template_folders(home), say=say)


def _labels(sample: Sample, template: str | None, settings: Settings, home: Home, *, specimen: bool) -> Draft:
    library = _library(home, say_outside(settings.label))
    usual = library.load(settings.label.template if is_domestic(sample.order) else settings.label.intl_template)
    sheet = library.sheet(template) if template else None
    chosen = library.load(template) if template and not sheet else _by_service(usual, sample, home)
    values = fields(
        sample.order,
        waybill=sample.waybill,
        weight_mg=sample.weight_mg,
        units=sample.units,
        copy=sample.copy,
        root16="" if specimen else SAMPLE_ROOT,
        bench=settings.bench.id,
        printed_at=local_minute(terminal.now_us()),
        masked=settings.label.masked,
        specimen=specimen,
        say=library.say,
    )
    return Draft(drawings=chosen.pages(values), sheet=sheet)


def _by_service(usual: Template, sample: Sample, home: Home) -> Template:
    """The template whose size the order's service takes."""
    services = {service.id: service for service in load_services(config_dir(), home.root)}
    service = services.get(sample.order.service) if sample.order.service else None
    if service is None:
        return usual
    template = fitting(usual, _library(home).waybills, service.media) or usual
    refuse_wrong_media(template, ServiceTerms(zh=service.zh, en=service.en, media=service.media))
    return template


def _tags(every: Sequence[Fields], template: str, sheet: str | None, home: Home, say: Say) -> Draft:
    library = _library(home, say)
    if library.sheet(template) is not None:
        raise Trouble(f"{template} is a sheet of paper", remedy="Name a label's template.")
    loaded = library.load(template)
    drawings = tuple(loaded.draw(fields) for fields in every)
    return Draft(drawings=drawings, sheet=library.sheet(sheet) if sheet else None)


def _refuse_too_many(words: Sequence[str]) -> None:
    if len(words) > LABELS_MAX:
        raise Trouble(f"more than {LABELS_MAX} labels", remedy="Name fewer.")


def _item(book: OrderBook, sku: str) -> Fields:
    code = (
        select(barcodes.c.code).where(barcodes.c.sku == sku, barcodes.c.units == 1).order_by(barcodes.c.code).limit(1)
    )
    with reading(book.engine) as connection:
        product = connection.execute(select(products).where(products.c.sku == sku)).one_or_none()
        barcode = connection.execute(code).scalar()
    if product is None:
        raise Trouble(f"no product file has the SKU {sku[:60]!r}", remedy="Import it: sealbench products import FILE.")
    return item_fields(
        sku=sku,
        name=product.name or product.name_en,
        variant=product.variant,
        code=barcode or sku,
        location=product.location,
        origin=product.origin,
        weight_mg=product.weight_mg,
    )
