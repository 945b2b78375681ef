"""Deux textes remplissent la même partie du rapport.

## Pourquoi c’est gênant
Un seul des deux serait imprimé, et rien ne dit lequel est le bon. Seuls les « focus » sont
plusieurs.

## Exemple fautif
Le dossier « 2022/textes » contient « evolution.md » et « 2-evolution.docx ».

## À écrire plutôt
Le dossier « 2022/textes » ne contient plus que « evolution.md ».
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.sections import FOCUS
from rapportpv.french.typographie import format_liste


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each section but the focus that several files fill."""
    fichiers: dict[str, list[str]] = {}
    for texte in dossier.textes or ():
        fichiers.setdefault(texte.section, []).append(texte.fichier)
    for section, siens in fichiers.items():
        if section != FOCUS and len(siens) > 1:
            noms = format_liste(fichier.rpartition("/")[2] for fichier in siens)
            yield PV613.at(Emplacement(siens[1]), valeur=section, fichiers=noms)


PV613 = Rule(
    "PV613",
    "section-en-double",
    Severite.ERREUR,
    message="La partie « {valeur} » a plusieurs textes : {fichiers}. Gardez-en un seul.",
    doc=__doc__,
    check=check,
)
