"""The grid of the budget that integrates equality: [[egalite]], the cotations of actions."""

from typing import Annotated

from pydantic import Field

from rapportpv.core.settings.reglage import CODE, Reglage


class Cotation(Reglage):
    """A degree of the grid: how an action takes equality between women and men into account."""

    code: Annotated[str, Field(pattern=CODE)]
    libelle: str
    alias: tuple[str, ...] = ()


COTATIONS = (
    Cotation(
        code="g2", libelle="L’égalité est l’objectif principal", alias=("G2", "2", "principal")
    ),
    Cotation(
        code="g1",
        libelle="L’égalité est un des objectifs",
        alias=("G1", "1", "secondaire"),
    ),
    Cotation(code="g0", libelle="L’égalité n’est pas un objectif", alias=("G0", "0", "aucun")),
)
"""Those of a project that does not say: the markers of the OECD, which the State took over."""
