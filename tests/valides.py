"""openxml-audit without half of its work: the children that it found right once are right again.

And without a document taken for the one before it, whose place in memory it has.
"""

from collections.abc import Callable
from functools import cache
from itertools import count
from typing import Any

from openxml_audit import OpenXmlValidator
from openxml_audit.schema import validator as schema
from openxml_audit.semantic.constraints import cross_part

_NUMEROS = count()


@cache
def make_validateur() -> OpenXmlValidator:
    """The validator of all tests of a process."""
    schema.get_validator = _remember(schema.get_validator)
    cross_part._cache_key = _number(cross_part._cache_key)
    return OpenXmlValidator()


def _number(make_cle: Callable[..., Any]) -> Callable[..., Any]:
    """The keys of what it remembers of a package, by a number that no other package has."""

    def numbered(contexte: Any, *autres: Any) -> Any:
        numero = vars(contexte.package).setdefault("numero", next(_NUMEROS))
        return numero, *make_cle(contexte, *autres)[1:]

    return numbered


def _remember(get_validator: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return cache(lambda genre: (trouve := get_validator(genre)) and _Memoire(trouve))


class _Memoire:
    """What follows what in an element: it looks at their names only, and so is looked up by them."""

    def __init__(self, autre: Any) -> None:
        self._autre = autre
        self._justes: dict[Any, Any] = {}

    def validate(self, modele: Any, enfants: list[Any], contexte: Any) -> bool:
        cle = (id(modele), tuple(enfant.tag for enfant in enfants))
        if cle not in self._justes:
            if not self._autre.validate(modele, enfants, contexte):
                return False
            self._justes[cle] = modele  # kept, so that nothing else has its id
        return True
