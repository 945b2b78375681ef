"""The operators that receive more than 23 000 € a year from the EPCI, all grants together.

The threshold is that of the décret n° 2001-495: a convention, then publication.
"""

from rapportpv.core.chiffre import Figure, Ligne, Unite
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import Recolte, compte, montant
from rapportpv.core.sujet import Sujet
from rapportpv.subjects.subventions.aides import SEUIL, list_grands

NOMBRE = Figure("conventions.operateurs", Unite.NOMBRE, "Opérateurs au-delà de 23 000 € par an")
LIMITE = Figure("conventions.seuil", Unite.EUROS, "Seuil des conventions de subvention")
TOTAL = Figure("conventions.total", Unite.EUROS, "Subventions au-delà de 23 000 € par an")

_COLONNES = {"operateur": "Opérateur", "nombre": "Subventions", "montant": "Montant"}


def sum_subventions(dossier: Dossier) -> Recolte:
    """The figures `conventions.*` and their table, the largest first; nothing below it."""
    recolte = Recolte()
    cumuls = list_grands(dossier)
    if not cumuls:
        return recolte
    sources = tuple(dict.fromkeys(str(aide.lieu) for cumul in cumuls for aide in cumul.aides))
    recolte.add(LIMITE.of(SEUIL, ()))
    nombre = recolte.add(NOMBRE.of(len(cumuls), sources))
    total = recolte.add(TOTAL.of(sum(cumul.cents for cumul in cumuls), sources))
    recolte.add_tableau(
        "conventions",
        "Opérateurs à qui l’intercommunalité verse plus de 23 000 € dans l’année",
        _COLONNES,
        [
            Ligne(
                {
                    "operateur": cumul.aides[0].beneficiaire,
                    "nombre": compte(len(cumul.aides)),
                    "montant": montant(cumul.cents),
                }
            )
            for cumul in cumuls
        ],
        {"operateur": "Total", "nombre": nombre, "montant": total},
    )
    recolte.cite("conventions", sources)
    return recolte


SUJET = Sujet("subventions", plans=(), recoltes=(sum_subventions,), groupes=("conventions",))
