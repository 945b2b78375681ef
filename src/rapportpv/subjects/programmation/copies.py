"""Rows that say again, word for word and amount for amount, what another row says."""

from collections.abc import Iterator

from rapportpv.core.dossier import Feuille, Programmation
from rapportpv.french.lexique import fold
from rapportpv.reading.doublons import Groupe

_TEXTES = ["numero", "intitule", "operateur", "pilier", "communes", "quartiers", "thematique"]


def find_copies(programmation: Programmation) -> Iterator[Groupe]:
    """The rows of each project of a wide sheet that is written several times, all the same."""
    if programmation.longue:
        return
    soutenues = programmation.actions
    intitules = soutenues["intitule"].tolist()
    if len(set(intitules)) == len(intitules):  # quick
        return
    doubles = soutenues[soutenues.duplicated(["operateur", "intitule"], keep=False)]
    if doubles.empty:
        return
    subventions = programmation.soutenues[["projet", "financeur", "montant"]]
    siennes = subventions[subventions["projet"].isin(doubles.index)]
    montants: dict[int, list[tuple[str, int]]] = {}
    for projet, financeur, cents in siennes.itertuples(index=False):
        montants.setdefault(int(projet), []).append((str(financeur), int(cents)))
    groupes: dict[tuple[object, ...], list[int]] = {}
    for ligne, *mots in doubles[_TEXTES].itertuples():
        if siens := montants.get(int(ligne)):
            dits = mots[:4] if mots[0] else mots  # without a number, all must be the same
            cle = (*(fold(str(mot)) for mot in dits), *sorted(siens))
            groupes.setdefault(cle, []).append(int(ligne))
    yield from (tuple(lignes) for lignes in groupes.values() if len(lignes) > 1)


def find_memes_lignes(feuille: Feuille) -> Iterator[tuple[Groupe, int]]:
    """The rows of a sheet of amounts that are the same in every column, and their amount."""
    if "montant" not in feuille.frame:
        return
    payees = feuille.frame[feuille.frame["montant"].notna() & (feuille.frame["montant"] != 0)]
    doubles = payees[payees.duplicated(keep=False)]
    for _, groupe in doubles.groupby(list(doubles.columns), sort=False):
        yield tuple(map(int, groupe.index)), int(groupe["montant"].iloc[0])
