"""The types of bodies that give their avis, as a project's settings have them."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from rapportpv.core.settings.reglage import CODE, Reglage
from rapportpv.core.settings.ressort import Ressort
from rapportpv.french.elision import de, le
from rapportpv.french.lexique import Entree, Lexique, fold
from rapportpv.french.typographie import INSECABLE


class Instance(Reglage):
    """A type of body: how it is called, whom a letter to it is sent to, what has one."""

    code: Annotated[str, Field(pattern=CODE)]
    libelle: str
    pluriel: str = ""
    feminin: bool = False
    destinataire: str = ""
    une_par: Ressort | None = None
    alias: tuple[str, ...] = ()

    @property
    def au_pluriel(self) -> str:
        """«communes»; an «s» is added when the settings do not say."""
        return self.pluriel or f"{self.libelle}s"

    def name(self, nom: str) -> str:
        """The body in full: «commune d’Auchel», «conseil citoyen Le Regain»."""
        if fold(nom).startswith(fold(self.libelle)):
            return nom[0].lower() + nom[1:]
        if self.une_par is Ressort.COMMUNE:
            return f"{self.libelle} {de(nom)}"
        return f"{self.libelle} «{INSECABLE}{nom}{INSECABLE}»"

    def name_with_article(self, nom: str) -> str:
        """«la commune d’Auchel», «le conseil citoyen Le Regain»."""
        return le(self.name(nom), feminin=self.feminin)


INSTANCES = (
    Instance(
        code="commune",
        libelle="commune",
        pluriel="communes",
        feminin=True,
        destinataire="Madame ou Monsieur le Maire",
        une_par=Ressort.COMMUNE,
        alias=("communes", "ville", "mairie", "conseil municipal"),
    ),
    Instance(
        code="conseil_citoyen",
        libelle="conseil citoyen",
        pluriel="conseils citoyens",
        destinataire="Madame ou Monsieur le Président",
        alias=("conseils citoyens", "CC"),
    ),
    Instance(
        code="autre",
        libelle="instance",
        pluriel="autres instances",
        feminin=True,
        alias=("autre", "autres", "autre instance", "instances"),
    ),
)
"""Those of a project that does not say: one form of participation among others, since 2024."""


def index_instances(instances: Iterable[Instance]) -> Lexique:
    """The types, to look a cell up in."""
    return Lexique(
        tuple(Entree(i.code, i.libelle, (*i.alias, *filter(None, [i.pluriel]))) for i in instances)
    )
