"""What the rules on the session have in common: the rows of its sheet, who is who, and when."""

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from math import inf
from typing import Any

from msgspec import Struct

from rapportpv.core.dossier import Dossier, Feuille
from rapportpv.core.emplacement import Emplacement
from rapportpv.french.lexique import Entree, Lexique
from rapportpv.subjects.seance.seance import Elu, Fenetre, cle_elu, read_fenetre
from rapportpv.subjects.seance.sheet import EXCUSE, PRESENT, PROCURATION, QUALITES, SEANCE

_QUALITES = {entree.code for entree in QUALITES.entrees}


class Rang(Struct, frozen=True):
    """A row of the sheet, read for what the rules ask of it."""

    ligne: int
    elu: Elu
    qualite: str
    mandataire: str
    fenetre: Fenetre


class Appel(Struct, frozen=True, eq=False, dict=True):
    """The rows of the sheet; of a year without it, none."""

    feuille: Feuille | None = None

    @cached_property
    def tous(self) -> tuple[Rang, ...]:
        """Every row, whatever is wrong with it."""
        lignes = self.feuille.rangees if self.feuille else {}
        return tuple(_rang(numero, ligne) for numero, ligne in lignes.items())

    @cached_property
    def rangs(self) -> tuple[Rang, ...]:
        """The rows that can be judged.

        One with an unknown quality, a refused cell, or a window upside down is told for itself.
        """
        return tuple(rang for rang in self.tous if self._is_sure(rang))

    @cached_property
    def douteux(self) -> frozenset[str]:
        """The keys of those whose row cannot be judged: nothing is said of them."""
        return frozenset(c for r in self.tous if not self._is_sure(r) for c in r.elu.cles)

    @cached_property
    def presents(self) -> tuple[Rang, ...]:
        """Those who were there."""
        return self.select(PRESENT)

    @cached_property
    def procurations(self) -> tuple[Rang, ...]:
        """Those who gave a procuration."""
        return self.select(PROCURATION)

    @cached_property
    def excuses(self) -> tuple[Rang, ...]:
        """Those who were excused."""
        return self.select(EXCUSE)

    @property
    def fichier(self) -> str:
        """The workbook, as places name it."""
        return self.feuille.fichier if self.feuille else SEANCE.fichier

    @property
    def nom(self) -> str:
        """The sheet, as places name it."""
        return self.feuille.nom if self.feuille else SEANCE.feuille

    def lieu(self, lignes: Iterable[int], colonne: str) -> Emplacement:
        """The place of those rows' cells in that column."""
        return self.feuille.lieu(lignes, colonne) if self.feuille else Emplacement(self.fichier)

    def select(self, qualite: str) -> tuple[Rang, ...]:
        """The rows of a quality."""
        return tuple(rang for rang in self.rangs if rang.qualite == qualite)

    def find(self, nom: str, rangs: Iterable[Rang]) -> list[Rang]:
        """The rows among those of the member with that name, however it is spelt."""
        cle = cle_elu(nom)
        return [rang for rang in rangs if cle in rang.elu.cles]

    def suggest(self, nom: str) -> str | None:
        """The name to type: that of those present that looks most like this one."""
        noms = dict.fromkeys(str(rang.elu) for rang in self.presents)
        lexique = Lexique(tuple(Entree(n, n) for n in noms))
        proche = lexique.suggest(nom, ressemblance="orthographe") or lexique.suggest(nom)
        return f"Écrivez « {proche} »." if proche else None

    def _is_sure(self, rang: Rang) -> bool:
        refusee = self.feuille is not None and rang.ligne in self.feuille.refusees
        return rang.qualite in _QUALITES and not refusee and not rang.fenetre.is_upside_down


@lru_cache(maxsize=1)
def read_appel(dossier: Dossier) -> Appel:
    """The rows of the session's sheet."""
    return Appel(dossier.feuille(SEANCE))


def group_elus(rangs: Iterable[Rang]) -> list[list[Rang]]:
    """The rows of each member, in the order of the sheet."""
    groupes: dict[str, list[Rang]] = {}
    for rang in rangs:
        groupes.setdefault(rang.elu.cles[0], []).append(rang)
    return list(groupes.values())


def _rang(numero: int, ligne: Mapping[Any, Any]) -> Rang:
    fenetre = read_fenetre(ligne["a_partir_de_la_question"], ligne["jusqu_a_la_question"])
    elu = Elu(ligne["nom"], ligne["prenom"])
    return Rang(numero, elu, ligne["qualite"], ligne["mandataire"], fenetre)


def covers(fenetres: Iterable[Fenetre], voulue: Fenetre) -> bool:
    """Whether those windows together have every question of the one that is wanted."""
    question: float = voulue.bornes[0]
    for debut, fin in sorted(fenetre.bornes for fenetre in fenetres):
        if debut <= question <= fin:
            question = fin + 1
    return question > voulue.bornes[1] or question == inf


def count_votants(appel: Appel, question: int | None) -> set[int]:
    """How many can vote at that question; at each one, when it is not known."""
    rangs = (*appel.presents, *appel.procurations)
    bornes = (borne for rang in rangs for borne in rang.fenetre.bornes if borne != inf)
    questions = [question] if question else range(1, int(max(bornes, default=1)) + 2)
    return {len(group_elus(r for r in rangs if q in r.fenetre)) for q in questions}
