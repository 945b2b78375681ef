"""One mutant in a process of its own: `python -m tests.mutation.seul FILE NODE CHANGE TESTS…`."""

import sys

import pytest

from tests.mutation.carte import name_module
from tests.mutation.essais import SOURCES
from tests.mutation.greffe import Chargeur
from tests.mutation.mutants import list_mutants, mutate

OPTIONS = ("-q", "-x", "-s", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not office")


class Tirage:
    """A plugin: the properties draw the same examples each time, and do not look for smaller ones."""

    def pytest_configure(self) -> None:
        """Once the plugin of hypothesis is loaded."""
        from hypothesis import Phase, settings

        phases = (Phase.explicit, Phase.generate)
        profil = settings(derandomize=True, database=None, deadline=None, phases=phases)
        settings.register_profile("mutation", profil)
        settings.load_profile("mutation")


def main() -> int:
    """0 when every test passes."""
    fichier, rang, variante, *tests = sys.argv[1:]
    source = (SOURCES / fichier).read_text("utf-8")
    [mutant] = [
        m
        for m in list_mutants(fichier, source)
        if (m.rang, m.variante) == (int(rang), int(variante))
    ]
    assert name_module(mutant.fichier) not in sys.modules
    sys.meta_path.insert(0, Chargeur(name_module(mutant.fichier), mutate(source, mutant)))
    return int(pytest.main([*OPTIONS, *tests], plugins=[Tirage()]))


if __name__ == "__main__":
    sys.exit(main())
