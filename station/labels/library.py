"""Where templates are found: the home's own folder before the shipped one, file by file. Reading them is elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from station.errors import SettingsTrouble
from station.labels.saying import Say, both
from station.labels.template import Template, load
from station.labels.template_file import read_sheet
from station.labels.template_specs import Sheet

FILES_MAX: Final = 500
"""In one folder; what is beyond is not looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """``folders``: the first that has a file of a name gives it; parts and pictures are found the same way.

    ``say``: the languages of a template's own words.
    """

    folders: tuple[Path, ...]
    say: Say = both

    def files(self) -> dict[str, Path]:
        """Every file by its name without ``.toml``, by name."""
        found = {
            path.stem: path
            for folder in reversed(self.folders)
            for path in sorted(folder.glob("*.toml"))[:FILES_MAX]
        }  # fmt: skip
        return dict(sorted(found.items()))

    def path(self, name: str) -> Path:
        """The file of a name; a name that ends in ``.toml`` is a file of its own."""
        if name.endswith(".toml"):
            return Path(name)
        files = self.files()
        if name not in files:
            near = get_close_matches(name, files, n=1)
            remedy = f"Did you mean {near[0]!r}?" if near else f"Known: {', '.join(files)}."
            raise SettingsTrouble(f"there is no label template {name[:60]!r}", remedy=remedy)
        return files[name]

    def load(self, name: str) -> Template:
        return load(self.path(name), self.folders, self.say)

    def sheet(self, name: str) -> Sheet | None:
        """The sheet of paper of that name, or None when it is a label's template."""
        return read_sheet(self.path(name))

    def waybills(self) -> tuple[Template, ...]:
        """Every waybill's template, by name. One that does not read is none: who names it is told why."""
        found = []
        for path in self.files().values():
            try:
                template = load(path, self.folders, self.say)
            except SettingsTrouble:
                continue
            if template.file.kind:
                found.append(template)
        return tuple(found)
