"""Projects on a forge: new ones, and one whose first publication is proposed, or accepted."""

import pytest

from tests.conftest import write_projet
from tests.scaffold.chantier import FORGES, Chantier
from tests.scaffold.forge import Forge


@pytest.fixture
def forge(tmp_path_factory):
    return Forge(tmp_path_factory.mktemp("forge"))


@pytest.fixture
def github(projet, forge):
    return Chantier(projet, forge, "github")


@pytest.fixture(scope="session")
def premieres(tmp_path_factory):
    """On each forge, a project whose first publication is proposed, and the jobs that did it."""
    chantiers = {}
    for nom in FORGES:
        modele = write_projet(tmp_path_factory.mktemp("projet"))
        chantiers[nom] = Chantier(modele, Forge(tmp_path_factory.mktemp("forge")), nom)
        chantiers[nom].premieres = chantiers[nom].run()
    return chantiers


@pytest.fixture(params=FORGES)
def propose(request, premieres, tmp_path):
    return premieres[request.param].copy(tmp_path / "copie")


@pytest.fixture(params=FORGES)
def publie(request, premieres, tmp_path):
    """A project whose first publication was accepted."""
    copie = premieres[request.param].copy(tmp_path / "copie")
    copie.merge()
    return copie


@pytest.fixture
def publie_github(premieres, tmp_path):
    copie = premieres["github"].copy(tmp_path / "copie")
    copie.merge()
    return copie
