"""Everything in ``station.evidence`` that reads what others wrote: with something good, and what it may answer.

A parser either refuses in its own way, or its answer is no other than that to the good input where a signature or a
key stands behind it, and gives the bytes back where it has but one spelling.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from random import Random

from station.errors import Trouble
from station.evidence import canonical, memory, org_keys, verify, witness
from station.evidence.anchors import Received, received
from station.evidence.checkpoint import COSIGNATURE, VerifierKey, open_note, parse_checkpoint, parse_vkey
from station.evidence.entry import Entry, read_tip
from station.evidence.fact import JSON
from station.evidence.keys import enrolment_note, load, parse_private, read_key, read_vkey, signature_ok, signing_key
from station.evidence.ledger_reading import LedgerReader, open_reader
from station.evidence.memory import Remembered
from station.evidence.merkle import Frontier, leaf_hash
from station.evidence.sealed_file import seal, unsealed
from station.home import Home
from tests.clocks import FakeClock
from tests.evidence.anchored_bundle import cosigned
from tests.evidence.conftest import chance, open_ledger, pack
from tests.evidence.mutators import broken_bytes, broken_value


@dataclass(frozen=True, slots=True, kw_only=True)
class Parser:
    """``agrees`` tells whether an answer to these bytes may be given; by default only the one to the good bytes."""

    name: str
    good: bytes
    parse: Callable[[bytes], object]
    refuses: type[Exception] | tuple[type[Exception], ...]
    agrees: Callable[[bytes, object], bool] | None = None
    is_json: bool = False


def _text(data: bytes) -> str:
    return data.decode(errors="replace")


def _same_bytes(data: bytes, answer: object) -> bool:
    return canonical.encode(answer) == data  # type: ignore[arg-type]


def _spelled(data: bytes, answer: object) -> bool:
    return answer.text() == _text(data)  # type: ignore[attr-defined, no-any-return]


def _anything(_data: bytes, _answer: object) -> bool:
    return True


def _owned(folder: Path) -> tuple[Home, LedgerReader]:
    """A home with a parcel, anchored by a witness."""
    home, clock = Home(folder / "home"), FakeClock()
    ledger = open_ledger(home, clock)
    pack(ledger, home)
    cosigned(ledger, clock)
    ledger.close()
    return home, open_reader(home.ledger_file)


def parsers(folder: Path) -> tuple[Parser, ...]:
    home, reader = _owned(folder)
    try:
        entries, stored = list(reader.entries()), reader.latest_checkpoint()
    finally:
        reader.close()
    assert stored is not None
    keys = load(home, org="acme", bench="B01")
    return (
        *_json(entries),
        *_notes(stored.note, keys.bench.public),
        *_entries(entries),
        *_witnesses(stored.note, keys.bench.public, keys.org.text(), keys.enrolment),
        *_key_files(folder / "read", home),
        *_sealed(),
    )


def _json(entries: list[Entry]) -> Iterator[Parser]:
    header = max((entry.header for entry in entries), key=len)
    yield Parser(
        name="canonical JSON", good=header, parse=canonical.parse, refuses=ValueError, agrees=_same_bytes, is_json=True
    )

    def strict(data: bytes) -> object:
        return verify.parse_json(data, "x")

    yield Parser(
        name="the verifier's JSON", good=header, parse=strict, refuses=verify.BundleError, agrees=_same_bytes,
        is_json=True,
    )  # fmt: skip

    def both(data: bytes) -> object:
        answers: list[object] = []
        for parse, refusal in ((canonical.parse, ValueError), (strict, verify.BundleError)):
            try:
                answers.append(parse(data))
            except refusal:
                answers.append(KeyError)
        return answers[0] == answers[1]

    yield Parser(
        name="program and verifier agree on JSON", good=header, parse=both, refuses=ValueError,
        agrees=lambda _data, answer: answer is True, is_json=True,
    )  # fmt: skip


def _notes(note: str, bench: VerifierKey) -> Iterator[Parser]:
    good, key = note.encode(), verify.parse_vkey(bench.text(), "x")
    text = open_note(note, bench, signature_ok)
    yield Parser(
        name="signed note",
        good=good,
        refuses=ValueError,
        parse=lambda data: open_note(_text(data), bench, signature_ok),
    )
    yield Parser(
        name="the verifier's note", good=good, refuses=verify.BundleError,
        parse=lambda data: verify.open_note(data, key, "x"),
    )  # fmt: skip
    yield Parser(
        name="checkpoint", good=text.encode(), refuses=ValueError, parse=lambda data: parse_checkpoint(_text(data)),
        agrees=_spelled,
    )  # fmt: skip
    yield Parser(
        name="verifier key", good=bench.text().encode(), refuses=ValueError, parse=lambda data: parse_vkey(_text(data)),
        agrees=_spelled,
    )  # fmt: skip
    yield Parser(
        name="the verifier's key", good=bench.text().encode(), refuses=verify.BundleError,
        parse=lambda data: verify.parse_vkey(_text(data), "x"), agrees=_anything,
    )  # fmt: skip
    remembered = Remembered(note=note, home="/somewhere").text().encode()

    def recalled(data: bytes) -> object:
        found = memory.parsed(data)
        if found is None:
            raise ValueError
        return found.checkpoint(bench)

    yield Parser(name="memory", good=remembered, parse=recalled, refuses=ValueError, is_json=True)


def _entries(entries: list[Entry]) -> Iterator[Parser]:
    anchor = next(entry for entry in entries if entry.kind == "AnchorReceived")

    def anchored(data: bytes) -> object:
        answer: Received = received(replace(anchor, header=data, leaf=leaf_hash(data)))
        return answer.anchor.checkpoint, answer.anchor.at_s

    yield Parser(name="anchor", good=anchor.header, parse=anchored, refuses=ValueError, agrees=_anything, is_json=True)
    tip = entries[-1]
    yield Parser(
        name="the log's last entry", good=tip.header, refuses=(ValueError, KeyError, TypeError), is_json=True,
        parse=lambda data: read_tip(Frontier(), data, leaf_hash(data)), agrees=_anything,
    )  # fmt: skip
    yield Parser(
        name="the log's last entry, by its hash", good=tip.header, refuses=ValueError, is_json=True,
        parse=lambda data: read_tip(Frontier(), data, tip.leaf),
    )  # fmt: skip


def _witnesses(note: str, bench: VerifierKey, org: str, enrolment: str) -> Iterator[Parser]:
    key = signing_key("acme/witness", bytes(32), COSIGNATURE)
    checkpoint = parse_checkpoint(open_note(note, bench, signature_ok))
    line = witness.cosign(key, checkpoint, 1_795_000_000)

    def cosignature(data: bytes) -> object:
        said = witness.cosigned(_text(data), key.public.text(), checkpoint)
        return said.at_s

    yield Parser(name="cosignature", good=line.encode(), parse=cosignature, refuses=ValueError)
    asked: dict[str, JSON] = {
        "log": checkpoint.log, "old_size": 0, "note": note, "proof": [], "bench_key": bench.text(), "org_key": org,
        "enrolment": enrolment,
    }  # fmt: skip

    def judged(data: bytes) -> object:
        """Parsed as a bench's file of requests is: of the right types, and nothing in it believed."""
        try:
            fields = json.loads(data)
        except RecursionError:  # the program itself reads them from columns
            raise ValueError("nested too deeply") from None
        kinds = {"old_size": int, "proof": list}
        if not isinstance(fields, dict) or fields.keys() != asked.keys():
            raise ValueError
        if not all(isinstance(fields[name], kinds.get(name, str)) for name in asked):
            raise ValueError
        if not all(isinstance(one, str) for one in fields["proof"]):
            raise ValueError
        answer = witness.judge(key, witness.Asked(**fields), witness.Seen(), now_s=1_795_000_000)
        if isinstance(answer, witness.Refused):
            assert "\n" not in answer.why
            raise ValueError
        return answer.checkpoint

    yield Parser(
        name="a bench's request",
        good=canonical.encode(asked),
        parse=judged,
        refuses=ValueError,
        is_json=True,
    )


