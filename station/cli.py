"""The command line: global options, one verb, one exit code. Each file of ``verbs/`` adds its own verbs.

Nothing heavy is imported here; a verb imports what it needs when it runs.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import station.verbs
from station.__about__ import __version__
from station.errors import Trouble, UsageTrouble
from station.home import Home


def main(argv: list[str] | None = None) -> int:
    """Run one verb; its result goes to stdout, its troubles in one sentence to stderr."""
    _speak_utf8()
    parser = _parser()
    args = parser.parse_args(argv)
    try:
        code = args.run(args, Home(_home(args.home)))
        sys.stdout.flush()
    except Trouble as trouble:
        _complain(trouble, as_json=args.json)
        return trouble.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    assert isinstance(code, int)
    return code


def _speak_utf8() -> None:
    """Results are UTF-8 whatever the system's code page is; a file name of other bytes is shown escaped.

    A program that was started with its output closed gets somewhere to write.
    """
    if sys.stdout is None:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - for as long as the program runs
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _complain(trouble: Trouble, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"error": trouble.sentence()}, ensure_ascii=False))
    print(f"sealbench: {trouble.sentence()}", file=sys.stderr)


def _home(option: str | None) -> Path:
    chosen = option or os.environ.get("SEALBENCH_HOME")
    if chosen:
        path = Path(chosen).expanduser().resolve()
    else:
        from platformdirs import user_data_path

        path = user_data_path("sealbench", appauthor=False)
    if path.exists() and not path.is_dir():
        raise UsageTrouble("the home is a file, not a folder", where=str(path), remedy="Name a folder with --home.")
    return path


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    _global_options(common, default=argparse.SUPPRESS)
    parser = argparse.ArgumentParser(prog="sealbench", description="The packing bench.")
    _global_options(parser, default=None)
    parser.add_argument("--version", action="version", version=f"sealbench {__version__}")
    verbs = parser.add_subparsers(title="verbs", metavar="VERB", required=True)
    for module in sorted(iter_modules(station.verbs.__path__), key=lambda found: found.name):
        import_module(f"station.verbs.{module.name}").add(verbs, common)
    return parser


def _global_options(parser: argparse.ArgumentParser, *, default: object) -> None:
    """Global options stand before or after the verb; after it, an unused one must not overwrite."""
    parser.add_argument("--home", metavar="DIR", default=default, help="settings, databases, media, logs")
    off = False if default is None else default
    parser.add_argument("--json", action="store_true", default=off, help="results as JSON")
    parser.add_argument("-v", "--verbose", action="store_true", default=off, help="more messages on stderr")
