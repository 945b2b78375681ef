"""PV73x: the sheets of quartiers, asked for in a project whose data are not ready for them."""

from rapportpv.subjects.programmation.sheet import PROGRAMMATION
from rapportpv.subjects.territoire.sheet import QUARTIERS
from tests.fautes.faute import Faute, Semeur
from tests.fautes.feuille import write, write_entete
from tests.fautes.fichiers import add, both

DEMANDE = add("rapportpv.toml", "\n[fiches]\n")


def _ask(semeur: Semeur) -> Semeur:
    return both(DEMANDE, semeur)


FAUTES = (
    Faute(
        "PV730",
        _ask(write(PROGRAMMATION, "Parcours citoyen des jeunes", "Quartier(s)", "Multi-quartiers")),
        "2022/programmation.xlsx › Programmation › {cellules}",
    ),
    Faute(
        "PV731",
        _ask(write(QUARTIERS, "Rue de Lille", "Population", None)),
        "2022/territoire.xlsx › Quartiers › {cellules}",
    ),
    Faute(
        "PV732",
        _ask(write_entete(PROGRAMMATION, "Quartier(s)", "Où cela se passe")),
        "2022/programmation.xlsx › Programmation",
    ),
)
