"""The text files that `init` lays down, from their templates."""

from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any

from msgspec import Struct, field

from rapportpv.core.settings.reglages import Contrat, Financeur, Territoire
from rapportpv.reading.toml import quote

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


class Trouve(Struct, frozen=True):
    """What a workbook says of the settings; by code, what is to be looked at in a funder."""

    financeurs: tuple[Financeur, ...] = FINANCEURS
    remarques: Mapping[str, Sequence[str]] = field(default_factory=dict)
    mots: str = ""


def render_reglages(
    territoire: Territoire, contrat: Contrat, annee: int, trouve: Trouve | None = None
) -> str:
    """The settings of a new project, commented."""
    metropole = "métropole" in territoire.epci.casefold()
    return _render(
        "reglages.toml",
        territoire=territoire,
        conseil="Conseil métropolitain" if metropole else "Conseil communautaire",
        contrat=render_contrat(contrat),
        trouve=trouve or Trouve(),
        conseils_citoyens=contrat.debut < _ENGAGEMENTS,
        annee=annee,
    )


def render_mots(**valeurs: Any) -> str:
    """The blocks of the words of one's own."""
    return _render("mots.toml", **valeurs)


def render_financeurs(trouve: Trouve) -> str:
    """The blocks of funders, those to be looked at with a note."""
    return _render("financeurs.toml", trouve=trouve)


def render_contrat(contrat: Contrat) -> str:
    """The block of a contract."""
    return _render("contrat.toml", contrat=contrat)


def render_annee(annee: int) -> str:
    """What is true of that year only, to be filled in."""
    return _render("annee.toml", annee=annee)


def render_lisezmoi(titre: str, annee: int, repris: str = "") -> str:
    """The next three things to do; `repris` is the name of the user's own programming, if any."""
    return _render("LISEZMOI.txt", titre=titre, annee=annee, repris=repris)


def _render(modele: str, **valeurs: Any) -> str:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environnement = Environment(
        loader=FunctionLoader(_load),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        autoescape=False,
    )
    environnement.filters["toml"] = quote
    return environnement.get_template(modele).render(**valeurs)


def _load(modele: str) -> str:
    source = resources.files("rapportpv.scaffold") / "modeles" / f"{modele}.j2"
    return source.read_text("utf-8")
