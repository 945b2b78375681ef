"""The tables of the sheets: all of them at a glance, then who a place is and what it has."""

from collections.abc import Iterator, Mapping, Sequence

import pandas as pd
from msgspec.structs import replace

from rapportpv.core.chiffre import Cellule, Ligne
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import NON_RENSEIGNE, SANS_OBJET, Recolte, montant, texte
from rapportpv.core.rangees import records
from rapportpv.core.settings.reglages_fiches import Maille
from rapportpv.core.sources import join_sources
from rapportpv.french.typographie import INSECABLE
from rapportpv.subjects.fiches.figures import (
    PROPRES,
    PROPRES_ACTIONS,
    Fiche,
    add_totaux,
    cite_lieux,
    cite_montants,
    make_fiches,
    sum_lignes,
)
from rapportpv.subjects.fiches.identite import add_identite
from rapportpv.subjects.fiches.lieux import CHAMPS, Lieu, list_lieux, share_actions
from rapportpv.subjects.insee.tableaux import list_ecarts

TABLEAU = "fiches"
_PLACE_DES_PROPRES, _PLACE_DES_PARTAGEES = 82, 34
"""The height of the rows of actions, in millimetres: with what else it says, a sheet is a page."""

_INDICATEURS, _INDICATEURS_A_PEU = 5, 3  # how many a sheet shows
_AVEC_INDICATEURS = 0.6  # of that height, what is left below them

PEU = 4
"""Fewer sheets have no table of them all: the first stands under the heading of the part."""

_A_PEU = 0.55  # of that height, what is left below that heading

_INTERLIGNE, _MARGE = 4.1, 2.2  # millimetres, of a line of small letters, and around a row

_TOUS = {Maille.QUARTIER: "Tous les quartiers", Maille.COMMUNE: "Toutes les communes"}
_EN_TETES = {Maille.QUARTIER: "Quartier", Maille.COMMUNE: "Commune"}


def make_tableaux(dossier: Dossier) -> Recolte:
    """The figures of the sheets, the table `fiches` and those of each, `fiche_CODE…`."""
    recolte, fiches, reglage = Recolte(), make_fiches(dossier), dossier.reglages.fiches
    if reglage is None or not fiches:
        return recolte
    for fiche in fiches:
        for chiffre in (fiche.montant, fiche.actions, fiche.nombre_partagees, fiche.par_habitant):
            if chiffre is not None:
                recolte.add(chiffre)
    add_totaux(recolte, dossier)
    _add_ensemble(recolte, fiches, reglage.par)
    peu = len(fiches) < PEU
    for fiche in fiches:
        add_identite(recolte, dossier, fiche)
        ecarts = _list_ecarts(dossier, fiche.lieu, peu=peu)
        _add_indicateurs(recolte, dossier, fiche, ecarts)
        reste = (_AVEC_INDICATEURS if ecarts else 1) * (_A_PEU if peu else 1)
        _add_propres(recolte, dossier, fiche, _PLACE_DES_PROPRES * reste)
        _add_partagees(recolte, dossier, fiche, _PLACE_DES_PARTAGEES * reste)
    return recolte


def _add_ensemble(recolte: Recolte, fiches: Sequence[Fiche], maille: Maille) -> None:
    habitants = any(fiche.par_habitant for fiche in fiches)
    colonnes = {
        "lieu": _EN_TETES[maille],
        "montant": "Crédits propres",
        **({"par_habitant": "Par habitant"} if habitants else {}),
        "actions": "Actions propres",
        "partagees": "Actions partagées",
    }
    lignes = [
        Ligne(
            {
                "lieu": fiche.lieu.titre,
                "montant": fiche.montant,
                **({"par_habitant": fiche.par_habitant or NON_RENSEIGNE} if habitants else {}),
                "actions": fiche.actions,
                "partagees": fiche.nombre_partagees,
            },
            fiche.lieu.code,
        )
        for fiche in fiches
    ]
    recolte.add_tableau(
        TABLEAU,
        f"Ce qui est propre aux {CHAMPS[maille]}",
        colonnes,
        lignes,
        {
            "lieu": "Total",
            "montant": recolte.chiffres[PROPRES.nom],
            "par_habitant": SANS_OBJET,
            "actions": recolte.chiffres[PROPRES_ACTIONS.nom],
            "partagees": SANS_OBJET,
        },
    )


def _list_ecarts(dossier: Dossier, lieu: Lieu, *, peu: bool) -> list[tuple[Ligne, str]]:
    """The indicators that a sheet has room for; a commune has none."""
    combien = _INDICATEURS_A_PEU if peu else _INDICATEURS
    return list_ecarts(dossier, lieu.code, combien) if lieu.communes else []


def _add_indicateurs(
    recolte: Recolte, dossier: Dossier, fiche: Fiche, ecarts: Sequence[tuple[Ligne, str]]
) -> None:
    """The indicators of a quartier beside those of the EPCI; none of them is computed."""
    if not ecarts:
        return
    nom = f"fiche_{fiche.lieu.code}_indicateurs"
    colonnes = {
        "indicateur": "Indicateur de l’Insee",
        "quartier": "Quartier",
        "epci": dossier.reglages.territoire.sigle,
        "ecart": "Se lit",
    }
    titre = f"Indicateurs : {fiche.lieu.titre}"
    recolte.add_tableau(nom, titre, colonnes, [ligne for ligne, _ in ecarts], {})
    recolte.tableaux[nom] = replace(recolte.tableaux[nom], total=None)
    recolte.cite(nom, tuple(source for _, source in ecarts))


