"""Check a Sealbench evidence bundle, evidence format version 1: standard library only, Python 3.9 and newer.

    python3 -I verify.py case.zip [--org-key VKEY|FILE] [--witness-key VKEY|FILE]…

Nine checks, a line each; exit 0 when verified, with or without remarks, 7 when failed, 1 when the file is missing.
Nothing here writes, and nothing is trusted. It is one file, and so a long one, because it travels in every bundle and
a stranger must be able to run and to read it alone.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import re
import struct
import sys
import unicodedata
import zlib
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, NoReturn

BUNDLE_MAX = 2**31 - 1  # bytes
TEXT_MAX = 16 * 2**20  # bytes of a member that is read as text
JUMP_US = 2_000_000
NAMES = (
    "bundle, members and note",
    "entries",
    "disclosures",
    "inclusion in the log",
    "checkpoint signature",
    "enrolment",
    "outside anchors",
    "completeness",
    "clocks",
)


class BundleError(Exception):
    """Why the bundle fails, in one sentence."""


class Line(NamedTuple):
    n: int
    ok: bool
    line: str


class Verdict(NamedTuple):
    verdict: str
    checks: list[Line]
    remarks: list[str]
    org_fingerprint: str

    @property
    def exit_code(self) -> int:
        return 7 if self.verdict == "failed" else 0


def need(condition: object, sentence: str) -> None:
    if not condition:
        raise BundleError(sentence)


# Strict Ed25519 (RFC 8032): S < L, canonical A and R, no key of small order.

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_1 = pow(2, (P - 1) // 4, P)
Point = tuple[int, int, int, int]  # extended coordinates


def _sum(p: Point, q: Point) -> Point:
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def _times(factor: int, point: Point) -> Point:
    result: Point = (0, 1, 1, 0)
    while factor:
        if factor & 1:
            result = _sum(result, point)
        point, factor = _sum(point, point), factor >> 1
    return result


def _point(data: bytes) -> Point | None:
    y, sign = int.from_bytes(data, "little") & (2**255 - 1), data[31] >> 7
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_1 % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return (x, y, 1, x * y % P)


def _encoded(point: Point) -> bytes:
    inverse = pow(point[2], P - 2, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def signature_ok(public: bytes, signature: bytes, message: bytes) -> bool:
    key = _point(public) if len(public) == 32 else None
    if key is None or len(signature) != 64 or _times(8, key)[0] == 0:
        return False
    s = int.from_bytes(signature[32:], "little")
    if s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    base = _point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
    assert base is not None
    minus_key = (P - key[0], key[1], key[2], P - key[3])
    return _encoded(_sum(_times(s, base), _times(k, minus_key))) == signature[:32]


# Canonical JSON, base64, signed notes.


def canonical(value: Any) -> bytes:
    def keyed(item: Any) -> Any:
        if isinstance(item, dict):
            return {key: keyed(item[key]) for key in sorted(item, key=lambda key: key.encode("utf-16-be"))}
        if isinstance(item, list):
            return [keyed(one) for one in item]
        need(not isinstance(item, int) or abs(item) < 2**53, "a number is too large")
        return item

    return json.dumps(keyed(value), ensure_ascii=False, separators=(",", ":")).encode()


def _no_float(text: str) -> NoReturn:
    raise BundleError(f"{text} is not an integer")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    need(len({key for key, _ in pairs}) == len(pairs), "a key appears twice")
    return dict(pairs)


def parse_json(data: bytes, where: str) -> Any:
    try:
        text = data.decode()
        value = json.loads(text, object_pairs_hook=_unique, parse_float=_no_float, parse_constant=_no_float)
        same = canonical(value) == data and unicodedata.normalize("NFC", text) == text
    except (BundleError, ValueError, RecursionError) as error:
        raise BundleError(f"{where}: {error}") from None
    need(same, f"{where} is not canonical JSON")
    return value


def has_keys(value: Any, keys: str, where: str) -> dict[str, Any]:
    need(isinstance(value, dict) and set(value) == set(keys.split()), f"{where} does not have exactly the keys {keys}")
    return dict(value)


def is_int(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def unb64(text: Any, size: int, where: str) -> bytes:
    """Bytes of the one canonical spelling of base64; any number of them when ``size`` is 0."""
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (ValueError, AttributeError):
        raise BundleError(f"{where} is not base64") from None
    need(base64.b64encode(data).decode() == text, f"{where} is not canonical base64")
    need(size in (0, len(data)), f"{where} does not have {size} bytes")
    return data


class Key(NamedTuple):
    name: str
    kind: int
    public: bytes

    @property
    def id(self) -> bytes:
        return hashlib.sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.public).digest()[:4]


def parse_vkey(text: str, where: str, kind: int = 1) -> Key:
    parts = text.split("+", 2)
    need(len(parts) == 3 and re.fullmatch(r"[^\s+]+", parts[0]), f"{where} is not a verifier key")
    raw = unb64(parts[2], 33, where)
    key = Key(parts[0], raw[0], raw[1:])
    need(raw[0] == kind and parts[1] == key.id.hex(), f"{where} is not the verifier key it says it is")
    return key


class Note(NamedTuple):
    text: str
    signatures: list[tuple[str, bytes]]

    def signed_by(self, key: Key) -> list[bytes]:
        """Signatures that bear the key's name and id, whether they hold or not."""
        return [raw[4:] for name, raw in self.signatures if name == key.name and raw[:4] == key.id]


