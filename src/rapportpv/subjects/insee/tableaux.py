"""The situation of the quartiers: the indicators of each family beside the EPCI's own value."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from rapportpv.core.chiffre import Ligne
from rapportpv.core.dossier import Dossier
from rapportpv.core.indicateur import Mesure
from rapportpv.core.quantites import SANS_OBJET, Recolte
from rapportpv.subjects.insee.catalogue import FAMILLES, INDICATEURS, Famille, Indicateur
from rapportpv.subjects.territoire.quartiers_par_referent import list_quartiers
from rapportpv.subjects.territoire.sheet import QUARTIERS

SITUATION = "situation"
PREMIERS = (
    *("pauvrete", "niveau_de_vie", "emploi", "moins_de_25", "ni_emploi_ni_ecole"),
    *("emploi_precaire", "plus_de_60", "une_personne", "suroccupation", "etrangers"),
)
"""What a sheet shows of a quartier, the most telling first."""


def make_situation(dossier: Dossier) -> Recolte:
    """The table `situation`, of the families that have values, and `indicateurs_FAMILLE` of each.

    Cells are what INSEE published, as texts: there is nothing to add up.
    """
    recolte, familles = Recolte(), []
    lus = _list_quartiers(dossier)
    for famille in FAMILLES:
        siens = [i for i in famille.indicateurs if any(i.code in m for _, m in lus)]
        if siens:
            _add(recolte, dossier, famille, siens)
            familles.append(Ligne({"famille": famille.libelle}, famille.code))
    if familles:
        titre = "Situation des quartiers"
        recolte.add_tableau(SITUATION, titre, {"famille": "Indicateurs"}, familles, {})
        recolte.tableaux[SITUATION] = replace(recolte.tableaux[SITUATION], total=None)
    return recolte


def _add(
    recolte: Recolte, dossier: Dossier, famille: Famille, indicateurs: Sequence[Indicateur]
) -> None:
    nom = f"indicateurs_{famille.code}"
    lus = _list_quartiers(dossier)
    epci = dossier.insee.epci
    rangees = [*lus, (dossier.reglages.territoire.sigle, epci)] if epci else lus
    annees = {i.code: {m[i.code].millesime for _, m in rangees if i.code in m} for i in indicateurs}
    colonnes = {"quartier": "Quartier"}
    for indicateur in indicateurs:
        siennes = annees[indicateur.code]
        an = f" ({next(iter(siennes))})" if len(siennes) == 1 and None not in siennes else ""
        colonnes[indicateur.code] = f"{indicateur.libelle}{an}"
    lignes = [
        Ligne(
            {
                "quartier": quartier,
                **{i.code: _show(m.get(i.code), len(annees[i.code]) > 1) for i in indicateurs},
            },
            quartier,
        )
        for quartier, m in rangees
    ]
    recolte.add_tableau(nom, f"{famille.libelle} : indicateurs de l’Insee", colonnes, lignes, {})
    recolte.tableaux[nom] = replace(recolte.tableaux[nom], total=None)
    codes = {i.code for i in indicateurs}
    sources = (m.source for _, ms in rangees for code, m in ms.items() if code in codes)
    recolte.cite(nom, tuple(dict.fromkeys(sources)))


def list_ecarts(dossier: Dossier, code: str, combien: int) -> list[tuple[Ligne, str]]:
    """The first indicators of a quartier, by its code, each with the cells it is read from.

    A line has the indicator and its year, the value of the quartier, that which is published for
    the EPCI, and how the one reads beside the other.
    """
    mesures, epci = dossier.insee.mesures.get(code.strip().upper(), {}), dossier.insee.epci
    lignes = []
    for nom in PREMIERS:
        mesure = mesures.get(nom)
        if mesure is None or not mesure.connue:
            continue
        repere = epci.get(nom)
        an = f" ({mesure.millesime})" if mesure.millesime else ""
        cellules = {
            "indicateur": f"{INDICATEURS[nom].libelle}{an}",
            "quartier": mesure.affiche,
            "epci": repere.affiche if repere else SANS_OBJET,
            "ecart": mesure.tell_ecart(repere),
        }
        lignes.append((Ligne(cellules, nom), mesure.source))
    return lignes[:combien]


def _list_quartiers(dossier: Dossier) -> list[tuple[str, dict[str, Mesure]]]:
    """The quartiers that have values, in the order of the tables."""
    return list(_iter_quartiers(dossier))


def _iter_quartiers(dossier: Dossier) -> Iterator[tuple[str, dict[str, Mesure]]]:
    feuille, mesures = dossier.feuille(QUARTIERS), dossier.insee.mesures
    if feuille is None or not mesures:
        return
    codes = dict(zip(feuille.frame.index.tolist(), feuille.frame["code"].tolist(), strict=True))
    for quartier in list_quartiers(dossier):
        siennes = mesures.get(codes[quartier.ligne].strip().upper())
        if siennes:
            yield quartier.nom, dict(siennes)


def _show(mesure: Mesure | None, dit_l_annee: bool) -> str:
    """A value; with its year when those of the column are of several."""
    if mesure is None:
        return SANS_OBJET
    an = f" ({mesure.millesime})" if dit_l_annee and mesure.millesime and mesure.connue else ""
    return f"{mesure.affiche}{an}"
