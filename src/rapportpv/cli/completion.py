"""What the tabulation key proposes: years, documents and codes; and its own words, in French."""

from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

import typer

from rapportpv.console.flux import write
from rapportpv.core.errors import CompletionImpossibleError, RapportError
from rapportpv.french.typographie import format_texte

Proposition = tuple[str, str]
"""What may be typed, and what the shells that can say of it."""


def propose_annees(ctx: typer.Context, incomplete: str) -> list[str]:
    """The years of the project where the command is typed."""
    from rapportpv.reading.project import list_annees

    racine = _find_racine(ctx)
    annees = map(str, list_annees(racine)) if racine else ()
    return [annee for annee in annees if annee.startswith(incomplete)]


def propose_documents(ctx: typer.Context, incomplete: str) -> list[str]:
    """What can be built there: the built-in documents, and those of the folder `modeles`."""
    from rapportpv.commands.fourni import list_noms

    racine = _find_racine(ctx)
    noms = list_noms(racine) if racine else ()
    return [nom for nom in noms if nom.startswith(incomplete)]


def propose_codes(incomplete: str) -> list[Proposition]:
    """The codes of anomalies; their names, once a name is begun."""
    from rapportpv.year.explain import list_pages

    voulu = incomplete.casefold()
    pages = sorted(list_pages())
    codes = [(code, titre) for code, _, titre in pages if code.casefold().startswith(voulu)]
    return codes or [(nom, titre) for _, nom, titre in pages if nom.startswith(voulu)]


def _find_racine(ctx: typer.Context) -> Path | None:
    from rapportpv.reading.project import find_projet

    dossier = ctx.params.get("dossier")
    try:
        return find_projet(Path.cwd(), Path(dossier) if dossier else None).racine
    except (RapportError, OSError):
        return None  # nothing to propose: the command itself will say why


def install_completion(_ctx: Any, _param: Any, demandee: object) -> object:
    """Install the completion in the shell that is running."""
    from typer.completion import install  # type: ignore[attr-defined]  # Typer's own

    if not demandee:
        return demandee
    shell, chemin = _keep_silent(install)
    write(format_texte(f"Complétion installée pour {shell} : {chemin}"))
    write(
        format_texte(
            "Fermez ce terminal et rouvrez-le : la touche de tabulation complète les commandes."
        )
    )
    raise typer.Exit


def show_completion(ctx: Any, param: Any, demandee: object) -> object:
    """Show the script of the completion, to be copied."""
    from typer.completion import show_callback

    return _keep_silent(lambda: show_callback(ctx, param, demandee), montrer=True)


def _keep_silent(faire: Callable[[], Any], *, montrer: bool = False) -> Any:
    """Do something of Typer's without its English; what it prints may be what is asked for."""
    sortie = StringIO()
    try:
        with redirect_stdout(sortie), redirect_stderr(StringIO()):
            return faire()
    except (typer.Exit, SystemExit) as fin:
        if getattr(fin, "exit_code", getattr(fin, "code", 0)):
            raise CompletionImpossibleError from fin
        if montrer:
            write(sortie.getvalue().rstrip(), plier=False)
        raise
