"""The places that sheets are about, and whose the actions are."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

import pandas as pd
from msgspec import Struct, field

from rapportpv.core.dossier import Dossier
from rapportpv.core.settings.reglages_fiches import Maille
from rapportpv.french.lexique import fold
from rapportpv.french.lieux import place_key
from rapportpv.subjects.programmation.lieux import (
    communes_of,
    quartiers_of,
)
from rapportpv.subjects.programmation.repartition import cells
from rapportpv.subjects.territoire.quartiers_par_referent import list_quartiers
from rapportpv.subjects.territoire.sheet import COMMUNES, QUARTIERS

CHAMPS = {Maille.QUARTIER: "quartiers", Maille.COMMUNE: "communes"}
"""What several are called: the column of the programming, and the first word of figures."""


class Lieu(Struct, frozen=True):
    """A quartier or a commune: its key, its code in names of figures, its row in its sheet."""

    cle: str
    code: str
    nom: str
    ligne: int
    communes: tuple[str, ...] = ()  # of a quartier
    referent: str = ""

    @property
    def titre(self) -> str:
        """«Le Mont-Liébaut, Béthune»."""
        return ", ".join((self.nom, *self.communes))


class Partage(Struct, frozen=True):
    """The supported actions, by the rows of their projects: each is in one of these three.

    `propres`: of one place alone, by its key; `partages`: of several, with the keys of theirs;
    `ailleurs`: in no sheet, for no place of the list is named.
    """

    propres: Mapping[str, list[int]] = field(default_factory=dict)
    partages: Mapping[int, frozenset[str]] = field(default_factory=dict)
    ailleurs: tuple[int, ...] = ()

    def partagees(self, cle: str) -> list[int]:
        """The rows of the actions that this place shares with others."""
        return [ligne for ligne, cles in self.partages.items() if cle in cles]


@lru_cache(maxsize=1)
def list_lieux(dossier: Dossier) -> tuple[Lieu, ...]:
    """The places of the sheets, in the order of the tables; none when no sheet is asked for."""
    if dossier.reglages.fiches is None:
        return ()
    par_quartier = dossier.reglages.fiches.par is Maille.QUARTIER
    return tuple(_quartiers(dossier) if par_quartier else _communes(dossier))


@lru_cache(maxsize=1)
def share_actions(dossier: Dossier) -> Partage:
    """Whose each supported action is."""
    reglage = dossier.reglages.fiches
    connus = {lieu.cle for lieu in list_lieux(dossier)}
    lignes = dossier.programmation.actions.index.tolist()
    if reglage is None or not connus:
        return Partage(ailleurs=tuple(lignes))
    champ = CHAMPS[reglage.par]
    lieux = quartiers_of(dossier) if reglage.par is Maille.QUARTIER else communes_of(dossier)
    propres: dict[str, list[int]] = {}
    partages: dict[int, frozenset[str]] = {}
    ailleurs = []
    for ligne, texte in zip(lignes, cells(dossier, champ) or [""] * len(lignes), strict=True):
        sort = lieux.classify(lieux.read(texte).keys())
        if sort in connus:
            propres.setdefault(sort, []).append(ligne)
        elif siens := lieux.share(texte) & connus:
            partages[ligne] = siens
        else:
            ailleurs.append(ligne)
    return Partage(propres, partages, tuple(ailleurs))


def _quartiers(dossier: Dossier) -> Iterator[Lieu]:
    feuille = dossier.feuille(QUARTIERS)
    if feuille is None:
        return
    lus = list_quartiers(dossier)
    frame = feuille.frame.loc[[quartier.ligne for quartier in lus]]
    bases = (code or nom for code, nom in zip(frame["code"], frame["nom"], strict=True))
    for quartier, code in zip(lus, _make_codes(bases), strict=True):
        yield Lieu(
            place_key(quartier.nom),
            code,
            quartier.nom,
            quartier.ligne,
            quartier.communes,
            quartier.referent,
        )


def _communes(dossier: Dossier) -> Iterator[Lieu]:
    feuille = dossier.feuille(COMMUNES)
    if feuille is None:
        return
    frame: pd.DataFrame = feuille.frame
    for code, (ligne, lue) in zip(
        _make_codes(frame["commune"]), feuille.rangees.items(), strict=True
    ):
        nom = str(lue["commune"])
        yield Lieu(place_key(nom), code, nom, ligne, (), str(lue["referent"]))


def _make_codes(bases: Iterable[str]) -> Iterator[str]:
    """A code for each, of letters and digits: «QN06209M» is `qn06209m`; never twice the same."""
    pris: set[str] = set()
    for base in bases:
        nu = re.sub(r"[^a-z0-9]+", "_", fold(base)).strip("_")
        souche = nu if nu[:1].isalpha() else f"lieu_{nu}"
        code, rang = souche, 1
        while code in pris:
            rang += 1
            code = f"{souche}_{rang}"
        pris.add(code)
        yield code
