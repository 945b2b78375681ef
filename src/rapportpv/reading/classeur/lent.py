"""A sheet cell by cell, however it is written; its rows written again as calamine expects them."""

from xml.sax.saxutils import escape, quoteattr

import numpy as np

from rapportpv.core.emplacement import cell_name
from rapportpv.reading.classeur.alentours import Alentours, Analyseur, read_case
from rapportpv.reading.classeur.balayage import is_hidden
from rapportpv.reading.classeur.refus import ClasseurRefuseError
from rapportpv.reading.classeur.releve import Releve
from rapportpv.reading.classeur.styles import MAIN

_DEBUT = f'<worksheet xmlns="{MAIN}"><sheetData>'
_FIN = "</sheetData></worksheet>"
_PLEIN = 1_000  # cells counted together


class LectureLente:
    """Takes a sheet's XML piece by piece into a Releve, and keeps its rows, plainly written."""

    def __init__(self, releve: Releve) -> None:
        self._releve = releve
        self._alentours = Alentours(releve)
        self._analyseur = Analyseur(releve.etendue.feuille, self._start, self._end, self._text)
        self._sortie: list[str] = [_DEBUT]
        self._dans: list[str] = []  # the elements around, from sheetData on
        self._ligne = self._colonne = 0
        self._cellule: dict[str, str] = {}
        self._formule: dict[str, str] | None = None
        self._textes: dict[str, list[str]] = {}
        self._stylees: list[tuple[int, int, int]] = []
        self._derniere_rangee = 0

    def feed(self, xml: bytes, *, fin: bool = False) -> None:
        """Parse a piece more."""
        self._analyseur.feed(xml, fin=fin)

    def xml(self) -> bytes:
        """The rows, plainly written."""
        if self._stylees:
            lignes, colonnes, styles = (np.array(c) for c in zip(*self._stylees, strict=True))
            self._releve.stylees.append((lignes, colonnes, styles))
            self._stylees = []
        return "".join([*self._sortie, _FIN]).encode()

    def _start(self, nom: str, attributs: dict[str, str]) -> None:
        nom = nom.rpartition("}")[2]
        if not self._dans:
            if nom == "sheetData":
                self._dans.append(nom)
            else:
                self._alentours.see(nom, attributs)
            return
        self._dans.append(nom)
        profondeur = len(self._dans)
        if profondeur == 2 and nom == "row":
            self._start_rangee(attributs)
        elif profondeur == 3 and nom == "c":
            self._start_cellule(attributs)
        elif profondeur == 4 and nom == "f":
            self._formule = attributs
        elif profondeur > 64:
            raise ClasseurRefuseError("abime", self._releve.etendue.feuille)

    def _start_rangee(self, attributs: dict[str, str]) -> None:
        numero = attributs.get("r", "").strip()
        self._ligne = int(numero) if numero.isdecimal() and len(numero) < 9 else self._ligne + 1
        self._colonne = 0
        if is_hidden(attributs):
            self._releve.lignes_masquees.add(self._ligne)
        self._sortie.append(f'<row r="{self._ligne}">')

    def _start_cellule(self, attributs: dict[str, str]) -> None:
        ligne, colonne = read_case(attributs.get("r", "").strip().upper())
        self._ligne = ligne or self._ligne
        self._colonne = colonne or self._colonne + 1
        self._cellule, self._formule = attributs, None
        self._textes = {"v": [], "f": [], "t": []}

    def _text(self, texte: str) -> None:
        if len(self._dans) < 4:
            return
        if len(self._dans) == 4 and self._dans[-1] in {"v", "f"}:
            self._textes[self._dans[-1]].append(texte)
        elif self._dans[3] == "is" and self._dans[-1] == "t" and "rPh" not in self._dans:
            self._textes["t"].append(texte)

    def _end(self, _: str) -> None:
        if not self._dans:
            return
        fini, profondeur = self._dans.pop(), len(self._dans)
        if profondeur == 1 and fini == "row":
            self._sortie.append("</row>")
        elif profondeur == 2 and fini == "c":
            self._end_cellule()

    def _end_cellule(self) -> None:
        case = (self._ligne, self._colonne)
        genre = self._cellule.get("t", "n").strip()
        valeur, texte = "".join(self._textes["v"]), "".join(self._textes["t"])
        if genre != "str":
            valeur = valeur.strip()
        pleine = bool(texte if genre == "inlineStr" else valeur)
        if not pleine and self._formule is None:
            return
        nouvelle = case[0] != self._derniere_rangee
        self._derniere_rangee = case[0]
        self._releve.etendue.add(case, case, 1, int(nouvelle))
        if self._formule is not None:
            partage = self._formule.get("si") if self._formule.get("t") == "shared" else None
            self._releve.add_formule(case, "".join(self._textes["f"]), partage)
            if not pleine and genre != "str":
                self._releve.jamais_calculees.append(case)
        if pleine:
            self._record(case, genre, valeur)
            self._write(case, genre, valeur, texte)

    def _record(self, case: tuple[int, int], genre: str, valeur: str) -> None:
        releve = self._releve
        releve.grow(*case)
        releve.partagees += genre == "s"
        if genre == "e":
            releve.erreurs[case] = valeur
        style = self._cellule.get("s", "0").strip()
        numero = min(int(style) if style.isdecimal() else 0, len(releve.styles.liste))
        if releve.remarquables[numero]:
            self._stylees.append((*case, numero))

    def _write(self, case: tuple[int, int], genre: str, valeur: str, texte: str) -> None:
        style = self._cellule.get("s", "").strip()
        debut = f'<c r="{cell_name(case)}"' + (f' s="{style}"' if style.isdecimal() else "")
        if genre in {"inlineStr", "str"}:
            self._sortie.append(
                f'{debut} t="inlineStr"><is><t xml:space="preserve">'
                f"{escape(texte if genre == 'inlineStr' else valeur)}</t></is></c>"
            )
        else:
            self._sortie.append(f"{debut} t={quoteattr(genre)}><v>{escape(valeur)}</v></c>")
