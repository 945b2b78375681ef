"""The settings of the assembly: [conseil], true every year, and [seance], true of one."""

from datetime import date, time
from enum import StrEnum
from typing import Annotated, TypeAlias

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from rapportpv.core.settings.reglage import Reglage
from rapportpv.french.heure import HeureIllisibleError, read_heure
from rapportpv.french.lexique import Entree, Lexique


class Civilite(StrEnum):
    """How somebody is addressed, which tells how words agree with them."""

    MADAME = "Madame"
    MONSIEUR = "Monsieur"


class Sens(StrEnum):
    """How the assembly decided, as the délibération says it."""

    UNANIMITE = "à l’unanimité"
    MAJORITE_ABSOLUE = "à la majorité absolue"
    MAJORITE = "à la majorité"


_CIVILITES = Lexique(
    (
        Entree(Civilite.MADAME, "Madame", ("Mme", "Mme.")),
        Entree(Civilite.MONSIEUR, "Monsieur", ("M.", "M", "Mr", "Mr.")),
    )
)
_SENS = Lexique(
    (
        Entree(Sens.UNANIMITE, "unanimité", ("à l'unanimité", "unanime")),
        Entree(Sens.MAJORITE_ABSOLUE, "majorité absolue", ("à la majorité absolue",)),
        Entree(Sens.MAJORITE, "majorité", ("à la majorité",)),
    )
)


def _read(lexique: Lexique, quoi: str, valeur: object) -> object:
    trouvee = lexique.find(valeur) if isinstance(valeur, str) else None
    if trouvee is None:
        connus = ", ".join(f"« {entree.libelle} »" for entree in lexique.entrees)
        message = "{quoi} ; valeurs possibles : {connus}"
        raise PydanticCustomError("hors_liste", message, {"quoi": quoi, "connus": connus})
    return trouvee


def _read_civilite(valeur: object) -> object:
    return _read(_CIVILITES, "civilité inconnue", valeur)


def _read_sens(valeur: object) -> object:
    return _read(_SENS, "sens du vote inconnu", valeur)


def _read_heure(valeur: object) -> object:
    try:
        return read_heure(valeur)
    except HeureIllisibleError:
        message = "une heure est attendue, comme « 19 h 00 »"
        raise PydanticCustomError("heure", message) from None


Jour: TypeAlias = date  # a field has the name of the type
TexteNonVide = Annotated[str, Field(min_length=1)]
Nombre = Annotated[int, Field(ge=0)]
Rang = Annotated[int, Field(ge=1)]


class Personne(Reglage):
    """Somebody of the assembly, named as in the sheet: surname, then first name."""

    civilite: Annotated[Civilite, BeforeValidator(_read_civilite)]
    nom: TexteNonVide


class Signataire(Personne):
    """Who signs: the président, or somebody «par délégation du Président»."""

    qualite: TexteNonVide
    par_delegation: bool = False


class Commission(Reglage):
    """The commission that gave its avis before the assembly."""

    nom: TexteNonVide
    date: Jour
    avis: str = "favorable"


class Vote(Reglage):
    """How the assembly decided; the numbers where they are known."""

    sens: Annotated[Sens, BeforeValidator(_read_sens)]
    pour: Nombre | None = None
    contre: Nombre | None = None
    abstentions: Nombre | None = None
    sans_prendre_part: Nombre = 0

    @property
    def comptes(self) -> int | None:
        """How many voted or abstained, when somebody counted."""
        dits = [n for n in (self.pour, self.contre, self.abstentions) if n is not None]
        return sum(dits) + self.sans_prendre_part if dits else None

    @property
    def is_whole(self) -> bool:
        """Whether all the numbers are told; of a unanimous vote, those in favour are all."""
        if self.sens is Sens.UNANIMITE:
            return self.pour is not None
        return None not in (self.pour, self.contre, self.abstentions)


class Conseil(Reglage):
    """What is true of the assembly every year."""

    nom: TexteNonVide = "Conseil communautaire"
    arrondissement: str = ""
    tribunal_administratif: str = ""
    controle_de_legalite: str = "en sous-préfecture"
    delai_de_recours: str = "deux mois"
    membres_en_exercice: Rang | None = None
    procurations_par_membre: Rang = 1  # CGCT L. 2121-20, raised at times
    jours_francs_de_convocation: Nombre = 5  # CGCT L. 2121-12


class ReglageSeance(Reglage):
    """The block [seance] of annee.toml: the session that the délibération tells of."""

    date: Jour
    heure: Annotated[time, BeforeValidator(_read_heure)]
    lieu: TexteNonVide
    convocation_le: Jour
    president: Personne
    secretaire: Personne
    signataire: Signataire
    vote: Vote
    affichage: str = ""
    numero: str = ""
    question: Rang | None = None
    rubrique: str = "Politique de la ville"
    rapporteur: str = ""
    commission: Commission | None = None
    visas: tuple[TexteNonVide, ...] = ()
    mise_a_disposition: str = ""
    reception_le: Jour | None = None
    publication_le: Jour | None = None
