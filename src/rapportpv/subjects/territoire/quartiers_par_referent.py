"""The quartiers with the référent of each: what the map shows, in a table."""

from collections.abc import Iterator

from msgspec import Struct

from rapportpv.core.chiffre import Ligne
from rapportpv.core.dossier import Dossier
from rapportpv.core.quantites import NON_RENSEIGNE, SANS_OBJET, Recolte, compte
from rapportpv.core.rangees import Rangee
from rapportpv.french.lexique import squash
from rapportpv.french.lieux import place_key
from rapportpv.subjects.territoire.sheet import COMMUNES, QUARTIERS, TYPES_QUARTIER

_COLONNES = {
    "quartier": "Quartier",
    "communes": "Commune(s)",
    "type": "Type",
    "referent": "Référent",
}


class QuartierSitue(Struct, frozen=True):
    """A quartier: its row, its communes, the code of its type, its référent («» when unknown)."""

    ligne: int
    nom: str
    communes: tuple[str, ...]
    type: str
    referent: str


def list_quartiers(dossier: Dossier) -> list[QuartierSitue]:
    """The quartiers of the sheet, by référent in the order of the communes, then as they stand.

    A quartier on several communes has the référent of the first that has one.
    """
    if (feuille := dossier.feuille(QUARTIERS)) is None:
        return []
    referents = list_referents_de_communes(dossier)
    lus = [_situate(ligne, q, referents) for ligne, q in feuille.rangees.items()]
    rangs = {nom: rang for rang, nom in enumerate(dict.fromkeys(referents.values()))}
    return sorted(lus, key=lambda quartier: rangs.get(quartier.referent, len(rangs)))


def list_quartiers_par_referent(dossier: Dossier) -> Recolte:
    """The table `quartiers_par_referent`; nothing when no quartier has a known référent."""
    recolte, quartiers = Recolte(), list_quartiers(dossier)
    if not any(quartier.referent for quartier in quartiers):
        return recolte
    libelles = {entree.code: entree.libelle for entree in TYPES_QUARTIER.entrees}
    lignes = [
        Ligne(
            {
                "quartier": quartier.nom,
                "communes": ", ".join(quartier.communes),
                "type": libelles.get(quartier.type, quartier.type),
                "referent": quartier.referent or NON_RENSEIGNE,
            }
        )
        for quartier in quartiers
    ]
    pied = {"quartier": "Total", "communes": SANS_OBJET, "type": compte(len(lignes))}
    recolte.add_tableau(
        "quartiers_par_referent",
        "Quartiers par référent",
        _COLONNES,
        lignes,
        {**pied, "referent": SANS_OBJET},
    )
    recolte.cite("quartiers_par_referent", tuple(_sources(dossier)))
    return recolte


def list_referents_de_communes(dossier: Dossier) -> dict[str, str]:
    """The référent of each commune that has one, by its key; one name, one spelling."""
    if (feuille := dossier.feuille(COMMUNES)) is None:
        return {}
    frame = feuille.frame
    noms: dict[str, str] = {}
    return {
        place_key(commune): noms.setdefault(squash(referent), referent)
        for commune, referent in zip(frame["commune"], frame["referent"], strict=True)
        if referent
    }


def _situate(ligne: int, lu: Rangee, referents: dict[str, str]) -> QuartierSitue:
    communes = tuple(nom.strip() for nom in lu["communes"].split(";") if nom.strip())
    connus = (referents.get(place_key(commune)) for commune in communes)
    referent = next(filter(None, connus), "")
    return QuartierSitue(ligne, lu["nom"], communes, lu["type"], referent)


def _sources(dossier: Dossier) -> Iterator[str]:
    quartiers, communes = dossier.feuille(QUARTIERS), dossier.feuille(COMMUNES)
    if quartiers is not None:
        yield from quartiers.sources_de(quartiers.frame.index, "nom", "communes", "type")
    if communes is not None:
        yield from communes.sources_de(communes.frame.index, "commune", "referent")
