"""Finding a sheet and its row of headings, wherever they are, and what each heading means."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from msgspec import Struct, field

from rapportpv.core.plan import FINANCEUR, Plan
from rapportpv.french.lexique import Entree, Lexique, normalise
from rapportpv.reading.classeur.grille import Grille
from rapportpv.reading.titres import Titre, index_noyaux, read_titre, strip_unit
from rapportpv.reading.usages import index_usages

_LIGNES_EXAMINEES = 60
_MINIMUM = 2  # a row with one known heading may be a title
_ASSEZ = 4  # known headings that no row of data has, whichever they are
_ANNEES = range(2000, 2101)


class Attendus(Struct, frozen=True, dict=True):
    """What the headings of a sheet are looked up in: its plan, the words of the EPCI, the year."""

    plan: Plan
    lexique: Lexique
    millesime: int = 0
    sections: Lexique = field(
        default_factory=lambda: Lexique(())
    )  # what a title row may name: a pilier, an axe
    statuts: Lexique | None = None  # of the rows, when some do not count
    soutenue: str = ""  # the code of the statut that counts
    decisions: Lexique | None = None  # the words of statuts, whether the sheet has some or not
    voisines: tuple[Plan, ...] = ()  # the other sheets of its workbook
    unites: Mapping[str, int] = field(default_factory=dict)
    """What to multiply amounts by, by folded heading, where the settings say so."""

    @cached_property
    def usages(self) -> Lexique:
        """The usual words for its columns; those of the contract and of the EPCI come first."""
        return index_usages(self.plan.nom, [champ.nom for champ in self.plan.champs])

    @cached_property
    def noyaux(self) -> dict[str, str]:
        """The funders by what is left of their names without words such as «montant», «de»."""
        return index_noyaux(self.lexique, FINANCEUR)

    def counts(self, statut: Any) -> bool:
        """Whether the amounts of a row with that statut count."""
        return self.statuts is None or self.statuts.find(str(statut or "")) == self.soutenue

    def find(self, libelle: str) -> str | None:
        """The code of a heading: as it is declared, as everyone says it, with words added."""
        return (
            self.lexique.find(libelle)
            or self.usages.find(libelle)
            or self.noyaux.get(read_titre(libelle).noyau)
            or self._find_bare(libelle)
        )

    def _find_bare(self, libelle: str) -> str | None:
        """The code of a heading without its unit, when it says one."""
        if "€" not in libelle and "eur" not in libelle.casefold():
            return None
        nu = strip_unit(libelle)
        return self.lexique.find(nu) or self.usages.find(nu)


class Entete(Struct, frozen=True, dict=True):
    """A row of headings: where it is, and the columns of each field and funder (all of them).

    `autres` are the columns that another one stands for, or that are of another year, and why;
    `litiges` the columns of one funder, by code, among which only a person can choose.
    """

    grille: Grille
    ligne: int
    libelles: dict[int, str]
    trouvees: dict[str, list[int]]
    premiere: int = 0  # the upper row, when headings stand over two
    autres: Mapping[int, str] = field(default_factory=dict)
    litiges: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    voisines: frozenset[int] = frozenset()  # the columns of another table, beside this one
    converties: frozenset[int] = frozenset()  # those whose amounts were not in euros in the file

    @cached_property
    def colonnes(self) -> dict[str, int]:
        """The column of each field and funder."""
        return {code: colonnes[0] for code, colonnes in self.trouvees.items() if colonnes}

    @property
    def inconnues(self) -> dict[int, str]:
        """The headings that mean nothing here, by column."""
        connues = {colonne for colonnes in self.trouvees.values() for colonne in colonnes}
        connues |= {c for colonnes in self.litiges.values() for c in colonnes}
        connues |= self.autres.keys() | self.voisines
        return {c: libelle for c, libelle in self.libelles.items() if c not in connues}

    def statut(self, ligne: Sequence[Any]) -> Any:
        """What a row says in the column of statuts."""
        colonne = self.colonnes.get("statut", 0)
        return ligne[colonne - 1] if 0 < colonne <= len(ligne) else None

    def titre(self, colonne: int) -> Titre:
        """What the heading of a column says beside its name."""
        return read_titre(self.libelles.get(colonne, ""))

    def is_repeated(self, ligne: Sequence[Any]) -> bool:
        """Whether a row is this one again, as on the top of each printed page."""
        memes = autres = 0
        for colonne, libelle in self.libelles.items():
            lu = ligne[colonne - 1] if colonne <= len(ligne) else None
            if isinstance(lu, str) and _is_same(libelle, lu):
                memes += 1
            else:
                autres += 1
                if 2 * autres > len(self.libelles):
                    return False  # soon, for nearly every row
        return memes >= _MINIMUM


def _is_same(libelle: str, lu: str) -> bool:
    """Whether a cell says a heading again, or the lower of its two rows."""
    if lu.lstrip()[:1] not in libelle:  # quick
        return False
    titre = normalise(lu)
    return libelle == titre or bool(titre and libelle.endswith(f" {titre}"))


def find_feuille(grilles: Iterable[Grille], plan: Plan) -> Grille | None:
    """The sheet with the name of the plan, in whatever spelling."""
    lexique = Lexique((Entree(plan.nom, plan.feuille),))
    rangs = [(rang, g) for g in grilles if (rang := lexique.rank(g.nom)) is not None]
    return min(rangs, key=lambda paire: paire[0])[1] if rangs else None


def find_entete(grille: Grille, attendus: Attendus, *, incomplete: bool = False) -> Entete | None:
    """The row of headings of the sheet (perhaps over two rows, with merged groups), or None.

    One that may be `incomplete` has other columns than those that are required.
    """
    debut = grille.lignes[:_LIGNES_EXAMINEES]
    meilleure: Entete | None = None
    for numero, ligne in enumerate(debut, start=1):
        dessous = debut[numero] if numero < len(debut) else []
        seule = _read_entete(grille, numero, _headings(ligne), attendus)
        candidate = seule
        if _score(seule) >= 1 or _is_group(ligne, dessous) or _names_groups(ligne):
            libelles = _compose(grille, numero, ligne, dessous, attendus)
            double = _read_entete(grille, numero + 1, libelles, attendus, numero)
            if _score(double) >= _MINIMUM and _is_better(double, seule, ligne, dessous):
                candidate = double
        if meilleure is None or _score(candidate) > _score(meilleure):
            meilleure = candidate
        elif _is_complete(meilleure, attendus.plan):
            break  # below the headings there is nothing but data
    if meilleure is None or is_plausible(meilleure, attendus.plan):
        return meilleure
    return meilleure if incomplete and _score(meilleure) >= _ASSEZ else None


def _is_better(double: Entete, seule: Entete, ligne: Sequence[Any], dessous: Sequence[Any]) -> bool:
    """Whether two rows make better headings than the first: data never is a row of headings."""
    if any(_is_number(valeur) for valeur in dessous):
        return False
    if _score(double) > _score(seule):
        return True
    return _score(double) == _score(seule) and _is_group(ligne, dessous)


def _is_group(ligne: Sequence[Any], dessous: Sequence[Any]) -> bool:
    """Whether the row below says, of two columns at least, asked or granted, or which year."""
    precisions = [
        v
        for v in dessous
        if v in _ANNEES
        or (isinstance(v, str) and ((t := read_titre(v)).etape or t.annees) and not t.noyau)
    ]
    return len(precisions) >= _MINIMUM and any(isinstance(v, str) and v.strip() for v in ligne)


def _names_groups(ligne: Sequence[Any]) -> bool:
    """Whether a row says «demandé» and «accordé», or years, over the columns below it."""
    titres = {v for v in ligne if isinstance(v, str) and v.strip()}
    return len(titres) >= _MINIMUM and any(not _is_plain(titre) for titre in titres)


def _is_number(valeur: Any) -> bool:
    nombre = isinstance(valeur, int | float) and not isinstance(valeur, bool)
    return nombre and valeur not in _ANNEES


def _score(entete: Entete) -> int:
    return len(entete.trouvees)


def _is_complete(entete: Entete, plan: Plan) -> bool:
    return all(champ.nom in entete.trouvees for champ in plan.requis)


def is_plausible(entete: Entete, plan: Plan) -> bool:
    """Whether there are enough of the required columns to tell a row of data."""
    requises = sum(champ.nom in entete.trouvees for champ in plan.requis)
    return _score(entete) >= _MINIMUM and 2 * requises >= len(plan.requis)


def _read_entete(
    grille: Grille, numero: int, libelles: dict[int, str], attendus: Attendus, premiere: int = 0
) -> Entete:
    trouvees: dict[str, list[int]] = {}
    for chercher in (attendus.lexique.find, attendus.usages.find, attendus.find):
        prises = {colonne for colonnes in trouvees.values() for colonne in colonnes}
        neuves: dict[str, list[int]] = {}
        for colonne, libelle in libelles.items():
            code = None if colonne in prises else chercher(libelle)
            if code is not None and (code not in trouvees or code.startswith(FINANCEUR)):
                neuves.setdefault(code, []).append(colonne)
        for code, colonnes in neuves.items():
            trouvees.setdefault(code, []).extend(colonnes)
    return Entete(grille, numero, libelles, trouvees, premiere or numero)


def _compose(
    grille: Grille,
    numero: int,
    ligne: Sequence[Any],
    dessous: Sequence[Any],
    attendus: Attendus,
) -> dict[int, str]:
    """The headings of two rows: a group's name goes before those of its columns that need it."""
    hauts, bas = _headings(_spread(grille, numero, ligne, dessous)), _headings(dessous, annees=True)
    libelles = dict(hauts)
    for colonne, libelle in bas.items():
        haut = hauts.get(colonne, "")
        seul = haut in {"", libelle} or (attendus.lexique.find(libelle) and _is_plain(haut))
        libelles[colonne] = libelle if seul else f"{haut} {libelle}"
    return libelles


