"""Une action est soutenue, et aucun financeur ne lui donne rien.

## Pourquoi c’est gênant
Elle compte parmi les actions soutenues, sans un euro : un montant a été oublié, ou son statut est
faux.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
| Chantier jeunes | Le Club | Emploi | soutenue |  |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
| Chantier jeunes | Le Club | Emploi | soutenue | 8000 |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each supported action without money; a cell or a column that is not read may hold some."""
    programmation = dossier.programmation
    sommes, trame = programmation.sommes, programmation.feuille.trame
    refusees = programmation.feuille.refusees
    intitules = programmation.actions["intitule"]
    for ligne, intitule in zip(intitules.index.tolist(), intitules.tolist(), strict=True):
        lignes = programmation.lignes[ligne]
        if sommes.get(ligne) or any(map(trame.non_lus, lignes)):
            continue
        if refusees.isdisjoint(lignes):
            yield PV305.at(programmation.feuille.lieu([ligne], "statut"), action=intitule)


PV305 = Rule(
    "PV305",
    "action-soutenue-sans-montant",
    Severite.ALERTE,
    message=(
        "« {action} » est soutenue, mais aucun financeur ne lui donne rien. Écrivez son montant, "
        "ou corrigez son statut."
    ),
    doc=__doc__,
    check=check,
)
