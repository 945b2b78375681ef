"""Le code INSEE d’une commune est faux.

## Pourquoi c’est gênant
Le code INSEE relie la commune aux cartes et aux données publiques. Il a 5 chiffres (2A ou 2B au
début en Corse) ; Excel perd le zéro du début quand la colonne n’est pas au format « Texte ». Ce
n’est pas le code postal.

## Exemple fautif
Feuille « Communes »

| Commune | Code INSEE |
| --- | --- |
| Valmont | 621190 |

## À écrire plutôt
Feuille « Communes »

| Commune | Code INSEE |
| --- | --- |
| Valmont | 62119 |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.french.identifiants import check_insee
from rapportpv.reading.codes import tell_faute
from rapportpv.subjects.territoire.sheet import COMMUNES


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each commune's INSEE code that is not one; an empty cell passes."""
    feuille = dossier.feuille(COMMUNES)
    if feuille is None:
        return
    codes = feuille.frame["code_insee"]
    for texte, lignes in codes[codes != ""].groupby(codes):
        if faute := check_insee(str(texte)):
            yield tell_faute(PV113, feuille.lieu(lignes.index, "code_insee"), str(texte), faute)


PV113 = Rule(
    "PV113",
    "code-insee-invalide",
    Severite.ALERTE,
    message=(
        "« {valeur} » n’est pas un code INSEE : {raison}. Corrigez-le : un code INSEE a 5 "
        "chiffres, ou 2A ou 2B et 3 chiffres, et la colonne se met au format Texte."
    ),
    doc=__doc__,
    check=check,
)
