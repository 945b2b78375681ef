"""An .ods, from LibreOffice, Excel, Gnumeric or SheetJS, read in a stream.

Repeats are bounded before they are unrolled; no reader of others can be made to fill the memory.
"""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from msgspec import Struct, field

from rapportpv.core.emplacement import Case, cell_name
from rapportpv.core.somme import Plage
from rapportpv.reading.classeur import bornes
from rapportpv.reading.classeur.alentours import Analyseur
from rapportpv.reading.classeur.apparence import make_apparence
from rapportpv.reading.classeur.grille import Grille, repeat_merged
from rapportpv.reading.classeur.ods_styles import StylesOds
from rapportpv.reading.classeur.ods_valeurs import (
    read_erreur,
    read_formule,
    read_nombre,
    read_valeur,
    spans,
)
from rapportpv.reading.classeur.paquet import Paquet
from rapportpv.reading.classeur.refus import ClasseurRefuseError
from rapportpv.reading.classeur.xlsx import Choix

_TEXTE = 10**6  # signs of a cell; Excel stops at 32,767
_STYLES = frozenset({"automatic-styles", "styles", "master-styles"})
_MUETS = frozenset({"annotation", "shapes", "tracked-changes", "table-source"})


def read_ods(paquet: Paquet, choix: Choix) -> list[Grille]:
    """The sheets of the workbook, in order."""
    if b"spreadsheet" not in (paquet.read("mimetype") or b"spreadsheet"):
        raise ClasseurRefuseError("inconnu")
    if b"encryption-data" in (paquet.read("META-INF/manifest.xml") or b""):
        raise ClasseurRefuseError("chiffre")
    lecture = _Lecture()
    communs = paquet.read("styles.xml")
    if communs:
        try:
            Analyseur("", lecture.start, lecture.end, lecture.text).feed(communs, fin=True)
        except ClasseurRefuseError as refus:
            if refus.raison != "abime":
                raise
        lecture.dans.clear()
    contenu = paquet.find("content.xml")
    assert contenu is not None  # what makes the package an .ods
    analyseur = Analyseur("", lecture.start, lecture.end, lecture.text)
    for morceau in paquet.stream(contenu):
        analyseur.feed(morceau)
    analyseur.feed(b"", fin=True)
    tables = [table for table in lecture.tables if not table.externe]
    voulues = set(choix([table.nom for table in tables if not table.masquee]))
    return [table.grille(lecture.styles, voulues) for table in tables]


class _Table(Struct):
    nom: str
    masquee: bool
    etendue: bornes.Etendue
    externe: bool = False
    refus: ClasseurRefuseError | None = None  # raised only if the sheet is wanted
    cellules: list[tuple[Plage, Any]] = field(default_factory=list)  # repeated as they are written
    stylees: list[tuple[Plage, int]] = field(default_factory=list)
    formules: dict[Case, str] = field(default_factory=dict)
    jamais: list[Case] = field(default_factory=list)
    erreurs: dict[Case, str] = field(default_factory=dict)
    fusions: list[Plage] = field(default_factory=list)
    lignes_masquees: list[tuple[int, int]] = field(default_factory=list)
    colonnes_masquees: list[tuple[int, int]] = field(default_factory=list)
    defauts: list[tuple[int, str]] = field(default_factory=list)  # last column, its style
    ligne: int = 0
    colonne: int = 0

    def grille(self, styles: StylesOds, voulues: Collection[str]) -> Grille:
        """The sheet, its rows unrolled; by name only when it is hidden or not wanted."""
        if self.masquee or self.nom not in voulues:
            return Grille(self.nom, [], masquee=self.masquee)
        if self.refus:
            raise self.refus
        self.etendue.close()
        hauteur = max((bas for (_, _, bas, _), _ in self.cellules), default=0)
        largeur = max((droite for (_, _, _, droite), _ in self.cellules), default=0)
        lignes: list[list[Any]] = [[None] * largeur for _ in range(hauteur)]
        for (haut, gauche, bas, droite), valeur in self.cellules:
            for numero in range(haut - 1, bas):
                lignes[numero][gauche - 1 : droite] = [valeur] * (droite - gauche + 1)
        stylees = [
            (numero, colonne, rang)
            for (haut, gauche, bas, droite), rang in self.stylees
            for numero in range(haut, bas + 1)
            for colonne in range(gauche, droite + 1)
        ]
        fusions = tuple(sorted(self.fusions))
        repeat_merged(self.nom, lignes, fusions)
        return Grille(
            self.nom,
            lignes,
            tuple(self.jamais),
            self.formules,
            fusions,
            _unroll(self.lignes_masquees, hauteur),
            _unroll(self.colonnes_masquees, largeur),
            erreurs=self.erreurs,
            apparence=make_apparence(stylees, styles.table()),
        )


