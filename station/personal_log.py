"""Who looked at a recipient in full, when and what for: one line of JSON each in the home's logs.

It is no evidence of a parcel and goes into no ledger: it is for whoever answers for personal data (GB/T 41833, PIPL).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

from station.errors import Trouble
from station.home import Home

FILE_BYTES_MAX: Final = 5_000_000
"""Of one file; the one before it is kept beside it, older ones go."""

WORDS_MAX: Final = 200


def record_look(home: Home, *, at_us: int, who: str, order: str, why: str) -> None:
    """Before anything is shown. Raises ``Trouble``: it cannot be recorded, so nothing may be shown."""
    file = log_file(home)
    line = json.dumps({"at_us": at_us, "who": who, "order": order, "why": why[:WORDS_MAX]}, ensure_ascii=False)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.exists() and file.stat().st_size > FILE_BYTES_MAX:
            file.replace(file.with_suffix(".1.jsonl"))
        with file.open("a", encoding="utf-8") as log:
            log.write(f"{line}\n")
    except OSError as error:
        what = f"who looks at a recipient cannot be recorded ({error.strerror}), so it stays masked"
        raise Trouble(what, where=str(file)) from error


def log_file(home: Home) -> Path:
    return home.logs / "personal-data.jsonl"
