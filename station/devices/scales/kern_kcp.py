"""KERN's KCP: the commands and answers of MT-SICS, CR LF included. Its other scales speak ``kern``.

Source: KERN Communications Protocol, commands S, SI, Z and error answers ES, ET, EL.
"""

from __future__ import annotations

from typing import Final

from station.devices.dialect import ScaleExample, ScaleFrame
from station.devices.scales import mt_sics
from station.packing.inputs import ScaleFault

speaks = "kern-kcp"
Dialect = mt_sics.Dialect

EXAMPLES: Final[tuple[ScaleExample, ...]] = (
    (b"S S      1.284 kg\r\n", (ScaleFrame(weight_mg=1_284_000, stable=True, unit="kg", step_mg=1_000),), "KCP: S"),
    (b"S D      153.2 g\r\n", (ScaleFrame(weight_mg=153_200, stable=False, unit="g", step_mg=100),), "KCP: SI"),
    (b"S +\r\n", (ScaleFrame(weight_mg=None, stable=False, fault=ScaleFault.OVERLOAD),), "KCP: overload"),
    (
        b"S S         25 pcs\r\n",
        (ScaleFrame(weight_mg=None, stable=True, fault=ScaleFault.NOT_A_WEIGHT, unit="pcs"),),
        "KCP: counting",
    ),
    (b"ES\r\n", (ScaleFrame(weight_mg=None, stable=False, fault=ScaleFault.BROKEN),), "KCP: unknown command"),
    (b"Z A\r\n", (), "KCP: zeroed"),
)
