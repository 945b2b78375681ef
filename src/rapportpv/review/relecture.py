"""A document proofread: each number held against the year, each table added up again."""

from collections.abc import Iterable
from fractions import Fraction
from functools import cached_property

from msgspec import Struct, field

from rapportpv.core.dessin import Rectangle
from rapportpv.core.relecture import AdditionFausse, NombreRelu, Relecture, Verdict
from rapportpv.drawing import draw_dessins
from rapportpv.french.lexique import fold, squash
from rapportpv.french.typographie import format_date
from rapportpv.review.lecture.passage import (
    ZONE_DE_TEXTE,
    Cellule,
    DocumentLu,
    Passage,
    TableauLu,
    is_section,
    row_label,
    row_text,
)
from rapportpv.review.nombres.ecrits import Genre, find_nombres, find_years
from rapportpv.review.tableaux.additions import check_table
from rapportpv.review.tableaux.rapprocher import (
    find_numbering,
    find_unit,
    match_table,
    only_number,
)
from rapportpv.review.verdicts.attendus import Attendu, Attendus
from rapportpv.review.verdicts.ecriture import Juge, Trouvaille, tell
from rapportpv.review.verdicts.juger import Cadre, Juges

_COURTE = 60  # signs of a cell that is a figure and its noun
_TOTAL = "total"


