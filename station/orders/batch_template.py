"""The columns of a carrier's batch file: the shipped ones, or those of the user's own template, kept in the home.

The template's header row is read once (``waybills upload --template``); what each column means is kept beside it in a
small TOML file that a person can put right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from station.errors import SettingsTrouble, Trouble, UsageTrouble
from station.home import Home
from station.orders.routes import load_batch, read_all
from station.orders.service_file import ReadService
from station.orders.sheet import Table, cell_text, header_key
from station.orders.table_file import FILE_BYTES_MAX, read_table
from station.orders.upload import FIELDS, meaning_of
from station.packing.model import ServiceId
from station.packing.routing import Routing, Service, services_named

HEADER_ROWS_MAX = 20
"""How far down a template's header row is looked for, below titles and notes."""

COLUMNS_MAX = 200
HEADERS_SHOWN = 200
"""Characters of headers in a sentence."""
NOTHING = "-"


class _Kept(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    service: str
    above: list[list[str]] = []
    headers: list[str]
    columns: dict[str, str]  # header -> field


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchTemplate:
    """``above`` are the rows over the header row; a column without a meaning has the field ``""``."""

    name: str
    above: tuple[tuple[str, ...], ...]
    headers: tuple[str, ...]
    fields: tuple[str, ...]

    @property
    def unfilled(self) -> tuple[str, ...]:
        empty = (header for header, name in zip(self.headers, self.fields, strict=True) if header and not name)
        return tuple(" ".join(header.split()) for header in empty)


def template_for(home: Home, config: Path, service: Service, *, maps: Sequence[str] = ()) -> BatchTemplate:
    """The user's own template where one was given, else the shipped columns.

    Raises:
        SettingsTrouble: the kept template or the service's file names a field that is none, or there are no columns.
    """
    batch = load_batch(config, service.id, home.root)
    kept = _recall(home, service.id)
    if kept is None:
        _refuse_unknown_fields((name for _header, name in batch.columns), where=f"carriers/{service.id}.toml")
        headers, fields = zip(*batch.columns, strict=True)
        shipped = BatchTemplate(name=batch.name, above=(), headers=headers, fields=fields)
        return _remapped(shipped, maps)
    columns = tuple(kept.columns.get(header, "") for header in kept.headers)
    above = tuple(tuple(row) for row in kept.above)
    mine = BatchTemplate(name=batch.name, above=above, headers=tuple(kept.headers), fields=columns)
    return _remapped(mine, maps)


def learn(home: Home, config: Path, service: Service, file: Path, *, maps: Sequence[str]) -> BatchTemplate:
    """Take the columns of the user's template file; they are not kept before ``remember`` says so.

    Raises:
        Trouble: the file cannot be read, no column of it has a meaning, or it is another service's.
    """
    above, headers = header_row(table_in(file))
    _refuse_others_columns(home, config, service, headers, file)
    fields = tuple(meaning_of(header) or "" for header in headers)
    given = BatchTemplate(
        name=load_batch(config, service.id, home.root).name, above=above, headers=headers, fields=_once(fields)
    )
    return _remapped(given, maps)


def remember(home: Home, service: ServiceId, template: BatchTemplate) -> None:
    import tomlkit

    pairs = {header: name for header, name in zip(template.headers, template.fields, strict=True) if header and name}
    document = tomlkit.document()
    document.add(tomlkit.comment(f"The batch template of {service}: which column is filled with what. Fields:"))
    document.add(tomlkit.comment(", ".join(FIELDS)))
    document.add("service", tomlkit.item(service))
    document.add("above", tomlkit.item([list(row) for row in template.above]))
    document.add("headers", tomlkit.item(list(template.headers)))
    document.add("columns", tomlkit.item(pairs))
    file = _file(home, service)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(tomlkit.dumps(document), encoding="utf-8")
    except OSError as error:
        raise Trouble(f"the template cannot be kept: {error.strerror}", where=str(file)) from error


def refuse_other_service(file: Path, service: Service, routing: Routing) -> None:
    """A file whose name names another service, and not this one, is the wrong file (G7)."""
    named = services_named(file.stem.replace("-", " ").replace("_", " "), routing)
    if named and service.id not in named:
        remedy = f"Give it a name that does not, or use --service {named[0]}."
        raise UsageTrouble(f"the file's name says {named[0]}, not {service.id}", where=file.name, remedy=remedy)


def in_one_line(headers: Sequence[str]) -> str:
    """Headers for a sentence: some have line ends of their own, and some tables have very many."""
    return ", ".join(" ".join(header.split()) for header in headers if header)[:HEADERS_SHOWN]


def header_row(table: Table) -> tuple[tuple[tuple[str, ...], ...], tuple[str, ...]]:
    """The rows above the header row and the headers: the row, of the first ones, with the most known columns."""
    rows = [table.headers, *(tuple(map(cell_text, row)) for row in table.rows[:HEADER_ROWS_MAX])]
    best = max(range(len(rows)), key=lambda at: (sum(meaning_of(cell) is not None for cell in rows[at] if cell), -at))
    return tuple(rows[:best]), _trimmed(rows[best])[:COLUMNS_MAX]


def _trimmed(row: Sequence[str]) -> tuple[str, ...]:
    last = max((at for at, cell in enumerate(row, start=1) if cell), default=0)
    return tuple(row[:last])


def _once(fields: tuple[str, ...]) -> tuple[str, ...]:
    """Of two columns that mean the same the first is filled."""
    return tuple(name if name not in fields[:at] else "" for at, name in enumerate(fields))


def table_in(file: Path) -> Table:
    """The first sheet of a file, whatever its kind; ``Trouble`` when it is no table."""
    try:
        if file.stat().st_size > FILE_BYTES_MAX:
            raise Trouble(f"the file is larger than {FILE_BYTES_MAX // 1_000_000} MB", where=file.name)
        return read_table(file.read_bytes(), name=file.name)
    except OSError as error:
        raise Trouble(f"the file cannot be read: {(error.strerror or '').lower()}", where=str(file)) from error


def _remapped(template: BatchTemplate, maps: Sequence[str]) -> BatchTemplate:
    """With what a person says: ``COLUMN=field`` each, ``COLUMN=-`` for a column to leave empty."""
    fields = list(template.fields)
    keys = {header_key(header): at for at, header in reversed(list(enumerate(template.headers))) if header}
    for word in maps:
        column, equals, name = (part.strip() for part in word.rpartition("="))
        at = keys.get(header_key(column))
        if not equals or at is None:
            remedy = f"Its columns: {in_one_line(template.headers)}."
            raise UsageTrouble(f"--map {word!r} is no COLUMN=FIELD of this template", remedy=remedy)
        if name not in (*FIELDS, NOTHING):
            raise UsageTrouble(f"--map {word!r}: there is no such field", remedy=_KNOWN)
        fields[at] = "" if name == NOTHING else name
    if "order" not in fields:
        remedy = f'Say which it is: --map "COLUMN=order". Its columns: {in_one_line(template.headers)}.'
        raise Trouble("the template has no column for the order number", remedy=remedy)
    return BatchTemplate(name=template.name, above=template.above, headers=template.headers, fields=tuple(fields))


_KNOWN = f"Known: {', '.join(FIELDS)}; - for none."


def _refuse_others_columns(home: Home, config: Path, service: Service, headers: Sequence[str], file: Path) -> None:
    """The very columns of another service's batch file, and not of this one's: the file is for that one (G7)."""
    wanted = [header_key(header) for header in headers]
    alike = [read.service.id for read in read_all(config, home.root) if wanted in _known_columns(home, read)]
    if alike and service.id not in alike:
        remedy = f"Use --service {alike[0]}, or give {service.en}'s own template."
        raise Trouble(f"these are the columns of {', '.join(alike)}", where=file.name, remedy=remedy)


def _known_columns(home: Home, read: ReadService) -> list[list[str]]:
    kept = _recall(home, read.service.id)
    shipped = [header for header, _name in read.batch.columns] if read.batch else []
    return [[header_key(header) for header in one] for one in (shipped, kept.headers if kept else []) if one]


def _refuse_unknown_fields(names: Iterable[str], *, where: str) -> None:
    wrong = next((name for name in names if name not in FIELDS), None)
    if wrong is not None:
        raise SettingsTrouble(f"there is no field {wrong!r}", where=where, remedy=_KNOWN)


def _recall(home: Home, service: ServiceId) -> _Kept | None:
    file = _file(home, service)
    if not file.is_file():
        return None
    try:
        kept = msgspec.toml.decode(file.read_bytes(), type=_Kept)
    except (msgspec.DecodeError, UnicodeDecodeError, OSError) as error:
        remedy = "Mend it, or delete it to start afresh."
        raise SettingsTrouble(f"the kept template cannot be read: {error}", where=str(file), remedy=remedy) from error
    _refuse_unknown_fields(kept.columns.values(), where=str(file))
    return kept


def _file(home: Home, service: str) -> Path:
    return home.mappings / f"batch-{service}.toml"
