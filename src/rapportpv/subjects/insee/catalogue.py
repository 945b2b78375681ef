"""The indicators that a report shows, and the columns that hold them, by year and by file.

Headings are those of `reference/formats.md` §1; a suffix is the year of the data («_A21»).
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from rapportpv.core.indicateur import Sorte

_A = r"(?:_A(?P<an>\d\d))?"
"""The year of the data at the end of a column."""


class Indicateur(Struct, frozen=True):
    """An indicator: its code, its name, what it is, its columns; `parmi`: those beside it."""

    code: str
    libelle: str
    sorte: Sorte
    colonnes: str
    parmi: frozenset[str] = frozenset()


class Famille(Struct, frozen=True):
    """Indicators that are shown side by side."""

    code: str
    libelle: str
    indicateurs: tuple[Indicateur, ...]


FAMILLES = (
    Famille(
        "population",
        "La population",
        (
            Indicateur(
                "population",
                "Population",
                Sorte.NOMBRE,
                r"POP_?MUN(?:QPV)?|POPMUNIQPV|PMUN(?P<an>\d\d)",
            ),
            Indicateur("moins_de_25", "Moins de 25 ans", Sorte.TAUX, r"TX_TOT_0A24"),
            Indicateur("plus_de_60", "60 ans et plus", Sorte.TAUX, r"TX_TOT_60ETPLUS"),
            Indicateur("etrangers", "Étrangers", Sorte.TAUX, r"TX_TOT_ET|PARTPOPET"),
            Indicateur(
                "indice_jeunesse",
                "Indice de jeunesse",
                Sorte.INDICE,
                r"IND_?JEUNE(?:SSE)?|INDICEJEUNESSE",
            ),
        ),
    ),
    Famille(
        "revenus",
        "Les revenus",
        (
            Indicateur(
                "pauvrete",
                "Taux de pauvreté à 60 %",
                Sorte.TAUX,
                r"TP60(?P<an>\d\d)?|DISP_TP60(?:_A)?(?P<an2>\d\d)?",
            ),
            Indicateur(
                "niveau_de_vie",
                "Niveau de vie médian",
                Sorte.EUROS,
                rf"DISP_(?:Q2|MED){_A}|Q2(?P<an2>\d\d)",
            ),
            Indicateur("menages_imposes", "Ménages imposés", Sorte.TAUX, r"PMIMP(?P<an>\d\d)?"),
            Indicateur(
                "allocataires",
                "Allocataires CAF",
                Sorte.NOMBRE,
                r"A",
                frozenset({"PERCOU", "APPA", "ARSA", "ARSAS", "A_ETUD"}),
            ),
        ),
    ),
    Famille(
        "emploi",
        "L’emploi et l’école",
        (
            Indicateur("emploi", "Taux d’emploi, 15-64 ans", Sorte.TAUX, r"TX_TOT_EMPL"),
            Indicateur(
                "emploi_precaire", "Emplois précaires", Sorte.TAUX, r"TX_TOT_(?:EPREC|EDLIM)"
            ),
            Indicateur(
                "ni_emploi_ni_ecole",
                "16-25 ans ni à l’école ni en emploi",
                Sorte.TAUX,
                r"TX_NSNE_16A25",
            ),
            Indicateur(
                "demandeurs_emploi",
                "Demandeurs d’emploi, catégorie A",
                Sorte.NOMBRE,
                r"A",
                frozenset({"ABC", "ABCDE"}),
            ),
        ),
    ),
    Famille(
        "logement",
        "Le logement et les ménages",
        (
            Indicateur("logements_sociaux", "Logements sociaux", Sorte.NOMBRE, r"NBLSPLS"),
            Indicateur("suroccupation", "Logements suroccupés", Sorte.TAUX, r"PARTRESPRINCSUROCC"),
            Indicateur(
                "une_personne", "Ménages d’une personne", Sorte.TAUX, r"TX_TOT_MEN1|PARTMEN1P"
            ),
            Indicateur(
                "six_personnes",
                "Ménages de six personnes et plus",
                Sorte.TAUX,
                r"TX_TOT_MEN6|PARTMEN6PP",
            ),
        ),
    ),
)

INDICATEURS = {i.code: i for famille in FAMILLES for i in famille.indicateurs}


@lru_cache(maxsize=1)
def _patrons() -> tuple[tuple[Indicateur, re.Pattern[str]], ...]:
    return tuple((i, re.compile(i.colonnes)) for i in INDICATEURS.values())


def find_indicateur(titre: str, voisins: Iterable[str]) -> tuple[Indicateur, int | None] | None:
    """The indicator of a column, by its heading in capitals and those beside it; the year it says.

    «A» counts people who draw benefits in one file, and who look for work in another.
    """
    autres = frozenset(voisins)
    for indicateur, patron in _patrons():
        trouve = patron.fullmatch(titre)
        if trouve and (not indicateur.parmi or indicateur.parmi & autres):
            dites = (an for nom, an in trouve.groupdict().items() if nom.startswith("an"))
            an = next(filter(None, dites), None)
            return indicateur, (2000 + int(an) if an else None)
    return None
