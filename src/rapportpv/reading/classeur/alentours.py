"""What stands before and after the rows of a sheet: hidden columns, merged cells."""

from typing import Any
from xml.parsers import expat

from rapportpv.core.somme import column_number
from rapportpv.reading.classeur import bornes
from rapportpv.reading.classeur.balayage import is_hidden
from rapportpv.reading.classeur.refus import ClasseurRefuseError
from rapportpv.reading.classeur.releve import Releve


class Analyseur:
    """An expat parser that refuses any DTD, and says of what is broken that it is."""

    def __init__(self, feuille: str, debut: Any, fin: Any = None, texte: Any = None) -> None:
        self._feuille = feuille
        self._expat = expat.ParserCreate(namespace_separator="}")
        self._expat.buffer_text = True
        self._expat.StartDoctypeDeclHandler = self._refuse
        self._expat.StartElementHandler = debut
        if fin:
            self._expat.EndElementHandler = fin
        if texte:
            self._expat.CharacterDataHandler = texte

    def feed(self, xml: bytes, *, fin: bool = False) -> None:
        """Parse a piece more."""
        try:
            self._expat.Parse(xml, fin)
        except (expat.ExpatError, ValueError, LookupError) as cause:
            raise ClasseurRefuseError("abime", self._feuille) from cause

    def _refuse(self, *_: object) -> None:
        raise ClasseurRefuseError("dtd", self._feuille)


class Alentours:
    """Reads what is beside the cells into a sheet's Releve."""

    def __init__(self, releve: Releve) -> None:
        self._releve = releve
        self._feuille = releve.etendue.feuille
        self._vus = 0
        self.analyseur = Analyseur(self._feuille, self._start)

    def _start(self, nom: str, attributs: dict[str, str]) -> None:
        self.see(nom.rpartition("}")[2], attributs)

    def see(self, nom: str, attributs: dict[str, str]) -> None:
        """Take an element that is no row and no cell."""
        self._vus += 1
        if self._vus > bornes.ALENTOURS:
            raise ClasseurRefuseError("trop_grand", self._feuille)
        if nom == "col" and is_hidden(attributs, "width"):
            debut, fin = attributs.get("min", ""), attributs.get("max", "")
            if debut.isdecimal() and fin.isdecimal():
                self._releve.bandes_masquees.append((int(debut), int(fin)))
        elif nom == "mergeCell":
            self._add_fusion(attributs.get("ref", ""))

    def _add_fusion(self, plage: str) -> None:
        debut, _, fin = plage.replace("$", "").upper().partition(":")
        haut, gauche = read_case(debut)
        bas, droite = read_case(fin or debut)
        if haut and bas:
            self._releve.fusions.append(
                (min(haut, bas), min(gauche, droite), max(haut, bas), max(gauche, droite))
            )
        if len(self._releve.fusions) > bornes.FUSIONS:
            raise ClasseurRefuseError("trop_de_fusions", self._feuille)


def read_case(reference: str) -> tuple[int, int]:
    """«B12» → (12, 2); (0, 0) for what is no cell of a sheet."""
    lettres = reference.rstrip("0123456789")
    chiffres = reference[len(lettres) :]
    if not (chiffres and lettres.isascii() and lettres.isalpha() and len(lettres) < 4):
        return 0, 0
    return int(chiffres), column_number(lettres)
