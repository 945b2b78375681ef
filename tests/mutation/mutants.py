"""The changes that a module can undergo, one operator, one constant or one condition at a time."""

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from tests.mutation.changements import list_changements
from tests.mutation.lieux import list_lieux

_TYPES = ("annotation", "returns", "decorator_list", "bases", "keywords_de_classe")
_IMPORTS = (ast.Import, ast.ImportFrom, ast.Raise, ast.Assert, ast.Pass)


@dataclass(frozen=True)
class Mutant:
    """A change: the file, the rank of the node and of the change, and what a reader is shown."""

    fichier: str
    rang: int
    variante: int
    fonction: str  # "f", "C.f"; "" or "C." for what runs when the module is loaded
    ligne: int
    avant: str
    apres: str
    pas: int = 0  # its statement, counted in lines from the head of its function
    fois: int = 0  # how many changes of the same words stand before it, in the same function

    @property
    def nom(self) -> str:
        """What names it in a list."""
        ou = f"{self.fichier}:{self.ligne} {self.fonction or '(module)'}"
        return f"{ou} : {_short(self.avant)}  →  {_short(self.apres)}"

    @property
    def du_code(self) -> bool:
        """Whether it is of a function's body, and not of what runs when the module is loaded."""
        return _is_code(self.fonction)

    @property
    def cle(self) -> str:
        """What names it when lines have moved."""
        fois = f" ({self.fois + 1})" if self.fois else ""
        return f"{self.fichier} {self.fonction} : {self.avant} → {self.apres}{fois}"


def list_mutants(fichier: str, source: str) -> Iterator[Mutant]:
    """Every change of a module, in the order of its nodes."""
    lieux, vus = list_lieux(source), Counter[tuple[str, str, str]]()
    for rang, (noeud, parent, ou) in enumerate(_walk(ast.parse(source))):
        ligne = getattr(noeud, "lineno", getattr(parent, "lineno", 0))
        _, pas = lieux.get(ligne, ("", 0))
        for variante, autre in enumerate(list_changements(noeud)):
            quoi = ou, ast.unparse(noeud), ast.unparse(autre)
            if quoi[1] != quoi[2]:
                yield Mutant(fichier, rang, variante, ou, ligne, *quoi[1:], pas, vus[quoi])
                vus[quoi] += 1


def mutate(source: str, mutant: Mutant) -> ast.Module:
    """The module with that change; its lines are those of the source."""
    arbre = ast.parse(source)
    noeud, parent, _ = list(_walk(arbre))[mutant.rang]
    autre = list(list_changements(noeud))[mutant.variante]
    for champ, valeur in ast.iter_fields(parent):
        if valeur is noeud:
            setattr(parent, champ, autre)
        elif isinstance(valeur, list):
            setattr(parent, champ, [autre if v is noeud else v for v in valeur])
    ast.copy_location(autre, noeud)
    return ast.fix_missing_locations(arbre)


def _walk(arbre: ast.Module) -> Iterator[tuple[ast.AST, ast.AST, str]]:
    """The nodes that may change, each with its parent and the function that it is of."""
    attente: list[tuple[ast.AST, ast.AST, str]] = [(arbre, arbre, "")]
    while attente:
        noeud, parent, fonction = attente.pop(0)
        if noeud is not arbre:
            yield noeud, parent, fonction
        attente = [*_list_enfants(noeud, fonction), *attente]


def _list_enfants(noeud: ast.AST, fonction: str) -> Iterator[tuple[ast.AST, ast.AST, str]]:
    """What stands below a node, without types, imports, docstrings and texts of errors."""
    corps = fonction
    if isinstance(noeud, ast.ClassDef):
        corps = f"{fonction}{noeud.name}."
    elif isinstance(noeud, ast.FunctionDef):
        corps = fonction if _is_code(fonction) else f"{fonction}{noeud.name}"
    for champ, valeur in ast.iter_fields(noeud):
        dedans = corps if champ == "body" else fonction
        for enfant in valeur if isinstance(valeur, list) else [valeur]:
            if isinstance(enfant, ast.AST) and champ not in _TYPES and not _is_fixed(enfant):
                yield enfant, noeud, dedans


def _is_fixed(noeud: ast.AST) -> bool:
    if isinstance(noeud, ast.Expr) and isinstance(noeud.value, ast.Constant):
        return True  # a docstring
    if isinstance(noeud, ast.Assign) and "TypeAlias" in ast.dump(noeud):
        return True
    if isinstance(noeud, ast.Call) and ast.unparse(noeud.func) == "Sujet":
        return True  # what a folder brings to a year: other modules hold it as it is
    if isinstance(noeud, ast.keyword) and noeud.arg == "strict":
        return True
    type_seul = isinstance(noeud, ast.If) and ast.unparse(noeud.test) == "TYPE_CHECKING"
    return type_seul or isinstance(noeud, (*_IMPORTS, ast.JoinedStr, ast.match_case))


def _is_code(fonction: str) -> bool:
    return bool(fonction) and not fonction.endswith(".")


def _short(texte: str) -> str:
    une_ligne = " ".join(texte.split())
    return une_ligne if len(une_ligne) <= 90 else une_ligne[:89] + "…"
