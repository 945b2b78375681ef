"""Un quartier n’est dans aucun des fichiers de l’Insee qui ont été déposés.

## Pourquoi c’est gênant
Les autres quartiers ont des valeurs, et celui-ci n’en aura pas : son code est mal écrit, ou
l’Insee ne publie rien pour lui. Un quartier sans code (« communautaire ») n’est pas attendu.

## Exemple fautif
La feuille « Quartiers » a le code QN06290M, que le fichier de l’Insee n’a pas.

## À écrire plutôt
Le code de la liste de l’ANCT : QN06209M, par exemple.
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.subjects.territoire.sheet import QPV, QUARTIERS


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """The quartiers of the State with a code and without a value, when others have some."""
    feuille, mesures = dossier.feuille(QUARTIERS), dossier.insee.mesures
    if feuille is None or not mesures:
        return
    frame = feuille.frame[(feuille.frame["code"] != "") & (feuille.frame["type"] == QPV)]
    absents = frame[~frame["code"].str.strip().str.upper().isin(list(mesures))]
    for ligne, code in zip(absents.index.tolist(), absents["code"].tolist(), strict=True):
        yield PV741.at(feuille.lieu([ligne], "code"), valeur=code)


PV741 = Rule(
    "PV741",
    "quartier-sans-indicateur",
    Severite.INFO,
    message=(
        "Aucun fichier de l’Insee n’a le code « {valeur} ». Vérifiez-le dans la liste de l’ANCT."
    ),
    doc=__doc__,
    check=check,
)
