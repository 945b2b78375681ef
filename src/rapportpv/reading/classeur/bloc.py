"""A block of rows as nearly every program writes them: its tags, found all at once."""

from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Vecteur: TypeAlias = npt.NDArray[Any]


def code(deux: str) -> int:
    """Two signs as one number."""
    return ord(deux[0]) << 8 | ord(deux[1])


CELLULE, RANGEE, FIN_CELLULE = code("c "), code("ro"), code("/c")
_VALEURS = tuple(map(code, ("v>", "v ")))
_FORMULES = tuple(map(code, ("f>", "f ", "f/")))
VALEUR, FIN_VALEUR, FIN_RANGEE = code("v>"), code("/v"), code("/r")
EN_LIGNE = code("is")
_BALISES = (
    *(CELLULE, RANGEE, FIN_CELLULE, *_VALEURS, *_FORMULES, EN_LIGNE),
    *map(code, ("/r", "/v", "v/", "/f", "/i", "t>", "t ", "t/", "/t")),
)
_CONNUES = np.zeros(65_536, bool)
_CONNUES[list(_BALISES)] = True
EST_VALEUR = np.zeros(65_536, bool)
EST_VALEUR[[*_VALEURS, code("v/")]] = True
EST_FORMULE = np.zeros(65_536, bool)
EST_FORMULE[list(_FORMULES)] = True
_OUVRE, _FERME = b"<>"


class Bloc:
    """Whole rows of a sheet, their tags found."""

    def __init__(self, xml: bytes) -> None:
        self.xml = xml
        # more than its bytes, so that what follows the last tag can be looked at
        suivi = xml + b" " * 16
        self.octets: Vecteur = np.frombuffer(suivi, np.uint8)
        self.mots: Vecteur = np.ndarray((len(suivi) - 7,), "<u8", suivi, strides=(1,))
        self.debuts, self.fins = _find_balises(self.octets)
        codes = self.octets[self.debuts + 1].astype(np.uint16) << 8
        self.codes: Vecteur = np.append(codes | self.octets[self.debuts + 2], [0, 0, 0])

    def is_clean(self) -> bool:
        """Whether each «<» opens a tag that is known, closed before the next."""
        debuts, fins = self.debuts, self.fins
        return bool(
            len(debuts) == len(fins)
            and (debuts < fins).all()
            and (fins[:-1] < debuts[1:]).all()
            and _CONNUES[self.codes[:-3]].all()
        )


def _find_balises(octets: Vecteur) -> tuple[Vecteur, Vecteur]:
    """Where each «<» stands, and the «>» that comes after it."""
    signes = np.flatnonzero(octets & 0b11111101 == _OUVRE)  # both signs but for a bit
    debuts, fins = signes[::2], signes[1::2]
    if (
        len(debuts) == len(fins)
        and (octets[debuts] == _OUVRE).all()
        and (octets[fins] == _FERME).all()
    ):
        return debuts, fins
    debuts, fins = np.flatnonzero(octets == _OUVRE), np.flatnonzero(octets == _FERME)
    if len(fins) != len(debuts) and len(fins):  # «>» may stand as it is in a text
        rangs = np.searchsorted(fins, debuts)
        fins = fins[np.minimum(rangs, len(fins) - 1)]
    return debuts, fins
