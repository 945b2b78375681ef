"""The language of templates: a sandboxed Jinja, our filters, and unknown names collected."""

from collections.abc import Callable
from datetime import date
from typing import Any

from jinja2 import Undefined

from rapportpv.core.bac import BacASable
from rapportpv.french.typographie import INSECABLE, format_date
from rapportpv.word.filtres import FILTRES
from rapportpv.word.inconnu import NomInconnu, make_inconnu
from rapportpv.word.vues import ChiffreMontre, ColonneMontree
from rapportpv.word.vues_nommees import Jour


def build_environment(constate: Callable[[NomInconnu], None]) -> BacASable:
    """An environment that tells each unknown name it meets instead of stopping at the first."""
    filtres: dict[str, Callable[..., str]] = {
        "sans_decimale": sans_decimale,
        "sans_unite": sans_unite,
        "accorde": accorde,
        "date_longue": date_longue,
    }
    return BacASable(
        filtres | dict(FILTRES),
        autoescape=True,
        undefined=make_inconnu(constate),
        keep_trailing_newline=True,
    )


def sans_decimale(chiffre: Any) -> Any:
    """The share without decimals: «73 %»."""
    if isinstance(chiffre, Undefined):
        return chiffre
    if not isinstance(chiffre, ChiffreMontre | ColonneMontree):
        raise TypeError("sans_decimale")
    return chiffre.shown(decimales=0)


def sans_unite(chiffre: Any) -> Any:
    """The quantity without its unit, which the caption of its table says; words as they are."""
    if isinstance(chiffre, Undefined | str):
        return chiffre
    if not isinstance(chiffre, ChiffreMontre | ColonneMontree):
        raise TypeError("sans_unite")
    return chiffre.shown(unite=False)


def accorde(nombre: Any, singulier: str, pluriel: str) -> str:
    """The number and its noun, which do not part: «31 projets», «1 projet», «0 projet»."""
    if isinstance(nombre, Undefined):
        return str(nombre)
    if isinstance(nombre, bool) or not isinstance(nombre, ChiffreMontre | int | float):
        raise TypeError("accorde")
    return f"{nombre}{INSECABLE}{singulier if -2 < nombre < 2 else pluriel}"


def date_longue(jour: Any) -> str:
    """«27 juin 2023»."""
    if isinstance(jour, Undefined):
        return str(jour)
    if not isinstance(jour, date):
        raise TypeError("date_longue")
    return jour.show(format_date) if isinstance(jour, Jour) else format_date(jour)
