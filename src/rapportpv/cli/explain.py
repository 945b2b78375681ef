"""`rapportpv explain`: the page of an anomaly, or the list of them all."""

from typing import Annotated

import typer

from rapportpv.cli.completion import propose_codes


def explain(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="[CODE]",
            help="Code ou nom d’une anomalie, par exemple PV201.",
            autocompletion=propose_codes,
        ),
    ] = None,
) -> None:
    """Explique une anomalie ; sans code, en donne la liste."""
    from rapportpv.console.tables import write_catalogue, write_page

    if code is None:
        from rapportpv.year.catalogue import CATALOGUE

        write_catalogue(CATALOGUE)
    else:
        from rapportpv.year.explain import find_rule

        write_page(find_rule(code))
