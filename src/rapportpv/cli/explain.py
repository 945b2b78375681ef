"""`rapportpv explain`: the page of an anomaly, or the list of them all."""

from typing import Annotated

import typer

from rapportpv.console import write_catalogue, write_page


def explain(
    code: Annotated[
        str | None,
        typer.Argument(metavar="[CODE]", help="Code ou nom d’une anomalie, par exemple PV201."),
    ] = None,
) -> None:
    """Explique une anomalie ; sans code, en donne la liste."""
    from rapportpv.year.catalogue import CATALOGUE
    from rapportpv.year.explain import find_rule

    if code is None:
        write_catalogue(CATALOGUE)
    else:
        write_page(find_rule(code))
