"""The places that the cells of the programming name, however spelt, and how they are printed."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from rapportpv.core.dossier import Dossier
from rapportpv.french.lieux import (
    ENSEMBLE,
    HORS,
    NULLE_PART,
    PLUSIEURS,
    VAGUES,
    index_by_key,
    place_key,
)
from rapportpv.subjects.programmation.repartition import NON_PRECISE
from rapportpv.subjects.territoire.sheet import COMMUNES, QUARTIERS

EN_PLUSIEURS, PARTOUT, DEHORS = "+plusieurs", "+ensemble", "+hors"


class Lieux(Struct, frozen=True):
    """The communes, or the quartiers, of the territory.

    `connus` are their names by key, `autres` the other keys of these names, `partout` the words
    for all of them; `pluriel` is what several are called.
    """

    pluriel: str
    connus: Mapping[str, str]
    autres: Mapping[str, str]
    partout: frozenset[str]

    @property
    def vagues(self) -> dict[str, str]:
        """The names of what is no place in particular, by key."""
        return {
            EN_PLUSIEURS: f"Plusieurs {self.pluriel}",
            PARTOUT: "Ensemble du territoire",
            DEHORS: "Hors quartiers",
        }

    def sort(self, textes: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
        """The key of the place that each cell is of, and the names by key, the vague ones last.

        A place that the territory does not have is called as in the first cell that names it.
        """
        cles, libelles = {}, dict(self.connus)
        for texte in textes:
            noms = self.read(texte)
            cles[texte] = self.classify(noms.keys())
            for cle, nom in noms.items():
                libelles.setdefault(cle, nom)
        return cles, libelles | self.vagues

    def read(self, texte: str) -> dict[str, str]:
        """The places that a cell names, as the territory writes them, by key."""
        noms = index_by_key(texte.split(";"))
        cles = {self.autres.get(cle, cle): nom for cle, nom in noms.items()}
        return {cle: self.connus.get(cle, nom) for cle, nom in cles.items()}

    def show(self, texte: str, plus: int) -> str:
        """The places of a cell: by their names up to that many, else counted; «» for none."""
        noms = {cle: nom for cle, nom in self.read(texte).items() if cle not in NULLE_PART}
        lieu = self.classify(noms.keys())
        if lieu == NON_PRECISE:
            return ""
        if lieu in (PARTOUT, DEHORS) or not PLUSIEURS.isdisjoint(noms):
            return self.vagues.get(lieu, "")
        return ", ".join(noms.values()) if len(noms) <= plus else f"{len(noms)} {self.pluriel}"

    def share(self, texte: str) -> frozenset[str]:
        """The keys of the places that a cell shares an action between; none of one place alone."""
        nommes = self.read(texte).keys()
        lieu = self.classify(nommes)
        if lieu == PARTOUT:
            return frozenset(self.connus)
        return frozenset(nommes - VAGUES) if lieu == EN_PLUSIEURS else frozenset()

    def classify(self, cles: Iterable[str]) -> str:
        """The key of the only place of these, else what stands for several, for all or for none."""
        nommes = set(cles) - NULLE_PART
        if not nommes:
            return NON_PRECISE
        if nommes & self.partout:
            return PARTOUT
        if len(nommes) > 1 or nommes & PLUSIEURS:
            return EN_PLUSIEURS
        return DEHORS if nommes & HORS else nommes.pop()


def communes_of(dossier: Dossier) -> Lieux:
    """The communes of the territory."""
    feuille = dossier.feuille(COMMUNES)
    connues = feuille.frame["commune"] if feuille is not None else ()
    return Lieux("communes", index_by_key(connues), {}, _partout(dossier))


def quartiers_of(dossier: Dossier) -> Lieux:
    """The quartiers of the territory, which may be named by their codes."""
    feuille = dossier.feuille(QUARTIERS)
    if feuille is None:
        return Lieux("quartiers", {}, {}, _partout(dossier))
    frame = feuille.frame
    codes = zip(frame["code"], frame["nom"], strict=True)
    autres = {place_key(code): place_key(nom) for code, nom in codes if code}
    return Lieux("quartiers", index_by_key(frame["nom"]), autres, _partout(dossier))


def _partout(dossier: Dossier) -> frozenset[str]:
    territoire = dossier.reglages.territoire
    return ENSEMBLE | {place_key(territoire.sigle), place_key(territoire.epci)}
