"""Le rapport est dit définitif avant que les avis soient rendus.

## Pourquoi c’est gênant
Le décret n° 2015-1118 veut que le conseil approuve le rapport une fois les communes et les
conseils citoyens consultés, et le délai passé. Jusque-là, le rapport est un projet.

## Exemple fautif
« annee.toml » écrit « version = "definitif" » et « arrete_le = 2023-09-26 » ; sous
[consultation], « avis_au_plus_tard_le = 2023-10-03 ».

## À écrire plutôt
« version = "projet" » ; ou, une fois le rapport approuvé, la date de son approbation :
« arrete_le = 2023-11-28 ».
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.identite import Version
from rapportpv.french.typographie import format_date, format_texte


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """The report that is said to be definitive without a consultation, or before its end."""
    annee = dossier.annee
    if annee.version is not Version.DEFINITIF:
        return
    fichier = f"{dossier.millesime}/annee.toml"
    if annee.consultation is None:
        yield PV505.at(
            Emplacement(fichier, None, ("version",)),
            valeur=str(annee.version),
            suggestion="Corrigez la version en « projet », ou ajoutez le bloc [consultation].",
            raison=format_texte("« annee.toml » ne dit pas quand il a été soumis pour avis"),
        )
    elif annee.approuve_le <= annee.consultation.avis_au_plus_tard_le:
        limite = format_date(annee.consultation.avis_au_plus_tard_le)
        cle = "definitif, deliberation_le" if annee.definitif else "arrete_le"
        yield PV505.at(
            Emplacement(fichier, None, (cle,)),
            valeur=annee.approuve_le.isoformat(),
            suggestion="Corrigez la version en « projet », ou la date en celle de l’approbation.",
            raison=format_texte(
                f"il est arrêté le {format_date(annee.approuve_le)} : les avis peuvent être rendus "
                f"jusqu’au {limite}"
            ),
        )


PV505 = Rule(
    "PV505",
    "definitif-sans-avis",
    Severite.ERREUR,
    message="Le rapport est dit « definitif », et {raison}.",
    doc=__doc__,
    check=check,
)
