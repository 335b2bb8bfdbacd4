"""The tests in a process of their own: once with a look at which test runs which line, then with one mutant each.

Only processes that ``mutation`` starts come here: what they change, the imports, dies with them.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import importlib.util
import inspect
import itertools
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any

import coverage
import pytest

if sys.platform != "win32":
    import resource

from tests.evidence.mutants import mutants

OPTIONS = (
    *("-p", "no:randomly", "-p", "no:xdist", "--no-header", "-x"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning"),  # a process that was forked has imported plugins already
)

HANGS_S = 10
"""A test that takes so long hangs: those that a mutant is given take less than a fifth of it."""

MEMORY_MAX = 1 * 2**30
"""Bytes, where the system can say so: a loop without an end fills what there is."""


@dataclass(slots=True, eq=False)
class _Watch:
    """Tells the coverage which test is running, and keeps how long each took."""

    coverage: coverage.Coverage
    took_s: dict[str, float]

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self.coverage.switch_context(nodeid)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.took_s[report.nodeid] = self.took_s.get(report.nodeid, 0.0) + report.duration


def watched(files: Sequence[str], tests: Sequence[str], result: str, basetemp: str) -> None:
    """Writes ``{"took_s": {test: s}, "lines": {file: {line: [tests]}}}``; exits with pytest's code."""
    looking = coverage.Coverage(data_file=None, include=list(files), config_file=False)
    watch = _Watch(looking, {})
    looking.start()
    code = _pytest([*tests, f"--basetemp={basetemp}"], [watch], output=f"{result}.log")
    looking.stop()
    data = looking.get_data()
    lines = {file: data.contexts_by_lineno(file) for file in files}
    Path(result).write_text(json.dumps({"took_s": watch.took_s, "lines": lines}), "utf-8")
    sys.exit(code)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mutated:
    """Finds and loads one module: the changed one."""

    name: str
    path: str
    code: CodeType

    def find_spec(self, name: str, path: object = None, target: object = None) -> importlib.machinery.ModuleSpec | None:
        if name != self.name:
            return None
        spec = importlib.util.spec_from_file_location(name, self.path)
        assert spec is not None
        return importlib.machinery.ModuleSpec(name, self, origin=spec.origin)  # type: ignore[arg-type]

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        module.__file__ = self.path
        exec(self.code, module.__dict__)


def mutated(name: str, path: str, number: int, tests: Sequence[Sequence[str]], basetemp: str) -> None:
    """The tests one file after the other, until one fails. Exits with 0 when all passed: the mutant survived."""
    if sys.platform != "win32":
        os.setsid()  # so that a deadline ends what the tests started too
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY_MAX, MEMORY_MAX))
    every = mutants(Path(path).read_text("utf-8"), path)
    mutant, make = next(itertools.islice(every, number, None))
    code = make()
    if mutant.within:
        _exchange(importlib.import_module(name), code)
    else:
        _import_anew(_Mutated(name=name, path=path, code=code))
    options = (f"--basetemp={basetemp}", f"--timeout={HANGS_S}")
    runs = (_pytest([*one_file, *options], [], output=os.devnull) for one_file in tests)
    sys.exit(next((code for code in runs if code), 0))


def _import_anew(finder: _Mutated) -> None:
    """What stands outside of functions has been copied by whoever imported it: all of them import it again."""
    for name in [name for name in sys.modules if name.split(".")[0] in ("station", "tests")]:
        del sys.modules[name]
    sys.meta_path.insert(0, finder)


def _exchange(module: ModuleType, code: CodeType) -> None:
    """Functions keep their place and get the changed code: nothing need be imported again, which takes longest."""
    changed = ModuleType(module.__name__)
    changed.__file__ = module.__file__
    exec(code, changed.__dict__)
    for name, was, now in _functions(module.__name__, module.__dict__, changed.__dict__):
        assert was.__code__.co_freevars == now.__code__.co_freevars, name
        was.__code__, was.__defaults__, was.__kwdefaults__ = now.__code__, now.__defaults__, now.__kwdefaults__


def _functions(
    module: str, before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[tuple[str, FunctionType, FunctionType]]:
    """Those that the module defines, in its classes too, before and after."""
    for name, one in before.items():
        was, now = _plain(one), _plain(after.get(name))
        if isinstance(was, FunctionType) and isinstance(now, FunctionType) and was.__module__ == module:
            yield name, was, now
        elif isinstance(was, type) and isinstance(now, type) and was.__module__ == module:
            yield from _functions(module, vars(was), vars(now))


def _plain(value: object) -> object:
    """Without what is wrapped around a function."""
    if isinstance(value, property):
        value = value.fget
    if isinstance(value, classmethod | staticmethod):
        value = value.__func__
    return inspect.unwrap(value) if isinstance(value, FunctionType) else value


def _pytest(arguments: Sequence[str], plugins: Sequence[object], *, output: str) -> int:
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for stream in (1, 2):
        os.dup2(os.open(output, os.O_WRONLY | os.O_CREAT | os.O_APPEND), stream)
    return int(pytest.main([*OPTIONS, *arguments], list(plugins)))
