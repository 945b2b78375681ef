"""Which sheet of a workbook is the one that is looked for, and what the others are."""

from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.emplacement import Emplacement
from rapportpv.core.plan import FINANCEUR, Plan
from rapportpv.french.typographie import format_euros, format_liste
from rapportpv.reading.choix import is_montant, settle
from rapportpv.reading.classeur.grille import Grille
from rapportpv.reading.headers import Attendus, Entete, find_entete, find_feuille
from rapportpv.reading.kinds import Genre, Trieur
from rapportpv.reading.nombres import read_nombre
from rapportpv.reading.rules.pv004_feuille_introuvable import PV004
from rapportpv.reading.rules.pv005_en_tetes_introuvables import PV005
from rapportpv.reading.rules.pv014_deux_feuilles_candidates import PV014
from rapportpv.reading.rules.pv018_feuille_masquee import PV018
from rapportpv.reading.rules.pv022_seconde_feuille import PV022
from rapportpv.reading.titres import read_titre

_PRESQUE = 3, 4  # of the required columns: a part of a table may lack the one that names it


class Choix(Struct, frozen=True):
    """The sheet that is read, what is wrong with how it was found, the others like it."""

    entete: Entete | None
    anomalies: list[Anomalie]
    secondes: tuple[str, ...] = ()


def choose_entete(
    grilles: Sequence[Grille], fichier: str, attendus: Attendus, ignorees: Sequence[str] = ()
) -> Choix:
    """The headings of the sheet of the plan, and what is wrong with how it was found."""
    plan = attendus.plan
    visibles = [g for g in grilles if not g.masquee and g.nom not in ignorees]
    nommee = find_feuille(visibles, plan)
    possibles = [g for g in visibles if g is nommee or not _is_one_of(g, attendus.voisines)]
    entetes = [e for g in possibles if (e := find_entete(g, attendus)) is not None]
    candidates = [e for e in entetes if nommee is None or e.grille is nommee]
    if not candidates:  # better told of the columns that are missing than of the headings
        seules = [nommee] if nommee else possibles
        partielles = (find_entete(g, attendus, incomplete=True) for g in seules)
        candidates = [e for e in partielles if e is not None]
    if not candidates:
        return Choix(None, [_not_found(grilles, nommee, fichier, plan)])
    lue = candidates[0] if nommee else _choose(candidates, attendus)
    if lue is None:
        parties = [e for e in candidates if _is_like(e, plan)]
        lieu = Emplacement(fichier)
        return Choix(None, [_tell_two(parties, lieu, plan)], tuple(e.grille.nom for e in parties))
    autres = [e for e in entetes if e is not lue and _is_second(e, lue, attendus)]
    anomalies = [_tell_second(autre, lue, fichier, attendus) for autre in autres]
    return Choix(settle(lue, attendus), anomalies, tuple(e.grille.nom for e in autres))


def _choose(entetes: Sequence[Entete], attendus: Attendus) -> Entete | None:
    """The only one that may be the right one; None when several may be."""
    parties = [e for e in entetes if _is_like(e, attendus.plan)]
    if len(parties) > 1:
        parties = [e for e in parties if not is_of_another_year(e.grille.nom, attendus)] or parties
    if len(parties) > 1:
        return None
    return parties[0] if parties else max(entetes, key=lambda e: len(e.trouvees))


def is_of_another_year(nom: str, attendus: Attendus) -> bool:
    """Whether a sheet is named after another year than the one that is read."""
    return read_titre(nom).is_of_another_year(attendus.millesime)


def _is_one_of(grille: Grille, plans: Sequence[Plan]) -> bool:
    """Whether the sheet has the name of one of those."""
    return any(find_feuille([grille], plan) for plan in plans)


def _is_like(entete: Entete, plan: Plan) -> bool:
    """Whether a sheet has what is required, or nearly, and rows of data."""
    codes = entete.trouvees
    payee = not plan.financeurs or any(
        code == "montant" or code.startswith(FINANCEUR) for code in codes
    )
    requises = sum(champ.nom in codes for champ in plan.requis)
    part, sur = _PRESQUE if plan.financeurs else (1, 1)
    if not payee or requises * sur < len(plan.requis) * part or len(codes) < 2:
        return False
    return Genre.DONNEES in _sort(entete, plan)


def _is_second(autre: Entete, lue: Entete, attendus: Attendus) -> bool:
    """Whether another sheet may be a part, a copy, or another state of the one that is read."""
    if len(attendus.plan.requis) < 2 or not _is_like(autre, attendus.plan):
        return False
    if is_of_another_year(autre.grille.nom, attendus):
        return False
    siennes, lues = _rows(autre), _rows(lue)
    if siennes == lues:
        return False  # the same thing twice changes no figure
    entiere = all(champ.nom in autre.trouvees for champ in attendus.plan.requis)
    return entiere or _sum(autre, attendus) != _sum(lue, attendus)


def _rows(entete: Entete) -> list[tuple[object, ...]]:
    return [tuple(ligne) for ligne in entete.grille.lignes[entete.ligne :] if any(ligne)]


def _sort(entete: Entete, plan: Plan) -> list[Genre]:
    return Trieur(entete, plan).sort(entete.grille.lignes[entete.ligne :])


def _sum(entete: Entete, attendus: Attendus) -> int | None:
    """What the amounts of a sheet come to, in cents; None for a sheet that holds none."""
    reglee = settle(entete, attendus)
    codes = [c for c in reglee.colonnes if is_montant(c) and c not in {"total", "cout_total"}]
    colonnes = [reglee.colonnes[c] for c in codes] or reglee.trouvees.get("montant", [])
    if not colonnes and "montant" in entete.trouvees:
        colonnes = entete.trouvees["montant"][:1]
    if not colonnes:
        return None
    dessous = entete.grille.lignes[entete.ligne :]
    return sum(
        read_nombre(ligne[c - 1]) or 0
        for ligne, genre in zip(dessous, _sort(entete, attendus.plan), strict=True)
        if genre is Genre.DONNEES and attendus.counts(reglee.statut(ligne))
        for c in colonnes
        if c <= len(ligne)
    )


def _figure(entete: Entete, attendus: Attendus) -> str:
    somme = _sum(entete, attendus)
    if somme is not None:
        return format_euros(Fraction(somme, 100))
    lignes = _sort(entete, attendus.plan).count(Genre.DONNEES)
    return f"{lignes} ligne{'s' if lignes > 1 else ''}"


def _tell_second(autre: Entete, lue: Entete, fichier: str, attendus: Attendus) -> Anomalie:
    nom = autre.grille.nom
    anomalie = PV022.at(
        Emplacement(fichier, nom, (f"{autre.ligne}:{autre.ligne}",)),
        valeur=nom,
        lue=lue.grille.nom,
        sienne=_figure(lue, attendus),
        autre=_figure(autre, attendus),
    )
    return replace(anomalie, suggestion=_ignore(nom))


def _ignore(*noms: str) -> str:
    """The lines of the settings that leave sheets aside."""
    textes = ", ".join('"' + nom.replace('"', '\\"') + '"' for nom in noms)
    return f"[feuilles] ignorer = [{textes}]"


def _tell_two(entetes: Sequence[Entete], lieu: Emplacement, plan: Plan) -> Anomalie:
    noms = [entete.grille.nom for entete in entetes]
    return PV014.at(lieu, feuille=plan.feuille, candidates=format_liste(noms))


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
