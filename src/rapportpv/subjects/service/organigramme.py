"""Who reports to whom in a service, as a sheet says it."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from rapportpv.core.dossier import Feuille
from rapportpv.french.lexique import Entree, Lexique, fold

POSTES_MAX = 60
"""How many posts a page can show."""

_VACANT = re.compile(
    r"\b(vacant|vacante|a pourvoir|en cours de recrutement|recrutement en cours)\b"
)


class Poste(Struct, frozen=True):
    """Somebody of the service, or a post that nobody holds; `ligne` is the Excel row."""

    ligne: int
    nom: str
    fonction: str
    rattache_a: str = ""

    @property
    def is_vacant(self) -> bool:
        """Whether the name is nobody's: «Poste vacant», «À pourvoir»."""
        return bool(_VACANT.search(fold(self.nom)))


class Service(Struct, frozen=True, dict=True):
    """The posts in the order of their sheet."""

    postes: tuple[Poste, ...]

    @cached_property
    def _chefs(self) -> Mapping[int, list[int]]:
        """Whom each post reports to: by the name, else by the function."""
        noms, fonctions = (_index(self.postes, attribut) for attribut in ("nom", "fonction"))
        chefs = {}
        for poste in self.postes:
            cle = fold(poste.rattache_a)
            trouves = (noms.get(cle) or fonctions.get(cle) or []) if cle else []
            autres = [ligne for ligne in trouves if ligne != poste.ligne]
            chefs[poste.ligne] = autres or trouves
        return chefs

    @property
    def inconnus(self) -> tuple[Poste, ...]:
        """The posts that report to somebody who is not in the sheet."""
        return tuple(p for p in self.postes if p.rattache_a and not self._chefs[p.ligne])

    @property
    def ambigus(self) -> tuple[Poste, ...]:
        """The posts that report to what several have: a function, or a vacant post's name."""
        noms = {fold(p.nom) for p in self.postes if not p.is_vacant}
        douteux = (p for p in self.postes if len(self._chefs[p.ligne]) > 1)
        return tuple(p for p in douteux if fold(p.rattache_a) not in noms)

    @property
    def reflexifs(self) -> tuple[Poste, ...]:
        """The posts that report to themselves."""
        return tuple(p for p in self.postes if self._chefs[p.ligne] == [p.ligne])

    @cached_property
    def boucles(self) -> tuple[tuple[Poste, ...], ...]:
        """The posts that report to one another in a ring, the first of the sheet first."""
        par_ligne = {p.ligne: p for p in self.postes}
        vues: set[int] = set()
        boucles = []
        for poste in self.postes:
            chemin: list[int] = []
            suivant: int | None = poste.ligne
            while suivant is not None and suivant not in vues:
                vues.add(suivant)
                chemin.append(suivant)
                suivant = self._next(par_ligne[suivant])
            if suivant in chemin:
                boucle = chemin[chemin.index(suivant) :]
                debut = boucle.index(min(boucle))
                boucles.append(tuple(par_ligne[n] for n in (*boucle[debut:], *boucle[:debut])))
        return tuple(boucles)

    @cached_property
    def subordonnes(self) -> dict[int | None, list[Poste]]:
        """The posts below each row, in the order of the sheet; under None, those at the top.

        Whoever reports to nobody known stands at the top, and so does the first of a ring.
        """
        coupes = {boucle[0].ligne for boucle in self.boucles}
        arbre: dict[int | None, list[Poste]] = {}
        for poste in self.postes:
            chef = None if poste.ligne in coupes else self._next(poste)
            arbre.setdefault(chef, []).append(poste)
        return arbre

    def walk(self, chef: int | None = None, niveau: int = 0) -> Iterator[tuple[int, Poste]]:
        """The posts from the top down, each with its level, its own below it."""
        pile = [(niveau, poste) for poste in reversed(self.subordonnes.get(chef, []))]
        while pile:
            niveau, poste = pile.pop()
            yield niveau, poste
            siens = self.subordonnes.get(poste.ligne, [])
            pile.extend((niveau + 1, sien) for sien in reversed(siens))

    def suggest(self, poste: Poste) -> str | None:
        """The name that a «Rattaché à» was probably meant for."""
        autres = (p for p in self.postes if p is not poste)
        lexique = Lexique(tuple(Entree(str(p.ligne), p.nom) for p in autres))
        return lexique.suggest(poste.rattache_a)

    def _next(self, poste: Poste) -> int | None:
        """The row of the post above, none when it reports to itself."""
        chefs = self._chefs[poste.ligne]
        return chefs[0] if chefs and chefs[0] != poste.ligne else None


def read_service(feuille: Feuille) -> Service:
    """The posts of a sheet «Service»."""
    frame = feuille.frame
    colonnes = (frame.index, frame["nom"], frame["fonction"], frame["rattache_a"])
    return Service(tuple(Poste(int(n), *lus) for n, *lus in zip(*colonnes, strict=True)))


def _index(postes: tuple[Poste, ...], attribut: str) -> dict[str, list[int]]:
    index: dict[str, list[int]] = {}
    for poste in postes:
        index.setdefault(fold(getattr(poste, attribut)), []).append(poste.ligne)
    return index
