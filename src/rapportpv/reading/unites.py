"""What the words around a table say of all its amounts: their unit, the year that they are of."""

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.emplacement import Case, Emplacement, cell_name
from rapportpv.french.lexique import fold
from rapportpv.french.typographie import format_decimal, format_euros
from rapportpv.reading.cells import MONTANTS, is_read_as
from rapportpv.reading.classeur.formats import Format
from rapportpv.reading.comptes import Comptes
from rapportpv.reading.nombres import read_nombre
from rapportpv.reading.profil import find_cells
from rapportpv.reading.rules.pv020_montants_dans_une_autre_unite import PV020
from rapportpv.reading.rules.pv023_classeur_d_une_autre_annee import PV023
from rapportpv.reading.rules.pv025_format_qui_change_le_nombre import PV025
from rapportpv.reading.rules.pv119_ligne_barree import PV119
from rapportpv.reading.tableaux import names_past_year
from rapportpv.reading.titres import find_unit, read_titre

_HORS_FIGURE = {"total", "cout_total", "montant"}  # compared, not printed; or it counts already
_FACTEURS = {"k€": 1_000, "M€": 1_000_000}
_SUJET = re.compile(
    r"\b(?:programmation|appel a projets?|projets?|actions?|subventions?|bilan|exercice|annee|"
    r"campagne|fonds|fcs|npnru|dsu|operations?)\b"
)
_DATE = re.compile(r"(?<!\d)\d{1,2}[/. ](?:\d{1,2}|[a-zéû]+)[/. ]20\d\d", re.IGNORECASE)
_QUATRE = re.compile(r"\D*(20\d\d)\D")
_DEUX = re.compile(r"[A-Za-z]*[ -]?(\d\d)\s*[-–/.]\s*\d")
_ASSEZ = 3  # dossiers of another year: one or two may be old ones that go on


def tell_unites(comptes: Comptes, fichier: str) -> Iterator[Anomalie]:
    """An anomaly where the title, a heading, or the row below says thousands or millions."""
    entete = comptes.entete
    payees = _list_payees(comptes)
    par_unite: dict[str, list[tuple[Case, str, set[int]]]] = {}
    for case, texte in _list_mentions(comptes):
        dessus = case[0] < entete.premiere
        if unite := find_unit(texte) if dessus else _find_unit(comptes, texte):
            sienne = payees if dessus else {case[1]} & payees
            if sienne:
                par_unite.setdefault(unite, []).append((case, texte, sienne))
    for unite, mentions in par_unite.items():
        colonnes = set().union(*(c for _, _, c in mentions))
        lus = _sum(comptes, colonnes)
        yield PV020.at(
            Emplacement(fichier, entete.grille.nom, tuple(cell_name(c) for c, _, _ in mentions)),
            valeur=mentions[0][1],
            unite=unite,
            lus=_euros(lus),
            autres=_euros(lus * _FACTEURS[unite]),
        )


def _find_unit(comptes: Comptes, libelle: str) -> str:
    """The unit that a heading says: in «BOP 147 k€», 147 is of the funder, not an amount."""
    titre = read_titre(libelle)
    return titre.unite if titre.noyau in comptes.attendus.noyaux else find_unit(libelle)


def tell_formats(comptes: Comptes, fichier: str) -> Iterator[Anomalie]:
    """An anomaly for the amounts whose number format shows another number: «10 000 €» for 10."""
    grille = comptes.entete.grille
    payees = _list_payees(comptes)
    donnees = set(comptes.donnees) if grille.formats else set()
    par_format: dict[Format, list[Case]] = {}
    for case, forme in sorted(grille.formats.items()):
        if case[0] in donnees and case[1] in payees and read_nombre(grille.cell(case)):
            par_format.setdefault(forme, []).append(case)
    for forme, cases in par_format.items():
        lus = sum(read_nombre(grille.cell(case)) or 0 for case in cases)
        yield PV025.at(
            Emplacement(fichier, grille.nom, tuple(map(cell_name, cases))),
            valeur=forme.code,
            lus=_euros(lus),
            montres=f"{_percent(lus)} %" if forme.pourcent else _euros(round(lus * forme.facteur)),
        )


def _list_payees(comptes: Comptes) -> set[int]:
    """The columns that count, or that a sheet prints, but for those whose unit the settings say."""
    plan = comptes.attendus.plan
    payees = {
        c
        for code, c in comptes.entete.colonnes.items()
        if comptes.counts(code)
        or (code not in _HORS_FIGURE and is_read_as(plan.ligne, code, MONTANTS))
    }
    return payees - comptes.entete.converties


def _percent(cents: int) -> str:
    return format_decimal(Fraction(cents), 0)


