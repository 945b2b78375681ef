"""What the rules on communes and quartiers have in common: names in cells, however spelt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from rapportpv.model.anomalie import Anomalie, Rule
from rapportpv.model.lexique import Entree, Lexique, fold, normalise

if TYPE_CHECKING:
    import pandas as pd

    from rapportpv.model.dossier import Dossier, Feuille

_MEMES_MOTS = {"lez": "les", "st": "saint", "ste": "sainte"}  # «lès» has lost its accent already
_AUTRES_SEPARATEURS = re.compile(r"\s*[,/&+]\s*|\s+(?:et|-|–)\s+")

# What stands for no place in particular, in its key (place_key).
_ENSEMBLES = frozenset(
    {"tous", "toutes", "toutescommunes", "touteslescommunes", "toutleterritoire", "territoire"}
    | {"intercommunal", "intercommunale", "multicommunes", "agglomeration", "epci"}
    | {"tousquartiers", "touslesquartiers", "tousqpv", "touslesqpv", "multiquartiers", "multiqpv"}
    | {"interquartiers", "interqpv", "horsqpv", "horsquartier", "sansobjet", ""}
)


def place_key(nom: str) -> str:
    """What two spellings of one place share: no case, accent, hyphen, nor lès for les."""
    mots = re.findall(r"[^\W_]+", fold(nom))
    return "".join(_MEMES_MOTS.get(mot, mot) for mot in mots)


def split_cells(feuille: Feuille, colonne: str) -> pd.Series:
    """The places named in a column, several in a cell parted by «;»; index = Excel row."""
    textes = feuille.frame[colonne]
    noms = textes[textes != ""].str.split(";").explode().astype("str").str.strip()
    return noms[noms != ""]


def list_communes(dossier: Dossier) -> Iterator[tuple[Feuille, str, pd.Series]]:
    """Each column that names communes, with the names in it."""
    colonnes = (
        (dossier.programmation.feuille, "communes"),
        (dossier.fcs, "commune"),
        (dossier.fonds_de_concours, "commune"),
        (dossier.quartiers, "communes"),
    )
    for feuille, colonne in colonnes:
        if feuille is not None:
            yield feuille, colonne, split_cells(feuille, colonne)


def check_lieux(
    rule: Rule, dossier: Dossier, liste: Mapping[str, str], noms: tuple[Feuille, str, pd.Series]
) -> Iterator[Anomalie]:
    """An anomaly for each name of a column that is not in the list (name by key)."""
    feuille, colonne, textes = noms
    territoire = dossier.reglages.territoire
    connus = {*liste, *_ENSEMBLES, place_key(territoire.sigle), place_key(territoire.epci)}
    lexique = Lexique(tuple(Entree(nom, nom) for nom in dict.fromkeys(liste.values())))
    for texte, lignes in textes.groupby(textes):
        nom = str(texte)
        if place_key(nom) not in connus:
            proche = _split_otherwise(nom, liste) or lexique.suggest(nom)
            suggestion = f"Écrivez « {proche} »." if proche else None
            yield rule.at(feuille.lieu(lignes.index, colonne), valeur=nom, suggestion=suggestion)


def index_by_key(noms: Iterable[str]) -> dict[str, str]:
    """The names by what their spellings share, the first spelling kept."""
    index: dict[str, str] = {}
    for nom in noms:
        index.setdefault(place_key(nom), normalise(nom))
    return index


def _split_otherwise(texte: str, liste: Mapping[str, str]) -> str | None:
    """«Valmont, Orge» as «Valmont; Orge», when the list has each."""
    cles = [place_key(partie) for partie in _AUTRES_SEPARATEURS.split(texte)]
    return "; ".join(liste[cle] for cle in cles) if liste.keys() >= set(cles) else None
