"""What numbers are held against: the figures of the year, its tables, its sheets, its dates."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from rapportpv.core.chiffre import Bilan, Chiffre, Ligne, Quantite, Tableau, Unite
from rapportpv.core.dossier import Dossier, Feuille
from rapportpv.review.nombres.ecrits import NombreLu
from rapportpv.review.verdicts.jours import list_jours
from rapportpv.review.verdicts.notions import CONCOURS, LIEU, NPNRU, THEMATIQUE, Notions
from rapportpv.review.verdicts.rapprochement import Accord, agree
from rapportpv.review.verdicts.sujets import ACTIONS, PROJETS, SUJETS

_CITEES = 3  # places of an amount that many cells hold
_CLASSES = (LIEU, THEMATIQUE)
_DE_TABLEAU = {
    "fonds_de_concours": (CONCOURS,),
    "fonds_de_concours_npnru": (CONCOURS, NPNRU),
}
"""What the lines of a table are about, besides their place."""


class Attendu(Struct, frozen=True):
    """A value that a number may say: a named figure, or a line of a table."""

    nom: str
    libelle: str
    quantite: Quantite
    sources: Sequence[str] = ()
    exige: frozenset[str] = frozenset()
    admet: frozenset[str] = frozenset()
    noms: frozenset[str] = frozenset()
    situe: bool = False  # sentences can be known to speak of it
    is_ligne: bool = False  # of a table, and no named figure

    @property
    def valeur(self) -> Fraction:
        """Its exact value."""
        return self.quantite.valeur


class Attendus(Struct, dict=True):
    """All that a document may say of a year.

    `anciens`: the figures as they were, by what they are of («la publication de 2022», «2021»).
    """

    dossier: Dossier
    bilan: Bilan
    anciens: Mapping[str, Mapping[str, Quantite]] = field(default_factory=dict)

    @cached_property
    def notions(self) -> Notions:
        """What finds the subjects of a text."""
        return Notions(self.dossier)

    @cached_property
    def chiffres(self) -> dict[str, Attendu]:
        """The named figures."""
        return {nom: _of_chiffre(chiffre) for nom, chiffre in self.bilan.chiffres.items()}

    @cached_property
    def jours(self) -> dict[date, str]:
        """The days that the settings and the sheets know, and what each is."""
        return list_jours(self.dossier)

    @cached_property
    def par_notion(self) -> dict[tuple[Unite, str], list[Attendu]]:
        """What sentences can speak of, by unit and by each notion that it needs; «» for none."""
        index: dict[tuple[Unite, str], list[Attendu]] = {}
        for attendu in (*self.chiffres.values(), *self._list_lignes()):
            if attendu.situe:
                for notion in attendu.exige or ("",):
                    index.setdefault((attendu.quantite.unite, notion), []).append(attendu)
        return index

    def known(self, nombre: NombreLu) -> tuple[Attendu, Accord] | None:
        """What says that number, of all that the year knows; figures first."""
        exacts = self._par_valeur.get((nombre.unite, nombre.valeur))
        if exacts:
            attendu = exacts[0]
            lieux = attendu.sources or self._places_of(nombre)
            return replace(attendu, sources=lieux), Accord.EXACT
        if lieux := self._places_of(nombre):
            valeur = Quantite(nombre.valeur, Unite.EUROS)
            return Attendu("", "Montant d’une ligne", valeur, lieux), Accord.EXACT
        return self._find_rounded(nombre)

    def others(self, nombre: NombreLu) -> Iterator[Attendu]:
        """The other named figures that the number may be: a share is told rounded."""
        if nombre.unite is Unite.POURCENTAGE and not nombre.environ:
            return (a for a in self._parts if agree(nombre, a.valeur))
        egaux = self._par_valeur.get((nombre.unite, nombre.valeur), ())
        return (a for a in egaux if a.nom in self.chiffres)

    @cached_property
    def _parts(self) -> list[Attendu]:
        parts = self.chiffres.values()
        return [a for a in parts if a.quantite.unite is Unite.POURCENTAGE]

    def _places_of(self, nombre: NombreLu) -> tuple[str, ...]:
        """The cells of the sheets that hold an amount."""
        cents = nombre.valeur * 100
        if nombre.unite is not Unite.EUROS or cents.denominator != 1:
            return ()
        return tuple(self._montants_des_feuilles.get(int(cents), ())[:_CITEES])

    def _find_rounded(self, nombre: NombreLu) -> tuple[Attendu, Accord] | None:
        if nombre.unite is None:
            return None
        cle = (nombre.unite, nombre.valeur, nombre.pas, nombre.environ)
        if cle not in self._arrondis:
            accords = ((a, agree(nombre, a.valeur)) for a in self._of_unite(nombre.unite))
            self._arrondis[cle] = next(((a, accord) for a, accord in accords if accord), None)
        return self._arrondis[cle]

    @cached_property
    def _arrondis(
        self,
    ) -> dict[tuple[Unite, Fraction, Fraction, bool], tuple[Attendu, Accord] | None]:
        return {}

    def _of_unite(self, unite: Unite) -> Iterator[Attendu]:
        return (a[0] for (u, _), a in self._par_valeur.items() if u is unite)

    @cached_property
    def _par_valeur(self) -> dict[tuple[Unite | None, Fraction], list[Attendu]]:
        """Figures and lines by value, the most general figures first."""
        index: dict[tuple[Unite | None, Fraction], list[Attendu]] = {}
        chiffres = sorted(self.chiffres.values(), key=lambda a: a.nom.count("."))
        for attendu in (*chiffres, *self._list_lignes(), *_list_cells(self.bilan)):
            index.setdefault((attendu.quantite.unite, attendu.valeur), []).append(attendu)
        return index

    def _list_lignes(self) -> Iterator[Attendu]:
        """The lines of tables about a place or a theme, as figures that sentences speak of."""
        for tableau in self.bilan.tableaux.values():
            for ligne in tableau.lignes:
                notion = self.notions.notion_of(label_of(tableau, ligne))
                if notion is None or not notion.startswith(_CLASSES):
                    continue
                exige = {notion, *_DE_TABLEAU.get(tableau.nom, ())}
                for attendu in _list_quantites(tableau, ligne):
                    yield Attendu(
                        attendu.nom,
                        attendu.libelle,
                        attendu.quantite,
                        tableau.sources,
                        frozenset(exige),
                        frozenset({"programmation", "soutenue"}),
                        frozenset({ACTIONS, PROJETS}),
                        situe=True,
                        is_ligne=True,
                    )

    @cached_property
    def _montants_des_feuilles(self) -> dict[int, list[str]]:
        """Where each amount of the sheets is: its cells, and what each project receives."""
        places: dict[int, list[str]] = {}
        programmation = self.dossier.programmation
        feuille = programmation.feuille
        siennes = programmation.subventions
        for ligne, cents, colonne in zip(
            siennes.index, siennes["montant"], siennes["colonne"], strict=True
        ):
            _add(places, int(cents), feuille.sources([int(ligne)], [int(colonne)]))
        for projet, cents in programmation.sommes.items():
            positions = programmation.colonnes_de_montants.values()
            _add(places, int(cents), feuille.sources(programmation.lignes[projet], positions))
        _add_column(places, feuille, "cout_total")
        for autre in self.dossier.autres.values():
            _add_column(places, autre, "montant")
        return places


def label_of(tableau: Tableau, ligne: Ligne) -> str:
    """What a line of a table is about: its first cell that has words."""
    cellules = [ligne.cellules.get(colonne.nom, "") for colonne in tableau.colonnes]
    textes = [c for c in cellules if isinstance(c, str)]
    return next((t for t in textes if any(map(str.isalpha, t))), next(iter(textes), ""))


def of_cell(tableau: Tableau, ligne: Ligne, colonne: str, quantite: Quantite) -> Attendu:
    """A cell of a table: the figure that it is, else what its table, line and column call it."""
    if isinstance(quantite, Chiffre) and quantite.nom:
        return _of_chiffre(quantite)
    libelle = next((c.libelle for c in tableau.colonnes if c.nom == colonne), colonne)
    label = label_of(tableau, ligne) or ligne.code
    nom = " › ".join(filter(None, (f"tableaux.{tableau.nom}", label, libelle)))
    return Attendu(nom, f"{tableau.titre} : {label}", quantite, tableau.sources)


def _of_chiffre(chiffre: Chiffre) -> Attendu:
    exige, admet, noms, situe = _subject_of(chiffre.nom)
    libelle = chiffre.libelle or chiffre.nom
    return Attendu(chiffre.nom, libelle, chiffre, chiffre.sources, exige, admet, noms, situe)


@lru_cache(4096)
def _subject_of(nom: str) -> tuple[frozenset[str], frozenset[str], frozenset[str], bool]:
    for sujet in SUJETS:
        lie = sujet.bind(nom)
        if lie is not None:
            return *lie, sujet.noms, True
    return frozenset(), frozenset(), frozenset(), False


def _list_quantites(tableau: Tableau, ligne: Ligne) -> Iterator[Attendu]:
    for colonne, cellule in ligne.cellules.items():
        if isinstance(cellule, Quantite):
            yield of_cell(tableau, ligne, colonne, cellule)


def _list_cells(bilan: Bilan) -> Iterator[Attendu]:
    for tableau in bilan.tableaux.values():
        for ligne in (*tableau.lignes, *filter(None, [tableau.total])):
            yield from _list_quantites(tableau, ligne)


def _add_column(places: dict[int, list[str]], feuille: Feuille, colonne: str) -> None:
    if colonne in feuille.colonnes and colonne in feuille.frame:
        for ligne, cents in _items(feuille.frame[colonne].dropna().items()):
            _add(places, cents, feuille.sources_de([ligne], colonne))


def _items(paires: Iterable[tuple[Any, Any]]) -> Iterator[tuple[int, int]]:
    return ((int(ligne), int(cents)) for ligne, cents in paires)


def _add(places: dict[int, list[str]], cents: int, sources: Iterable[str]) -> None:
    siennes = places.setdefault(cents, [])
    if len(siennes) < _CITEES:
        siennes += sources
