"""The share of the State's specific credits under multi-year agreements (national aim: half)."""

from rapportpv.core.chiffre import Figure, Unite
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import Recolte
from rapportpv.core.sources import join_sources
from rapportpv.core.vocabulaire import ETAT
from rapportpv.subjects.programmation.credits import DE_L_ETAT
from rapportpv.subjects.programmation.figures import sum_montants
from rapportpv.subjects.programmation.repartition import cells
from rapportpv.subjects.programmation.sheet import ANNUELLE, PLURIANNUELLE

ACTIONS = Figure("pluriannuel.actions", Unite.NOMBRE, "Actions sous convention pluriannuelle")
MONTANT = Figure(
    "pluriannuel.montant",
    Unite.EUROS,
    "Crédits spécifiques de l’État sous convention pluriannuelle",
)
TAUX = Figure(
    "pluriannuel.taux",
    Unite.POURCENTAGE,
    "Part des crédits spécifiques de l’État sous convention pluriannuelle",
)

_CHAMP = "pluriannuel"


def sum_pluriannuel(dossier: Dossier) -> Recolte:
    """The figures `pluriannuel.*`; nothing when no supported action says it."""
    recolte, dites = Recolte(), cells(dossier, _CHAMP)
    if {PLURIANNUELLE, ANNUELLE}.isdisjoint(dites):
        return recolte
    programmation = dossier.programmation
    numeros = programmation.actions.index.tolist()
    siennes = [n for n, dite in zip(numeros, dites, strict=True) if dite == PLURIANNUELLE]
    dits = programmation.feuille.sources_de(siennes, _CHAMP)
    recolte.add(ACTIONS.of(len(siennes), dits))
    codes = [f.code for f in dossier.reglages.financeur if f.specifique and f.famille == ETAT]
    tout = DE_L_ETAT.of(*sum_montants(dossier, codes))
    if not tout.valeur:
        return recolte
    credits_etat = programmation.select(codes)
    leurs = credits_etat[credits_etat["projet"].isin(siennes)]
    sources = join_sources(dits, tout.sources)
    montant = recolte.add(MONTANT.of(int(leurs["montant"].sum()), sources))
    recolte.add(TAUX.part(montant, tout))
    return recolte