def parse_note(data: bytes, where: str) -> Note:
    try:
        note = data.decode()
    except UnicodeDecodeError:
        raise BundleError(f"{where} is not text") from None
    cut = note.rfind("\n\n") + 1
    need(cut and note.endswith("\n") and not re.search(r"[\x00-\x09\x0b-\x1f]", note), f"{where} is not a signed note")
    signatures = []
    for line in note[cut + 1 : -1].split("\n"):
        parts = line.split(" ")
        need(len(parts) == 3 and parts[0] == "—", f"{where} has a malformed signature line")
        signatures.append((parts[1], unb64(parts[2], 0, f"a signature of {where}")))
    need(len(signatures) <= 16, f"{where} has more than 16 signatures")
    return Note(note[:cut], signatures)


def open_note(data: bytes, key: Key, where: str) -> str:
    note = parse_note(data, where)
    found = note.signed_by(key)
    need(found, f"{where} is not signed by {key.name}")
    need(all(signature_ok(key.public, one, note.text.encode()) for one in found), f"the signature of {where} is false")
    return note.text


# The ZIP, in its one byte form.

_LOCAL = struct.Struct("<IHHHHHIIIHH")
_CENTRAL = struct.Struct("<IHHHHHHIIIHHHHHII")
_END = struct.Struct("<IHHHHIIH")
_MEMBER_NAME = re.compile(r"(?!.*(^|/)\.\.?(/|$))[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*")


def local_header(name: str, crc: int, size: int) -> bytes:
    return _LOCAL.pack(0x04034B50, 20, 0, 0, 0, 0x21, crc, size, size, len(name), 0) + name.encode("ascii")


def central_header(name: str, crc: int, size: int, offset: int) -> bytes:
    fixed = (0x02014B50, 0x0314, 20, 0, 0, 0, 0x21, crc, size, size, len(name), 0, 0, 0, 0, 0o600 << 16, offset)
    return _CENTRAL.pack(*fixed) + name.encode("ascii")


def end_record(count: int, size: int, offset: int) -> bytes:
    return _END.pack(0x06054B50, 0, 0, count, count, size, offset, 0)


class Member(NamedTuple):
    offset: int
    size: int
    sha256: str