def _key_files(folder: Path, home: Home) -> Iterator[Parser]:
    folder.mkdir()
    file = folder / "given"
    owner = read_key(home.keys / "org.key")
    bench = read_key(home.keys / "bench.key")

    def of_file(parse: Callable[[Path], object]) -> Callable[[bytes], object]:
        def parsed(data: bytes) -> object:
            file.write_bytes(data)
            return parse(file)

        return parsed

    yield Parser(
        name="private key", good=bench.text().encode(), refuses=ValueError, agrees=_spelled,
        parse=lambda data: parse_private(_text(data)),
    )  # fmt: skip
    for name, good, parse in (
        ("private key file", bench.text().encode(), read_key),
        ("public key file", bench.public.text().encode(), read_vkey),
    ):
        yield Parser(name=name, good=good, refuses=Trouble, parse=of_file(parse), agrees=_anything)
    carried = org_keys.sealed(owner, "four words are enough").encode()
    yield Parser(
        name="organisation's key", good=carried, refuses=Trouble,
        parse=of_file(lambda path: org_keys.opened(path, "four words are enough")),
    )  # fmt: skip
    revoked = enrolment_note(owner, bench.public, 2, "lost", kind="revocation").encode()
    yield Parser(
        name="revocation", good=revoked, refuses=Trouble,
        parse=of_file(lambda path: org_keys.read_revocation(path, owner.public)),
    )  # fmt: skip


def _sealed() -> Iterator[Parser]:
    key, target = chance()(32), BytesIO()
    seal(BytesIO(b"a photo " * 400), target, key)
    yield Parser(
        name="sealed file", good=target.getvalue(), refuses=ValueError,
        parse=lambda data: b"".join(unsealed(BytesIO(data), key)),
    )  # fmt: skip


def broken(parser: Parser, luck: Random) -> bytes:
    if parser.is_json and luck.random() < 0.6:
        changed = broken_value(json.loads(parser.good), luck)
        return json.dumps(changed, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode(errors="replace")
    return broken_bytes(parser.good, luck)


def fault(parser: Parser, data: bytes) -> str:
    """What must not be, in words; empty when the parser did right. Any other exception is one, and comes through."""
    try:
        answer = parser.parse(data)
    except parser.refuses as refusal:
        sentence = refusal.sentence() if isinstance(refusal, Trouble) else str(refusal)
        return "" if "\n" not in sentence else f"refused in more than one line: {sentence!r}"
    if parser.agrees is not None:
        return "" if parser.agrees(data, answer) else f"answered {str(answer)[:100]}"
    return "" if answer == parser.parse(parser.good) else f"believed {str(answer)[:100]}"
