"""The quartiers of a sheet and the contours of a map: which is which."""

from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct

from rapportpv.core.carte import Contour
from rapportpv.core.dossier import Feuille
from rapportpv.french.lexique import Entree, Lexique
from rapportpv.french.lieux import place_key


class Appariement(Struct, frozen=True, eq=False, dict=True):
    """The sheet «Quartiers», and the contours that are to be found in it."""

    feuille: Feuille
    contours: tuple[Contour, ...]

    @cached_property
    def lignes(self) -> dict[int, int]:
        """The row of each contour's quartier, by its place in the file: by code, else by name."""
        frame = self.feuille.frame
        codes, noms = (_index(frame[colonne].items()) for colonne in ("code", "nom"))
        lues = (
            (c.rang, codes.get(place_key(c.code), noms.get(place_key(c.nom))))
            for c in self.contours
        )
        return {rang: ligne for rang, ligne in lues if ligne is not None}

    @property
    def inconnus(self) -> tuple[Contour, ...]:
        """The contours that are none of the sheet's quartiers."""
        return tuple(c for c in self.contours if c.rang not in self.lignes)

    @property
    def absents(self) -> list[int]:
        """The rows of the quartiers that have no contour."""
        dessinees = set(self.lignes.values())
        return [int(n) for n in self.feuille.frame.index if int(n) not in dessinees]

    @cached_property
    def proches(self) -> dict[int, int]:
        """The row that an unknown contour was probably meant for, by its place in the file."""
        noms, libres = self.feuille.frame["nom"], self.absents
        proches: dict[int, int] = {}
        for contour in self.inconnus:
            lexique = Lexique(tuple(Entree(str(n), str(noms[n])) for n in libres))
            proche = lexique.suggest(contour.libelle, ressemblance="orthographe")
            if proche is not None:
                ligne = next(n for n in libres if noms[n] == proche)
                proches[contour.rang] = ligne
                libres.remove(ligne)
        return proches


def _index(textes: Iterable[tuple[object, object]]) -> dict[str, int]:
    """The first row of each name, however it is spelt."""
    index: dict[str, int] = {}
    for ligne, texte in textes:
        if cle := place_key(str(texte)):
            index.setdefault(cle, int(str(ligne)))
    return index
