"""The territory: communes of the contract, quartiers, and those that the State recognises."""

from rapportpv.aggregate.quantites import Recolte, nombre
from rapportpv.model.dossier import Dossier
from rapportpv.model.vocabulaire import QPV


def count_territoire(dossier: Dossier) -> Recolte:
    """The figures `territoire.*`; those whose sheet the project lacks are left out."""
    recolte = Recolte()
    if dossier.communes is not None:
        communes = dossier.communes.frame
        sources = dossier.communes.sources_de(communes.index, "commune")
        recolte.add(nombre("territoire.communes", len(communes), sources))
    if dossier.quartiers is not None:
        tous = dossier.quartiers.frame
        for nom, quartiers in (
            ("quartiers", tous),
            ("quartiers_etat", tous[tous["type"] == QPV]),
        ):
            sources = dossier.quartiers.sources_de(quartiers.index, "nom")
            recolte.add(nombre(f"territoire.{nom}", len(quartiers), sources))
    return recolte
