"""Amounts that a title or a heading says are in thousands, or that look it: columns one by one."""

from collections.abc import Iterable, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from rapportpv.commands.proposition.preuves import Montant
from rapportpv.commands.proposition.tableau import Tableau
from rapportpv.core.plan import FINANCEUR
from rapportpv.core.settings.reglages import UniteDeMontants
from rapportpv.french.typographie import format_liste
from rapportpv.reading.titres import find_unit

_A_CROIRE = 5_000 * 100  # cents: more than five thousand thousands is typed in euros


class Unites(Struct, frozen=True):
    """The unit of each column that is not in euros, by heading, and what is to be told."""

    unites: Mapping[str, str] = field(default_factory=dict)
    doutes: tuple[str, ...] = ()


def find_unites(tableau: Tableau, montants: Iterable[Montant]) -> Unites:
    """The units that are said, kept only where what they make of the amounts can be."""
    entete, lus = tableau.entete, [m for m in montants if m.sort]
    hauts = [v for li in tableau.grille.lignes[: entete.premiere - 1] for v in li]
    titres = [v for v in hauts if isinstance(v, str) and find_unit(v)]
    unites, doutes = dict[str, str](), []
    for m in lus:
        propre = find_unit(m.libelle)
        dit = m.libelle if propre else (titres[0] if titres and "€" not in m.libelle else "")
        if dit and m.profil.cents:
            unite = UniteDeMontants(propre or find_unit(dit))
            if max(m.profil.cents.values()) <= _A_CROIRE:
                unites[m.libelle] = unite.value
            else:
                doutes.append(
                    f"« {' '.join(dit.split())} » dit des {unite}, et « {m.libelle} » a des "
                    "montants trop grands pour cela : « check » demandera ce qu’il en est."
                )
    if unites:
        doutes.insert(0, _tell(unites))
    return Unites(unites, tuple(doutes))


def doubt_units(montants: Mapping[int, Montant], unites: Mapping[str, str]) -> dict[int, Montant]:
    """The columns of amounts, with a doubt on the grants that are small and said to be in euros."""
    doute = "ses montants sont très petits, vérifiez qu’ils sont en euros"
    return {
        c: replace(m, doute=doute) if _may_be_thousands(m, unites) else m
        for c, m in montants.items()
    }


def _may_be_thousands(m: Montant, unites: Mapping[str, str]) -> bool:
    petits = bool(m.profil.cents) and m.profil.is_small
    return m.sort == FINANCEUR and not m.doute and petits and m.libelle not in unites


def _tell(unites: Mapping[str, str]) -> str:
    noms = format_liste(unites)
    unite = " ou en ".join(dict.fromkeys(unites.values()))
    return (
        f"Le classeur dit que ces montants sont en {unite} : {noms}. Ils sont lus en euros, "
        "multipliés d’autant."
    )
