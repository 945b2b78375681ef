"""Un même projet est rangé sous deux piliers.

## Pourquoi c’est gênant
Une part de son montant va dans un pilier, le reste dans un autre : les deux taux sont faux.

## Exemple fautif
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 12000 |
| Aide aux devoirs | Les Amis | Emploi | soutenue | 3000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | 15000 |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.french.typographie import format_texte
from rapportpv.reading.doublons import find_piliers_doubles


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each project whose rows are of several piliers of the contract."""
    feuille = dossier.programmation.feuille
    libelles = {p.code: format_texte(f"« {p.libelle} »") for p in dossier.contrat.pilier}
    for nom, lignes, codes in find_piliers_doubles(dossier):
        piliers = ", ".join(libelles[code] for code in codes)
        yield PV403.at(feuille.lieu(lignes, "pilier"), valeur=nom, piliers=piliers)


PV403 = Rule(
    "PV403",
    "projet-dans-deux-piliers",
    Severite.ALERTE,
    message=(
        "Le projet « {valeur} » est rangé sous plusieurs piliers : {piliers}. Gardez un seul "
        "pilier, ou corrigez l’intitulé s’il y a deux projets."
    ),
    doc=__doc__,
    check=check,
)
