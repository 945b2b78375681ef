"""What a template can name: the year's figures, tables and identity, by their dotted names."""

from collections.abc import Mapping
from typing import Any

from rapportpv.core.chiffre import Bilan
from rapportpv.word.contexte_consultation import show_consultation
from rapportpv.word.contexte_seance import name_seance
from rapportpv.word.marques import Marques, show_texte
from rapportpv.word.matiere import Matiere
from rapportpv.word.vues import ChiffreMontre, Groupe, name_groupe
from rapportpv.word.vues_listes import list_actions, list_axes
from rapportpv.word.vues_nommees import name_jour
from rapportpv.word.vues_tableaux import Tableaux
from rapportpv.word.vues_textes import Inserable, build_vues

_NOMMES = ("conseil", "seance", "procedure", "consultation", "courrier")
"""Groups whose words and dates are printed under their names."""


def build_contexte(
    matiere: Matiere, marques: Marques, insertions: Mapping[str, Inserable]
) -> dict[str, Any]:
    """Every name that a template can use."""
    identite, bilan = matiere.identite, matiere.bilan
    tableaux = Tableaux(bilan, marques)
    arrete_le = identite.arrete_le
    groupes = _groupes(bilan, marques)
    approuve_le = identite.deliberation_le or arrete_le
    contexte: dict[str, Any] = {
        **groupes,
        **name_seance(matiere, groupes["seance"]),
        "annee": identite.annee,
        "epci": show_texte(identite.epci),
        "sigle": show_texte(identite.sigle),
        "contrat": Groupe(
            "contrat",
            {
                "nom": show_texte(identite.contrat),
                "debut": identite.contrat_debut,
                "fin": identite.contrat_fin,
            },
        ),
        "version": identite.version.value,
        "arrete_le": name_jour(arrete_le, "arrete_le", marques),
        "deliberation_le": name_jour(approuve_le, "deliberation_le", marques),
        "brouillon": identite.brouillon,
        "tableaux": tableaux,
        "axes_fcs": list_axes(identite, tableaux),
        "listes_d_actions": list_actions(bilan, tableaux),
        "sources": matiere.sources,
        **build_vues(matiere, insertions, marques),
    }
    contexte = show_consultation(contexte, matiere)
    nommes = (nom for nom in _NOMMES if isinstance(contexte.get(nom), Groupe))
    return contexte | {nom: name_groupe(contexte[nom], marques) for nom in nommes}


def _groupes(bilan: Bilan, marques: Marques) -> dict[str, Any]:
    """The figures as nested groups; those of a subject that the year lacks are empty."""
    arbre: dict[str, Any] = {groupe: {} for groupe in bilan.groupes}
    for nom, chiffre in bilan.chiffres.items():
        *groupes, feuille = nom.split(".")
        branche = arbre
        for groupe in groupes:
            branche = branche.setdefault(groupe, {})
        branche[feuille] = ChiffreMontre(chiffre, nom, marques)
    return {nom: _freeze(nom, branche) for nom, branche in arbre.items()}


def _freeze(chemin: str, branche: Any) -> Any:
    if not isinstance(branche, dict):
        return branche
    return Groupe(chemin, {nom: _freeze(f"{chemin}.{nom}", m) for nom, m in branche.items()})
