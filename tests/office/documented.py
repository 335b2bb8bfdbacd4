"""What ``config/bench.toml`` says above each of its settings."""

from __future__ import annotations

import re

from station.settings import config_dir

_SECTION = re.compile(r"\[([a-z_]+)\]")
_KEY = re.compile(r"([a-z_]+)\s*=")


def meanings() -> dict[str, str]:
    """The comment above each setting; settings under each other without one between share it."""
    found: dict[str, str] = {}
    comment: list[str] = []
    table, fresh = "", False
    for line in (config_dir() / "bench.toml").read_text(encoding="utf-8").splitlines():
        if section := _SECTION.fullmatch(line.strip()):
            table, comment = section[1], []
        elif line.startswith("# "):
            comment = [*comment, line[2:]] if fresh else [line[2:]]
            fresh = True
            continue
        elif key := _KEY.match(line):
            found[f"{table}.{key[1]}"] = " ".join(comment)
        fresh = False
    return found
