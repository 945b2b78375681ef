"""Which cells moved since a state was published, and which figures each of them moves."""

import re
from collections.abc import Iterator, Mapping
from enum import Enum, auto

from msgspec import Struct

from rapportpv.core.emplacement import Case, cell_name
from rapportpv.core.somme import column_number
from rapportpv.french.typographie import INSECABLE
from rapportpv.published.publication import Champs
from rapportpv.published.rangees import CLASSEMENTS, Rangee, Rangees

_PLAGE = re.compile(r"([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?")
_PART = ".taux"


class Genre(Enum):
    """What moved: an amount, the heading under which a row is counted, a whole row."""

    MONTANT = auto()
    CLASSEMENT = auto()
    RANGEE = auto()


class Chiffrage(Struct, frozen=True):
    """A figure as it is looked at here: its name, the codes in it, what it adds up."""

    nom: str
    codes: frozenset[str]
    sources: tuple[str, ...]


class Mouvement(Struct, frozen=True):
    """Something of a row that is not what it was, and the cell that says so.

    `codes`: the headings of the row, or those that it left and reached. `case` is None when the
    row is no longer in the sheet; `comptee` is false when it is not, or no longer counted.
    """

    genre: Genre
    cle: str
    lieu: tuple[str, str]
    codes: frozenset[str]
    case: Case | None
    colonne: int = 0
    comptee: bool = True
    montants: frozenset[int] = frozenset()  # the columns of amounts of the sheet

    @property
    def place(self) -> str:
        """«programmation.xlsx › L37», or the key of a row that is gone."""
        fichier = self.lieu[0].rpartition("/")[2]
        if self.case is not None:
            return f"{fichier} › {cell_name(self.case)}"
        return f"{fichier} › «{INSECABLE}{self.cle}{INSECABLE}», qui n’y est plus"

    def moves(self, chiffrage: Chiffrage) -> bool:
        """Whether that figure depends on what moved."""
        plages = [p for source in chiffrage.sources for p in _read_plages(source, self.lieu)]
        colonnes = {c for plage in plages for c in range(plage[1], plage[3] + 1)}
        if not plages:
            return False
        match self.genre:
            case Genre.CLASSEMENT:
                return bool(chiffrage.codes & self.codes) or self.colonne in colonnes
            case Genre.MONTANT:
                ici = self.colonne in colonnes
            case Genre.RANGEE:
                ici = not colonnes & self.montants
        if self.comptee and self.case is not None:
            return ici and any(haut <= self.case[0] <= bas for haut, _, bas, _ in plages)
        return ici and (chiffrage.codes <= self.codes or chiffrage.nom.endswith(_PART))


def find_mouvements(
    publiees: Mapping[str, Mapping[str, Champs]], actuelles: Rangees
) -> list[Mouvement]:
    """All that moved in the rows that count, in the order of the sheets."""
    return [
        mouvement
        for feuille in actuelles.lieux
        for mouvement in _compare(feuille, publiees.get(feuille, {}), actuelles)
    ]


def _compare(feuille: str, avant: Mapping[str, Champs], actuelles: Rangees) -> Iterator[Mouvement]:
    apres = actuelles.comptees[feuille]
    for cle, rangee in apres.items():
        if cle in avant:
            yield from _changed(cle, avant[cle], rangee, actuelles.colonnes[feuille])
        else:
            yield from _come(cle, rangee, actuelles.colonnes_de_montants(feuille))
    for cle, champs in avant.items():
        if cle not in apres:
            yield from _gone(feuille, cle, champs, actuelles)


def _changed(
    cle: str, avant: Champs, rangee: Rangee, colonnes: Mapping[str, int]
) -> Iterator[Mouvement]:
    """The fields that are not what they were; an amount that was erased has its empty cell."""
    lieu, apres = (rangee.fichier, rangee.feuille), rangee.champs
    for champ in dict.fromkeys([*apres, *avant]):
        if avant.get(champ) == apres.get(champ):
            continue
        case = rangee.cases.get(champ)
        if case is None and champ in colonnes:
            case = (rangee.ligne, colonnes[champ])
        colonne = case[1] if case else 0
        if champ in CLASSEMENTS:
            codes = frozenset(filter(None, (avant.get(champ), apres.get(champ))))
            yield Mouvement(Genre.CLASSEMENT, cle, lieu, codes, case, colonne)
        else:
            yield Mouvement(Genre.MONTANT, cle, lieu, _codes(apres), case, colonne)


def _come(cle: str, rangee: Rangee, montants: frozenset[int]) -> Iterator[Mouvement]:
    lieu, codes = (rangee.fichier, rangee.feuille), _codes(rangee.champs)
    for champ, case in rangee.cases.items():
        if champ not in CLASSEMENTS:
            yield Mouvement(Genre.MONTANT, cle, lieu, codes, case, case[1])
    debut = (rangee.ligne, min((case[1] for case in rangee.cases.values()), default=1))
    yield Mouvement(Genre.RANGEE, cle, lieu, codes, debut, montants=montants)


def _gone(feuille: str, cle: str, champs: Champs, actuelles: Rangees) -> Iterator[Mouvement]:
    """What a row no longer brings, at the cell that says so if it is still in the sheet."""
    lieu, case = actuelles.lieux[feuille], actuelles.ecartees.get((feuille, cle))
    codes, montants = _codes(champs), actuelles.colonnes_de_montants(feuille)
    for champ in champs:
        if champ not in CLASSEMENTS:
            colonne = actuelles.colonnes[feuille].get(champ, 0)
            yield Mouvement(Genre.MONTANT, cle, lieu, codes, case, colonne, comptee=False)
    yield Mouvement(Genre.RANGEE, cle, lieu, codes, case, comptee=False, montants=montants)


def _codes(champs: Champs) -> frozenset[str]:
    """The headings of a row, and those who fund it."""
    return frozenset(v if nom in CLASSEMENTS else nom for nom, v in champs.items())


def _read_plages(source: str, lieu: tuple[str, str]) -> list[tuple[int, int, int, int]]:
    """The ranges of a source that is of that sheet: first row, column, last row, column."""
    debut = " › ".join((*lieu, ""))
    if not source.startswith(debut):
        return []
    plages = []
    for gauche, haut, droite, bas in _PLAGE.findall(source[len(debut) :]):
        premiere, derniere = column_number(gauche), column_number(droite or gauche)
        plages.append((int(haut), premiere, int(bas or haut), derniere))
    return plages
