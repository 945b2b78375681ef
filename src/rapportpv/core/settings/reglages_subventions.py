"""The settings of a year's grants: [subventions], what the EPCI publishes of those that it pays."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from rapportpv.core.settings.reglage import Reglage
from rapportpv.french.identifiants import check_siret, compact

_TEXTE = 256


def _check_siret(texte: str) -> str:
    """The SIRET, its digits alone."""
    faute = check_siret(texte)
    if faute is not None:
        message = "« {texte} » n’est pas un SIRET : {raison}"
        raise PydanticCustomError("siret", message, {"texte": texte, "raison": faute.raison})
    return compact(texte)


Siret = Annotated[str, AfterValidator(_check_siret)]
Nature = Literal["aide en numéraire", "aide en nature", "aide en numéraire;aide en nature"]


class Subventions(Reglage):
    """What is true of all the grants of a year; what is not told is asked for when it is needed."""

    siret: Siret | None = None  # of the EPCI
    convention_le: date | None = None
    decision: str = ""
    nature: Nature = "aide en numéraire"
    versement: Annotated[str, StringConstraints(min_length=1, max_length=_TEXTE)] = "unique"
    verse_le: date | None = None
    verse_jusqu_au: date | None = None
    notification_ue: bool = False
    beneficiaires: dict[str, Siret] = Field(default_factory=dict)  # SIRET by opérateur

    @model_validator(mode="after")
    def _refuse_envers(self) -> Self:
        """The payments end after they begin."""
        if self.verse_le and self.verse_jusqu_au and self.verse_jusqu_au < self.verse_le:
            message = "« verse_jusqu_au » vient avant « verse_le »"
            raise PydanticCustomError("dates", message)
        return self