def _is_plain(haut: str) -> bool:
    """Whether the name of a group says nothing of the amounts below it."""
    titre = read_titre(haut)
    return not (titre.etape or titre.annees or titre.precedente)


def _spread(grille: Grille, numero: int, ligne: Sequence[Any], dessous: Sequence[Any]) -> list[Any]:
    """A row whose texts go over all their columns: merged, or blank up to the next one."""
    etendue = list(ligne)
    for haut, gauche, bas, droite in grille.fusions:
        if haut == numero == bas and isinstance(valeur := ligne[gauche - 1], str):
            etendue[gauche - 1 : droite] = [valeur] * (min(droite, len(etendue)) - gauche + 1)
    for rang in range(1, len(etendue)):
        titre = read_titre(_heading(dessous[rang], annees=True)) if rang < len(dessous) else None
        if etendue[rang] is None and titre and not titre.noyau and (titre.etape or titre.annees):
            etendue[rang] = etendue[rang - 1]
    return etendue


def _headings(ligne: Sequence[Any], *, annees: bool = False) -> dict[int, str]:
    textes = (
        (colonne, _heading(valeur, annees=annees)) for colonne, valeur in enumerate(ligne, start=1)
    )
    return {colonne: texte for colonne, texte in textes if texte}


def _heading(valeur: Any, *, annees: bool = False) -> str:
    if annees and _is_year(valeur):
        return str(int(valeur))
    return normalise(valeur) if isinstance(valeur, str) else ""


def _is_year(valeur: Any) -> bool:
    return isinstance(valeur, int | float) and valeur in _ANNEES
