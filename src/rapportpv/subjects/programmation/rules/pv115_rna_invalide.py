"""Un numéro RNA est faux.

## Pourquoi c’est gênant
Une association sans SIRET peut donner à sa place son numéro au répertoire national des
associations : un W et neuf chiffres. Mal recopié, il ne désigne personne.

## Exemple fautif
| Intitulé de l’action | Opérateur | Type d’opérateur | SIRET | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | association | W62100123 | Cohésion sociale | soutenue | 12000 |

## À écrire plutôt
| Intitulé de l’action | Opérateur | Type d’opérateur | SIRET | Pilier | Statut | ANCT |
| --- | --- | --- | --- | --- | --- | --- |
| Aide aux devoirs | Les Amis | association | W621001234 | Cohésion sociale | soutenue | 12000 |
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.french.identifiants import is_rna
from rapportpv.reading.codes import group_sirets, looks_like_rna


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each text of the SIRET column that begins as an RNA number and is none."""
    feuille = dossier.programmation.feuille
    for texte, _, lignes in group_sirets(feuille):
        if looks_like_rna(texte) and not is_rna(texte):
            yield PV115.at(feuille.lieu(lignes, "siret"), valeur=texte)


PV115 = Rule(
    "PV115",
    "rna-invalide",
    Severite.ALERTE,
    message=(
        "« {valeur} » n’est pas un numéro RNA : il faut un W suivi de 9 chiffres, par exemple "
        "W621001234. Corrigez-le d’après le récépissé de l’association, ou écrivez son SIRET."
    ),
    doc=__doc__,
    check=check,
)
