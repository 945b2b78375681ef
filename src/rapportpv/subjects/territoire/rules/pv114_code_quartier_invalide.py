"""Le code d’un quartier prioritaire est faux, ou n’est pas de cette année.

## Pourquoi c’est gênant
Le code relie le quartier aux cartes et aux données de l’État. Jusqu’en 2023 il commence par
« QP » et finit par 6 chiffres ; depuis 2024 (2025 outre-mer) il commence par « QN » et finit
par 5 chiffres et une lettre. Le même quartier a donc deux codes, et chaque année veut le sien.

## Exemple fautif
Feuille « Quartiers »

| Code | Nom | Commune(s) | Type |
| --- | --- | --- | --- |
| QP06005 | Les Tilleuls | Valmont | QPV |

## À écrire plutôt
Feuille « Quartiers »

| Code | Nom | Commune(s) | Type |
| --- | --- | --- | --- |
| QP006005 | Les Tilleuls | Valmont | QPV |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.french.identifiants import check_qpv
from rapportpv.reading.codes import tell_faute
from rapportpv.subjects.territoire.sheet import QPV, QUARTIERS


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each QPV's code that is none of its year; other quartiers have the codes they like."""
    feuille = dossier.feuille(QUARTIERS)
    if feuille is None:
        return
    codes = feuille.frame.loc[feuille.frame["type"] == QPV, "code"]
    for texte, lignes in codes[codes != ""].groupby(codes):
        if faute := check_qpv(str(texte), dossier.millesime):
            yield tell_faute(PV114, feuille.lieu(lignes.index, "code"), str(texte), faute)


PV114 = Rule(
    "PV114",
    "code-quartier-invalide",
    Severite.ALERTE,
    message=(
        "Le code « {valeur} » ne convient pas : {raison}. Corrigez-le d’après sig.ville.gouv.fr, "
        "ou videz la cellule s’il n’est pas connu."
    ),
    doc=__doc__,
    check=check,
)
