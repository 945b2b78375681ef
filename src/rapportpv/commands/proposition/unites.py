"""Amounts that a title or a heading says are in thousands: columns told one by one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rapportpv.commands.proposition.preuves import Montant
from rapportpv.commands.proposition.tableau import Tableau
from rapportpv.core.settings.reglages import UniteDeMontants
from rapportpv.french.typographie import format_liste
from rapportpv.reading.titres import find_unit

_A_CROIRE = 5_000 * 100  # cents: more than five thousand thousands is typed in euros


@dataclass(frozen=True)
class Unites:
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


def _tell(unites: Mapping[str, str]) -> str:
    noms = format_liste(unites)
    unite = " ou en ".join(dict.fromkeys(unites.values()))
    return (
        f"Le classeur dit que ces montants sont en {unite} : {noms}. Ils sont lus en euros, "
        "multipliés d’autant."
    )