class Archive:
    """The members of a ZIP every byte of which has been compared with what a rebuilt one would have."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        size = stream.seek(0, 2)
        need(22 <= size <= BUNDLE_MAX, "the file is no bundle: its size is impossible")
        listed, central_at = self._central(size)
        self.members: dict[str, Member] = {}
        rebuilt = bytearray()
        position = 0
        for name, length in listed:
            crc, member = self._member(name, position + 30 + len(name), length, central_at)
            need(
                self._at(position, 30 + len(name)) == local_header(name, crc, length),
                f"the header of {name} is altered",
            )
            rebuilt += central_header(name, crc, length, position)
            position = member.offset + length
            self.members[name] = member
        need(position == central_at, "there are bytes between the members")
        rebuilt += end_record(len(listed), len(rebuilt), position)
        need(self._at(position, size - position) == bytes(rebuilt), "the ZIP directory is not in its one form")
        need(list(self.members) == sorted({name for name, _ in listed}), "the members are not in order")

    def _at(self, offset: int, count: int) -> bytes:
        self._stream.seek(offset)
        return self._stream.read(count)

    def _central(self, size: int) -> tuple[list[tuple[str, int]], int]:
        end = _END.unpack(self._at(size - 22, 22))
        need(end[0] == 0x06054B50 and end[5] + end[6] == size - 22, "the file is no bundle, or its end is missing")
        data, listed, at = self._at(end[6], end[5]), [], 0
        while at < len(data):
            need(at + 46 <= len(data), "the ZIP directory is cut short")
            fields = _CENTRAL.unpack_from(data, at)
            name = data[at + 46 : at + 46 + fields[10]].decode("latin-1")
            need(_MEMBER_NAME.fullmatch(name), "a member has a forbidden name")
            listed.append((name, fields[9]))
            at += 46 + fields[10]
        need(len(listed) < 0xFFFF, "the bundle has too many members")
        return listed, end[6]

    def _member(self, name: str, offset: int, length: int, limit: int) -> tuple[int, Member]:
        need(offset + length <= limit, f"{name} is cut short")
        self._stream.seek(offset)
        crc, digest, left = 0, hashlib.sha256(), length
        while left:
            data = self._stream.read(min(left, 2**20))
            need(data, f"{name} is cut short")
            crc, left = zlib.crc32(data, crc), left - len(data)
            digest.update(data)
        return crc, Member(offset, length, digest.hexdigest())

    def read(self, name: str) -> bytes:
        need(name in self.members, f"{name} is missing")
        need(self.members[name].size <= TEXT_MAX, f"{name} is too long")
        return self._at(self.members[name].offset, self.members[name].size)

    def text(self, name: str) -> str:
        try:
            return self.read(name).decode("ascii").strip("\n")
        except UnicodeDecodeError:
            raise BundleError(f"{name} is not plain text") from None

    def under(self, folder: str) -> list[str]:
        return [name for name in self.members if name.startswith(folder)]


# What the checks find out about the bundle, and the checks themselves: each returns its line or raises BundleError.

HEADER_KEYS = "v log seq prev kind tag wall_us mono_us boot by build pub com media"
BUNDLE_KEYS = "v order parcel sealed logs files window key_protection remarks"
FREE_MEMBERS = re.compile(
    r"README\.html|report\.pdf|VERIFY\.md|verify\.py|bundle\.json|bundle\.note|disclosures\.json"
    r"|keys/exporter\.vkey|keys/exporter-enrolment\.txt|(stills|media|labels)/.+"
)
LOG_MEMBERS = re.compile(
    r"entries/(0|[1-9][0-9]*)\.json|proofs/(0|[1-9][0-9]*)\.json|checkpoint\.txt|anchors/.+"
    r"|keys/(bench\.vkey|org\.vkey|enrolment\.txt|witness-[^/]+\.vkey)"
)


class Entry(NamedTuple):
    log: str
    seq: int
    leaf: bytes
    header: dict[str, Any]


class Case:
    """Filled by the checks, in their order."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.bundle: dict[str, Any] = {}
        self.logs: list[str] = []
        self.entries: dict[tuple[str, int], Entry] = {}
        self.checkpoints: dict[str, tuple[int, bytes]] = {}
        self.remarks: list[str] = []
        self.org_fingerprint = ""
        self.compared_with: str | None = None
        self.witness_keys: tuple[str, ...] = ()  # of those that must have cosigned, from outside
        self.seen_outside: dict[str, list[int]] = {}  # by log, seconds

    def folder(self, log: str) -> str:
        return f"logs/{self.logs.index(log) + 1}/"

    def key(self, log: str, name: str, kind: int = 1) -> Key:
        where = f"{self.folder(log)}keys/{name}"
        return parse_vkey(self.archive.text(where), where, kind)

    def of_log(self, log: str) -> list[Entry]:
        return sorted((entry for entry in self.entries.values() if entry.log == log), key=lambda entry: entry.seq)


def check_bundle(case: Case) -> str:
    archive = case.archive
    raw = archive.read("bundle.json")
    bundle = case.bundle = has_keys(parse_json(raw, "bundle.json"), BUNDLE_KEYS, "bundle.json")
    need(bundle["v"] == 1 and is_int(bundle["v"]), "this verifier knows version 1 of the format only")
    need(isinstance(bundle["order"], str) and is_int(bundle["parcel"]), "bundle.json names no order and parcel")
    need(isinstance(bundle["logs"], list) and bundle["logs"], "bundle.json names no log")
    need(_all_text(bundle["logs"]) and len(set(bundle["logs"])) == len(bundle["logs"]), "the logs are not told apart")
    need(isinstance(bundle["remarks"], list) and _all_text(bundle["remarks"]), "the remarks are not text")
    case.logs = bundle["logs"]
    for name in archive.members:
        need(FREE_MEMBERS.fullmatch(name) or _belongs_to_log(name, len(case.logs)), f"{name} does not belong here")
    listed = [
        {"path": name, "sha256": member.sha256, "size": member.size}
        for name, member in archive.members.items()
        if name not in ("bundle.json", "bundle.note")
    ]
    need(bundle["files"] == listed, "the members are not the files that bundle.json lists")
    need(len(parse_note(archive.read("bundle.note"), "bundle.note").signatures) == 1, "bundle.note has odd signatures")
    signer = _bundle_signer(case)
    text = open_note(archive.read("bundle.note"), signer, "bundle.note")
    need(text == f"sealbench-bundle/1\n{hashlib.sha256(raw).hexdigest()}\n", "bundle.note is about another bundle")
    case.remarks += [f"said at export: {remark}" for remark in bundle["remarks"]]
    return f"{len(archive.members)} members, all as listed; signed by {signer.name}"


def _all_text(values: list[Any]) -> bool:
    return all(isinstance(value, str) for value in values)


