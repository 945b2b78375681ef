"""The commands, a file each: arguments in, one function called, exit code out."""

import gc
import os
import sys
from typing import Annotated

import typer

import rapportpv
from rapportpv.cli import (
    build,
    check,
    comparer,
    consultation,
    diff,
    explain,
    export,
    init,
    lot,
    modele,
    pdf,
    refresh,
    relire,
    show,
)
from rapportpv.cli.codes import IMPOSSIBLE, INTERROMPU
from rapportpv.cli.francais import Commande, Groupe, tell_faute
from rapportpv.cli.systeme import drop_output, tell_systeme, watch_signals
from rapportpv.console.flux import adapt_flux, write
from rapportpv.core.errors import RapportError

_DEBUG = "RAPPORTPV_DEBUG"
_COMPLETION = "_RAPPORTPV_COMPLETE"

app = typer.Typer(
    cls=Groupe,
    help="Le rapport annuel sur la mise en œuvre de la politique de la ville, "
    "des classeurs Excel au document Word.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command(cls=Commande)(build.build)  # in the order in which --help tells them
app.command(cls=Commande)(check.check)
app.command(cls=Commande)(show.show)
app.command(cls=Commande)(consultation.consultation)
app.command(cls=Commande)(explain.explain)
app.command(cls=Commande)(diff.diff)
app.command(cls=Commande)(relire.relire)
app.command(cls=Commande)(refresh.refresh)
app.command(cls=Commande)(comparer.comparer)
app.command(cls=Commande)(pdf.pdf)
app.command(cls=Commande)(export.export)
app.command(cls=Commande)(init.init)
app.command(cls=Commande)(modele.modele)
app.command(cls=Commande)(lot.lot)


def main() -> None:
    """Run the command line; whatever stops the program is told in one sentence, exit code 2."""
    _speed_up()
    watch_signals()
    adapt_flux()
    if sys.flags.optimize > 1:  # a rule's page is its docstring, which Python then drops
        _stop(
            "Python est lancé sans les textes d’aide des programmes (PYTHONOPTIMIZE=2, ou python "
            "-OO), dont rapportpv a besoin. Retirez la variable PYTHONOPTIMIZE, puis relancez la "
            "même commande."
        )
    try:
        code = app(standalone_mode=False) or 0
        sys.stdout.flush()
        if code == INTERROMPU:
            write("Interrompu.", err=True)
        sys.exit(code)
    except RapportError as cause:
        _stop(str(cause))
    except typer.Abort:
        _stop("Interrompu.")
    except OSError as cause:  # a name too long, a share that went away, a disk that is full
        if os.environ.get(_DEBUG):
            raise
        drop_output()
        _stop(tell_systeme(cause))
    except Exception as cause:  # the last net: no traceback on a user's screen
        if hasattr(cause, "format_message"):  # of Typer's: the command line is at fault
            _stop(tell_faute(cause))
        if os.environ.get(_DEBUG):
            raise
        if _COMPLETION in os.environ:  # in the middle of a line that somebody types
            sys.exit(IMPOSSIBLE)
        _stop(
            f"Erreur imprévue du programme ({type(cause).__name__}). Signalez-la, avec ce "
            f"qu’affiche la même commande quand la variable {_DEBUG} vaut 1."
        )
    finally:
        gc.freeze()  # the process ends: searching all that pandas made for garbage is 0.1 s lost


def _speed_up() -> None:
    """Spare a short program what serves long ones: a fifth of the time of a large workbook."""
    gc.disable()  # among millions of cells that stay, it would find a megabyte
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # it looks for them everywhere


def _stop(message: str) -> None:
    write(message, err=True)
    sys.exit(IMPOSSIBLE)


def _version(*, demandee: bool) -> None:
    if demandee:
        write(f"rapportpv {rapportpv.__version__}")
        raise typer.Exit


@app.callback()
def _racine(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="La version.")
    ] = False,
) -> None: ...
