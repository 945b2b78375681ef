"""Rows that say again what another row says: whole copies, two states of one dossier."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from rapportpv.core.dossier import Dossier, Feuille, Programmation
from rapportpv.core.vocabulaire import SOUTENUE
from rapportpv.french.lexique import fold
from rapportpv.reading.doublons import Groupe, group_by_projet

_LIEUX = ("communes", "quartiers")


class _Rangee(Struct, frozen=True):
    """A supported row whose opérateur and intitulé other rows have too."""

    ligne: int
    numero: str
    pilier: str
    lieux: tuple[str, ...]
    montants: tuple[tuple[str, int], ...]  # cents, by funder


@lru_cache(maxsize=1)
def find_copies(dossier: Dossier) -> Sequence[Groupe]:
    """The rows of each project of a wide sheet that is written several times, all the same.

    The case of words is no matter; two numbers are two projects where nothing says the place. Made
    once for the rules that ask.
    """
    copies: list[Groupe] = []
    for rangees in _list_projets(dossier):
        groupes: dict[tuple[object, ...], list[_Rangee]] = {}
        for rangee in rangees:
            cle = (rangee.pilier, rangee.lieux, rangee.montants)
            groupes.setdefault(cle, []).append(rangee)
        for memes in groupes.values():
            situees = any(memes[0].lieux) or not all(rangee.numero for rangee in memes)
            parties = [memes] if situees else list(_by_numero(memes).values())
            copies += [tuple(r.ligne for r in p) for p in parties if len(p) > 1]
    return copies


@lru_cache(maxsize=1)
def find_versions(dossier: Dossier) -> Sequence[Groupe]:
    """The rows of each dossier of a wide sheet that has several amounts.

    Rows that say different places, or piliers, are parts of it, and are let through.
    """
    copies = {ligne for lignes in find_copies(dossier) for ligne in lignes}
    versions: list[Groupe] = []
    for rangees in _list_projets(dossier):
        neuves = [rangee for rangee in rangees if rangee.ligne not in copies]
        for numero, memes in _by_numero(neuves).items():
            endroits = [(rangee.pilier, rangee.lieux) for rangee in memes]
            if numero and len(set(endroits)) < len(endroits):
                versions.append(tuple(rangee.ligne for rangee in memes))
    return versions


def _by_numero(rangees: Sequence[_Rangee]) -> Mapping[str, list[_Rangee]]:
    groupes: dict[str, list[_Rangee]] = {}
    for rangee in rangees:
        groupes.setdefault(rangee.numero, []).append(rangee)
    return groupes


@lru_cache(maxsize=1)
def _list_projets(dossier: Dossier) -> Sequence[list[_Rangee]]:
    """The supported rows with amounts of each opérateur and intitulé that are on several."""
    programmation = dossier.programmation
    if programmation.longue or not (groupes := group_by_projet(programmation.feuille)):
        return ()
    doubles = sorted(ligne for _, lignes in groupes for ligne in lignes)
    montants = _list_montants(programmation, doubles)
    frame = programmation.feuille.frame.loc[doubles]
    dites = frame[frame["statut"] == SOUTENUE][["numero", "pilier", *_LIEUX]]
    rangees = {
        ligne: _Rangee(
            ligne,
            fold(numero),
            pilier,
            tuple(map(fold, lieux)),
            tuple(sorted(montants[ligne])),
        )
        for ligne, numero, pilier, *lieux in dites.itertuples()
        if ligne in montants
    }
    soutenues = ([rangees[n] for n in lignes if n in rangees] for _, lignes in groupes)
    return [siennes for siennes in soutenues if len(siennes) > 1]


def _list_montants(
    programmation: Programmation, lignes: Sequence[int]
) -> dict[int, list[tuple[str, int]]]:
    """The funders and cents of those rows."""
    subventions = programmation.soutenues[["projet", "financeur", "montant"]]
    montants: dict[int, list[tuple[str, int]]] = {}
    siennes = subventions[subventions["projet"].isin(lignes)]
    for projet, financeur, cents in siennes.itertuples(index=False):
        montants.setdefault(int(projet), []).append((str(financeur), int(cents)))
    return montants


def find_memes_lignes(feuille: Feuille) -> Iterator[tuple[Groupe, int]]:
    """The rows of a sheet of amounts that are the same in every column, and their amount."""
    if "montant" not in feuille.frame:
        return
    payees = feuille.frame[feuille.frame["montant"].notna() & (feuille.frame["montant"] != 0)]
    doubles = payees[payees.duplicated(keep=False)]
    for _, groupe in doubles.groupby(list(doubles.columns), sort=False):
        yield tuple(map(int, groupe.index)), int(groupe["montant"].iloc[0])
