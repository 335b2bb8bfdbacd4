"""A bench whose organisation's key is elsewhere: its request goes out as a file, the organisation's note comes back.

No private key travels: the request is the bench's public key.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from station.errors import SettingsTrouble, Trouble
from station.evidence.checkpoint import VerifierKey
from station.evidence.key_store import KeyStore
from station.evidence.keys import (
    BENCH_KEY,
    ENROLMENT,
    ORG_KEY,
    UNUSED,
    Keys,
    enrolled_key,
    load,
    make_bench_key,
    read_key,
    read_text,
    read_vkey,
    write_enrolment,
    write_whole,
)
from station.home import Home


def request(
    home: Home,
    org_vkey: Path,
    out: Path,
    *,
    org: str,
    bench: str,
    random_bytes: Callable[[int], bytes],
    store: KeyStore | None,
) -> VerifierKey:
    """Make the bench's key if it has none, and write its public half to ``out``. Asked again, it is the same key."""
    owner = read_vkey(org_vkey)
    if owner.name != org:
        raise SettingsTrouble(
            f"that is the key of {owner.name}, but the settings name {org}",
            where=str(org_vkey),
            remedy="Set bench.org in bench.toml first.",
        )
    if (home.keys / ENROLMENT).exists() or (home.keys / ORG_KEY).exists():
        raise Trouble(
            "this bench is enrolled already",
            where=str(home.keys),
            remedy="A new key comes with a new epoch: sealbench keys rotate.",
        )
    if not (home.keys / BENCH_KEY).exists():
        make_bench_key(home, org=org, bench=bench, random_bytes=random_bytes, store=store)
    key = read_key(home.keys / BENCH_KEY).public
    write_whole(home.keys / "org.vkey", owner.text(), mode=0o644)
    put(out, key.text() + "\n")
    return key


def accept(home: Home, note: Path, *, org: str, bench: str) -> Keys:
    """The organisation's note for this bench's key, checked before it is kept."""
    if (home.keys / ENROLMENT).exists():
        raise Trouble("this bench is enrolled already", where=str(home.keys))
    owner, key = read_vkey(home.keys / "org.vkey"), read_key(home.keys / BENCH_KEY).public
    text = read_text(note)
    enrolled_key(text, owner, key, where=note)
    if not home.ledger_file.exists():
        write_whole(home.keys / UNUSED, "", mode=0o644)
    write_enrolment(home.keys, owner, text)
    return load(home, org=org, bench=bench)


def put(out: Path, text: str) -> None:
    try:
        write_whole(out, text, mode=0o644, newline=False)
    except OSError as error:
        raise Trouble(f"the file cannot be written: {error.strerror}", where=str(out)) from None
