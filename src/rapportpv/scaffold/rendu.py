"""The text files that `init` lays down, from their templates."""

import json
from importlib import resources
from typing import Any

from rapportpv.core.settings.reglages import Contrat, Financeur

FINANCEURS = (
    Financeur(
        code="etat_specifique",
        libelle="État « BOP 147 »",
        famille="Etat",
        specifique=True,
        alias=("ANCT", "BOP 147", "P147", "Politique de la ville"),
    ),
    Financeur(
        code="etat_droit_commun",
        libelle="État (droit commun)",
        famille="Etat",
        specifique=False,
        alias=("Autres crédits de l’État",),
    ),
    Financeur(
        code="region",
        libelle="Région",
        famille="Region",
        specifique=False,
        alias=("Conseil régional",),
    ),
    Financeur(
        code="departement",
        libelle="Département",
        famille="Departement",
        specifique=False,
        alias=("Conseil départemental",),
    ),
    Financeur(
        code="epci",
        libelle="Intercommunalité",
        famille="EPCI",
        specifique=True,
        alias=("EPCI", "Agglomération", "Communauté de communes"),
    ),
    Financeur(
        code="communes",
        libelle="Communes",
        famille="Communes",
        specifique=False,
        alias=("Villes",),
    ),
    Financeur(
        code="caf",
        libelle="CAF",
        famille="CAF",
        specifique=False,
        alias=("Caisse d’allocations familiales",),
    ),
    Financeur(
        code="bailleurs",
        libelle="Bailleurs sociaux",
        famille="Bailleurs",
        specifique=False,
        alias=("Bailleurs",),
    ),
    Financeur(
        code="europe",
        libelle="Europe",
        famille="Europe",
        specifique=False,
        alias=("FSE", "Fonds social européen"),
    ),
    Financeur(
        code="autres",
        libelle="Autres financeurs",
        famille="Autres",
        specifique=False,
        alias=("Autres",),
    ),
)
"""Who usually pays: each EPCI changes them in its file."""

_ENGAGEMENTS = 2024  # since then, conseils citoyens are one form of participation among others


def render_reglages(epci: str, sigle: str, siren: str | None, contrat: Contrat, annee: int) -> str:
    """The settings of a new project, commented."""
    conseil = "Conseil métropolitain" if "métropole" in epci.casefold() else "Conseil communautaire"
    return _render(
        "reglages.toml",
        epci=epci,
        sigle=sigle,
        siren=siren,
        conseil=conseil,
        contrat=render_contrat(contrat),
        financeurs=FINANCEURS,
        conseils_citoyens=contrat.debut < _ENGAGEMENTS,
        annee=annee,
    )


def render_contrat(contrat: Contrat) -> str:
    """The block of a contract."""
    return _render("contrat.toml", contrat=contrat)


def render_annee(annee: int) -> str:
    """What is true of that year only, to be filled in."""
    return _render("annee.toml", annee=annee)


def render_lisezmoi(titre: str, annee: int) -> str:
    """The next three things to do."""
    return _render("LISEZMOI.txt", titre=titre, annee=annee)


def _render(modele: str, **valeurs: Any) -> str:
    from jinja2 import Environment, StrictUndefined

    source = resources.files("rapportpv.scaffold") / "modeles" / f"{modele}.j2"
    environnement = Environment(
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        autoescape=False,
    )
    environnement.filters["toml"] = _quote
    return environnement.from_string(source.read_text("utf-8")).render(**valeurs)


def _quote(valeur: object) -> str:
    """A text or a list of texts as TOML has it, which is JSON's way."""
    return json.dumps(valeur, ensure_ascii=False)
