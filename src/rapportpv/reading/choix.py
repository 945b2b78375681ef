"""Which of the columns of a funder is the one that counts, and which stand beside the table."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from rapportpv.core.plan import FINANCEUR, MONTANT
from rapportpv.reading.headers import Attendus, Entete
from rapportpv.reading.profil import read_profil_dessous
from rapportpv.reading.titres import Etape, Titre, read_titre, says_year

TOTAL, COUT = "total", "cout_total"
DEMANDE, VERSE, AUTRE_ANNEE, COPIE, PART = "demandé", "versé", "autre année", "copie", "part"
_DE_MONTANTS = {MONTANT, TOTAL, COUT}


def settle(entete: Entete, attendus: Attendus) -> Entete:
    """The headings with one column a field wherever what they say, and hold, can tell."""
    entete = _leave_voisines(entete)
    trouvees = {code: list(colonnes) for code, colonnes in entete.trouvees.items()}
    autres = dict(_find_demandes(entete, attendus))
    if attendus.noyaux and "financeur" not in trouvees:
        trouvees.pop(MONTANT, None)  # one column a funder: «Montant» is none of them
    else:
        _add_qualified(trouvees, entete, attendus)
    _add_totals(trouvees, entete)
    litiges: dict[str, tuple[int, ...]] = {}
    for code in [c for c in trouvees if is_montant(c)]:
        colonnes = [c for c in trouvees[code] if c not in autres]
        choisies, siennes, litige = _choose(entete, attendus, code, colonnes)
        trouvees[code] = choisies
        autres |= siennes
        if litige and code != COUT:
            litiges[code] = litige
    trouvees = {code: colonnes for code, colonnes in trouvees.items() if colonnes}
    return replace(entete, trouvees=trouvees, autres=autres, litiges=litiges)


def is_montant(code: str) -> bool:
    """Whether a column of that code holds amounts."""
    return code in _DE_MONTANTS or code.startswith(FINANCEUR)


def _choose(
    entete: Entete, attendus: Attendus, code: str, colonnes: Sequence[int]
) -> tuple[list[int], dict[int, str], tuple[int, ...]]:
    """The columns to be read, those set aside and why, those that nobody can choose among."""
    titres = {c: _titre(entete, attendus, code, c) for c in colonnes}
    declarees = {c for c in colonnes if attendus.lexique.find(entete.libelles[c])}
    dites = {c for c in colonnes if "%" in entete.libelles[c]}
    parts = {c for c in colonnes if c in dites or (c not in declarees and _holds_shares(entete, c))}
    if parts == dites == set(colonnes):
        parts = {c for c in colonnes if _holds_shares(entete, c)}
    if parts:
        reste = [c for c in colonnes if c not in parts]
        choix = _choose(entete, attendus, code, reste) if reste else ([], {}, ())
        return choix[0], choix[1] | dict.fromkeys(parts, PART), choix[2]
    actuelles = [c for c in colonnes if not titres[c].is_of_another_year(attendus.millesime)]
    autres = {c: AUTRE_ANNEE for c in colonnes if c not in actuelles}
    if not actuelles:
        return list(colonnes[:1]), {}, tuple(colonnes)
    par_etape = {e: [c for c in actuelles if titres[c].etape is e] for e in (None, *Etape)}
    nues, accordees = par_etape[None], par_etape[Etape.ACCORDEE]
    autres |= dict.fromkeys(par_etape[Etape.DEMANDEE], DEMANDE)
    autres |= dict.fromkeys(par_etape[Etape.VERSEE], VERSE)
    retenues = [*accordees, *nues]
    if not retenues:
        return (
            list(actuelles[:1]),
            {c: a for c, a in autres.items() if a == AUTRE_ANNEE},
            tuple(actuelles),
        )
    if len(retenues) == 1 or all(attendus.lexique.find(entete.libelles[c]) for c in retenues):
        return sorted(retenues), autres, ()  # the same heading twice is told for itself
    if all(_same(entete, retenues[0], c) for c in retenues[1:]):
        return retenues[:1], autres | dict.fromkeys(retenues[1:], COPIE), ()
    return retenues[:1], autres, tuple(sorted(retenues))


def _titre(entete: Entete, attendus: Attendus, code: str, colonne: int) -> Titre:
    """What a heading says; a heading that is declared as it stands says nothing more."""
    libelle = entete.libelles[colonne]
    declare = attendus.lexique.find(libelle) == code and "\n" not in libelle
    titre = read_titre(libelle)
    return Titre(titre.noyau, unite=titre.unite) if declare else titre


def _holds_shares(entete: Entete, colonne: int) -> bool:
    """Whether a column holds shares of one, and no amount."""
    profil = read_profil_dessous(entete.grille, entete.ligne, colonne)
    return profil.fractions and all(abs(c) <= 100 for c in profil.cents.values())


def _same(entete: Entete, une: int, autre: int) -> bool:
    dessous = entete.grille.lignes[entete.ligne :]
    return all(_at(ligne, une) == _at(ligne, autre) for ligne in dessous)


def _at(ligne: Sequence[Any], colonne: int) -> Any:
    return (ligne[colonne - 1] if colonne <= len(ligne) else None) or None


def _find_demandes(entete: Entete, attendus: Attendus) -> Iterator[tuple[int, str]]:
    """The unknown columns that say that they are not of what is granted this year."""
    for colonne in entete.inconnues:
        titre = entete.titre(colonne)
        if titre.is_of_another_year(attendus.millesime):
            yield colonne, AUTRE_ANNEE
        elif titre.etape is Etape.DEMANDEE and titre.noyau in {"", "total", "cout", "cout total"}:
            yield colonne, DEMANDE


def _add_qualified(trouvees: dict[str, list[int]], entete: Entete, attendus: Attendus) -> None:
    """«Montant accordé», «Subvention demandée» are columns of the one amount of a row."""
    if not any(champ.nom == MONTANT for champ in attendus.plan.champs):
        return
    for colonne, libelle in entete.inconnues.items():
        titre = read_titre(libelle)
        nue = titre.noyau == "" and not says_year(libelle)
        if nue and not titre.is_of_another_year(attendus.millesime):
            profil = read_profil_dessous(entete.grille, entete.ligne, colonne)
            if profil.holds_montants:
                trouvees.setdefault(MONTANT, []).append(colonne)


def _add_totals(trouvees: dict[str, list[int]], entete: Entete) -> None:
    """«Total accordé» is the total of a row; «Total» alone is preferred."""
    for colonne in entete.inconnues:
        titre = entete.titre(colonne)
        if titre.noyau == TOTAL and titre.etape is Etape.ACCORDEE and TOTAL not in trouvees:
            trouvees[TOTAL] = [colonne]


def _leave_voisines(entete: Entete) -> Entete:
    """The headings without those of another table beside, beyond columns that are empty."""
    blocs = list(_split(entete))
    codes = {c: code for code, colonnes in entete.trouvees.items() for c in colonnes}
    connus = [{codes[c] for c in bloc if c in codes} for bloc in blocs]
    principal = max(range(len(blocs)), key=lambda rang: len(connus[rang]))
    voisines = {
        colonne
        for rang, bloc in enumerate(blocs)
        if rang != principal and _is_double(connus[rang] - {TOTAL}, connus[principal])
        for colonne in bloc
    }
    if not voisines:
        return entete
    trouvees = {
        code: [c for c in colonnes if c not in voisines]
        for code, colonnes in entete.trouvees.items()
    }
    return replace(entete, trouvees=trouvees, voisines=frozenset(voisines))


def _is_double(codes: set[str], autres: set[str]) -> bool:
    """Whether most of those columns stand among the others already."""
    return bool(codes) and 2 * len(codes & autres) > len(codes)


def _split(entete: Entete) -> Iterator[list[int]]:
    """The columns with a heading, in blocks that empty columns part."""
    bloc: list[int] = []
    for colonne in sorted(entete.libelles):
        if bloc and colonne != bloc[-1] + 1:
            vides = range(bloc[-1] + 1, colonne)
            if any(_is_empty(entete, c) for c in vides):
                yield bloc
                bloc = []
        bloc.append(colonne)
    yield bloc


def _is_empty(entete: Entete, colonne: int) -> bool:
    return all(_at(ligne, colonne) is None for ligne in entete.grille.lignes[entete.ligne - 1 :])