def _unroll(bandes: Sequence[tuple[int, int]], borne: int) -> frozenset[int]:
    return frozenset(n for debut, fin in bandes for n in range(debut, min(fin, borne) + 1))


class _Lecture(Struct):
    """The reading of a content.xml under way."""

    styles: StylesOds = field(default_factory=StylesOds)
    tables: list[_Table] = field(default_factory=list)
    dans: list[str] = field(default_factory=list)
    muet: int = 0  # how deep, in what is no cell
    rangee: dict[str, str] = field(default_factory=dict)
    remplies: list[tuple[int, int, Any, dict[str, str]]] = field(default_factory=list)
    cellule: dict[str, str] | None = None
    textes: list[str] = field(default_factory=list)
    longueur: int = 0

    @property
    def table(self) -> _Table:
        """The sheet that is being read."""
        return self.tables[-1]

    def start(self, complet: str, attributs: dict[str, str]) -> None:
        """Take the start of an element."""
        espace, _, nom = complet.rpartition("}")
        self.dans.append(nom)
        if len(self.dans) > 256:
            raise ClasseurRefuseError("abime")
        if self.muet:
            self.muet += 1
            return
        lus = _local(attributs)
        if not _STYLES.isdisjoint(self.dans[:3]):
            self.styles.start(nom, lus)
        elif (
            nom in _MUETS
            or ":drawing:" in espace
            or (nom == "table" and self.dans.count("table") > 1)
        ):
            if nom == "table-source" and self.tables:
                self.table.externe = True
            self.muet = 1
        else:
            self._try(self._start, nom, lus)

    def end(self, _: str) -> None:
        """Take the end of an element."""
        nom = self.dans.pop()
        if self.muet:
            self.muet -= 1
        elif not _STYLES.isdisjoint(self.dans[:3]):
            self.styles.end(nom)
        elif nom in {"table-cell", "covered-table-cell"} and self.cellule is not None:
            self._try(self._end_cellule, nom)
        elif nom == "table-row" and self.tables:
            self._try(self._end_rangee)

    def text(self, texte: str) -> None:
        """Take words."""
        if self.muet:
            return
        if not _STYLES.isdisjoint(self.dans[:3]):
            self.styles.text(texte)
        elif self.cellule is not None and "p" in self.dans[-6:]:
            self._try(self._add_texte, texte)

    def _try(self, prendre: Callable[..., None], *quoi: Any) -> None:
        """Take what is read, unless the sheet is refused already; it may not be a wanted one."""
        if self.tables and self.table.refus and quoi[:1] != ("table",):
            return
        try:
            prendre(*quoi)
        except ClasseurRefuseError as refus:
            self.table.refus = refus

    def _start(self, nom: str, attributs: dict[str, str]) -> None:
        if nom == "table":
            titre = attributs.get("name", "")
            masquee = attributs.get("style-name", "") in self.styles.tables_masquees
            self.tables.append(_Table(titre, masquee, bornes.Etendue(titre)))
        elif not self.tables:
            return
        elif nom == "table-column":
            self._start_colonne(attributs)
        elif nom == "table-row":
            self.rangee, self.remplies, self.table.colonne = attributs, [], 0
            self.table.ligne += 1
        elif nom in {"table-cell", "covered-table-cell"}:
            self.cellule, self.textes, self.longueur = attributs, [], 0
        elif self.cellule is not None:
            self._start_texte(nom, attributs)

    def _start_colonne(self, attributs: dict[str, str]) -> None:
        table = self.table
        debut = table.defauts[-1][0] + 1 if table.defauts else 1
        fin = debut + read_nombre(attributs.get("number-columns-repeated", "1")) - 1
        table.defauts.append((fin, attributs.get("default-cell-style-name", "")))
        if attributs.get("visibility", "visible") != "visible":
            table.colonnes_masquees.append((debut, fin))

    def _start_texte(self, nom: str, attributs: dict[str, str]) -> None:
        if nom == "p" and self.textes:
            self._add_texte("\n")
        elif nom == "s":
            self._add_espaces(read_nombre(attributs.get("c", "1")))
        elif nom in {"tab", "line-break"}:
            self._add_texte("\t" if nom == "tab" else "\n")

    def _add_espaces(self, nombre: int) -> None:
        if nombre > _TEXTE:
            raise self._too_large()
        self._add_texte(" " * nombre)

    def _add_texte(self, texte: str) -> None:
        self.longueur += len(texte)
        if self.longueur > _TEXTE:
            raise self._too_large()
        self.textes.append(texte)

    def _too_large(self) -> ClasseurRefuseError:
        case = (self.table.ligne, self.table.colonne + 1)
        return ClasseurRefuseError("texte_trop_long", self.table.nom, cell_name(case))

    def _end_cellule(self, nom: str) -> None:
        attributs, table = self.cellule or {}, self.table
        self.cellule = None
        texte = "".join(self.textes)
        repetee = read_nombre(attributs.get("number-columns-repeated", "1"))
        debut, table.colonne = table.colonne + 1, table.colonne + repetee
        if nom == "covered-table-cell":
            return
        erreur = read_erreur(attributs, texte)
        valeur = erreur or read_valeur(attributs, texte)
        case = (table.ligne, debut)
        if fusion := spans(attributs, case):
            table.fusions.append(fusion)
            if len(table.fusions) > bornes.FUSIONS:
                raise ClasseurRefuseError("trop_de_fusions", table.nom)
        if "formula" in attributs:
            table.formules[case] = read_formule(attributs["formula"])
            if valeur is None and "value-type" not in attributs:
                table.jamais.append(case)
        if erreur:
            table.erreurs[case] = erreur
        if valeur is not None:
            self.remplies.append((debut, table.colonne, valeur, attributs))

    def _end_rangee(self) -> None:
        table, repetee = self.table, read_nombre(self.rangee.get("number-rows-repeated", "1"))
        haut, table.ligne = table.ligne, table.ligne + repetee - 1
        if self.rangee.get("visibility", "visible") != "visible":
            table.lignes_masquees.append((haut, table.ligne))
        if not self.remplies or table.masquee:
            return
        droite = max(fin for _, fin, _, _ in self.remplies)
        nombre = repetee * sum(fin - debut + 1 for debut, fin, _, _ in self.remplies)
        case = (table.ligne, droite)
        table.etendue.add(case, case, nombre, repetee)
        for debut, fin, valeur, attributs in self.remplies:
            plage = (haut, debut, table.ligne, fin)
            table.cellules.append((plage, valeur))
            if rang := self.styles.rank(self._style(attributs, debut)):
                table.stylees.append((plage, rang))

    def _style(self, attributs: dict[str, str], colonne: int) -> str:
        """The name of a cell's style: its own, else that of its row, else of its column."""
        propre = attributs.get("style-name") or self.rangee.get("default-cell-style-name")
        if propre:
            return propre
        return next((style for fin, style in self.table.defauts if colonne <= fin), "")


def _local(attributs: dict[str, str]) -> dict[str, str]:
    """The attributes by local name; `calcext:value-type` apart, which stands beside another."""
    lus: dict[str, str] = {}
    for complet, valeur in attributs.items():
        espace, _, nom = complet.rpartition("}")
        lus[f"calcext:{nom}" if "calc" in espace and nom == "value-type" else nom] = valeur
    return lus
