"""The projects that were not supported: how many, and which when the settings ask for them."""

from rapportpv.core.chiffre import Cellule, Figure, Ligne, Unite
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import SANS_OBJET, Recolte, texte
from rapportpv.core.rangees import records
from rapportpv.core.settings.reglages_annexe import Refusees
from rapportpv.french.lexique import fold

NON_RETENUS = Figure("programmation.non_retenus", Unite.NOMBRE, "Projets non retenus")
STATUTS_COMPTES = {
    "refusee": Figure("programmation.refuses", Unite.NOMBRE, "Projets refusés"),
    "ajournee": Figure("programmation.ajournes", Unite.NOMBRE, "Projets ajournés"),
    "retiree": Figure("programmation.retires", Unite.NOMBRE, "Projets retirés"),
}
"""The figure of each statut that says that a project was not supported."""

EN_INSTRUCTION = Figure("programmation.en_instruction", Unite.NOMBRE, "Projets en instruction")
_SUITES = {"refusee": "Refusé", "ajournee": "Ajourné", "retiree": "Retiré"}
_NOM = "projets_non_retenus"
_COLONNES = {"numero": "N°", "action": "Projet", "operateur": "Opérateur", "statut": "Suite"}


def count_non_retenus(dossier: Dossier) -> Recolte:
    """The figures of the projects that were refused, put off or withdrawn, and of those to decide.

    A figure whose count is nil is left out, and all are when the settings want none. The table
    `projets_non_retenus` names them, without an amount, when the settings ask for it.
    """
    recolte, feuille = Recolte(), dossier.programmation.feuille
    if dossier.reglages.annexe.refusees is Refusees.NON:
        return recolte
    statuts = feuille.frame["statut"]
    groupes = [
        (NON_RETENUS, [*STATUTS_COMPTES]),
        *((figure, [statut]) for statut, figure in STATUTS_COMPTES.items()),
        (EN_INSTRUCTION, ["en_instruction"]),
    ]
    for figure, siens in groupes:
        lignes = statuts.index[statuts.isin(siens)]
        if len(lignes):
            recolte.add(figure.of(len(lignes), feuille.sources_de(lignes, "statut")))
    if dossier.reglages.annexe.refusees is Refusees.LISTE:
        _name(dossier, recolte)
    return recolte


def _name(dossier: Dossier, recolte: Recolte) -> None:
    feuille = dossier.programmation.feuille
    siens = feuille.frame[feuille.frame["statut"].isin([*STATUTS_COMPTES])]
    if siens.empty:
        return
    lignes = [
        Ligne(
            {
                "numero": texte(projet["numero"], SANS_OBJET),
                "action": texte(projet["intitule"]),
                "operateur": texte(projet["operateur"]),
                "statut": _SUITES[projet["statut"]],
            }
        )
        for projet in records(siens)
    ]
    lignes.sort(key=lambda ligne: fold(str(ligne.cellules["action"])))
    pied: dict[str, Cellule] = dict.fromkeys(_COLONNES, SANS_OBJET)
    pied |= {"numero": "Total", "action": recolte.chiffres[NON_RETENUS.nom]}
    colonnes = dict(_COLONNES)
    if not siens["numero"].any():
        del colonnes["numero"], pied["numero"]
    recolte.add_tableau(_NOM, "Projets non retenus", colonnes, lignes, pied)
    recolte.cite(_NOM, feuille.sources_de(siens.index, "numero", "intitule", "operateur", "statut"))
