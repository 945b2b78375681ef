"""Le rapport est définitif, et le réalisé d’un dispositif n’est pas dit.

## Pourquoi c’est gênant
Le rapport définitif dit ce qui a été fait, pas seulement ce qui était prévu : sans la colonne
« Réalisé », le tableau imprime un tiret.

## Exemple fautif
« annee.toml » dit « definitif », et la feuille « Dispositifs » a un montant prévu et une case vide
sous « Réalisé ».

## À écrire plutôt
Le montant réalisé, même provisoire ; zéro si rien n’a été fait.
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.identite import Version
from rapportpv.subjects.dispositifs.sheet import DISPOSITIFS, DROIT_COMMUN


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """The rows of a definitive report that say what was planned or decided, not what was done."""
    if dossier.annee.version is not Version.DEFINITIF:
        return
    for plan, avant in ((DISPOSITIFS, "prevu"), (DROIT_COMMUN, "decide")):
        if (feuille := dossier.feuille(plan)) is None:
            continue
        frame = feuille.frame[feuille.frame[avant].notna() & feuille.frame["realise"].isna()]
        lignes = [ligne for ligne in frame.index.tolist() if ligne not in feuille.refusees]
        if lignes:
            yield PV766.at(feuille.lieu(lignes, "realise"))


PV766 = Rule(
    "PV766",
    "realise-absent-du-definitif",
    Severite.ALERTE,
    message=(
        "Le rapport est définitif, et le réalisé n’est pas dit. Écrivez-le, même provisoire ; zéro "
        "si rien n’a été fait."
    ),
    doc=__doc__,
    check=check,
)
