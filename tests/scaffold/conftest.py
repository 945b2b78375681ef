"""Projects on a forge: new ones, and one whose first publication was accepted."""

import pytest

from tests.conftest import write_projet
from tests.scaffold.chantier import FORGES, Chantier
from tests.scaffold.forge import Forge


@pytest.fixture
def forge(tmp_path_factory):
    return Forge(tmp_path_factory.mktemp("forge"))


@pytest.fixture(params=FORGES)
def chantier(request, projet, forge):
    return Chantier(projet, forge, request.param)


@pytest.fixture
def github(projet, forge):
    return Chantier(projet, forge, "github")


@pytest.fixture(scope="session")
def publies(tmp_path_factory):
    """On each forge, a project whose first publication was proposed and accepted."""
    chantiers = {}
    for nom in FORGES:
        modele = write_projet(tmp_path_factory.mktemp("projet"))
        chantier = Chantier(modele, Forge(tmp_path_factory.mktemp("forge")), nom)
        chantier.run()
        chantier.merge()
        chantiers[nom] = chantier
    return chantiers


@pytest.fixture(params=FORGES)
def publie(request, publies, tmp_path):
    return publies[request.param].copy(tmp_path / "copie")


@pytest.fixture
def publie_github(publies, tmp_path):
    return publies["github"].copy(tmp_path / "copie")