def tell_barrees(comptes: Comptes, fichier: str) -> Iterator[Anomalie]:
    """An anomaly for each row of data whose words are struck through, and whose amounts count."""
    grille, entete = comptes.entete.grille, comptes.entete
    lues = set(entete.colonnes.values())  # a remark may be struck because it is settled
    barrees = {ligne for ligne, colonne in grille.barrees if colonne in lues}
    for numero in comptes.donnees if barrees else ():
        if numero in barrees and comptes.counts_row(numero):
            cents = comptes.trieur.cents(grille.lignes[numero - 1])
            nom = comptes.trieur.title(grille.lignes[numero - 1])
            if cents:
                siennes = (c for c in sorted(grille.barrees) if c[0] == numero)
                yield PV119.at(
                    Emplacement(fichier, entete.grille.nom, tuple(map(cell_name, siennes))),
                    valeur=nom,
                    montants=_euros(sum(cents)),
                )


def tell_annee(comptes: Comptes, fichier: str) -> Iterator[Anomalie]:
    """An anomaly when the title, or the numbers of the dossiers, are of a year before."""
    millesime, entete = comptes.attendus.millesime, comptes.entete
    if not millesime:
        return
    titres = [(c, t) for c, t in _list_titres(comptes) if not _DATE.search(t)]
    if any(str(millesime) in texte for texte in (entete.grille.nom, *(t for _, t in titres))):
        return
    passes = [
        (case, texte)
        for case, texte in titres
        if _SUJET.search(fold(texte)) and names_past_year(texte, millesime)
    ]
    annee, numeros = _find_numeros(comptes, avec_deux=bool(passes))
    if not (passes or numeros):
        return
    annee = annee or max(read_titre(passes[0][1]).annees, default=millesime - 1)
    cases = [*(case for case, _ in passes), *numeros]
    indices = [*(f"« {texte} »" for _, texte in passes)]
    if numeros:
        indices.append(f"{len(numeros)} numéros de dossier")
    yield PV023.at(
        Emplacement(fichier, entete.grille.nom, tuple(map(cell_name, cases))),
        valeur=str(annee),
        millesime=millesime,
        annee=annee,
        indices=", ".join(indices),
    )


def _find_numeros(comptes: Comptes, *, avec_deux: bool) -> tuple[int, list[Case]]:
    """The year before that the numbers of all the dossiers are of, and their cells."""
    colonne, millesime = comptes.entete.colonnes.get("numero"), comptes.attendus.millesime
    if colonne is None:
        return 0, []
    annees: dict[Case, int] = {}
    sans, cellules = 0, comptes.registre.cellules(colonne)
    for numero in comptes.donnees:
        annee = _read_annee(cellules[numero - 1], avec_deux=avec_deux)
        if annee is not None:
            annees[numero, colonne] = annee
            continue
        sans += 1
        if 2 * sans >= len(comptes.donnees):  # most say no year
            return 0, []
    compte = Counter(annees.values())
    if len(compte) != 1 or len(annees) < min(_ASSEZ, len(comptes.donnees)):
        return 0, []
    [annee] = compte
    passee = millesime - 10 <= annee < millesime and 2 * len(annees) > len(comptes.donnees)
    return (annee, list(annees)) if passee else (0, [])


def _read_annee(valeur: Any, *, avec_deux: bool) -> int | None:
    texte = str(valeur or "")
    if trouvee := _QUATRE.match(texte):
        return int(trouvee[1])
    deux = _DEUX.match(texte) if avec_deux else None
    return 2000 + int(deux[1]) if deux else None


def _list_titres(comptes: Comptes) -> Iterator[tuple[Case, str]]:
    """The texts above the headings."""
    entete = comptes.entete
    for numero, ligne in enumerate(entete.grille.lignes[: entete.premiere - 1], start=1):
        for colonne, valeur in enumerate(ligne, start=1):
            if isinstance(valeur, str) and valeur.strip():
                yield (numero, colonne), valeur.strip()


def _list_mentions(comptes: Comptes) -> Iterator[tuple[Case, str]]:
    """The texts above the headings, the headings, those of a row of units right below."""
    entete = comptes.entete
    yield from _list_titres(comptes)
    for colonne, libelle in entete.libelles.items():
        yield (entete.ligne, colonne), libelle
    dessous = entete.grille.lignes[entete.ligne : entete.ligne + 1]
    for colonne, valeur in enumerate(dessous[0] if dessous else (), start=1):
        if isinstance(valeur, str) and not any(c.isdigit() for c in valeur):
            yield (entete.ligne + 1, colonne), valeur.strip()


def _sum(comptes: Comptes, colonnes: set[int]) -> int:
    numeros = [n for n in comptes.donnees if comptes.counts_row(n)]
    return sum(find_cells(comptes.entete.grille, numeros, colonnes).values())


def _euros(cents: int) -> str:
    return format_euros(Fraction(cents, 100))
