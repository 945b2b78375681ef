"""Settings that pydantic refuses, told in the words of those who type them."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import ValidationError

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.settings.reglage import Reglage
from rapportpv.french.lexique import Entree, Lexique
from rapportpv.french.typographie import INSECABLE, shorten
from rapportpv.reading.rules.pv010_reglage_invalide import PV010
from rapportpv.reading.toml import format_jour

_EN_FRANCAIS = {
    "missing": "il est obligatoire, et il manque",
    "extra_forbidden": "ce réglage n’existe pas",
    "string_type": "un texte entre guillemets est attendu",
    "bool_type": "true ou false est attendu",
    "bool_parsing": "true ou false est attendu",
    "int_type": "un nombre entier est attendu",
    "int_parsing": "un nombre entier est attendu",
    "int_from_float": "un nombre entier est attendu",
    "tuple_type": "une liste entre crochets est attendue",
    "dict_type": "un bloc de réglages est attendu",
    "model_type": "un bloc de réglages est attendu",
    "enum": "valeurs possibles : {expected}",
    "string_pattern_mismatch": "des minuscules sans accent, des chiffres et _ sont attendus",
    "too_short": "il en faut au moins un",
    "string_too_short": "un texte qui n’est pas vide est attendu",
    "greater_than_equal": "un nombre d’au moins {ge} est attendu",
}
_AUTRE = "cette valeur ne peut pas servir ici"
_FAUTES = 50  # told at once: whoever has more has another file in mind
_DATE = "une date est attendue, année-mois-jour et sans guillemets"
_TABLE = re.compile(r"\s*\[{1,2}\s*(?P<nom>[\w.-]+)\s*\]{1,2}")

Loc = tuple[str | int, ...]


def tell_refus(
    fichier: str, refus: ValidationError, modele: type[Reglage], texte: str
) -> list[Anomalie]:
    """The faults of a file of settings, each with its line and what is expected there."""
    return [_anomalie(fichier, erreur, modele, texte) for erreur in _causes(refus, modele)]


def _causes(refus: ValidationError, modele: type[Reglage]) -> list[Any]:
    """The errors, without those that follow from another: a block's own, a key that is misspelt."""
    erreurs = refus.errors(include_url=False)[:_FAUTES]
    chemins = {erreur["loc"][:n] for erreur in erreurs for n in range(len(erreur["loc"]))}
    mal_ecrites = {
        (*erreur["loc"][:-1], _suggest(modele, erreur["loc"]))
        for erreur in erreurs
        if erreur["type"] == "extra_forbidden"
    }
    return [
        erreur
        for erreur in erreurs
        if (erreur["loc"] not in chemins or not erreur["loc"])
        and not (erreur["type"] == "missing" and erreur["loc"] in mal_ecrites)
    ]


def _anomalie(fichier: str, erreur: Any, modele: type[Reglage], texte: str) -> Anomalie:
    loc: Loc = erreur["loc"]
    suggestion = None
    if erreur["type"] == "extra_forbidden" and (proche := _suggest(modele, loc)):
        suggestion = f"Écrivez « {proche} »."
    raison = _translate(erreur)
    ligne = find_ligne(texte, loc) if erreur["type"] != "missing" else None
    if ligne:
        raison = f"ligne {ligne}, {raison}"
    lieu = Emplacement(fichier, None, (format_cle(loc),) if loc else ())
    return PV010.at(lieu, valeur=_shown(erreur), suggestion=suggestion, raison=raison)


def _translate(erreur: Any) -> str:
    genre, cle = erreur["type"], str(erreur["loc"][-1]) if erreur["loc"] else ""
    if genre.startswith("date"):
        return f"{_DATE} : {cle} = {format_jour(str(erreur['input']))}"
    details = {nom: _list_values(str(detail)) for nom, detail in erreur.get("ctx", {}).items()}
    if genre in _EN_FRANCAIS:
        return _EN_FRANCAIS[genre].format(**details)
    # What our own validators say is French already; what pydantic says is not.
    return _AUTRE if genre in _list_genres() else str(erreur["msg"])


