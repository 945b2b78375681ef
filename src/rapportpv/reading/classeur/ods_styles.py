"""The styles of an .ods, told as those of an .xlsx are: a format code, a strike, a fill."""

from msgspec import Struct, field

from rapportpv.reading.classeur.styles import Style, Styles

_BLANC = "#FFFFFF"
_NEUTRES = frozenset({"", "none"})
_FORMATS = frozenset({"number-style", "percentage-style", "currency-style", "date-style"})


class _Cellule(Struct):
    parent: str = ""
    format: str = ""
    barre: bool | None = None
    couleur: str | None = None


class StylesOds(Struct):
    """The cell styles by name, their number formats, and the tables that are not shown."""

    cellules: dict[str, _Cellule] = field(default_factory=dict)
    formats: dict[str, str] = field(default_factory=dict)
    tables_masquees: set[str] = field(default_factory=set)
    _famille: str = ""
    _nom: str = ""
    _format: str = ""
    _texte: bool = False
    _rangs: dict[str, int] = field(default_factory=dict)
    _liste: list[Style] = field(default_factory=lambda: [Style()])

    def start(self, nom: str, attributs: dict[str, str]) -> None:
        """Take an element that stands among styles."""
        if nom == "style":
            self._famille, self._nom = attributs.get("family", ""), attributs.get("name", "")
            if self._famille == "table-cell":
                self.cellules[self._nom] = _Cellule(
                    attributs.get("parent-style-name", ""), attributs.get("data-style-name", "")
                )
        elif nom in _FORMATS:
            self._format = attributs.get("name", "")
            self.formats[self._format] = ""
        elif nom == "number" and self._format:
            facteur = attributs.get("display-factor", "1")
            milliers = (len(facteur) - 1) // 3 if facteur.strip("0") == "1" else 0
            self.formats[self._format] += "0" + "," * milliers
        elif nom == "table-properties" and attributs.get("display") == "false":
            self.tables_masquees.add(self._nom)
        elif self._famille == "table-cell" and self._nom in self.cellules:
            self._start_trait(nom, attributs, self.cellules[self._nom])
        self._texte = nom == "text"

    def text(self, texte: str) -> None:
        """Take the words of a number format."""
        if self._format and self._texte:
            self.formats[self._format] += "%" if texte.strip() == "%" else f'"{texte}"'

    def end(self, nom: str) -> None:
        """Take the end of an element that stands among styles."""
        self._texte = False
        if nom == "style":
            self._famille = ""
        elif nom in _FORMATS:
            self._format = ""

    def rank(self, nom: str) -> int:
        """The number of a cell style among those of `table`."""
        if nom not in self._rangs:
            style = self._resolve(nom)
            if style not in self._liste:
                self._liste.append(style)
            self._rangs[nom] = self._liste.index(style)
        return self._rangs[nom]

    def table(self) -> Styles:
        """The styles that were asked for, by number."""
        return Styles(tuple(self._liste))

    def _start_trait(self, nom: str, attributs: dict[str, str], cellule: _Cellule) -> None:
        if nom == "text-properties" and "text-line-through-style" in attributs:
            cellule.barre = attributs["text-line-through-style"] not in _NEUTRES
        elif nom == "table-cell-properties" and "background-color" in attributs:
            couleur = attributs["background-color"].upper()
            couleur = "" if couleur in {"TRANSPARENT", _BLANC} else couleur
            cellule.couleur = couleur.removeprefix("#")

    def _resolve(self, nom: str) -> Style:
        """A cell style with what it takes from those that it is based on."""
        format_, barre, couleur = "", None, None
        for _ in range(16):  # a style may be based on itself
            cellule = self.cellules.get(nom)
            if cellule is None:
                break
            format_ = format_ or cellule.format
            barre = cellule.barre if barre is None else barre
            couleur = cellule.couleur if couleur is None else couleur
            nom = cellule.parent
        return Style(0, self.formats.get(format_, ""), bool(barre), couleur or "")
