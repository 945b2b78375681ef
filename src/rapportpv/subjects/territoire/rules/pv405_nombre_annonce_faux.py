"""Le nombre de communes ou de quartiers annoncé n’est pas celui des feuilles.

## Pourquoi c’est gênant
« annee.toml » annonce ce que l’intercommunalité sait de son territoire ; le rapport compte les
lignes du classeur. Une ligne manque, ou est en trop.

## Exemple fautif
« annee.toml » écrit, sous [geographie], « communes = 16 » ; la feuille « Communes » en a 15.

## À écrire plutôt
La ligne qui manque, dans la feuille « Communes » ; ou « communes = 15 ».
"""

from collections.abc import Iterator

from rapportpv.core.anomalie import Anomalie, Rule, Severite
from rapportpv.core.dossier import Dossier
from rapportpv.core.emplacement import Emplacement
from rapportpv.french.lexique import fold
from rapportpv.subjects.territoire.sheet import COMMUNES, QPV, QUARTIERS, TYPES_QUARTIER


def check(dossier: Dossier) -> Iterator[Anomalie]:
    """Each count that annee.toml states and that the sheets do not have."""
    geographie = dossier.annee.geographie
    if geographie is None:
        return
    comptes = _count(dossier)
    for cle, annonce in geographie.model_dump(exclude_none=True).items():
        feuille, compte = comptes.get(cle, ("", annonce))
        if compte != annonce:
            yield PV405.at(
                Emplacement(f"{dossier.millesime}/annee.toml", None, (f"geographie, {cle}",)),
                valeur=str(annonce),
                suggestion=f"Écrivez « {cle} = {compte} ».",
                cle=cle,
                feuille=feuille,
                compte=compte,
            )


def _count(dossier: Dossier) -> dict[str, tuple[str, int]]:
    """What each sheet counts, as the figures `territoire.*` do."""
    comptes = {}
    if (feuille := dossier.feuille(QUARTIERS)) is not None:
        nom, quartiers = feuille.nom, feuille.frame
        citees = {fold(c) for lieu in quartiers["communes"] for c in lieu.split(";")} - {""}
        comptes["communes"] = (nom, len(citees))
        comptes["quartiers"] = (nom, len(quartiers))
        types = {entree.code for entree in TYPES_QUARTIER.entrees}
        if quartiers["type"].isin(types).all():  # a type that is not known is another fault
            comptes["quartiers_etat"] = (nom, int((quartiers["type"] == QPV).sum()))
    if (feuille := dossier.feuille(COMMUNES)) is not None:
        comptes["communes"] = (feuille.nom, len(feuille.frame))
    return comptes


PV405 = Rule(
    "PV405",
    "nombre-annonce-faux",
    Severite.ERREUR,
    message=(
        "« {cle} = {valeur} » est annoncé ; la feuille « {feuille} » en compte {compte}. Corrigez "
        "ce nombre, ou la feuille."
    ),
    doc=__doc__,
    check=check,
)