@cache
def _list_genres() -> frozenset[str]:
    """The kinds of faults that pydantic tells in English."""
    from pydantic_core.core_schema import ErrorType

    return frozenset(get_args(ErrorType)) - {"value_error"}


def _list_values(detail: str) -> str:
    """«'projet' or 'definitif'», as pydantic lists values, in French."""
    return detail.replace("'", "").replace(" or ", " ou ")


def _shown(erreur: Any) -> str | None:
    scalaire = isinstance(erreur["input"], str | int | float | bool)
    return shorten(str(erreur["input"])) if scalaire and erreur["type"] != "missing" else None


def format_cle(chemin: Loc) -> str:
    """A key's path as people count: ("financeur", 0, "code") → financeur n° 1, code."""
    morceaux = ""
    for partie in chemin:
        if isinstance(partie, int):
            morceaux += f" n°{INSECABLE}{partie + 1}"
        else:
            morceaux += f", {partie}" if morceaux else partie
    return morceaux


def _suggest(modele: type[Reglage], loc: Loc) -> str | None:
    """The key of that block that is most like the one that was typed."""
    bloc = _model_of(modele, loc[:-1])
    cles = bloc.model_fields if bloc else {}
    cle = str(loc[-1])
    return Lexique(tuple(Entree(nom, nom) for nom in cles)).suggest(cle) if cles else None


def _model_of(modele: type[Reglage] | None, loc: Loc) -> type[Reglage] | None:
    """The model of the block at that path."""
    for partie in loc:
        if isinstance(partie, str) and modele is not None:
            champ = modele.model_fields.get(partie)
            modele = next(_list_models(champ.annotation), None) if champ else None
    return modele


def _list_models(annotation: Any) -> Iterator[type[Reglage]]:
    """The models that an annotation names: itself, in a tuple, beside None."""
    if isinstance(annotation, type) and issubclass(annotation, Reglage):
        yield annotation
    elif get_origin(annotation) in (tuple, Union, UnionType, Annotated):
        for partie in get_args(annotation):
            yield from _list_models(partie)


def find_ligne(texte: str, loc: Loc, valeur: object = None) -> int | None:
    """The line of the file where a setting is, None when it cannot be told.

    Of several lines with its name in one block, that of the rank in `loc` which has this value.
    """
    lignes = list(_list_lignes(texte, loc))
    siennes = [numero for numero, ligne in lignes if valeur is not None and str(valeur) in ligne]
    return next(iter([*siennes[-1:], *(numero for numero, _ in lignes)]), None)


def _list_lignes(texte: str, loc: Loc) -> Iterator[tuple[int, str]]:
    """The lines where a setting may be."""
    rangs = {nom: rang for nom, rang in pairwise(loc) if isinstance(rang, int)}
    cle = next((str(partie) for partie in reversed(loc) if isinstance(partie, str)), "")
    bloc, vus = "", dict[str, int]()
    for numero, ligne in enumerate(texte.splitlines(), start=1):
        if table := _TABLE.match(ligne):
            bloc = table["nom"]
            vus[bloc] = vus.get(bloc, -1) + 1
            if loc and bloc == ".".join(p for p in loc if isinstance(p, str)):
                yield numero, ligne
            continue
        racine = bloc.partition(".")[0]
        dedans = racine == (loc[0] if len(loc) > 1 else "")
        voulu = rangs.get(racine)
        if dedans and voulu in (None, vus.get(racine)) and _has_cle(ligne, cle):
            yield numero, ligne


def _has_cle(ligne: str, cle: str) -> bool:
    if cle not in ligne:  # a file may have thousands of lines, and as many faults
        return False
    nue = ligne.partition("#")[0]
    return bool(re.search(rf"""(?:^|[\s{{,"'.]){re.escape(cle)}["']?\s*=""", nue))
