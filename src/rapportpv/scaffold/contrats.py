"""The contrats de ville that are known without being told, with their usual pillars."""

import re

from rapportpv.core.settings.reglages import Contrat, Pilier
from rapportpv.scaffold.errors import ContratInconnuError

CONTRATS = (
    Contrat(
        nom="Contrat de ville",
        debut=2015,
        fin=2023,
        pilier=(
            Pilier(code="cohesion_sociale", libelle="Cohésion sociale"),
            Pilier(
                code="cadre_de_vie",
                libelle="Cadre de vie et renouvellement urbain",
                alias=("Cadre de vie", "Renouvellement urbain"),
            ),
            Pilier(
                code="emploi",
                libelle="Développement économique et emploi",
                alias=("Emploi", "Développement économique"),
            ),
        ),
    ),
    Contrat(
        nom="Engagements Quartiers 2030",
        debut=2024,
        fin=2030,
        pilier=(
            Pilier(
                code="emploi",
                libelle="Emploi et développement économique",
                alias=("Emploi", "Développement économique", "Économie"),
            ),
            Pilier(
                code="transition_ecologique",
                libelle="Transition écologique et cadre de vie",
                alias=("Transition écologique", "Cadre de vie"),
            ),
            Pilier(
                code="egalite_des_chances",
                libelle="Égalité des chances",
                alias=("Émancipation", "Égalité des chances et émancipation"),
            ),
            Pilier(
                code="ordre_republicain",
                libelle="Ordre républicain et tranquillité publique",
                alias=("Ordre républicain", "Tranquillité publique", "Sécurité"),
            ),
        ),
    ),
)
"""The pillars of the circulars; each EPCI changes them in its file."""

_ANNEES = re.compile(r"[\s,;(]*((?:19|20)\d{2})\s*[-–—/à]+\s*((?:19|20)\d{2})\s*\)?\s*$")


def find_contrat(annee: int, nomme: str | None = None) -> Contrat:
    """The contract in force that year, under another name if one is told.

    «Contrat d’agglomération, 2024-2030» says its years too. Raises ContratInconnuError.
    """
    nom, debut, fin = _split(nomme)
    connu = next((c for c in CONTRATS if c.debut <= annee <= c.fin), None)
    if debut and fin:
        if not debut <= annee <= fin:
            raise ContratInconnuError(annee)
        modele = connu or CONTRATS[-1]
        return modele.model_copy(update={"nom": nom or modele.nom, "debut": debut, "fin": fin})
    if connu is None:
        raise ContratInconnuError(annee)
    return connu.model_copy(update={"nom": nom or connu.nom})


def _split(nomme: str | None) -> tuple[str, int | None, int | None]:
    texte = (nomme or "").strip()
    if trouve := _ANNEES.search(texte):
        return texte[: trouve.start()].strip(), int(trouve[1]), int(trouve[2])
    return texte, None, None
