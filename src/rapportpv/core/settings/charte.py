"""The settings of the charter, [charte]: pictures, the two colours and the font of documents."""

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from rapportpv.core.couleur import CONTRASTE, contrast, darken
from rapportpv.core.settings.reglage import Reglage

FOND = "E8EEF5"
"""The darkest ground that a colour of the charter is written on: the headings of tables."""

_COULEUR = re.compile(r"#?([0-9A-Fa-f]{6})")


def _read_couleur(valeur: object) -> object:
    """The six digits of a colour."""
    lue = _COULEUR.fullmatch(valeur.strip()) if isinstance(valeur, str) else None
    if lue is None:
        message = 'une couleur s’écrit « # » et six chiffres ou lettres de A à F : "#14375E"'
        raise PydanticCustomError("couleur", message)
    return lue[1].upper()


def _check_contraste(couleur: str) -> str:
    """The colour, which can be read on the grounds of a document."""
    if (rapport := contrast(couleur, FOND)) < CONTRASTE:
        message = (
            "écrite sur le fond clair des tableaux, « {couleur} » se lirait mal : contraste "
            "{rapport}, et il en faut {minimum} ; la couleur la plus proche qui convient est "
            "« {proche} »"
        )
        details = {
            "couleur": f"#{couleur}",
            "rapport": f"{int(rapport * 10) / 10:.1f}".replace(".", ","),
            "minimum": f"{CONTRASTE}".replace(".", ","),
            "proche": f"#{darken(couleur, FOND)}",
        }
        raise PydanticCustomError("contraste", message, details)
    return couleur


Couleur = Annotated[str, BeforeValidator(_read_couleur), AfterValidator(_check_contraste)]


class Charte(Reglage):
    """What makes documents those of an EPCI; what is not told stays as in the templates."""

    logo: Annotated[str, Field(min_length=1)] | None = None
    couverture: Annotated[str, Field(min_length=1)] | None = None
    couleur: Couleur | None = None
    couleur_secondaire: Couleur | None = None
    police: Annotated[str, Field(min_length=1)] | None = None
