import pytest

from rapportpv.review.lecture.texte_nu import read_txt
from rapportpv.review.relecture import Relecteur
from rapportpv.review.verdicts.attendus import Attendus
from rapportpv.year.controle import check_annee
from tests.conftest import DEPOT, EXEMPLE

PROJETS = {"exemple": (EXEMPLE, 2022), "second": (DEPOT / "docs" / "exemple", 2024)}


@pytest.fixture(scope="session")
def controles():
    """The two projects of the repository, each read once."""
    return {nom: check_annee(*ou) for nom, ou in PROJETS.items()}


@pytest.fixture(scope="session")
def relire(controles):
    """Proofreads a text: (number, verdict, figure) of each number that is a figure."""

    def relire(texte, projet="exemple", anciens=None):
        controle = controles[projet]
        attendus = Attendus(controle.dossier, controle.bilan, anciens or {})
        return Relecteur(attendus).read(read_txt(texte), "essai.txt")

    return relire