def _belongs_to_log(name: str, count: int) -> bool:
    parts = name.split("/", 2)
    numbers = {str(n) for n in range(1, count + 1)}
    return len(parts) == 3 and parts[0] == "logs" and parts[1] in numbers and bool(LOG_MEMBERS.fullmatch(parts[2]))


def _bundle_signer(case: Case) -> Key:
    """The bench of the last log, or a key that the organisation enrolled for exporting only."""
    last = case.logs[-1]
    if "keys/exporter.vkey" not in case.archive.members:
        return case.key(last, "bench.vkey")
    exporter = parse_vkey(case.archive.text("keys/exporter.vkey"), "keys/exporter.vkey")
    where = "keys/exporter-enrolment.txt"
    _enrolled(case.archive.read(where), case.key(last, "org.vkey"), exporter, "sealbench-exporter/1", where)
    return exporter


def check_entries(case: Case) -> str:
    for log in case.logs:
        need(re.fullmatch(r"[A-Za-z0-9._-]+/[A-Za-z0-9._-]+/[1-9][0-9]{0,9}", log), f"{log} is no log's name")
        for name in case.archive.under(f"{case.folder(log)}entries/"):
            entry = _entry(log, int(name.rsplit("/", 1)[1][:-5]), case.archive.read(name), name)
            case.entries[log, entry.seq] = entry
        chain = case.of_log(log)
        need(chain, f"there is no entry of {log}")
        for entry in chain:
            before = case.entries.get((log, entry.seq - 1))
            known = "0" * 64 if entry.seq == 0 else before.leaf.hex() if before else entry.header["prev"]
            need(entry.header["prev"] == known, f"entry {entry.seq} of {log} does not follow the one before it")
    return f"{len(case.entries)} entries, canonical, numbered and chained"


def _entry(log: str, seq: int, raw: bytes, where: str) -> Entry:
    header = has_keys(parse_json(raw, where), HEADER_KEYS, where)
    need(header["v"] == 1 and is_int(header["v"]), f"{where} has an unknown version")
    need(header["log"] == log and header["seq"] == seq and is_int(header["seq"]), f"{where} is another entry")
    need(_all_text([header[name] for name in ("prev", "kind", "tag", "boot", "by", "build")]), f"{where} is malformed")
    need(
        re.fullmatch("[0-9a-f]{64}", header["prev"]) and re.fullmatch("([0-9a-f]{64})?", header["tag"]),
        f"{where} is malformed",
    )
    need(is_int(header["wall_us"]) and is_int(header["mono_us"]), f"{where} has no clocks")
    need(header["tag"] or header["kind"] == "AnchorReceived", f"{where} belongs to no order")
    need(isinstance(header["pub"], dict) and isinstance(header["com"], dict), f"{where} is malformed")
    for field, commitment in header["com"].items():
        need(re.fullmatch("[a-z_]+", field) and field not in ("media", "tag"), f"{where} has a forbidden field")
        unb64(commitment, 32, f"a commitment of {where}")
    need(isinstance(header["media"], list), f"{where} is malformed")
    for medium in header["media"]:
        has_keys(medium, "com size mime role at_ms", f"a medium of {where}")
        unb64(medium["com"], 32, f"a commitment of {where}")
        need(
            is_int(medium["size"]) and _all_text([medium["mime"], medium["role"]]), f"a medium of {where} is malformed"
        )
    return Entry(log, seq, hashlib.sha256(b"\x00" + raw).digest(), header)


def check_disclosures(case: Case) -> str:
    disclosures = parse_json(case.archive.read("disclosures.json"), "disclosures.json")
    need(isinstance(disclosures, list), "disclosures.json is no list")
    seen: set[tuple[Any, ...]] = set()
    tags: set[str] = set()
    shown: set[str] = set()
    for item in disclosures:
        key, path = _disclosed(case, item, tags)
        need(key not in seen, "something is disclosed twice")
        seen.add(key)
        shown.update([path] if path else [])
    wanted = {entry.header["tag"] for entry in case.entries.values() if entry.header["tag"]}
    need(tags == wanted, "an entry is not shown to belong to the order")
    for name in case.archive.members:
        need(not re.match("(stills|media|labels)/", name) or name in shown, f"{name} is in no entry")
    hidden = sum(len(entry.header["com"]) for entry in case.entries.values()) - sum(
        1 for key in seen if key[0] == "field"
    )
    return f"{len(disclosures)} disclosures match; {hidden} personal values are not shown"


