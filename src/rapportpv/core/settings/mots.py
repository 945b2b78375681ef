"""The words of one's own for the closed lists: [statuts], [types], [sens], [qualites]."""

from collections import Counter
from typing import Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from rapportpv.core.settings.reglage import Reglage
from rapportpv.french.lexique import Entree, Lexique, squash

Mots = tuple[str, ...]


class MotsPropres(Reglage):
    """Other words for those of a closed list, beside the usual ones: a key for each code."""

    def extend(self, lexique: Lexique) -> Lexique:
        """The list with these words; one that the list gives another sense is given this one."""
        siens: dict[str, Mots] = dict(self)
        pris = {squash(mot) for mots in siens.values() for mot in mots}
        if not pris:
            return lexique
        return Lexique(
            tuple(
                Entree(
                    entree.code,
                    entree.libelle,
                    (
                        *siens.get(entree.code, ()),
                        *(alias for alias in entree.alias if squash(alias) not in pris),
                    ),
                )
                for entree in lexique.entrees
            )
        )

    @model_validator(mode="after")
    def _refuse_homonymes(self) -> Self:
        siens: dict[str, Mots] = dict(self)
        compte = Counter(forme for mots in siens.values() for forme in set(map(squash, mots)))
        for code, mots in siens.items():
            for mot in mots:
                if compte[squash(mot)] > 1:
                    message = "« {forme} » est donné à deux mots de la liste, dont « {un} »"
                    raise PydanticCustomError("homonymes", message, {"forme": mot, "un": code})
        return self


class MotsStatuts(MotsPropres):
    """[statuts]: of a project."""

    soutenue: Mots = ()
    refusee: Mots = ()
    ajournee: Mots = ()
    retiree: Mots = ()
    en_instruction: Mots = ()


class MotsTypes(MotsPropres):
    """[types]: of an operator."""

    association: Mots = ()
    commune: Mots = ()
    epci: Mots = ()
    etablissement_public: Mots = ()
    bailleur: Mots = ()
    entreprise: Mots = ()
    autre: Mots = ()


class MotsSens(MotsPropres):
    """[sens]: of an avis."""

    favorable: Mots = ()
    reserve: Mots = ()
    defavorable: Mots = ()


class MotsQualites(MotsPropres):
    """[qualites]: of a member at the session."""

    present: Mots = ()
    procuration: Mots = ()
    excuse: Mots = ()
