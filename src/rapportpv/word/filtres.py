"""The filters that agree and join words as French does, for the prose of a template."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from jinja2 import Undefined, pass_eval_context
from jinja2.filters import do_join
from jinja2.nodes import EvalContext

from rapportpv.core.effort import check_join
from rapportpv.french.article import add_article
from rapportpv.french.elision import a, de
from rapportpv.french.typographie import format_enumeration, format_jour
from rapportpv.word.vues import Groupe
from rapportpv.word.vues_nommees import Jour, ListeMontree


def _on_texte(transforme: Callable[[str], str]) -> Callable[[Any], str]:
    """The function on what a value prints; a name that means nothing tells so."""

    def filtre(valeur: Any) -> str:
        texte = str(valeur)
        return texte if isinstance(valeur, Undefined) else transforme(texte)

    return filtre


def _capitalise(texte: str) -> str:
    """The text with a capital, the rest as it is."""
    return texte[:1].upper() + texte[1:]


def date_avec_jour(jour: Any) -> str:
    """«mardi 27 juin 2023»."""
    if isinstance(jour, Undefined):
        return str(jour)
    if not isinstance(jour, date):
        raise TypeError("date_avec_jour")
    return jour.show(format_jour) if isinstance(jour, Jour) else format_jour(jour)


@pass_eval_context
def join(contexte: EvalContext, liste: Any, separateur: str = "", attribut: Any = None) -> str:
    """The members one after the other, as Jinja joins them; under the name of the list."""
    elements = list(liste)
    check_join(elements, str(separateur))
    texte = do_join(contexte, elements, separateur, attribut)
    return liste.show(texte) if isinstance(liste, ListeMontree) else texte


def enumere(liste: Any) -> str:
    """«a, b et c»."""
    if isinstance(liste, Undefined):
        return str(liste)
    if isinstance(liste, str) or not isinstance(liste, Iterable):
        raise TypeError("enumere")
    textes = [str(element) for element in liste]
    return format_enumeration(textes) if textes else ""


def genre(personne: Any, masculin: str, feminin: str) -> str:
    """The word that agrees with somebody: «Président», «Présidente»."""
    if isinstance(personne, Undefined):
        return str(personne)
    if not (isinstance(personne, Groupe) and "feminin" in personne):
        raise TypeError("genre")
    return feminin if personne["feminin"] else masculin


FILTRES: Mapping[str, Callable[..., str]] = {
    "article": _on_texte(add_article),
    "de": _on_texte(de),
    "a": _on_texte(a),
    "capitale": _on_texte(_capitalise),
    "date_avec_jour": date_avec_jour,
    "enumere": enumere,
    "genre": genre,
    "join": join,
}
