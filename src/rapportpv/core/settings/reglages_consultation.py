"""The blocks [consultation] and [definitif] of annee.toml: when, until when, as of when."""

from datetime import date
from typing import Annotated, Any, Self

from pydantic import BeforeValidator, InstanceOf, model_validator
from pydantic_core import PydanticCustomError

from rapportpv.core.settings.reglage import Reglage
from rapportpv.french.echeance import Duree, DureeIllisibleError, read_duree


def _read_delai(valeur: object) -> object:
    try:
        return valeur if isinstance(valeur, Duree) else read_duree(str(valeur))
    except DureeIllisibleError:
        message = "une durée est attendue, comme « 3 mois » ou « 45 jours »"
        raise PydanticCustomError("duree", message) from None


class Consultation(Reglage):
    """When the projet is sent to those who give their avis, and until when they can.

    The deadline is a day, or a length of time that runs from the sending; `au` is the day that
    the state of the consultation is told of.
    """

    transmission_le: date
    avis_au_plus_tard_le: date
    delai: Annotated[InstanceOf[Duree] | None, BeforeValidator(_read_delai)] = None
    au: date | None = None
    signataire: str = ""

    @model_validator(mode="before")
    @classmethod
    def _compute_limite(cls, donnees: Any) -> Any:
        """The deadline, from its length; what cannot be computed is left for its own message."""
        if not isinstance(donnees, dict) or "delai" not in donnees:
            return donnees
        depart = donnees.get("transmission_le")
        if "avis_au_plus_tard_le" in donnees or not isinstance(depart, date):
            return donnees
        try:
            limite = read_duree(str(donnees["delai"])).after(depart)
        except DureeIllisibleError:
            limite = depart
        return {**donnees, "avis_au_plus_tard_le": limite}

    @model_validator(mode="after")
    def _refuse_contradiction(self) -> Self:
        limite = self.delai.after(self.transmission_le) if self.delai else None
        if limite not in (None, self.avis_au_plus_tard_le):
            message = (
                "« delai » mène au {calculee}, et « avis_au_plus_tard_le » dit {ecrite} : gardez "
                "l’un des deux"
            )
            jours = {"calculee": limite, "ecrite": self.avis_au_plus_tard_le}
            textes = {nom: f"{jour:%d/%m/%Y}" for nom, jour in jours.items()}
            raise PydanticCustomError("delai", message, textes)
        return self

    def limit_of(self, envoye_le: date | None) -> date:
        """The deadline of a body: a length of time runs from its own sending."""
        if self.delai and envoye_le:
            return self.delai.after(envoye_le)
        return self.avis_au_plus_tard_le


class Definitif(Reglage):
    """The délibération that approves the report, when `arrete_le` does not say it."""

    deliberation_le: date
