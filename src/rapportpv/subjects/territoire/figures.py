"""The territory: communes of the contract, quartiers, and those that the State recognises."""

from rapportpv.core.chiffre import Cellule, Chiffre, Figure, Ligne, Unite
from rapportpv.core.dossier import Dossier, Feuille
from rapportpv.core.quantites import Recolte
from rapportpv.core.rangees import records
from rapportpv.french.lexique import fold
from rapportpv.subjects.territoire.sheet import COMMUNES, QPV, QUARTIERS, TYPES_QUARTIER

NOMBRE_DE_COMMUNES = Figure(
    "territoire.communes", Unite.NOMBRE, "Territoire : communes", "Communes"
)
NOMBRE_DE_QUARTIERS = Figure(
    "territoire.quartiers", Unite.NOMBRE, "Territoire : quartiers", "Quartiers"
)
NOMBRE_DE_QUARTIERS_ETAT = Figure(
    "territoire.quartiers_etat",
    Unite.NOMBRE,
    "Territoire : quartiers reconnus par l’État",
    "Quartiers reconnus par l’État",
)

_COLONNES = {"quartier": "Quartier", "communes": "Commune(s)", "type": "Type"}


def count_territoire(dossier: Dossier) -> Recolte:
    """The figures `territoire.*` and the table `quartiers`; nothing without the sheet «Quartiers».

    Without the sheet «Communes», the communes are those that the quartiers name.
    """
    recolte, feuille = Recolte(), dossier.feuille(QUARTIERS)
    if feuille is None:
        return recolte
    tous = feuille.frame
    communes = recolte.add(_count_communes(dossier.feuille(COMMUNES), feuille))
    sources = feuille.sources_de(tous.index, "nom")
    quartiers = recolte.add(NOMBRE_DE_QUARTIERS.of(len(tous), sources))
    reconnus = tous[tous["type"] == QPV]
    sources = feuille.sources_de(reconnus.index, "nom")
    recolte.add(NOMBRE_DE_QUARTIERS_ETAT.of(len(reconnus), sources))
    libelles = {entree.code: entree.libelle for entree in TYPES_QUARTIER.entrees}
    lignes = [
        _ligne(q["nom"], q["communes"], libelles.get(q["type"], str(q["type"])))
        for q in records(tous)
    ]
    pied: dict[str, Cellule] = {"quartier": "Total", "communes": communes, "type": quartiers}
    recolte.add_tableau(
        "quartiers", "Quartiers de la politique de la ville", _COLONNES, lignes, pied
    )
    return recolte


def _count_communes(communes: Feuille | None, quartiers: Feuille) -> Chiffre:
    if communes is not None:
        lignes = communes.frame.index
        return NOMBRE_DE_COMMUNES.of(len(lignes), communes.sources_de(lignes, "commune"))
    citees = {fold(c) for lieu in quartiers.frame["communes"] for c in lieu.split(";")} - {""}
    return NOMBRE_DE_COMMUNES.of(
        len(citees), quartiers.sources_de(quartiers.frame.index, "communes")
    )


def _ligne(quartier: str, communes: str, genre: str) -> Ligne:
    cites = ", ".join(commune.strip() for commune in communes.split(";") if commune.strip())
    return Ligne({"quartier": quartier, "communes": cites, "type": genre})
