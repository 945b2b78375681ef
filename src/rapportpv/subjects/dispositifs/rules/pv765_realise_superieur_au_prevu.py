"""Ce qui a été réalisé dépasse ce qui était prévu, ou décidé.

## Pourquoi c’est gênant
C’est possible, et c’est alors à dire en une phrase dans le rapport ; c’est plus souvent un chiffre
de trop, ou les deux colonnes inversées.

## Exemple fautif
Feuille « Dispositifs »

| Dispositif | Prévu | Réalisé |
| --- | --- | --- |
| Réussite éducative | 45000 | 54000 |

## À écrire plutôt
Feuille « Dispositifs »

| Dispositif | Prévu | Réalisé |
| --- | --- | --- |
| Réussite éducative | 54000 | 45000 |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.subjects.dispositifs.sheet import DISPOSITIFS, DROIT_COMMUN


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each row of both sheets that does more than was planned or decided."""
    for plan, avant in ((DISPOSITIFS, "prevu"), (DROIT_COMMUN, "decide")):
        if (feuille := dossier.feuille(plan)) is None:
            continue
        frame = feuille.frame.dropna(subset=[avant, "realise"])
        for ligne in frame.index[frame["realise"] > frame[avant]].tolist():
            yield PV765.at(feuille.lieu([ligne], "realise"))


PV765 = Rule(
    "PV765",
    "realise-superieur-au-prevu",
    Severite.INFO,
    message=(
        "Le réalisé dépasse ce qui était annoncé. Corrigez l’un des deux montants ; "
        "s’ils sont justes, dites-le dans le rapport."
    ),
    doc=__doc__,
    check=check,
)
