"""Des fiches sont demandées, et rien ne dit de quels lieux.

## Pourquoi c’est gênant
Le bloc [fiches] de rapportpv.toml demande une fiche par quartier, ou par commune. Leur liste est
dans territoire.xlsx, feuille « Quartiers » ou « Communes », et les actions disent leur lieu dans
la programmation. S’il manque l’une ou l’autre, le rapport n’a aucune fiche.

## Exemple fautif
Le bloc [fiches] est dans rapportpv.toml, et le dossier de l’année n’a pas « territoire.xlsx » ;
ou la programmation n’a pas de colonne « Quartier(s) ».

## À écrire plutôt
La feuille « Quartiers » de « territoire.xlsx », une ligne par quartier, et la colonne
« Quartier(s) » de la programmation ; ou retirez le bloc [fiches].
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.settings.reglages_fiches import Maille
from rapportpv.subjects.territoire.sheet import COMMUNES, QUARTIERS


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """The list of places, or their column in the programming, that sheets cannot do without."""
    from rapportpv.subjects.fiches.lieux import CHAMPS, list_lieux

    reglage, feuille = dossier.reglages.fiches, dossier.programmation.feuille
    if reglage is None:
        return
    plan = QUARTIERS if reglage.par is Maille.QUARTIER else COMMUNES
    if plan.nom in dossier.illisibles:
        return
    if not list_lieux(dossier):
        lieu = Emplacement(f"{dossier.millesime}/{plan.fichier}", plan.feuille)
        yield PV732.at(lieu, quoi=f"la feuille « {plan.feuille} » n’a aucune ligne")
    elif (champ := CHAMPS[reglage.par]) not in feuille.colonnes:
        titre = next(c.libelle for c in feuille.plan.champs if c.nom == champ)
        lieu = Emplacement(feuille.fichier, feuille.nom)
        yield PV732.at(lieu, quoi=f"la colonne « {titre} » n’y est pas")


PV732 = Rule(
    "PV732",
    "fiches-impossibles",
    Severite.ALERTE,
    message=(
        "Des fiches sont demandées ([fiches] dans rapportpv.toml), et {quoi}. Complétez-la, ou "
        "retirez ce bloc."
    ),
    doc=__doc__,
    check=check,
)
