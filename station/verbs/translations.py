"""``translations``: the screens in a further language, by a file that a translator fills in Qt Linguist."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from station.home import Home


def add(verbs: Any, common: argparse.ArgumentParser) -> None:
    group = verbs.add_parser("translations", parents=[common], help="the screens in a further language")
    acts = group.add_subparsers(title="acts", metavar="ACT", required=True)
    acts.add_parser("list", parents=[common], help="the languages this bench has").set_defaults(run=_list)
    write = acts.add_parser("write", parents=[common], help="a file for Qt Linguist, or one brought up to date")
    write.add_argument("language", metavar="LANGUAGE", help="its short name: de, vi, pt_BR")
    write.add_argument("-o", "--out", type=Path, metavar="FILE.ts", help="default: sealbench_LANGUAGE.ts here")
    write.set_defaults(run=_write)
    check = acts.add_parser("check", parents=[common], help="what is missing or wrong in it; exit 1 when anything is")
    check.add_argument("file", type=Path, metavar="FILE.ts")
    check.set_defaults(run=_check)
    release = acts.add_parser("release", parents=[common], help="a complete file, for this bench's screens")
    release.add_argument("file", type=Path, metavar="FILE.ts")
    release.set_defaults(run=_release)


def _list(args: argparse.Namespace, home: Home) -> int:
    from station.ui import languages

    there = (*languages.SHIPPED, *sorted(languages.found((home.translations, languages.OURS))))
    print(json.dumps({"languages": there}) if args.json else "\n".join(there))
    return 0


def _write(args: argparse.Namespace, home: Home) -> int:
    from station.translations.files import messages, write

    path = args.out or Path(f"sealbench_{args.language}.ts")
    unfinished = write(args.language, path)
    told = {"file": str(path), "sentences": len(messages()), "unfinished": unfinished}
    if args.json:
        print(json.dumps(told, ensure_ascii=False))
    else:
        print(f"{path}: {unfinished} of {told['sentences']} sentences to translate")
    return 0


def _check(args: argparse.Namespace, home: Home) -> int:
    from station.translations.faults import faults
    from station.translations.files import messages
    from station.translations.messages import read

    language, _, done = read(args.file)
    told = list(faults(messages(), done))
    if args.json:
        print(json.dumps({"ok": not told, "language": language, "faults": told}, ensure_ascii=False))
    else:
        print("\n".join(told) if told else f"{args.file}: complete")
    return 1 if told else 0


def _release(args: argparse.Namespace, home: Home) -> int:
    from station.translations.files import release

    made = release(args.file, home.translations)
    if args.json:
        print(json.dumps({"file": str(made)}, ensure_ascii=False))
    else:
        print(f"{made}: set language or second_language in bench.toml, then start the bench anew")
    return 0