def _disclosed(case: Case, item: Any, tags: set[str]) -> tuple[tuple[Any, ...], str]:
    """What kind of thing is disclosed, where; and the file it names, if any."""
    need(isinstance(item, dict), "a disclosure is malformed")
    if "from" in item:
        return _derived(case, item)
    if "field" in item:
        has_keys(item, "log seq field salt value", "a disclosure")
    else:
        has_keys(item, "log seq media salt path", "a disclosure")
    need(isinstance(item["log"], str) and is_int(item["seq"]), "a disclosure is malformed")
    entry = case.entries.get((item["log"], item["seq"]))
    need(entry, "a disclosure is about an entry that is not here")
    assert entry is not None
    where = f"a disclosure of entry {entry.seq}"
    salt = unb64(item["salt"], 32, where)
    if "media" in item:
        return ("media", entry.log, entry.seq, item["media"]), _disclosed_medium(case, entry, item, salt)
    field = item["field"]
    if field == "tag":
        need(item["value"] == case.bundle["order"], "an entry belongs to another order")
        tag = hashlib.sha256(b"tag|" + salt + item["value"].encode()).hexdigest()
        need(tag == entry.header["tag"], f"entry {entry.seq} does not belong to the order")
        tags.add(tag)
        return ("tag", entry.log, entry.seq), ""
    need(isinstance(field, str) and field in entry.header["com"], f"{where} names no committed field")
    digest = hashlib.sha256(b"sb1|" + field.encode() + b"|" + salt + canonical(item["value"])).digest()
    need(
        digest == base64.b64decode(entry.header["com"][field]), f"{field} of entry {entry.seq} is not what was recorded"
    )
    return ("field", entry.log, entry.seq, field), ""


def _disclosed_medium(case: Case, entry: Entry, item: dict[str, Any], salt: bytes) -> str:
    index, path = item["media"], item["path"]
    need(is_int(index) and 0 <= index < len(entry.header["media"]), "a disclosure names no medium")
    need(isinstance(path, str) and re.match("(stills|media|labels)/", path), "a disclosure names no file")
    need(path in case.archive.members, f"{path} is missing")
    member, medium = case.archive.members[path], entry.header["media"][index]
    digest = hashlib.sha256(b"sb1|media|" + salt + bytes.fromhex(member.sha256)).digest()
    need(
        digest == base64.b64decode(medium["com"]) and member.size == medium["size"], f"{path} is not what was recorded"
    )
    return str(path)


def _derived(case: Case, item: dict[str, Any]) -> tuple[tuple[Any, ...], str]:
    has_keys(item, "path log from", "a disclosure")
    path = item["path"]
    need(isinstance(path, str) and path.startswith("stills/") and path in case.archive.members, "a still is missing")
    need(isinstance(item["log"], str) and is_int(item["from"]), "a disclosure is malformed")
    need((item["log"], item["from"]) in case.entries, f"{path} is made from an entry that is not here")
    case.remarks.append(f"{path} is derived from the video of entry {item['from']}: shown, not proven")
    return ("still", path), path


def check_inclusion(case: Case) -> str:
    for log in case.logs:
        folder = case.folder(log)
        text = parse_note(case.archive.read(f"{folder}checkpoint.txt"), f"{folder}checkpoint.txt").text
        size, root = case.checkpoints[log] = _checkpoint(text, log)
        proofs = {f"{folder}proofs/{entry.seq}.json" for entry in case.of_log(log)}
        need(proofs == set(case.archive.under(f"{folder}proofs/")), f"entries and proofs of {log} do not pair")
        for entry in case.of_log(log):
            where = f"{folder}proofs/{entry.seq}.json"
            proof = has_keys(parse_json(case.archive.read(where), where), "seq size path", where)
            need((proof["seq"], proof["size"]) == (entry.seq, size), f"{where} is about another entry or checkpoint")
            need(isinstance(proof["path"], list), f"{where} has no path")
            path = [unb64(step, 32, where) for step in proof["path"]]
            need(_root(entry.leaf, entry.seq, size, path) == root, f"entry {entry.seq} is not in the log {log}")
    return (
        f"every entry is in its log as of {', '.join(f'{log}: {size}' for log, (size, _) in case.checkpoints.items())}"
    )


def _checkpoint(text: str, log: str) -> tuple[int, bytes]:
    lines = text.split("\n")
    need(len(lines) == 4 and lines[0] == log and re.fullmatch("[1-9][0-9]{0,15}", lines[1]), f"no checkpoint of {log}")
    return int(lines[1]), unb64(lines[2], 32, f"the root of {log}")


def _root(leaf: bytes, index: int, size: int, path: list[bytes]) -> bytes | None:
    """RFC 9162, section 2.1.3.2."""
    last = size - 1
    if index > last:
        return None
    for step in path:
        if last == 0:
            return None
        if index & 1 or index == last:
            leaf = hashlib.sha256(b"\x01" + step + leaf).digest()
            while index and not index & 1:
                index, last = index >> 1, last >> 1
        else:
            leaf = hashlib.sha256(b"\x01" + leaf + step).digest()
        index, last = index >> 1, last >> 1
    return leaf if last == 0 else None


