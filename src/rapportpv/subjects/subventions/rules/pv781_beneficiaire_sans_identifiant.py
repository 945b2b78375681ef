"""Le bénéficiaire d’une subvention de l’intercommunalité n’a ni SIRET ni numéro RNA.

## Pourquoi c’est gênant
Le format des données ouvertes (SCDL « subventions ») veut que chaque bénéficiaire ait son SIRET, ou
au moins, pour une association, son numéro RNA. Le rapport s’en passe ; le fichier SCDL, non.

## Exemple fautif
« Les Amis » reçoivent 2 000 € de l’intercommunalité, et la colonne « SIRET » de la programmation
est vide sur leur ligne. On lance « rapportpv export 2022 ».

## À écrire plutôt
La colonne « SIRET » dit 732 829 320 00074 sur une de leurs lignes au moins ; ou, dans
« 2022/annee.toml » :

    [subventions.beneficiaires]
    "Les Amis" = "732 829 320 00074"
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite, Stage
from rapportpv.core.dossier import Dossier
from rapportpv.subjects.subventions.aides import add_up, list_aides


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each beneficiary that nothing identifies, at each of its grants."""
    for cumul in add_up(list_aides(dossier)):
        for aide in cumul.aides:
            if not (aide.siret or aide.rna):
                yield PV781.at(aide.lieu, valeur=aide.beneficiaire, cents=aide.cents)


PV781 = Rule(
    "PV781",
    "beneficiaire-sans-identifiant",
    Severite.ERREUR,
    message=(
        "« {valeur} » n’a ni SIRET ni numéro RNA, que le fichier SCDL des subventions demande. "
        "Écrivez-le dans la colonne « SIRET »."
    ),
    doc=__doc__,
    check=check,
    stage=Stage.SUBVENTIONS,
    plusieurs=(
        "{nombre} bénéficiaires n’ont ni SIRET ni numéro RNA, que le fichier SCDL des subventions "
        "demande ({exemples}). Écrivez-les dans la colonne « SIRET »."
    ),
)
