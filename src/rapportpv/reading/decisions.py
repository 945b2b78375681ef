"""A column that is not read, and whose words say the contrary of what counts, or another year."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from msgspec.structs import replace

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.emplacement import Emplacement, cell_name, column_letter
from rapportpv.french.lexique import fold
from rapportpv.french.typographie import format_enumeration, format_euros, format_texte
from rapportpv.reading.cells import read_texte
from rapportpv.reading.comptes import Comptes
from rapportpv.reading.rules.pv120_decision_contraire import PV120
from rapportpv.reading.rules.pv121_ligne_d_une_autre_annee import PV121
from rapportpv.reading.titres import says_year
from rapportpv.reading.toml import quote

_DECISION = re.compile(
    r"\b(?:statut|decision|avis|suite|resultat|arbitrage|vote|jury|comite|commission|"
    r"retenue?|soutenue?|accordee?|validee?|validation)s?\b"
)
_REFUS = ("refusee", "ajournee", "retiree")
_ANNEE = re.compile(r"(?<!\d)20\d\d(?!\d)")


def tell_decisions(comptes: Comptes, fichier: str) -> Iterator[Anomalie]:
    """An anomaly for each column that decides otherwise, for rows that have amounts."""
    lexique = comptes.attendus.decisions
    if lexique is None:
        return
    inconnues = comptes.entete.inconnues.items()
    for colonne in (c for c, libelle in inconnues if _DECISION.search(fold(libelle))):
        mots = _index(comptes, colonne)
        codes = {mot: lexique.read(mot) for mot in mots}
        if mots and all(codes.values()):
            refusees = [n for mot, ns in mots.items() if codes[mot] in _REFUS for n in ns]
            yield from _tell_refus(comptes, fichier, colonne, refusees)
            soutenue = comptes.attendus.soutenue
            retenues = [n for mot, ns in mots.items() if codes[mot] == soutenue for n in ns]
            yield from _tell_accords(comptes, fichier, colonne, retenues)


def _tell_refus(
    comptes: Comptes, fichier: str, colonne: int, lignes: Sequence[int]
) -> Iterator[Anomalie]:
    """The rows that it refuses and whose amounts count."""
    if payees := [n for n in lignes if _is_counted(comptes, n)]:
        yield _tell(comptes, fichier, colonne, payees, "que le rapport compte")


def _tell_accords(
    comptes: Comptes, fichier: str, colonne: int, lignes: Sequence[int]
) -> Iterator[Anomalie]:
    """The rows that it accepts, when the statut of none lets it count."""
    payees = [n for n in lignes if comptes.projets.sommes[n]]
    if payees and not any(map(comptes.counts_row, comptes.donnees)):
        constat = "et le statut de toutes ne fait rien compter"
        yield _tell(comptes, fichier, colonne, payees, constat)


def _tell(
    comptes: Comptes, fichier: str, colonne: int, lignes: Sequence[int], constat: str
) -> Anomalie:
    entete = comptes.entete
    mots = dict.fromkeys(read_texte(entete.grille.cell((n, colonne))) for n in lignes)
    anomalie = PV120.at(
        _lieu(comptes, fichier, colonne, lignes),
        valeur=entete.libelles[colonne],
        lettre=column_letter(colonne),
        mots=format_enumeration(f"« {mot} »" for mot in mots),
        lignes="une ligne" if len(lignes) == 1 else f"{len(lignes)} lignes",
        montants=_euros(comptes, lignes),
        constat=constat,
    )
    if "statut" in entete.colonnes:
        statut = entete.libelles[entete.colonnes["statut"]]
        conseil = f"Gardez une seule décision, dans la colonne « {statut} »"
    else:
        conseil = "Videz les montants de ce qui est refusé, ou retirez ces lignes"
    return replace(anomalie, suggestion=_or_ignore(comptes, colonne, conseil))


def tell_millesimes(comptes: Comptes, fichier: str) -> Iterator[Anomalie]:
    """An anomaly for each column of years where rows that count say another one."""
    attendus = comptes.attendus
    for colonne, libelle in comptes.entete.inconnues.items() if attendus.millesime else ():
        if not says_year(libelle):
            continue
        par_annee = {
            mot: siennes
            for mot, lignes in _index(comptes, colonne).items()
            if (annees := _ANNEE.findall(mot)) and str(attendus.millesime) not in annees
            if (siennes := [n for n in lignes if _is_counted(comptes, n)])
        }
        if lignes := sorted(n for siennes in par_annee.values() for n in siennes):
            conseil = f"Retirez les lignes qui ne sont pas de {attendus.millesime}"
            anomalie = PV121.at(
                _lieu(comptes, fichier, colonne, lignes),
                valeur=libelle,
                lettre=column_letter(colonne),
                annees=format_enumeration(sorted(par_annee)),
                lignes="une ligne" if len(lignes) == 1 else f"{len(lignes)} lignes",
                montants=_euros(comptes, lignes),
            )
            yield replace(anomalie, suggestion=_or_ignore(comptes, colonne, conseil))


def _is_counted(comptes: Comptes, ligne: int) -> bool:
    """Whether a row has amounts, and a statut that lets them count."""
    return bool(comptes.projets.sommes[ligne]) and comptes.counts_row(ligne)


def _index(comptes: Comptes, colonne: int) -> Mapping[str, list[int]]:
    """The rows of data of each text of a column, but for the empty ones."""
    cellules = comptes.registre.cellules(colonne)
    mots: dict[str, list[int]] = {}
    for numero in comptes.donnees:
        if (valeur := cellules[numero - 1]) is not None and (mot := read_texte(str(valeur))):
            mots.setdefault(mot, []).append(numero)
    return mots


def _or_ignore(comptes: Comptes, colonne: int, conseil: str) -> str:
    """What to do; else, how to say that the column says nothing of what counts."""
    bloc = f"[colonnes.{comptes.attendus.plan.nom}]"
    ignorer = f"{bloc} ignorer = [{quote(comptes.entete.libelles[colonne])}]"
    return format_texte(f"{conseil}. Si cette colonne dit autre chose : ") + ignorer


def _lieu(comptes: Comptes, fichier: str, colonne: int, lignes: Sequence[int]) -> Emplacement:
    cellules = tuple(cell_name((n, colonne)) for n in lignes)
    return Emplacement(fichier, comptes.entete.grille.nom, cellules)


def _euros(comptes: Comptes, lignes: Sequence[int]) -> str:
    return format_euros(Fraction(sum(comptes.projets.sommes[n] for n in lignes), 100))