def check_signature(case: Case) -> str:
    for log in case.logs:
        where = f"{case.folder(log)}checkpoint.txt"
        key = case.key(log, "bench.vkey")
        need(key.name == log.rsplit("/", 1)[0], f"the key of {log} bears another name")
        open_note(case.archive.read(where), key, where)
    return "each log's root is signed by its bench"


def check_enrolment(case: Case) -> str:
    owners = {case.key(log, "org.vkey") for log in case.logs}
    need(len(owners) == 1, "the logs belong to different organisations")
    owner = owners.pop()
    for log in case.logs:
        where = f"{case.folder(log)}keys/enrolment.txt"
        need(owner.name == log.split("/")[0], f"the organisation's key is not {log.split('/')[0]}'s")
        first = _enrolled(case.archive.read(where), owner, case.key(log, "bench.vkey"), "sealbench-enrolment/1", where)
        need(first <= int(log.rsplit("/", 1)[1]), f"{log} is older than its key's enrolment")
    case.org_fingerprint = hashlib.sha256(owner.public).hexdigest()
    text = f"enrolled by {owner.name}, key fingerprint {case.org_fingerprint}"
    if case.compared_with is None:
        case.remarks.append("the organisation's key was not compared: compare its fingerprint with a copy from outside")
        return text
    need(parse_vkey(case.compared_with, "the given organisation key") == owner, f"{text}: this is NOT the key given")
    return f"{text}, equal to the key given"


def _enrolled(data: bytes, owner: Key, key: Key, first_line: str, where: str) -> int:
    lines = open_note(data, owner, where).split("\n")
    need(len(lines) == 5 and lines[0] == first_line, f"{where} is no enrolment of this kind")
    need(parse_vkey(lines[1], where) == key, f"{where} enrols another key")
    need(re.fullmatch("[1-9][0-9]{0,9}", lines[2]), f"{where} names no epoch")
    return int(lines[2])


def check_anchors(case: Case) -> str:
    found = []
    cosigners: list[Key] = []
    given = [parse_vkey(text, "the given witness key", kind=4) for text in case.witness_keys]
    for log in case.logs:
        folder = case.folder(log)
        note = parse_note(case.archive.read(f"{folder}checkpoint.txt"), f"{folder}checkpoint.txt")
        witnesses = {}
        for name in case.archive.under(f"{folder}keys/witness-"):
            key = witnesses[case.archive.text(name)] = parse_vkey(case.archive.text(name), name, kind=4)
            cosigners.append(key)
            time, text = _cosigned(note, key, name)
            case.seen_outside.setdefault(log, []).append(time)
            found.append(text + _compared(key, given))
        for time, text in _cosigned_before(case, log, witnesses):
            case.seen_outside[log].append(time)
            found.append(text)
        for name in case.archive.under(f"{folder}anchors/"):
            if name.endswith(".tsr"):
                time, text = _stamped(note, case.archive.read(name), name)
                case.seen_outside.setdefault(log, []).append(time)
                found.append(text)
    _compare_witnesses(case, cosigners, given)
    printed = sorted(
        {_printed_root(entry) for entry in case.entries.values() if entry.header["kind"] == "LabelRequested"}
    )
    paper = f"; the label on the parcel carries {' or '.join(printed)}, compare it" if printed else ""
    if not found:
        case.remarks.append(
            "no witness and no time-stamp authority has seen the log: its owner could have rewritten it"
        )
        return f"none{paper}"
    return "; ".join(found) + paper


def _compared(key: Key, given: list[Key]) -> str:
    text = f", key fingerprint {hashlib.sha256(key.public).hexdigest()}"
    if key in given:
        return f"{text}, equal to the key given"
    need(all(one.name != key.name for one in given), f"the witness {key.name}{text}: this is NOT the key given")
    return text


def _compare_witnesses(case: Case, cosigners: list[Key], given: list[Key]) -> None:
    """Whoever made a bundle could have made a witness for it, too: a key that is only in the bundle proves nothing."""
    for key in given:
        need(key in cosigners, f"{key.name}, whose key was given, has not cosigned the log")
    for name in sorted({key.name for key in cosigners if key not in given}):
        case.remarks.append(
            f"the witness's key was not compared with one you hold: compare the fingerprint of {name} "
            "with a copy from the witness"
        )


def _cosigned_before(case: Case, log: str, witnesses: dict[str, Key]) -> list[tuple[int, str]]:
    """A witness of the checkpoint had seen the parcel when it cosigned a smaller one that covers it: the log only grew.

    Its word of then lies in an AnchorReceived entry, younger than the parcel, that the checkpoint covers.
    """
    found = []
    last = max((entry.seq for entry in case.of_log(log) if entry.header["tag"]), default=0)
    for entry in case.of_log(log):
        pub, where = entry.header["pub"], f"entry {entry.seq}"
        key = witnesses.get(pub["key"]) if isinstance(pub.get("key"), str) else None
        size = pub.get("size")
        if entry.header["kind"] != "AnchorReceived" or key is None or not is_int(size) or not last < size <= entry.seq:
            continue
        note = parse_note(f"{log}\n{size}\n{pub.get('root')}\n\n{pub.get('line')}\n".encode(), where)
        time, text = _cosigned(note, key, where)
        found.append((time, f"{text} already, in {where}"))
    return found


