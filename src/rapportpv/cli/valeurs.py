"""What is typed on the command line, read without pydantic where nothing has to be checked.

Typer imports it for every argument and option, absent ones too: half of a short command.
"""

import os
from pathlib import Path
from typing import Any


class Valeur:
    """Reads the value of an argument or option; leaves to Typer whatever may be wrong."""

    def __init__(self, parametre: Any) -> None:
        voulu = parametre.type_descriptor
        self._seule = not parametre.multiple and parametre.nargs == 1
        regles = voulu.parameter_info
        bornes = (regles.min, regles.max, regles.exists, regles.resolve_path, regles.path_type)
        self._libre = not any(borne is not None and borne is not False for borne in bornes)
        self._genre = voulu.annotation

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """The value as the command takes it: a text as it is, nothing as nothing."""
        est_texte = type(value) is str
        if self._seule and (value is None or (est_texte and self._genre is str)):
            return value
        if self._genre is int and self._libre and est_texte and value.isascii() and value.isdigit():
            return int(value)
        if self._genre is Path and self._libre and est_texte and os.access(value, os.R_OK):
            return Path(value)
        param._runtime_param = None
        return param.get_runtime_param().coerce(value, param=param, ctx=ctx)


def spare_pydantic(parametres: Any) -> Any:
    """The parameters, each read by a Valeur where this Typer has a place for it."""
    for parametre in parametres:
        if getattr(parametre, "_runtime_param", parametre) is None:
            parametre._runtime_param = Valeur(parametre)
    return parametres
