"""How a ledger is begun and found again: its name and keys, and its end held against what this bench has signed.

What others know of it is handed in as a ``Check``; it runs before anything is signed.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import TypeAlias

from station.errors import LedgerBroken, SettingsTrouble
from station.evidence import merkle
from station.evidence.checkpoint import Checkpoint, open_note, parse_checkpoint
from station.evidence.entry import Tip, read_tip
from station.evidence.key_store import KeyStore
from station.evidence.keys import ENROLMENT, UNUSED, Keys, enrol, load, signature_ok
from station.evidence.ledger_file import connect
from station.evidence.ledger_reading import LedgerReader, StoredCheckpoint
from station.evidence.media import forget_clean_end
from station.home import Home

FIRST_EPOCH = 1
NEW_EPOCH = "Let a supervisor begin a new epoch: sealbench evidence epoch --reason TEXT --by WHO."

Check: TypeAlias = Callable[[LedgerReader, Keys], None]
"""Raises ``LedgerForked`` when the ledger must not be gone on with."""


def nothing_known(_reader: LedgerReader, _keys: Keys) -> None:
    """A ledger that nothing else is known of."""


def keys_and_name(
    home: Home,
    *,
    org: str,
    bench: str,
    epoch: int | None,
    random_bytes: Callable[[int], bytes],
    store: KeyStore | None,
    check: Check,
) -> tuple[Keys, str]:
    """The keys and the log's name; both are made at first use. ``epoch`` begins that one where no ledger lies.

    A bench signs one log only: keys without their ledger, or a ledger without its keys, are not started afresh.
    """
    forget_clean_end(home.media)
    file = home.ledger_file
    there = file.exists() and file.stat().st_size > 0
    if not there and epoch is None and (home.keys / ENROLMENT).exists() and not (home.keys / UNUSED).exists():
        raise LedgerBroken(
            "this bench has signed a ledger that is gone", where=str(file), remedy=f"Put the file back. {NEW_EPOCH}"
        )
    with closing(connect(file, f"{org}/{bench}/{epoch or FIRST_EPOCH}")) as connection:
        reader = LedgerReader(connection, file)
        log, size = reader.log, reader.size
        _same_bench(reader, org, bench)
        begun = int(log.rsplit("/", 1)[1])
        if size == 0 and begun > FIRST_EPOCH and epoch is None:
            raise LedgerBroken("a new epoch was begun and not finished", where=str(file), remedy=NEW_EPOCH)
        if size == 0:
            keys = enrol(home, org=org, bench=bench, epoch=begun, random_bytes=random_bytes, store=store)
        else:
            keys = load(home, org=org, bench=bench)
        check(reader, keys)
    (home.keys / UNUSED).unlink(missing_ok=True)
    return keys, log


def _same_bench(reader: LedgerReader, org: str, bench: str) -> None:
    if reader.log.rsplit("/", 1)[0] != f"{org}/{bench}":
        raise SettingsTrouble(
            f"the ledger belongs to {reader.log}, but the settings name {org}/{bench}",
            where=str(reader.file),
            remedy="Put the old names back into bench.toml, or use a new home for the new bench.",
        )


def log_end(reader: LedgerReader, keys: Keys) -> tuple[Tip, StoredCheckpoint | None]:
    """The log's end as the disk has it, held against the last checkpoint this bench signed."""
    size, latest = reader.size, reader.latest_checkpoint()
    try:
        tip = _tip(reader, size)
        if latest is not None:
            _check_against(reader, size, parse_checkpoint(open_note(latest.note, keys.bench.public, signature_ok)))
    except (ValueError, KeyError, TypeError) as error:
        raise LedgerBroken(
            f"the ledger is not what this bench has signed: {error}",
            where=str(reader.file),
            remedy=f"Keep the file, run 'sealbench evidence audit', and restore nothing over it. {NEW_EPOCH}",
        ) from None
    return tip, latest


def _tip(reader: LedgerReader, size: int) -> Tip:
    if size == 0:
        return Tip()
    last = next(reader.entries(size - 1), None)
    if last is None:
        raise ValueError("its last entry is missing")
    return read_tip(merkle.frontier(reader.nodes, size), last.header, last.leaf)


def _check_against(reader: LedgerReader, size: int, signed: Checkpoint) -> None:
    if signed.size > size:
        raise ValueError(f"it has {size} entries, the last checkpoint {signed.size}")
    if merkle.root_of(reader.nodes, signed.size) != signed.root:
        raise ValueError(f"its first {signed.size} entries do not give the signed root")
