"""What the rules on communes and quartiers have in common: names in cells, however spelt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from rapportpv.core.anomalie import Anomalie, Rule
from rapportpv.core.dossier import Dossier, Feuille
from rapportpv.french.lexique import Entree, Lexique
from rapportpv.french.lieux import VAGUES, place_key

if TYPE_CHECKING:
    import pandas as pd

_AUTRES_SEPARATEURS = re.compile(r"\s*[,/&+]\s*|\s+(?:et|-|–)\s+")


def split_cells(feuille: Feuille, colonne: str) -> pd.Series:
    """The places named in a column, several in a cell parted by «;»; index = Excel row."""
    import numpy as np  # not by those who explain a rule
    import pandas as pd

    colonne_lue = feuille.frame[colonne]
    textes = colonne_lue.tolist()
    parties = {
        texte: [nom for partie in texte.split(";") if (nom := partie.strip())]
        for texte in dict.fromkeys(textes)
    }
    noms = [nom for texte in textes for nom in parties[texte]]
    fois = np.array([len(parties[texte]) for texte in textes], "int64")
    index = colonne_lue.index.repeat(fois)
    return pd.Series(noms, index, dtype="str", name=colonne)


def list_lieux(dossier: Dossier, sorte: str) -> Iterator[tuple[Feuille, str, pd.Series]]:
    """Each column that names communes, or quartiers, with the names in it."""
    for feuille in dossier.feuilles:
        for colonne in feuille.plan.lieux(sorte):
            yield feuille, colonne, split_cells(feuille, colonne)


def check_lieux(
    rule: Rule, dossier: Dossier, liste: Mapping[str, str], noms: tuple[Feuille, str, pd.Series]
) -> Iterator[Anomalie]:
    """An anomaly for each name of a column that is not in the list (name by key)."""
    feuille, colonne, textes = noms
    territoire = dossier.reglages.territoire
    connus = {*liste, *VAGUES, place_key(territoire.sigle), place_key(territoire.epci)}
    lexique = Lexique(tuple(Entree(nom, nom) for nom in dict.fromkeys(liste.values())))
    for texte, lignes in textes.groupby(textes):
        nom = str(texte)
        if place_key(nom) not in connus:
            proche = _split_otherwise(nom, liste) or lexique.suggest(nom)
            suggestion = f"Écrivez « {proche} »." if proche else None
            yield rule.at(feuille.lieu(lignes.index, colonne), valeur=nom, suggestion=suggestion)


def _split_otherwise(texte: str, liste: Mapping[str, str]) -> str | None:
    """«Valmont, Orge» as «Valmont; Orge», when the list has each."""
    cles = [place_key(partie) for partie in _AUTRES_SEPARATEURS.split(texte)]
    return "; ".join(liste[cle] for cle in cles) if liste.keys() >= set(cles) else None
