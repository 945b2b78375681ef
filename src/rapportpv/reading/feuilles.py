"""Which sheet of a workbook is the one that is looked for."""

from collections.abc import Sequence

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.plan import FINANCEUR, Plan
from rapportpv.french.lexique import Lexique
from rapportpv.french.typographie import format_liste
from rapportpv.reading.classeur.grille import Grille
from rapportpv.reading.headers import Entete, find_entete, find_feuille
from rapportpv.reading.kinds import Genre, Trieur
from rapportpv.reading.rules.pv004_feuille_introuvable import PV004
from rapportpv.reading.rules.pv005_en_tetes_introuvables import PV005
from rapportpv.reading.rules.pv014_deux_feuilles_candidates import PV014
from rapportpv.reading.rules.pv018_feuille_masquee import PV018


def choose_entete(
    grilles: Sequence[Grille], fichier: str, plan: Plan, lexique: Lexique, voisines: Sequence[Plan]
) -> tuple[Entete | None, list[Anomalie]]:
    """The headings of the sheet of the plan, and what is wrong with how it was found.

    `voisines`: the other sheets of its workbook.
    """
    visibles = [grille for grille in grilles if not grille.masquee]
    nommee = find_feuille(visibles, plan)
    candidates = [nommee] if nommee else [g for g in visibles if not _is_one_of(g, voisines)]
    entetes = [e for g in candidates if (e := find_entete(g, plan, lexique)) is not None]
    if not entetes:
        return None, [_not_found(grilles, nommee, fichier, plan)]
    entieres = [e for e in entetes if _is_whole(e, plan)] if len(entetes) > 1 else []
    ambigues = [_tell_two(entieres, fichier, plan)] if len(entieres) > 1 else []
    return max(entieres or entetes, key=lambda e: len(e.trouvees)), ambigues


def _is_one_of(grille: Grille, plans: Sequence[Plan]) -> bool:
    """Whether the sheet has the name of one of those."""
    return any(find_feuille([grille], plan) for plan in plans)


def _is_whole(entete: Entete, plan: Plan) -> bool:
    """Whether a sheet has all that is required, and rows of data."""
    codes = entete.trouvees
    payee = not plan.financeurs or any(
        code == "montant" or code.startswith(FINANCEUR) for code in codes
    )
    if not payee or any(champ.nom not in codes for champ in plan.requis):
        return False
    return Genre.DONNEES in Trieur(entete, plan).sort(entete.grille.lignes[entete.ligne :])


def _tell_two(entetes: Sequence[Entete], fichier: str, plan: Plan) -> Anomalie:
    candidates = format_liste(entete.grille.nom for entete in entetes)
    return PV014.at(Emplacement(fichier), feuille=plan.feuille, candidates=candidates)


def _not_found(
    grilles: Sequence[Grille], nommee: Grille | None, fichier: str, plan: Plan
) -> Anomalie:
    attendus = format_liste(champ.libelle for champ in plan.requis)
    if nommee:
        return PV005.at(Emplacement(fichier, nommee.nom), attendus=attendus)
    if masquee := find_feuille(grilles, plan):
        return PV018.at(Emplacement(fichier), feuille=masquee.nom)
    presentes = format_liste(grille.nom for grille in grilles if not grille.masquee)
    return PV004.at(
        Emplacement(fichier), feuille=plan.feuille, presentes=presentes, attendus=attendus
    )
