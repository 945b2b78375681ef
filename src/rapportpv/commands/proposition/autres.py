"""The other sheets of the workbook that the report may use: the fund, the quartiers."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from rapportpv.core.plan import Plan
from rapportpv.core.settings.reglages import AxeFcs
from rapportpv.french.lexique import fold, normalise
from rapportpv.french.typographie import format_liste
from rapportpv.reading.classeur.grille import Grille
from rapportpv.reading.feuilles import choose_entete
from rapportpv.reading.headers import Attendus, find_entete
from rapportpv.reading.kinds import Genre
from rapportpv.reading.sheet import FeuilleTrouvee
from rapportpv.subjects.fcs.sheet import FCS
from rapportpv.year.sujets import AUTRES, PLANS

_NOMS = {
    "fcs": r"\bfcs\b|fonds de cohesion sociale",
    "fonds_de_concours": r"\bfonds de concours\b|\bfdc\b",
    "communes": r"\bcommunes?\b",
    "quartiers": r"\b(?:quartiers?|qpv)\b",
    "npnru": r"\b(?:npnru|anru|renouvellement urbain)\b",
    "service": r"\b(?:service|equipe|organigramme)\b",
    "dsu": r"\bdsu\b",
    "abattement_tfpb": r"\b(?:tfpb|abattements?)\b",
    "adultes_relais": r"\badultes?[- ]relais\b",
    "seance": r"\b(?:seance|conseil|elus)\b",
    "consultation": r"\b(?:consultations?|avis)\b",
}
"""What the name of a sheet says, by plan: headings alone would take any list for another."""

_AXE = re.compile(r"(?:axe\s*(?:n°\s*)?)?(\d{1,2})\s*[-–—:.)]*\s*(.*)", re.IGNORECASE)


class Autre(Struct, frozen=True):
    """A sheet that is the one of a plan: how many rows of data it has, its axes for the fund's."""

    plan: str
    feuille: str
    lignes: int
    axes: tuple[AxeFcs, ...] = ()


class Autres(Struct, frozen=True):
    """Those sheets, and what is to be told of those that look like one."""

    feuilles: tuple[Autre, ...] = ()
    doutes: tuple[str, ...] = ()


def find_autres(grilles: Sequence[Grille], prise: str, millesime: int) -> Autres:
    """The sheets beside the one that is taken for the programming."""
    visibles = [g for g in grilles if not g.masquee and g.lignes and g.nom != prise]
    trouvees, doutes = [], []
    for plan in AUTRES:
        siennes = [g for g in visibles if re.search(_NOMS.get(plan.nom, r"$^"), fold(g.nom))]
        for trouve in _judge(grilles, siennes, plan, millesime):
            if isinstance(trouve, Autre):
                trouvees.append(trouve)
            else:
                doutes.append(trouve)
    return Autres(tuple(trouvees), tuple(doutes))


def _judge(
    grilles: Sequence[Grille], siennes: Sequence[Grille], plan: Plan, millesime: int
) -> Iterator[Autre | str]:
    """The sheet of the plan; else, what to tell of those that have its name."""
    attendus = Attendus(plan, plan.lexique({}), millesime, voisines=_others(plan))
    lisibles = [g for g in siennes if (e := find_entete(g, attendus)) and _lacks(plan, e) == []]
    if len(lisibles) > 1:
        noms = format_liste(g.nom for g in lisibles)
        yield f"Plusieurs feuilles peuvent être « {plan.feuille} » : {noms}. Aucune n’est lue."
    for grille in siennes if not lisibles else ():
        entete = find_entete(grille, attendus)
        manques = format_liste(_lacks(plan, entete) if entete else [c.libelle for c in plan.requis])
        yield (
            f"La feuille « {grille.nom} » n’est pas lue : pour être « {plan.feuille} », il y "
            f"manque {manques}."
        )
    if len(lisibles) == 1:
        choix = choose_entete(grilles, plan.fichier, attendus)
        if choix.entete is None or choix.entete.grille.nom != lisibles[0].nom:
            yield (
                f"La feuille « {lisibles[0].nom} » n’est pas lue : renommez-la "
                f"« {plan.feuille} » pour qu’elle le soit."
            )
            return
        yield _describe(FeuilleTrouvee(attendus, plan.fichier, choix.entete))


def _lacks(plan: Plan, entete: object) -> list[str]:
    trouvees = getattr(entete, "trouvees", {})
    return [champ.libelle for champ in plan.requis if champ.nom not in trouvees]


def _others(plan: Plan) -> tuple[Plan, ...]:
    return tuple(autre for autre in PLANS if autre is not plan)


def _describe(trouvee: FeuilleTrouvee) -> Autre:
    lignes = sum(genre is Genre.DONNEES for _, genre, _ in trouvee.lignes)
    autre = Autre(trouvee.plan.nom, trouvee.nom, lignes)
    return replace(autre, axes=_list_axes(trouvee)) if trouvee.plan is FCS else autre


def _list_axes(trouvee: FeuilleTrouvee) -> tuple[AxeFcs, ...]:
    """The axes of the fund, from their column, else from the titles above the rows."""
    colonne = trouvee.entete.colonnes.get(FCS.herite)
    if colonne:
        lues = (li[colonne - 1] for _, genre, li in trouvee.lignes if genre is Genre.DONNEES)
    else:
        titres = (li for _, genre, li in trouvee.lignes if genre is Genre.INTERTITRE)
        lues = (next((v for v in li if v is not None), None) for li in titres)
    mots = dict.fromkeys(normalise(str(v)) for v in lues if v is not None and str(v).strip())
    axes: dict[int, AxeFcs] = {}
    for rang, mot in enumerate(mots, start=1):
        lu = _AXE.fullmatch(mot)
        numero, libelle = (int(lu[1]), lu[2] or mot) if lu else (rang, mot)
        alias = (mot,) if fold(mot) not in {fold(libelle), str(numero)} else ()
        if fold(libelle) not in {fold(axe.libelle) for axe in axes.values()}:
            axes.setdefault(numero, AxeFcs(numero=numero, libelle=libelle, alias=alias))
    return tuple(axes[numero] for numero in sorted(axes))
