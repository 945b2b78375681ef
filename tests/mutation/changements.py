"""What one node of a program may be changed into."""

import ast
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

_COMPARE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_CALCULE: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Add,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_APPELS = {
    "any": "all",
    "all": "any",
    "min": "max",
    "max": "min",
    "sorted": "list",
    "abs": "int",
    "bisect_left": "bisect_right",
    "bisect_right": "bisect_left",
    "lower": "upper",
    "startswith": "endswith",
    "endswith": "startswith",
    "strip": "lower",
    "casefold": "upper",
    "fullmatch": "match",
    "search": "match",
    "union": "intersection",
    "intersection": "union",
    "head": "tail",
    "extend": "append",
}
_CONDITIONS = (ast.If, ast.While, ast.IfExp)


def list_changements(noeud: ast.AST) -> Iterator[ast.AST]:
    """Each change of a node, as a node to stand in its place; always in the same order."""
    change = _CHANGEMENTS.get(type(noeud))
    if change:
        yield from change(noeud)


def _with(noeud: Any, **champs: Any) -> Any:
    autre = deepcopy(noeud)
    for champ, valeur in champs.items():
        setattr(autre, champ, valeur)
    return autre


def _compare(noeud: ast.Compare) -> Iterator[ast.AST]:
    for rang, operateur in enumerate(noeud.ops):
        autres = list(noeud.ops)
        autres[rang] = _COMPARE[type(operateur)]()
        yield _with(noeud, ops=autres)
    if isinstance(noeud.ops[0], (ast.Lt, ast.LtE, ast.Gt, ast.GtE)) and len(noeud.ops) == 1:
        yield ast.UnaryOp(ast.Not(), deepcopy(noeud))


def _calcule(noeud: ast.BinOp) -> Iterator[ast.AST]:
    if type(noeud.op) in _CALCULE:
        yield _with(noeud, op=_CALCULE[type(noeud.op)]())


def _bool_op(noeud: ast.BoolOp) -> Iterator[ast.AST]:
    """The other operator, and the condition without each of its members."""
    yield _with(noeud, op=ast.Or() if isinstance(noeud.op, ast.And) else ast.And())
    for rang in range(len(noeud.values)):
        restent = [deepcopy(v) for i, v in enumerate(noeud.values) if i != rang]
        yield restent[0] if len(restent) == 1 else _with(noeud, values=restent)


def _unary(noeud: ast.UnaryOp) -> Iterator[ast.AST]:
    if isinstance(noeud.op, (ast.Not, ast.USub)):
        yield deepcopy(noeud.operand)


def _constant(noeud: ast.Constant) -> Iterator[ast.AST]:
    valeur = noeud.value
    if isinstance(valeur, bool):
        yield ast.Constant(not valeur)
    elif isinstance(valeur, int | float):
        yield ast.Constant(valeur + 1)
    elif isinstance(valeur, str):
        yield ast.Constant(valeur + "XX" if valeur else "XX")


def _condition(noeud: Any) -> Iterator[ast.AST]:
    """The contrary, of what is no comparison: those have their own."""
    if not isinstance(noeud.test, ast.Compare | ast.BoolOp | ast.UnaryOp):
        yield _with(noeud, test=ast.UnaryOp(ast.Not(), deepcopy(noeud.test)))


def _comprehension(noeud: ast.comprehension) -> Iterator[ast.AST]:
    """A loop without each of its conditions."""
    for rang in range(len(noeud.ifs)):
        yield _with(noeud, ifs=[deepcopy(v) for i, v in enumerate(noeud.ifs) if i != rang])


def _return(noeud: ast.Return) -> Iterator[ast.AST]:
    if noeud.value and not (isinstance(noeud.value, ast.Constant) and noeud.value.value is None):
        yield ast.Return(ast.Constant(None))


def _call(noeud: ast.Call) -> Iterator[ast.AST]:
    """Another function of the same kind; a call without each of its named arguments."""
    appele = noeud.func
    if isinstance(appele, ast.Name) and appele.id in _APPELS:
        yield _with(noeud, func=ast.Name(_APPELS[appele.id], ast.Load()))
    if isinstance(appele, ast.Attribute) and appele.attr in _APPELS:
        yield _with(noeud, func=_with(appele, attr=_APPELS[appele.attr]))
    for rang, argument in enumerate(noeud.keywords):
        if argument.arg not in (None, "strict"):  # zip’s «strict» never tells anything
            yield _with(noeud, keywords=[k for i, k in enumerate(noeud.keywords) if i != rang])


def _slice(noeud: ast.Slice) -> Iterator[ast.AST]:
    for bout in ("lower", "upper"):
        if getattr(noeud, bout):
            yield _with(noeud, **{bout: None})


def _expr(noeud: ast.Expr) -> Iterator[ast.AST]:
    if isinstance(noeud.value, ast.Call):
        yield ast.Pass()


def _become(autre: Callable[[], ast.AST]) -> Callable[[Any], Iterator[ast.AST]]:
    return lambda _: iter([autre()])


_CHANGEMENTS: dict[type, Callable[[Any], Iterator[ast.AST]]] = {
    ast.Compare: _compare,
    ast.BinOp: _calcule,
    ast.BoolOp: _bool_op,
    ast.UnaryOp: _unary,
    ast.Constant: _constant,
    ast.comprehension: _comprehension,
    ast.Return: _return,
    ast.Call: _call,
    ast.Slice: _slice,
    ast.Expr: _expr,
    ast.AugAssign: _become(ast.Pass),
    ast.Break: _become(ast.Continue),
    ast.Continue: _become(ast.Break),
    **dict.fromkeys(_CONDITIONS, _condition),
}
