"""One parcel that many conversations are about: a tray and two coasters."""

from __future__ import annotations

from tests.e2e.rig import Rig, Told, weight
from tests.e2e.warehouse import COASTER, TRAY

ORDER = {"SO-1": {"TRAY-30": 1, "COASTER-10": 2}}
PARCEL_G = 466


def pack(bench: Rig, order: str = "SO-1") -> Told:
    """Every unit scanned."""
    return bench.all(order, TRAY, COASTER, COASTER)


def label(bench: Rig) -> str:
    """The parcel packed, weighed and printed; its waybill."""
    pack(bench)
    bench.says(weight(PARCEL_G))
    return str(bench.waits_for_event("LabelPrinted")["waybill"])
