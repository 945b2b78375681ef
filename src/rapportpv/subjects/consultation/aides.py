"""What the rules on the consultation have in common: its rows, with the deadline of each."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from rapportpv.core.dossier import Dossier, Feuille
from rapportpv.core.emplacement import Emplacement
from rapportpv.french.lexique import fold
from rapportpv.french.lieux import place_key
from rapportpv.subjects.consultation.sheet import CONSULTATION

_PREPOSITIONS = ("de la ", "du ", "des ", "de l'", "de ", "d'")


class Consultee(Struct, frozen=True):
    """A row: a body that is consulted. `refusee`: one of its cells could not be read."""

    feuille: Feuille
    ligne: int
    nom: str
    type: str
    envoye_le: date | None
    recu_le: date | None
    limite: date | None
    sens: str
    observations: str
    suite: str
    refusee: bool

    def lieu(self, colonne: str, a_defaut: str = "") -> Emplacement:
        """The cell of the row in that column, or in the other one when the sheet lacks it."""
        manque = a_defaut and colonne not in self.feuille.colonnes
        return self.feuille.lieu([self.ligne], a_defaut if manque else colonne)


def list_instances(dossier: Dossier) -> Iterator[Consultee]:
    """The bodies in the order of the sheet; nothing without the workbook."""
    feuille, consultation = dossier.feuille(CONSULTATION), dossier.annee.consultation
    if feuille is None:
        return
    for numero, ligne in feuille.rangees.items():
        yield Consultee(
            feuille,
            numero,
            ligne["instance"],
            ligne["type"],
            ligne["envoye_le"],
            ligne["recu_le"],
            consultation.limit_of(ligne["envoye_le"]) if consultation else None,
            ligne["sens"],
            ligne["observations"],
            ligne["suite_donnee"],
            numero in feuille.refusees,
        )


def strip_type(nom: str, libelle: str) -> str:
    """The key of the name without its type: «Commune d’Orge» and «Orge» have the same."""
    plie = fold(nom).removeprefix(fold(libelle)).strip()
    if plie != fold(nom):
        debut = next((p for p in _PREPOSITIONS if plie.startswith(p)), "")
        plie = plie.removeprefix(debut)
    return place_key(plie or nom)
