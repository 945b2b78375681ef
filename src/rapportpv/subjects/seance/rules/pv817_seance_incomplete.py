"""La délibération est demandée, et il manque de quoi l’écrire.

## Pourquoi c’est gênant
La délibération se fait de la feuille « Séance » de « seance.xlsx » (les présents, les procurations,
les excusés) et du bloc [seance] de « annee.toml » (la date, le lieu, le vote). Le rapport se passe
de l’un et de l’autre. Une fois le rapport définitif, la délibération est celle de la séance qui l’a
approuvé : la feuille et le bloc sont à refaire pour cette séance.

## Exemple fautif
Le dossier « 2022 » n’a pas de « seance.xlsx », ou « annee.toml » n’a pas de bloc [seance] ; ou la
version est « definitif », approuvée le 28 novembre, et [seance] est encore la séance du 27 juin. On
lance « rapportpv build 2022 deliberation ».

## À écrire plutôt
Le dossier « 2022 » a les deux, et la date de [seance] est celle de l’approbation. L’exemple fourni
montre l’un et l’autre.
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite, Stage
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.identite import Version
from rapportpv.french.typographie import format_date, format_texte
from rapportpv.subjects.seance.sheet import SEANCE


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """What the délibération lacks; told when it is asked for, not of every year."""
    manques = list(_list_manques(dossier))
    if manques:
        conseils = (f"{verbe} {quoi} dans « {fichier} »." for verbe, quoi, fichier in manques)
        yield PV817.at(
            Emplacement(manques[0][2]),
            valeur=" et ".join(quoi for _, quoi, _ in manques),
            conseil=format_texte(" ".join(conseils)),
        )


def _list_manques(dossier: Dossier) -> Iterator[tuple[str, str, str]]:
    """What is lacking: the verb of the advice, the thing, the file."""
    classeur, annee = f"{dossier.millesime}/{SEANCE.fichier}", dossier.annee
    reglages = f"{dossier.millesime}/annee.toml"
    if SEANCE.nom not in dossier.autres:
        yield "Ajoutez", "la feuille des présents", classeur
    if annee.seance is None:
        yield "Ajoutez", "le bloc [seance]", reglages
    elif annee.version is Version.DEFINITIF and annee.seance.date != annee.approuve_le:
        jour = format_date(annee.approuve_le)
        yield "Écrivez", f"la séance du {jour}", reglages


PV817 = Rule(
    "PV817",
    "seance-incomplete",
    Severite.ERREUR,
    message="La délibération ne peut pas s’écrire : il manque {valeur}. {conseil}",
    doc=__doc__,
    check=check,
    stage=Stage.DELIBERATION,
)
