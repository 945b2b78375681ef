"""Colours that stand for words: nobody but their author can read them, and they are told so."""

import re
from collections.abc import Iterable

from msgspec.structs import replace

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.emplacement import column_letter
from rapportpv.french.typographie import format_texte
from rapportpv.reading.headers import Entete
from rapportpv.reading.rules.pv102_cellule_vide import PV102

_CONSEIL = "Les couleurs des lignes ne sont pas lues : écrivez le statut de chacune."


def tell_couleurs(entete: Entete, anomalies: Iterable[Anomalie]) -> list[Anomalie]:
    """The anomalies; of statuts that are blank in rows of several colours, what the cause is."""
    colonne, couleurs = entete.colonnes.get("statut"), entete.grille.couleurs
    if not colonne or not couleurs:
        return list(anomalies)
    colorees = {ligne for ligne, _ in couleurs}
    statuts = re.compile(rf"{column_letter(colonne)}(\d+)")
    return [
        replace(a, suggestion=format_texte(_CONSEIL))
        if a.rule is PV102
        and (cellule := statuts.fullmatch(a.lieu.cellules[0]))
        and int(cellule[1]) in colorees
        else a
        for a in anomalies
    ]