def _stamped(note: Note, token: bytes, name: str) -> tuple[int, str]:
    """RFC 3161, section 2.4.2: behind the imprint stand a serial number and the time. openssl checks the signature."""
    imprint = bytes.fromhex("300d060960864801650304020105000420") + hashlib.sha256(note.text.encode()).digest()
    at = token.find(imprint)
    need(at >= 0, f"{name} is a time stamp of something else")
    rest = token[at + len(imprint) :]
    need(len(rest) >= 2 and rest[0] == 2 and rest[1] < 128, f"{name} names no time")
    time = re.match(rb"\x18[\x0f-\x1f]([12][0-9]{13})(\.[0-9]+)?Z", rest[2 + rest[1] : 40 + rest[1]])
    need(time, f"{name} names no time")
    assert time is not None
    try:
        moment = datetime.strptime(time[1].decode() + "+0000", "%Y%m%d%H%M%S%z")
    except ValueError:
        raise BundleError(f"{name} names no time") from None
    return int(moment.timestamp()), (
        f"time stamp {name} of {moment:%Y-%m-%d %H:%M:%S} UTC, imprint right; check it with: "
        f"openssl ts -verify -in {name} -data checkpoint-text -CAfile CERTIFICATES"
    )


def _cosigned(note: Note, key: Key, where: str) -> tuple[int, str]:
    """C2SP tlog-cosignature: eight bytes of time, then a signature over the time and the checkpoint."""
    lines = note.signed_by(key)
    need(len(lines) == 1 and len(lines[0]) == 72, f"the checkpoint is not cosigned by the key {where}")
    time = int.from_bytes(lines[0][:8], "big")
    message = f"cosignature/v1\ntime {time}\n{note.text}".encode()
    need(signature_ok(key.public, lines[0][8:], message), f"the cosignature of {key.name} is false")
    return time, f"cosigned by {key.name} at {time}"


def _printed_root(entry: Entry) -> str:
    where = f"the printed root of entry {entry.seq}"
    printed = has_keys(entry.header["pub"].get("root_printed"), "size root", where)
    need(is_int(printed["size"]) and 0 <= printed["size"] <= entry.seq, f"{where} is of the future")
    return base64.b32encode(unb64(printed["root"], 32, where)[:10]).decode()


def check_completeness(case: Case) -> str:
    parcel = {key: entry for key, entry in case.entries.items() if entry.header["tag"]}
    for log in case.logs:
        need(any(key[0] == log for key in parcel), f"there is no entry of the order in {log}")
    sealed = case.bundle["sealed"]
    if sealed is None:
        need(
            all(e.header["kind"] != "ParcelSealed" for e in parcel.values()),
            "the bundle hides that the parcel is sealed",
        )
        case.remarks.append("the parcel is not sealed: entries can be missing at its end")
        return f"not sealed; {len(parcel)} entries so far"
    has_keys(sealed, "log seq", "sealed")
    need(isinstance(sealed["log"], str) and is_int(sealed["seq"]), "sealed is malformed")
    seal = parcel.get((sealed["log"], sealed["seq"]))
    need(seal and seal.header["kind"] == "ParcelSealed", "the seal's entry is missing")
    assert seal is not None
    listed = seal.header["pub"].get("entries")
    need(isinstance(listed, list), "the seal lists no entries")
    position = case.logs.index(seal.log)
    before = [e for e in parcel.values() if (case.logs.index(e.log), e.seq) < (position, seal.seq)]
    named = sorted(canonical([entry.log, entry.seq, entry.leaf.hex()]) for entry in before)
    need(named == sorted(canonical(item) for item in listed), "an entry of the parcel is missing, or one is too many")
    later = len(parcel) - len(before) - 1
    if later:
        case.remarks.append(f"{later} entries of the order are younger than the seal")
    return f"the seal, entry {seal.seq}, lists {len(before)} entries: none missing, none extra"


def check_clocks(case: Case) -> str:
    jumps = 0
    for log in case.logs:
        chain = case.of_log(log)
        for i in range(1, len(chain)):  # zip(strict=) and pairwise are younger than Python 3.9
            older, newer = chain[i - 1], chain[i]
            wall = newer.header["wall_us"] - older.header["wall_us"]
            mono = newer.header["mono_us"] - older.header["mono_us"]
            same_boot = newer.header["boot"] == older.header["boot"]
            jumps += wall < 0 or (same_boot and abs(wall - mono) > JUMP_US)
    if jumps:
        case.remarks.append(f"the bench's clocks disagree at {jumps} places; order is by number, not by clock")
    walls = [entry.header["wall_us"] for entry in case.entries.values() if entry.header["tag"]]
    text = f"{_utc(min(walls))} to {_utc(max(walls))} by the bench's clock"
    return f"{text}; {_window(case, max(walls) // 10**6)}"


