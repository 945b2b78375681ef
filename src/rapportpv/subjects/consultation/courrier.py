"""A letter to a body that is consulted: whom it greets, how it names the body, its days."""

from datetime import date

from msgspec import Struct

from rapportpv.core.settings.instances import Instance
from rapportpv.french.civilite import greet
from rapportpv.french.elision import a, de
from rapportpv.subjects.consultation.avis import Avis


class Courrier(Struct, frozen=True):
    """What the template of a letter can name; `le` is the day of the letter."""

    destinataire: str
    civilite: str
    instance: str
    nom: str
    l_instance: str
    le: date
    envoye_le: date
    limite: date
    signataire: str = ""

    @property
    def a_l_instance(self) -> str:
        """«à la commune d’Auchel», «au conseil citoyen Le Regain»."""
        return a(self.l_instance)

    @property
    def de_l_instance(self) -> str:
        """«de la commune d’Auchel», «du conseil citoyen Le Regain»."""
        return de(self.l_instance)


def make_courrier(
    avis: Avis, type_: Instance | None, le: date, envoye_le: date, signataire: str
) -> Courrier:
    """The letter to that body; one without a destinataire is sent to whom its type is sent to."""
    destinataire = avis.destinataire or (type_.destinataire if type_ else "")
    nom = type_.name(avis.instance) if type_ else avis.instance
    return Courrier(
        destinataire,
        greet(destinataire),
        avis.instance,
        nom[0].upper() + nom[1:],
        type_.name_with_article(avis.instance) if type_ else avis.instance,
        le,
        avis.envoye_le or envoye_le,
        avis.limite or le,
        signataire,
    )
