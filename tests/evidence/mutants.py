"""What can be changed in a module, one small thing at a time. Knows nothing of tests and runs nothing.

Left as they are: annotations, decorators, docstrings, assertions, f-strings and sentences for people (text
with a space).
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import CodeType
from typing import TypeAlias

Change: TypeAlias = tuple[str, ast.AST]
"""What is done, and what stands there instead."""

COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}

ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
    ast.BitXor: ast.BitAnd,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}

UNTOUCHED = frozenset({"annotation", "returns", "decorator_list", "type_params"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """``line`` counts from 1; ``code`` is that line as it was; ``within`` a function's body, or outside of all."""

    line: int
    code: str
    change: str
    within: bool


def mutants(source: str, path: str) -> Iterator[tuple[Mutant, Callable[[], CodeType]]]:
    """Every mutant, in an order that is the same each time; its code is to be made before the next one is asked for.

    The first one is none at all: the tests must pass with it.
    """
    tree = ast.parse(source)
    lines = source.splitlines()
    yield Mutant(line=1, code="", change="", within=True), lambda: compile(tree, path, "exec", dont_inherit=True)
    for place in list(_places(tree)):
        for change, instead in list(_changes(place.node, place.field)):
            place.put(ast.fix_missing_locations(ast.copy_location(instead, place.node)))
            line = getattr(place.node, "lineno", 0)
            yield (
                Mutant(line=line, code=lines[line - 1].strip(), change=change, within=place.within),
                lambda: compile(tree, path, "exec", dont_inherit=True),
            )
            place.put(place.node)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    parent: ast.AST
    field: str
    index: int | None
    node: ast.AST
    within: bool

    def put(self, node: ast.AST) -> None:
        if self.index is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.index] = node


def _places(parent: ast.AST, within: bool = False) -> Iterator[_Place]:
    if isinstance(parent, ast.Assert | ast.JoinedStr | ast.ImportFrom | ast.Import):
        return
    for field, value in ast.iter_fields(parent):
        if field in UNTOUCHED:
            continue
        several = isinstance(value, list)
        inside = within or (isinstance(parent, ast.FunctionDef) and field == "body")
        for index, node in enumerate(value if several else [value]):
            if isinstance(node, ast.AST) and not _is_docstring(node) and not _is_main(node):
                yield _Place(parent=parent, field=field, index=index if several else None, node=node, within=inside)
                yield from _places(node, inside)


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_main(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "__name__" in ast.dump(node.test)


def _changes(node: ast.AST, field: str) -> Iterator[Change]:
    match node:
        case ast.Compare():
            yield from _compared(node)
        case ast.BoolOp(op, values):
            joined = ast.Or() if isinstance(op, ast.And) else ast.And()
            yield "and, or exchanged", ast.BoolOp(joined, values)
            for at in range(len(values)):
                left = values[:at] + values[at + 1 :]
                yield f"operand {at + 1} left out", left[0] if len(left) == 1 else ast.BoolOp(op, left)
        case ast.UnaryOp(ast.Not(), operand):
            yield "not left out", operand
        case ast.BinOp(left, op, right) if type(op) in ARITHMETIC:
            other = ARITHMETIC[type(op)]
            yield f"{type(op).__name__} became {other.__name__}", ast.BinOp(left, other(), right)
        case ast.Constant():
            yield from _constants(node)
        case ast.Return(ast.Constant(None | False)):
            pass  # nobody here tells the two apart; that it becomes True is another mutant
        case ast.Return(ast.expr()):
            yield "returns None", ast.Return(ast.Constant(None))
        case ast.Expr() | ast.Raise() | ast.Break() | ast.Continue() | ast.AugAssign():
            yield f"{type(node).__name__} left out", ast.Pass()
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            yield "Assign left out", ast.Pass()
        case _:
            pass
    if field in ("test", "ifs") and not isinstance(node, ast.Compare | ast.BoolOp | ast.Constant | ast.UnaryOp):
        assert isinstance(node, ast.expr)
        yield "condition turned round", ast.UnaryOp(ast.Not(), node)


def _compared(node: ast.Compare) -> Iterator[Change]:
    for at, op in enumerate(node.ops):
        for other in COMPARISONS[type(op)]:
            ops = [*node.ops[:at], other(), *node.ops[at + 1 :]]
            yield f"{type(op).__name__} became {other.__name__}", ast.Compare(node.left, ops, node.comparators)


def _constants(node: ast.Constant) -> Iterator[Change]:
    match node.value:
        case bool():
            yield f"{node.value} became {not node.value}", ast.Constant(not node.value)
        case int():
            yield f"{node.value} became {node.value + 1}", ast.Constant(node.value + 1)
        case bytes():
            yield f"{node.value!r} became longer", ast.Constant(node.value + b"x")
        case str() if " " not in node.value:
            yield f"{node.value!r} became longer", ast.Constant(node.value + "x")
        case _:
            pass
