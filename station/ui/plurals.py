"""English of one: the sentences that are written otherwise when their ``n`` is 1. Texts only.

Chinese needs none. A third language has as many forms as it needs: its file keeps them, chosen by the same ``n``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

ONE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "{n} units": "1 unit",
        "{n} entries set aside": "1 entry set aside",
        "{n} benches": "1 bench",
        "{n} benches need somebody": "1 bench needs somebody",
        "{n} more cut-offs": "1 more cut-off",
        "{n} orders": "1 order",
        "Put the {n} orders of {carrier} {time} before all others, so that every bench takes them next?": (
            "Put the 1 order of {carrier} {time} before all others, so that a bench takes it next?"
        ),
        "Put the {n} orders of {carrier} {time} back in their turn?": (
            "Put the 1 order of {carrier} {time} back in its turn?"
        ),
        "{n} orders first: the benches take {carrier} next": "1 order first: a bench takes {carrier} next",
        "{n} orders are back in their turn": "1 order is back in its turn",
        "{carrier}: {n} orders stand first": "{carrier}: 1 order stands first",
        "All {n} units are in": "The one unit is in",
        "Its {n} packed units stay with it: exception bin": "Its 1 packed unit stays with it: exception bin",
        "{n} lines done": "1 line done",
        "{n} more lines": "1 more line",
        "{units} in {n} lines": "{units} in 1 line",
        "{n} parcels found": "1 parcel found",
        "{n} parcels out, {left} left behind; sheet {file}": "1 parcel out, {left} left behind; sheet {file}",
        "Recipient the same to the letter; {n} units": "Recipient the same to the letter; 1 unit",
        "{n} more groups": "1 more group",
        "Check {n} papers for other people's data: {file}": "Check 1 paper for other people's data: {file}",
        "{n} steps are still to be done.": "1 step is still to be done.",
        "{n} orders in one": "1 order",
        "{n} days take {needed} GB, {free} are free: fewer days, a larger disk, or photos only.": (
            "1 day takes {needed} GB, {free} are free: a larger disk, or photos only."
        ),
        "{n} units in": "1 unit in",
        "{n} parcels": "1 parcel",
        "{n} photos": "1 photo",
        "{n} entries": "1 entry",
        "Only the first {n} entries are shown": "Only the first entry is shown",
        "Imported, but for {n} rows": "Imported, but for 1 row",
        "Dry run: {n} rows cannot be used": "Dry run: 1 row cannot be used",
        "The first {n} rows were checked": "The first row was checked",
        "{n} templates": "1 template",
        "{n} devices": "1 device",
        "{n} settings, {changed} changed here": "1 setting, {changed} changed here",
        "The code {code}, {n} characters": "The code {code}, 1 character",
        "{n} days: about {gb} GB": "1 day: about {gb} GB",
        "{n} days: about {gb} GB (as now)": "1 day: about {gb} GB (as now)",
        "{lines} lines, {n} units": "{lines} lines, 1 unit",
        "{n} scans refused": "1 scan refused",
        "Your best hour: {n} parcels": "Your best hour: 1 parcel",
        "{done} of {n} units scanned": "{done} of 1 unit scanned",
        "{n} units scanned": "1 unit scanned",
        "Label printed, {n} copies": "Label printed, 1 copy",
        "{span} after seal, {n} witnesses": "{span} after seal, 1 witness",
        "{n} entries, all as signed": "1 entry, as signed",
        "{bad} of {n} entries are not as signed": "{bad} of {n} entry is not as signed",
        "left of {n} working days": "left of 1 working day",
        "left of {n} days": "left of 1 day",
        "{n} files were erased by rule": "1 file was erased by rule",
        "{n} files are missing": "1 file is missing",
        "Into disputes, with {n} papers": "Into disputes, with 1 paper",
        "Sent {n} times": "Sent once",
        "{n} days": "1 day",
        "device lost {n} times": "device lost {n} time",
        "called for help {n} times": "called for help {n} time",
        "refused {n} times": "refused {n} time",
        "{row} {slot} {n} parcels": "{row} {slot} {n} parcel",
        "{n} orders to pack": "{n} order to pack",
        "{n} more carriers": "{n} more carrier",
        "* {n} minutes so far, shaded at the full-hour rate": "* {n} minute so far, shaded at the full-hour rate",
        "{n} parcels, {rate} in a hundred.": "{n} parcel, {rate} in a hundred.",
        "{n} benches at the last two hours' {pace} parcels/h, without pauses.": (
            "{n} bench at the last two hours' {pace} parcels/h, without pauses."
        ),
        "At the last two hours' pace of {n} benches, {pace} parcels/h, without pauses.": (
            "At the last two hours' pace of {n} bench, {pace} parcels/h, without pauses."
        ),
        "{n} more orders have no deadline.": "{n} more order has no deadline.",
        "Without a bench, and waiting to be recorded with sealbench orders shipped: {n} orders.": (
            "Without a bench, and waiting to be recorded with sealbench orders shipped: {n} order."
        ),
    }
)
