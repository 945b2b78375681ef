"""The values of a sheet's cells, taken while its tags are accounted for.

Shared texts and numbers: what most sheets hold nothing but. Any other cell (a text of its own, an
error, a truth value), or cells out of order, make the sheet unusual: calamine reads all of it.
"""

import numpy as np
from msgspec import Struct, field

from rapportpv.reading.classeur.bloc import (
    EST_VALEUR,
    FIN_CELLULE,
    FIN_RANGEE,
    FIN_VALEUR,
    RANGEE,
    VALEUR,
    Bloc,
    Vecteur,
    code,
)
from rapportpv.reading.classeur.bornes import COLONNES_EXCEL
from rapportpv.reading.classeur.chiffres import read_decimaux, read_entiers

_PARTAGE, _NOMBRES = code('s"'), (0, code('n"'))
_RANG = 9  # digits of the rank of a text, at most
_BARRE = ord("/")


class Cellules(Struct, frozen=True):
    """The cells of a block: their tags by rank, where they stand, what they say of themselves."""

    rangs: Vecteur
    lignes: Vecteur
    colonnes: Vecteur
    styles: Vecteur
    types: Vecteur
    fermees: Vecteur  # the tag closes itself
    formules: Vecteur  # the tag of the formula, or -1
    valeurs: Vecteur  # the tag of the value, or -1
    pleines: Vecteur


class Valeurs(Struct):
    """What the filled cells hold, block by block: their rows, their columns, what is in them."""

    usuelles: bool = True
    textes: list[tuple[Vecteur, Vecteur, Vecteur]] = field(default_factory=list)
    nombres: list[tuple[Vecteur, Vecteur, Vecteur]] = field(default_factory=list)
    styles: list[Vecteur] = field(default_factory=list)  # of the numbers
    _derniere: int = 0

    def add(self, bloc: Bloc, cellules: Cellules) -> None:
        """Take the values of a block, as long as all are usual."""
        if self.usuelles and not (_is_whole(bloc, cellules) and self._take(bloc, cellules)):
            self.leave()

    def leave(self) -> None:
        """Leave the sheet to calamine."""
        self.textes, self.nombres, self.styles, self.usuelles = [], [], [], False

    def _take(self, bloc: Bloc, cellules: Cellules) -> bool:
        pleines = cellules.pleines
        lignes, colonnes = cellules.lignes[pleines], cellules.colonnes[pleines]
        types, valeurs = cellules.types[pleines], cellules.valeurs[pleines]
        if not len(lignes):
            return True
        places = lignes * (COLONNES_EXCEL + 1) + colonnes
        if places[0] <= self._derniere or not (places[1:] > places[:-1]).all():
            return False
        self._derniere = int(places[-1])
        partages = types == _PARTAGE
        nombres = ~partages
        if (valeurs < 0).any() or not np.isin(types[nombres], _NOMBRES).all():
            return False
        debuts, fins = bloc.fins[valeurs] + 1, bloc.debuts[valeurs + 1]
        rangs, arrivees = read_entiers(bloc, debuts[partages], _RANG)
        lus = read_decimaux(bloc, debuts[nombres], fins[nombres])
        if lus is None or not (arrivees == fins[partages]).all():
            return False
        lignes, colonnes = lignes.astype(np.int32) - 1, colonnes.astype(np.int16) - 1
        self.textes.append((lignes[partages], colonnes[partages], rangs.astype(np.int32)))
        self.nombres.append((lignes[nombres], colonnes[nombres], lus))
        self.styles.append(cellules.styles[pleines][nombres].astype(np.int32))
        return True


def _is_whole(bloc: Bloc, cellules: Cellules) -> bool:
    """Whether each tag is of a row, or of a cell that is written as it must be, in its row."""
    codes, valeurs = bloc.codes[:-3], cellules.valeurs[cellules.pleines]
    if not (codes[valeurs] == VALEUR).all() or int(EST_VALEUR[codes].sum()) != len(valeurs):
        return False
    if not _are(bloc, valeurs + 1, FIN_VALEUR, 3) or not _are(bloc, valeurs + 2, FIN_CELLULE, 3):
        return False
    rangees, closes = np.flatnonzero(codes == RANGEE), np.flatnonzero(codes == FIN_RANGEE)
    seules = rangees[bloc.octets[bloc.fins[rangees] - 1] == _BARRE]
    finales = np.sort(np.concatenate([closes, seules]))
    if len(rangees) != len(finales) or not _are(bloc, closes, FIN_RANGEE, 5):
        return False
    suite = np.append(rangees, len(codes))  # each row begins where another ends
    if rangees[0] or not (suite[1:] == finales + 1).all() or (finales < rangees).any():
        return False
    formules = cellules.formules[cellules.formules >= 0]
    siennes = 2 * len(cellules.rangs) - int(cellules.fermees.sum()) + 2 * len(valeurs)
    siennes += 2 * len(formules) - int((bloc.octets[bloc.fins[formules] - 1] == _BARRE).sum())
    return siennes + len(rangees) + len(closes) == len(codes)


def _are(bloc: Bloc, rangs: Vecteur, fin: int, longueur: int) -> bool:
    """Whether those tags are all that one, with nothing in it."""
    codes, longueurs = bloc.codes[rangs], bloc.fins[rangs] - bloc.debuts[rangs]
    return bool((codes == fin).all() and (longueurs == longueur).all())
