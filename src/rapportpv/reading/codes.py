"""What the rules on codes (SIRET, RNA, INSEE, QPV) have in common."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, cast

from rapportpv.core.anomalie import Anomalie, Rule
from rapportpv.core.dossier import Feuille
from rapportpv.core.emplacement import Emplacement
from rapportpv.french.identifiants import Faute
from rapportpv.french.sirets import find_sirets
from rapportpv.french.typographie import format_texte

if TYPE_CHECKING:
    import pandas as pd

_VIDES = ("", "-", "–", "—", "/")


@lru_cache(maxsize=1)
def read_sirets(feuille: Feuille) -> dict[str, str]:
    """Each text of the SIRET column that is one, and its digits; made once for all the rules."""
    return find_sirets(feuille.frame["siret"].tolist())


def group_sirets(feuille: Feuille) -> Iterator[tuple[str, str, pd.Index[int]]]:
    """Each text of the SIRET column that is none, the type of its opérateur, and their rows."""
    frame, justes = feuille.frame, read_sirets(feuille)
    connus = {*_VIDES, *justes}
    remplies = frame[[texte not in connus for texte in frame["siret"].tolist()]]
    if remplies.empty:
        return
    groupes = remplies.groupby(["siret", "type_operateur"]).groups
    for cle, lignes in groupes.items():
        texte, type_operateur = cast("tuple[str, str]", cle)
        yield texte, type_operateur, lignes


def looks_like_rna(texte: str) -> bool:
    """Whether somebody meant the number of an association, right or wrong."""
    return texte[:1] in {"W", "w"}


def tell_faute(rule: Rule, lieu: Emplacement, texte: str, faute: Faute) -> Anomalie:
    """The anomaly of a code: what is wrong with it, and the code that was meant, if it is known."""
    suggestion = f"Écrivez « {faute.juste} »." if faute.juste else None
    return rule.at(lieu, valeur=texte, suggestion=suggestion, raison=format_texte(faute.raison))
