"""Out to the user, in the signs that their console knows."""

from __future__ import annotations

import codecs
import os
import re
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Callable
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from rapportpv.french.typographie import FINE, INSECABLE, INVISIBLES, show_signs

if TYPE_CHECKING:
    from rich.console import Console

_AU_PLUS_PRES = "rapportpv.au_plus_pres"  # what Python does with signs that an encoding lacks
_SANS_TERMINAL = 160  # columns of a table, when the output goes to a file or a pipe
_A_DEFAUT = {  # what to print for a sign that the console lacks
    FINE: (INSECABLE, " "),
    INSECABLE: (" ",),
    "›": (">",),
    "’": ("'",),
    "«": ('"',),
    "»": ('"',),
    "œ": ("oe",),
    "Œ": ("OE",),
    "…": ("...",),
    "–": ("-",),
    "−": ("-",),
    "€": ("euros",),
    "°": ("o",),
    "─": ("-",),
    "→": ("->",),
}


def adapt_flux() -> None:
    """Make what the console has no sign for come out as what is nearest, never as a failure."""
    sys.stdout = sys.stdout or StringIO()  # None when it is closed
    sys.stderr = sys.stderr or StringIO()
    for flux in (sys.stdout, sys.stderr):
        if isinstance(flux, TextIOWrapper):
            flux.reconfigure(errors=_AU_PLUS_PRES)


def write(texte: str, *, err: bool = False, plier: bool = True) -> None:
    """A line for the user, folded between words by a terminal that is narrower."""
    flux, texte = sys.stderr if err else sys.stdout, show_signs(texte)
    print(fold_lines(texte, flux) if plier else texte, file=flux)


def fold_lines(texte: str, flux: TextIO) -> str:
    """The text as a terminal shows it without breaking a word; in a file or a pipe, as it is.

    A row of a table is left whole: so is a word that is wider than the terminal.
    """
    if not flux.isatty():
        return texte
    largeur = shutil.get_terminal_size().columns
    lignes = (li if li.startswith("|") else fold_words(li, largeur) for li in texte.split("\n"))
    return "\n".join(lignes)


def fold_words(texte: str, largeur: int, *, suite: int = 2, traits: bool = False) -> str:
    """Lines no wider than that, cut between words: a no-break space is no place to cut.

    What follows a cut is set back by `suite`. With `traits`, a word may be cut at its hyphens.
    """
    return "\n".join(
        _fold(ligne, largeur, suite, traits=traits) if len(ligne) > largeur else ligne
        for ligne in texte.split("\n")
    )


def _fold(ligne: str, largeur: int, suite: int, *, traits: bool) -> str:
    nue = ligne.lstrip(" ")
    retrait = ligne[: len(ligne) - len(nue)]
    plies = textwrap.wrap(
        nue,
        largeur,
        initial_indent=retrait,
        subsequent_indent=retrait + " " * suite,
        break_long_words=False,
        break_on_hyphens=traits,
    )
    return "\n".join(plies)


def printable(texte: str, encodage: str | None) -> str:
    """The text as the console will show it: that of Windows knows no U+202F."""
    encodage = encodage or "utf-8"
    return texte.encode(encodage, _AU_PLUS_PRES).decode(encodage)


def _replace(cause: UnicodeError) -> tuple[str, int]:
    if not isinstance(cause, UnicodeEncodeError):
        raise cause
    signes = cause.object[cause.start : cause.end]
    return "".join(_nearest(signe, cause.encoding) for signe in signes), cause.end


def _nearest(signe: str, encodage: str) -> str:
    nu = unicodedata.normalize("NFKD", signe)[0]  # «É» is «E»
    formes = (*_A_DEFAUT.get(signe, ()), nu)
    return next((forme for forme in formes if _is_known(forme, encodage)), "?")


def _is_known(texte: str, encodage: str) -> bool:
    try:
        texte.encode(encodage)
    except UnicodeEncodeError:
        return False
    return True


codecs.register_error(_AU_PLUS_PRES, _replace)


def write_json(texte: str) -> None:
    """JSON for a program, whole whatever the encoding of the pipe."""
    exact = INVISIBLES.sub(_escape_json, texte)  # which mean the same, and move nothing
    _write_whole(exact, lambda signes: re.sub(r"[^\x00-\x7f]", _escape_json, signes))


def write_html(texte: str) -> None:
    """A page for a browser, whole whatever the encoding of the pipe, which it does not say."""
    _write_whole(texte, lambda signes: signes.encode("ascii", "xmlcharrefreplace").decode())


def _write_whole(texte: str, escape: Callable[[str], str]) -> None:
    utf_8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    sys.stdout.write(f"{texte if utf_8 else escape(texte)}\n")


def _escape_json(signe: re.Match[str]) -> str:
    octets = signe[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{octets[i : i + 2].hex()}" for i in range(0, len(octets), 2))


def is_terminal(flux: TextIO) -> bool:
    """Whether somebody is there to read; rich, which knows more, takes long to import."""
    return flux.isatty() or bool(os.environ.get("FORCE_COLOR"))


def write_attente(texte: str) -> None:
    """What takes time, told to whoever is watching; a log has no use for it."""
    if is_terminal(sys.stderr):
        write(texte, err=True)


def open_console(flux: TextIO) -> Console:
    """The console, which no text can give orders to."""
    from rich.console import Console as RichConsole
    from rich.text import Text

    class Console(RichConsole):
        """A console on which texts are only texts: rich writes their escapes as they are."""

        def render_str(self, text: str, **options: Any) -> Text:
            return super().render_str(show_signs(text), **options)

    console = Console(file=flux, highlight=False, markup=False, emoji=False, soft_wrap=False)
    if not console.is_terminal:
        console = Console(
            file=flux, highlight=False, markup=False, emoji=False, width=_SANS_TERMINAL
        )
    return console


def format_chemin(chemin: Path) -> str:
    """The path from here, if it is below."""
    ici = Path.cwd()
    return str(chemin.relative_to(ici) if chemin.is_relative_to(ici) else chemin)
