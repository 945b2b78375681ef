"""Finding a sheet and its row of headings, wherever they are, and what each heading means."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rapportpv.core.plan import Plan
from rapportpv.french.lexique import Entree, Lexique, normalise
from rapportpv.reading.classeur.grille import Grille

_LIGNES_EXAMINEES = 60
_MINIMUM = 2  # a row with one known heading may be a title


@dataclass(frozen=True)
class Entete:
    """A row of headings: where it is, and the columns of each field and funder (all of them)."""

    grille: Grille
    ligne: int
    libelles: dict[int, str]
    trouvees: dict[str, list[int]]

    @cached_property
    def colonnes(self) -> dict[str, int]:
        """The column of each field and funder."""
        return {code: colonnes[0] for code, colonnes in self.trouvees.items()}

    @property
    def inconnues(self) -> dict[int, str]:
        """The headings that mean nothing here, by column."""
        connues = {colonne for colonnes in self.trouvees.values() for colonne in colonnes}
        return {c: libelle for c, libelle in self.libelles.items() if c not in connues}

    def is_repeated(self, ligne: Sequence[Any]) -> bool:
        """Whether a row is this one again, as on the top of each printed page."""
        memes = sum(
            libelle == _heading(ligne[colonne - 1])
            for colonne, libelle in self.libelles.items()
            if colonne <= len(ligne)
        )
        return memes >= _MINIMUM and 2 * memes >= len(self.libelles)


def find_feuille(grilles: Iterable[Grille], plan: Plan) -> Grille | None:
    """The sheet with the name of the plan, in whatever spelling."""
    lexique = Lexique((Entree(plan.nom, plan.feuille),))
    rangs = [(rang, g) for g in grilles if (rang := lexique.rank(g.nom)) is not None]
    return min(rangs, key=lambda paire: paire[0])[1] if rangs else None


def find_entete(grille: Grille, plan: Plan, lexique: Lexique) -> Entete | None:
    """The row of headings of the sheet (perhaps over two rows, with merged groups), or None."""
    debut = grille.lignes[:_LIGNES_EXAMINEES]
    meilleure: Entete | None = None
    for numero, ligne in enumerate(debut, start=1):
        dessous = debut[numero] if numero < len(debut) else []
        seule = _read_entete(grille, numero, _headings(ligne), lexique)
        double = _read_entete(grille, numero + 1, _headings(ligne) | _headings(dessous), lexique)
        candidate = double if _score(double) > _score(seule) >= 1 else seule
        if meilleure is None or _score(candidate) > _score(meilleure):
            meilleure = candidate
        elif _is_complete(meilleure, plan):
            break  # below the headings there is nothing but data
    return meilleure if meilleure and _is_plausible(meilleure, plan) else None


def _score(entete: Entete) -> int:
    return len(entete.trouvees)


def _is_complete(entete: Entete, plan: Plan) -> bool:
    return all(champ.nom in entete.trouvees for champ in plan.requis)


def _is_plausible(entete: Entete, plan: Plan) -> bool:
    requises = sum(champ.nom in entete.trouvees for champ in plan.requis)
    return _score(entete) >= _MINIMUM and 2 * requises >= len(plan.requis)


def _read_entete(grille: Grille, numero: int, libelles: dict[int, str], lexique: Lexique) -> Entete:
    trouvees: dict[str, list[int]] = {}
    for colonne, libelle in libelles.items():
        code = lexique.find(libelle)
        if code is not None:
            trouvees.setdefault(code, []).append(colonne)
    return Entete(grille, numero, libelles, trouvees)


def _headings(ligne: Sequence[Any]) -> dict[int, str]:
    textes = ((colonne, _heading(valeur)) for colonne, valeur in enumerate(ligne, start=1))
    return {colonne: texte for colonne, texte in textes if texte}


def _heading(valeur: Any) -> str:
    return normalise(valeur) if isinstance(valeur, str) else ""
