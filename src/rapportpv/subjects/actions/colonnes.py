"""The columns of a list of actions: those that are asked for, else those that say something."""

from rapportpv.core.chiffre import Colonne
from rapportpv.core.dossier import Dossier
from rapportpv.core.settings.reglages_annexe import COLONNES, MONTANTS, Rangement
from rapportpv.subjects.actions.groupes import Groupe
from rapportpv.subjects.programmation.repartition import cells

COUT, CREDITS = "cout_total", "credits"
PAYEUR = "financeur_{}"
"""The column of a funder, by its code."""

_PAR_PILIER = ("numero", "action", "operateur", "quartiers", COUT, CREDITS)
_PAR_QUARTIER = ("numero", "action", "operateur", "pilier", COUT, CREDITS)
_CHAMPS = {"action": "intitule", CREDITS: ""}  # the others are called as in the sheet
_LIBELLES = {colonne.code: colonne.libelle for colonne in COLONNES.entrees}


def choose_colonnes(dossier: Dossier, groupe: Groupe) -> list[Colonne]:
    """The columns of the list of a group: words first, then amounts, each as they are asked for."""
    voulues = dossier.reglages.annexe.colonnes or _default(dossier, groupe)
    colonnes = dict.fromkeys(filter(None, (_make(dossier, nom) for nom in voulues)))
    return sorted(colonnes, key=lambda colonne: is_amount(colonne.nom))


def is_amount(nom: str) -> bool:
    """Whether a column of a list holds amounts."""
    return nom in MONTANTS or nom not in _LIBELLES


def _default(dossier: Dossier, groupe: Groupe) -> list[str]:
    if dossier.reglages.annexe.par is Rangement.PILIER:
        noms = [*_PAR_PILIER]
    else:
        noms = [*_PAR_QUARTIER]
        if not groupe.lieu:  # a page has no room for both
            noms[noms.index("pilier")] = "quartiers"
    return [nom for nom in noms if _says(dossier, _CHAMPS.get(nom, nom))]


def _says(dossier: Dossier, champ: str) -> bool:
    """Whether a cell of an action is filled in that column; what is no column is worked out."""
    if not champ:
        return True
    if champ == COUT:
        return bool(dossier.programmation.actions[champ].notna().any())
    return any(cells(dossier, champ))


def _make(dossier: Dossier, nom: str) -> Colonne | None:
    """The column of that name; None for what is no column: the settings are faulty."""
    if nom in _LIBELLES:
        return Colonne(nom, _LIBELLES[nom])
    code = dossier.reglages.payeur(nom)
    for financeur in dossier.reglages.financeur:
        if financeur.code == code:
            libelle = financeur.libelle_court or financeur.libelle
            return Colonne(PAYEUR.format(code), libelle)
    return None