class Relecteur(Struct, dict=True):
    """Proofreads a document against a year."""

    attendus: Attendus
    trouvailles: list[Trouvaille] = field(default_factory=list)
    _ambiants: dict[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def _juges(self) -> Juges:
        return Juges(self.attendus)

    @cached_property
    def _touts(self) -> frozenset[Fraction]:
        """The amounts that shares may be of."""
        chiffres = self.attendus.chiffres
        return frozenset(
            chiffres[nom].valeur
            for nom in ("programmation.total", "credits_specifiques.total", "credits_etat.total")
            if nom in chiffres
        )

    def read(self, lu: DocumentLu, fichier: str, empreinte: str = "") -> Relecture:
        """What the document's numbers are, and the sums that are wrong."""
        for bloc in lu.blocs:
            if isinstance(bloc, Passage):
                self._read_passage(bloc)
            else:
                self._read_table(bloc)
        identite = self.attendus.dossier.identite()
        quoi = [t.quoi for t in self.trouvailles]
        return Relecture(
            fichier,
            identite.annee,
            identite.epci,
            str(identite.version),
            format_date(identite.deliberation_le or identite.arrete_le),
            tuple(n for n in quoi if isinstance(n, NombreRelu)),
            tuple(a for a in quoi if isinstance(a, AdditionFausse)),
            lu.remarques,
            empreinte,
        )

    def _around(self, titre: str) -> frozenset[str]:
        """What a heading or a caption is about."""
        if titre not in self._ambiants:
            self._ambiants[titre] = self.attendus.notions.within(titre) if titre else frozenset()
        return self._ambiants[titre]

    @cached_property
    def _dessines(self) -> frozenset[str]:
        """What the drawings of the year say, line by line: drawn when a text box has a number."""
        formes = [f for d in draw_dessins(self.attendus.dossier).values() for f in d.formes]
        ecrits = [e for f in formes if isinstance(f, Rectangle) for e in f.ecrits]
        return frozenset(squash(ecrit.texte) for ecrit in ecrits)

    def _is_drawn(self, passage: Passage) -> bool:
        """Whether a text box with numbers says what a drawing of the year does."""
        boite = passage.place.partie == ZONE_DE_TEXTE and bool(find_nombres(passage.texte))
        return boite and squash(passage.texte) in self._dessines

    def _read_passage(self, passage: Passage, ambiant: frozenset[str] = frozenset()) -> None:
        if self._is_drawn(passage):
            self._set_aside((passage,), "mots du dessin")
            return
        large = ambiant | self._around(passage.place.titre)
        self.trouvailles += self._juges.judge(passage, large)

    def _read_table(self, tableau: TableauLu) -> None:
        """The cells that show a cell of the year are held against it; the others are read."""
        accordes = match_table(tableau, self.attendus.bilan)
        connues, reconnu = accordes.cellules, accordes.reconnu
        numeros = find_numbering(tableau)
        section, fautives = "", set[tuple[int, int]]()
        for numero, rangee in enumerate(tableau.rangees):
            if is_section(rangee) and numero >= tableau.entetes:
                section = row_text(rangee)
            for rang, cellule in enumerate(rangee):
                if cellule.suite:
                    continue
                avant = len(self.trouvailles)
                attendu = connues.get((numero, rang))
                if attendu is not None:
                    self._hold(cellule, attendu)
                elif numero < tableau.entetes:
                    for passage in cellule.passages:
                        self._read_passage(passage)
                elif rang in numeros:
                    self._set_aside(cellule.passages, "numérotation")
                elif (numero, rang) in accordes.dites:
                    self._set_aside(cellule.passages, "mots du classeur")
                else:
                    ligne = row_label(rangee)
                    titres = "" if find_unit(ligne) else ligne, section
                    self._read_cell(cellule, self._frame(tableau, titres, rang, reconnu=reconnu))
                if any(map(_contradicts, self.trouvailles[avant:])):
                    fautives.add((numero, rang))
        self._add_up(tableau, fautives)

    def _add_up(self, tableau: TableauLu, fautives: set[tuple[int, int]]) -> None:
        """The totals and shares that are wrong, but those that a contradicted cell explains."""
        for faute in check_table(tableau, self._touts, fautives):
            if any(faute.rang == r or faute.colonne == c for r, c in fautives):
                continue
            cellule = tableau.rangees[faute.rang][faute.colonne]
            passage = next(iter(cellule.passages), Passage("", tableau.place))
            ici = Trouvaille(passage, faute.addition, 0, len(passage.texte))
            self.trouvailles.append(ici)

    def _hold(self, cellule: Cellule, attendu: Attendu) -> None:
        """A cell whose figure is known by its table, its row and its column."""
        for passage in cellule.passages:
            for nombre in find_nombres(passage.texte):
                if nombre.genre in (Genre.DATE, Genre.HORS_SUJET):
                    juge = Juge(Verdict.HORS_SUJET, cause=nombre.quoi)
                else:
                    juge = self._juges.hold(nombre, attendu)
                self.trouvailles.append(tell(passage, nombre, juge))

    def _read_cell(self, cellule: Cellule, cadre: Cadre) -> None:
        """A cell that is in no table of the year: its row and its heading are its sentence."""
        nombre = only_number(cellule)
        if nombre is None or len(cellule.passages) != 1 or len(cellule.texte) > _COURTE:
            for passage in cellule.passages:
                self._read_passage(passage, cadre.ambiant)
            return
        passage = cellule.passages[0]
        for lu in find_nombres(passage.texte):
            autre = lu.genre in (Genre.DATE, Genre.HORS_SUJET)
            if autre:
                juge = Juge(Verdict.HORS_SUJET, cause=lu.quoi)
            else:
                juge = self._juges.judge_cell(passage, lu, cadre)
            self.trouvailles.append(tell(passage, lu, juge))

    def _frame(
        self, tableau: TableauLu, titres: tuple[str, str], rang: int, *, reconnu: bool
    ) -> Cadre:
        """What stands around a cell of that column, in a row of that label and section."""
        (ligne, section), colonne = titres, tableau.colonnes[rang]
        legende = tableau.place.tableau
        propre = self._around(ligne) | self._around(colonne)
        ambiant = self._around(legende) | self._around(tableau.place.titre)
        ambiant |= self._around(" ".join(tableau.colonnes[:2])) | self._around(section)
        total = fold(ligne).startswith(_TOTAL)
        if not propre:
            propre = self._around(section) or self._around(legende)
        label = f"{ligne} {colonne}"
        annees = find_years(label) or find_years(legende)
        cles = not ligne and len(tableau.donnees) == 1  # key figures, each under its legend
        return Cadre(propre, ambiant, label, annees, reconnu=cles or (total and reconnu))

    def _set_aside(self, passages: Iterable[Passage], cause: str) -> None:
        for passage in passages:
            for nombre in find_nombres(passage.texte):
                juge = Juge(Verdict.HORS_SUJET, cause=cause)
                self.trouvailles.append(tell(passage, nombre, juge))


def _contradicts(trouvaille: Trouvaille) -> bool:
    quoi = trouvaille.quoi
    return isinstance(quoi, NombreRelu) and quoi.verdict is Verdict.CONTREDIT
