"""The sandbox of templates: what would make of a few letters a text or a loop without end."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from jinja2 import nodes, pass_context
from jinja2.exceptions import TemplateSyntaxError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from rapportpv.core.effort import LETTRES, Effort, GabaritDemesureError

_FILTRES = frozenset(  # of Jinja's own; what lays out plain text has no place in Word
    {
        "abs",
        "capitalize",
        "count",
        "d",
        "default",
        "dictsort",
        "e",
        "escape",
        "first",
        "float",
        "forceescape",
        "groupby",
        "int",
        "items",
        "last",
        "length",
        "list",
        "lower",
        "map",
        "max",
        "min",
        "reject",
        "rejectattr",
        "reverse",
        "round",
        "safe",
        "select",
        "selectattr",
        "sort",
        "string",
        "sum",
        "title",
        "trim",
        "truncate",
        "unique",
        "upper",
        "wordcount",
    }
)
_GLOBALES = frozenset({"range", "dict", "namespace", "cycler", "joiner"})
_METHODES_REFUSEES = frozenset(  # of texts: each makes a text as wide as it is told
    {
        "center",
        "expandtabs",
        "format",
        "format_map",
        "join",
        "ljust",
        "rjust",
        "translate",
        "zfill",
    }
)
_BITS = 4096
_DECIMALES = 100
_APPEL = 10  # what a call costs, in rounds of a loop
_COMPTE, _PESE = "_compte", "_pese"


class BacASable(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which a template can neither run for long nor print without end."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(
        self,
        filtres: Mapping[str, Callable[..., Any]],
        effort: Effort | None = None,
        **options: Any,
    ) -> None:
        self.effort = effort or Effort()
        super().__init__(optimized=False, finalize=self._make_finalize(), **options)
        self.globals = {nom: self.globals[nom] for nom in sorted(_GLOBALES)}
        siens = {nom: filtre for nom, filtre in self.filters.items() if nom in _FILTRES}
        connus = siens | dict(filtres)
        self.filters = {nom: self._weigh_filtre(filtre) for nom, filtre in connus.items()}
        self.filters["replace"] = self._replace
        self.filters["round"] = self._bound_decimales(self.filters["round"])
        self.filters[_COMPTE], self.filters[_PESE] = self.effort.count, self.effort.weigh

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """What an operation gives, once its size is known to be that of a document's."""
        if operator in {"*", "%", "**"} and _is_suite(left, right):
            raise TypeError("unsupported operand")
        if isinstance(left, int) and isinstance(right, int) and operator in {"*", "**"}:
            bits = left.bit_length() * right if operator == "**" else _bits(left) + _bits(right)
            if bits > _BITS:
                raise GabaritDemesureError
        return self.effort.weigh(super().call_binop(context, operator, left, right))

    def call(self, context: Context, obj: Any, /, *args: Any, **options: Any) -> Any:
        """What a call gives: methods that widen a text are refused."""
        self.effort.spend(_APPEL)
        nom, sujet = getattr(obj, "__name__", ""), getattr(obj, "__self__", None)
        if isinstance(sujet, str) and nom in _METHODES_REFUSEES:
            raise TypeError("unsupported operand")
        if isinstance(sujet, str) and nom == "replace":
            return self._replace(sujet, *args, **options)
        return self.effort.weigh(super().call(context, obj, *args, **options))

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,
    ) -> str:
        """The code of a template, in which loops are counted and texts put together weighed."""
        return super()._generate(self._bound(source), name, filename, defer_init)

    def _bound(self, arbre: nodes.Template) -> nodes.Template:
        for boucle in arbre.find_all(nodes.For):
            if boucle.recursive:
                raise TemplateSyntaxError("recursive", boucle.lineno)
            poids = nodes.Const(_letters(boucle), lineno=boucle.lineno)
            boucle.iter = self._filter(boucle.iter, _COMPTE, boucle.lineno, poids)
        for bloc in arbre.find_all(nodes.AssignBlock):
            filtre = self._filter(bloc.filter, _PESE, bloc.lineno)
            bloc.filter = filtre
        _wrap_all(arbre, lambda noeud: self._filter(noeud, _PESE, noeud.lineno))
        return arbre

    def _filter(self, noeud: Any, nom: str, ligne: int, *args: nodes.Expr) -> nodes.Filter:
        filtre = nodes.Filter(noeud, nom, list(args), [], None, None, lineno=ligne)
        return filtre.set_environment(self)  # type: ignore[return-value]

    def _make_finalize(self) -> Callable[..., Any]:
        @pass_context  # so that nothing is worked out before it is counted
        def finalize(_contexte: Context, valeur: Any) -> Any:
            return self.effort.weigh(valeur)

        return finalize

    def _weigh_filtre(self, filtre: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(filtre)
        def pese(*args: Any, **options: Any) -> Any:
            return self.effort.weigh(filtre(*args, **options))

        return pese

    def _replace(self, texte: Any, ancien: Any, nouveau: Any, combien: Any = None) -> str:
        """The text with other words, which take no more room than a text may."""
        lu, avant, apres = str(texte), str(ancien), str(nouveau)
        if len(lu) + lu.count(avant) * len(apres) > LETTRES:
            raise GabaritDemesureError
        return str(self.effort.weigh(lu.replace(avant, apres, -1 if combien is None else combien)))

    @staticmethod
    def _bound_decimales(arrondi: Callable[..., Any]) -> Callable[..., Any]:
        def bounded(valeur: Any, decimales: int = 0, methode: str = "common") -> Any:
            if abs(decimales) > _DECIMALES:
                raise GabaritDemesureError
            return arrondi(valeur, decimales, methode)

        return bounded


def _is_suite(*valeurs: Any) -> bool:
    return any(isinstance(valeur, str | list | tuple) for valeur in valeurs)


def _bits(nombre: int) -> int:
    return nombre.bit_length()


def _letters(boucle: nodes.For) -> int:
    """How many letters a round of the loop prints as they are."""
    return sum(len(ecrit.data) for ecrit in boucle.find_all(nodes.TemplateData))


def _wrap_all(noeud: nodes.Node, wrap: Callable[[nodes.Expr], nodes.Expr]) -> None:
    """Wrap each list written out and each joining of texts below a node."""
    for champ, valeur in noeud.iter_fields():
        if isinstance(valeur, nodes.Node):
            setattr(noeud, champ, _wrapped(valeur, wrap))
        elif isinstance(valeur, list):
            valeur[:] = [_wrapped(v, wrap) if isinstance(v, nodes.Node) else v for v in valeur]


def _wrapped(noeud: nodes.Node, wrap: Callable[[nodes.Expr], nodes.Expr]) -> nodes.Node:
    _wrap_all(noeud, wrap)
    cible = isinstance(noeud, nodes.Tuple) and noeud.ctx != "load"
    if isinstance(noeud, nodes.Concat | nodes.List | nodes.Tuple | nodes.Dict) and not cible:
        return wrap(noeud)
    return noeud
