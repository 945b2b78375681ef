"""PV765 to PV768: dispositifs, droit commun, agreements of several years, cotations."""

from pathlib import Path

from rapportpv.subjects.programmation.sheet import PROGRAMMATION
from tests.fautes.faute import Faute, Semeur
from tests.fautes.fautes_consultation import approve
from tests.fautes.feuille import open_feuille
from tests.fautes.fichiers import both
from tests.tables import write_classeur

LIEU = "2022/dispositifs.xlsx › {}"


def gain(**feuilles: list[list[object]]) -> Semeur:
    """The workbook of the dispositifs, with those sheets."""

    def semer(projet: Path) -> None:
        write_classeur(projet / "2022" / "dispositifs.xlsx", **feuilles)

    return semer


def type_beside(entete: str, mot: str) -> Semeur:
    """Gives the programming one more column, with that word in its first row."""

    def semer(projet: Path) -> dict[str, str]:
        with open_feuille(projet, PROGRAMMATION) as feuille:
            colonne = feuille.page.max_column + 1
            feuille.page.cell(feuille.entete, colonne).value = entete
            cellule = feuille.page.cell(feuille.donnees[0], colonne)
            cellule.value = mot
            return {"cellules": cellule.coordinate}

    return semer


_PROGRAMMATION = "2022/programmation.xlsx › Programmation › {cellules}"

FAUTES = (
    Faute(
        "PV765",
        gain(Dispositifs=[["Dispositif", "Prévu", "Réalisé"], ["Réussite éducative", 45, 54]]),
        LIEU.format("Dispositifs › C2"),
    ),
    Faute(
        "PV765",
        gain(Droit_commun=[["Signataire", "Engagement", "Décidé", "Réalisé"], ["CAF", "A", 1, 2]]),
        LIEU.format("Droit commun › D2"),
        variante="droit commun",
    ),
    Faute(
        "PV766",
        both(
            approve("2023-11-28"),
            gain(Dispositifs=[["Dispositif", "Prévu", "Réalisé"], ["Cité éducative", 45, None]]),
        ),
        LIEU.format("Dispositifs › C2"),
    ),
    Faute(
        "PV767",
        type_beside("Annuelle ou pluriannuelle", "on verra"),
        _PROGRAMMATION,
    ),
    Faute("PV768", type_beside("Égalité", "G7"), _PROGRAMMATION),
)