def _window(case: Case, newest_s: int) -> str:
    window = has_keys(case.bundle["window"], "after before", "window")
    need(all(value is None or is_int(value) for value in window.values()), "the time window is malformed")
    unfounded = "the bundle claims an outside time that nothing in it supports"
    seen = case.seen_outside
    if window["before"] is not None:
        need(set(seen) == set(case.logs), unfounded)
        need(window["before"] == max(min(times) for times in seen.values()), unfounded)
    if window["after"] is not None:
        need(_anchored_before(case, window["after"]), unfounded)
    if set(seen) != set(case.logs):
        return "no outside time"
    return f"first seen outside {max(min(times) for times in seen.values()) - newest_s} s after the last entry"


def _anchored_before(case: Case, time: int) -> bool:
    """An anchor of that time was recorded before the first entry of the parcel."""
    first = case.of_log(case.logs[0])
    start = min((entry.seq for entry in first if entry.header["tag"]), default=0)
    anchors = [e for e in first if e.seq < start and e.header["kind"] == "AnchorReceived"]
    return any(canonical(e.header["pub"].get("at_s")) == canonical(time) for e in anchors)


def _utc(us: int) -> str:
    """Any integer the format can hold is a moment between the years 1684 and 2255."""
    return f"{datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(microseconds=us):%Y-%m-%d %H:%M:%S} UTC"


CHECKS = (
    check_bundle,
    check_entries,
    check_disclosures,
    check_inclusion,
    check_signature,
    check_enrolment,
    check_anchors,
    check_completeness,
    check_clocks,
)


def examine(path: str | Path, org_key: str | None = None, witness_keys: tuple[str, ...] = ()) -> Verdict:
    """All nine checks, in order. After the first that fails, the rest are not made: they rest on it."""
    with open(path, "rb") as stream:
        try:
            case = Case(Archive(stream))
        except (BundleError, struct.error) as error:
            return Verdict("failed", _lines([], str(error)), [], "")
        case.compared_with, case.witness_keys = org_key, witness_keys
        done: list[str] = []
        try:
            for check in CHECKS:
                done.append(check(case))
        except (BundleError, RecursionError) as error:
            return Verdict("failed", _lines(done, str(error)), case.remarks, case.org_fingerprint)
    verdict = "verified with remarks" if case.remarks else "verified"
    return Verdict(verdict, _lines(done, None), case.remarks, case.org_fingerprint)


def _lines(done: list[str], failure: str | None) -> list[Line]:
    lines = [Line(n, True, text) for n, text in enumerate(done, 1)]
    if failure is not None:
        lines.append(Line(len(lines) + 1, False, failure))
    return lines + [Line(n, False, "not checked") for n in range(len(lines) + 1, len(NAMES) + 1)]


def report(verdict: Verdict) -> str:
    lines = []
    for check in verdict.checks:
        word = "ok" if check.ok else "-" if check.line == "not checked" else "FAILED"
        lines.append(f"{check.n} {word:<6} {NAMES[check.n - 1]}: {check.line}")
    lines += [f"  remark: {remark}" for remark in verdict.remarks]
    return "\n".join([*lines, f"verdict: {verdict.verdict}"])


def key_text(value: str) -> str:
    """The verifier key itself, or the file that holds it."""
    file = Path(value)
    try:
        return file.read_text("ascii").strip() if file.is_file() else value
    except (OSError, UnicodeDecodeError):
        return value


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="verify.py", description="Check a Sealbench evidence bundle.")
    parser.add_argument("bundle", metavar="case.zip")
    parser.add_argument("--org-key", metavar="VKEY|FILE", help="the organisation's key, from a copy outside the bundle")
    parser.add_argument(
        "--witness-key",
        action="append",
        default=[],
        metavar="VKEY|FILE",
        help="a witness's key, from the witness itself; can be given several times",
    )
    options = parser.parse_args(arguments)
    witness_keys = tuple(key_text(each) for each in options.witness_key)
    try:
        verdict = examine(options.bundle, key_text(options.org_key) if options.org_key else None, witness_keys)
    except OSError as error:
        sys.stderr.write(f"{options.bundle} cannot be read: {error.strerror}\n")
        return 1
    sys.stdout.write(
        "A copy of this script that came inside the bundle proves nothing by itself:\n"
        "take one from a Sealbench release that you fetched yourself, and compare.\n"
    )
    text = report(verdict).encode(sys.stdout.encoding or "ascii", "backslashreplace")
    sys.stdout.write(text.decode(sys.stdout.encoding or "ascii") + "\n")
    return verdict.exit_code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
