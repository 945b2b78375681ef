"""The state of a year as a file: sorted, one figure, one line of a table, one row a line."""

import json
from collections.abc import Iterable, Mapping
from typing import TypeVar

from msgspec import Struct

from rapportpv.published.publication import ChiffrePublie, Publication, TableauPublie

VERSION = 1
_Valeur = TypeVar("_Valeur")


class _EnUneLigne(Struct, frozen=True):
    """What is written on one line, however long."""

    valeur: object


def format_publication(publication: Publication) -> str:
    """The text of `publication/ANNEE.json`: the same for the same state."""
    racine: dict[str, object] = {
        "version": VERSION,
        "annee": publication.annee,
        "document": {
            "nom": publication.nom,
            "version": publication.version.value,
            "arrete_le": publication.arrete_le.isoformat(),
        },
        "chiffres": {n: _EnUneLigne(_chiffre(c)) for n, c in _sorted(publication.chiffres)},
        "tableaux": {nom: _tableau(tableau) for nom, tableau in _sorted(publication.tableaux)},
        "textes": dict(_sorted(publication.textes)),
    }
    if publication.rangees is not None:
        racine["rangees"] = {
            feuille: {cle: _EnUneLigne(dict(_sorted(champs))) for cle, champs in _sorted(siennes)}
            for feuille, siennes in _sorted(publication.rangees)
        }
    return f"{_dump(racine)}\n"


def _sorted(valeurs: Mapping[str, _Valeur]) -> Iterable[tuple[str, _Valeur]]:
    return sorted(valeurs.items(), key=lambda paire: paire[0])


def _chiffre(chiffre: ChiffrePublie) -> dict[str, object]:
    """`valeur` is exact: a whole number, or a fraction («435374200/5955889»)."""
    return {
        "libelle": chiffre.libelle,
        "affiche": chiffre.affiche,
        "valeur": str(chiffre.valeur),
        "unite": chiffre.unite.value,
        "sources": list(chiffre.sources),
    }


def _tableau(tableau: TableauPublie) -> dict[str, object]:
    return {
        "titre": tableau.titre,
        "colonnes": _EnUneLigne(list(tableau.colonnes)),
        "lignes": [_EnUneLigne(list(ligne)) for ligne in tableau.lignes],
    }


def _dump(valeur: object, marge: str = "") -> str:
    """JSON that a person can read: what is marked so stays on one line."""
    if isinstance(valeur, _EnUneLigne):
        return json.dumps(valeur.valeur, ensure_ascii=False)
    dedans = f"{marge}  "
    if isinstance(valeur, dict) and valeur:
        lignes = [
            f"{dedans}{json.dumps(n, ensure_ascii=False)}: {_dump(v, dedans)}"
            for n, v in valeur.items()
        ]
        return "{\n" + ",\n".join(lignes) + f"\n{marge}}}"
    if isinstance(valeur, list) and valeur:
        return "[\n" + ",\n".join(f"{dedans}{_dump(v, dedans)}" for v in valeur) + f"\n{marge}]"
    return json.dumps(valeur, ensure_ascii=False)