def _add_propres(recolte: Recolte, dossier: Dossier, fiche: Fiche, place: float) -> None:
    if not fiche.propres:
        return
    nom = f"fiche_{fiche.lieu.code}_actions"
    lignes = sorted(fiche.propres, key=lambda ligne: -sum_lignes(dossier, [ligne]))
    nommees, autres = _cut(dossier, lignes, place, (34, 29, 19))
    colonnes = {
        "intitule": "Action",
        "operateur": "Opérateur",
        "pilier": "Pilier",
        "montant": "Crédits",
    }
    piliers = {p.code: p.libelle_court or p.libelle for p in dossier.contrat.pilier}
    rangees = [
        Ligne(
            {
                **_name(action),
                "pilier": piliers.get(action["pilier"], texte(action["pilier"])),
                "montant": montant(sum_lignes(dossier, [ligne])),
            }
        )
        for ligne, action in _read(dossier, nommees)
    ]
    if autres:
        reste = montant(sum_lignes(dossier, autres))
        rangees.append(Ligne({**_name_others(len(autres)), "pilier": SANS_OBJET, "montant": reste}))
    recolte.add_tableau(
        nom,
        f"Actions propres : {fiche.lieu.titre}",
        colonnes,
        rangees,
        {
            "intitule": "Total",
            "operateur": SANS_OBJET,
            "pilier": SANS_OBJET,
            "montant": fiche.montant,
        },
    )
    recolte.cite(nom, join_sources(cite_lieux(dossier, lignes), cite_montants(dossier, lignes)))


def _add_partagees(recolte: Recolte, dossier: Dossier, fiche: Fiche, place: float) -> None:
    reglage = dossier.reglages.fiches
    if not fiche.partagees or reglage is None:
        return
    nom, partages = f"fiche_{fiche.lieu.code}_partagees", share_actions(dossier).partages
    tous = len({lieu.cle for lieu in list_lieux(dossier)})
    lignes = sorted(
        fiche.partagees,
        key=lambda ligne: (len(partages[ligne]), -sum_lignes(dossier, [ligne])),
    )
    nommees, autres = _cut(dossier, lignes, place, (43, 35))
    champ = CHAMPS[reglage.par]
    rangees = [
        Ligne({**_name(action), "lieux": _tell_lieux(len(partages[ligne]), tous, reglage.par)})
        for ligne, action in _read(dossier, nommees)
    ]
    if autres:
        rangees.append(Ligne({**_name_others(len(autres)), "lieux": SANS_OBJET}))
    colonnes = {"intitule": "Action", "operateur": "Opérateur", "lieux": champ.capitalize()}
    titre = f"Actions partagées : {fiche.lieu.titre}"
    recolte.add_tableau(nom, titre, colonnes, rangees, {})
    recolte.tableaux[nom] = replace(recolte.tableaux[nom], total=None)
    recolte.cite(nom, cite_lieux(dossier, sorted(lignes)))


def _cut(
    dossier: Dossier, lignes: Sequence[int], place: float, colonnes: Sequence[int]
) -> tuple[Sequence[int], Sequence[int]]:
    """Those that are named in that height, and the others; `colonnes`: the letters that they hold.

    One alone that is left would take the line that tells it.
    """
    noms = {p.code: p.libelle_court or p.libelle for p in dossier.contrat.pilier}
    prise, combien = 0.0, 0
    for _, action in _read(dossier, lignes):
        textes = (action["intitule"], action["operateur"], noms.get(action["pilier"], ""))
        hauts = (len(t) // large + 1 for t, large in zip(textes, colonnes, strict=False))
        prise += max(hauts) * _INTERLIGNE + _MARGE
        if prise > place:
            break
        combien += 1
    if len(lignes) <= combien + 1:
        return lignes, ()
    return lignes[:combien], lignes[combien:]


def _read(dossier: Dossier, lignes: Sequence[int]) -> Iterator[tuple[int, Mapping[str, str]]]:
    frame: pd.DataFrame = dossier.programmation.actions.loc[list(lignes)]
    for ligne, action in zip(lignes, records(frame), strict=True):
        yield ligne, {str(nom): cellule for nom, cellule in action.items()}


def _name(action: Mapping[str, str]) -> dict[str, Cellule]:
    return {"intitule": texte(action["intitule"]), "operateur": texte(action["operateur"])}


def _name_others(combien: int) -> dict[str, Cellule]:
    return {"intitule": f"{combien}{INSECABLE}autres actions", "operateur": SANS_OBJET}


def _tell_lieux(combien: int, tous: int, maille: Maille) -> str:
    if combien == tous:
        return _TOUS[maille]
    mot = CHAMPS[maille] if combien > 1 else maille.value
    return f"{combien}{INSECABLE}{mot}"
