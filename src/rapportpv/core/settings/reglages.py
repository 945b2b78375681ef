"""The settings of a project: rapportpv.toml and annee.toml, as pydantic models."""

from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from rapportpv.core.anomalie import Severite
from rapportpv.core.identite import Version
from rapportpv.core.settings.charte import Charte
from rapportpv.core.settings.instances import INSTANCES, Instance, index_instances
from rapportpv.core.settings.mots import MotsQualites, MotsSens, MotsStatuts, MotsTypes
from rapportpv.core.settings.reglage import CODE, Reglage
from rapportpv.core.settings.reglages_annexe import Annexe
from rapportpv.core.settings.reglages_consultation import Consultation, Definitif
from rapportpv.core.settings.reglages_courrier import ReglageCourrier
from rapportpv.core.settings.reglages_egalite import COTATIONS, Cotation
from rapportpv.core.settings.reglages_fiches import Fiches
from rapportpv.core.settings.reglages_insee import ReglageInsee
from rapportpv.core.settings.reglages_seance import Conseil, ReglageSeance
from rapportpv.core.settings.reglages_subventions import Subventions
from rapportpv.core.vocabulaire import FAMILLES
from rapportpv.french.lexique import Entree, Lexique


def _read_famille(valeur: object) -> object:
    famille = FAMILLES.find(valeur) if isinstance(valeur, str) else None
    if famille is None:
        connues = ", ".join(entree.libelle for entree in FAMILLES.entrees)
        raise PydanticCustomError(
            "famille", "famille inconnue ; familles : {connues}", {"connues": connues}
        )
    return famille


class Territoire(Reglage):
    """Whose report it is."""

    epci: str
    sigle: str
    siren: str | None = None


class Pilier(Reglage):
    """A strand of the contrat de ville."""

    code: Annotated[str, Field(pattern=CODE)]
    libelle: str
    libelle_court: str = ""  # in narrow columns of a document
    alias: tuple[str, ...] = ()


class Contrat(Reglage):
    """A contrat de ville, from its first year to its last, and its pillars."""

    nom: str
    debut: int
    fin: int
    pilier: Annotated[tuple[Pilier, ...], Field(min_length=1)]

    @cached_property
    def lexique(self) -> Lexique:
        """The pillars, to look a hand-typed label up in."""
        return Lexique(tuple(Entree(p.code, p.libelle, p.alias) for p in self.pilier))

    @model_validator(mode="after")
    def _refuse_homonymes(self) -> Self:
        _refuse_homonymes(self.lexique)
        return self


class Financeur(Reglage):
    """Who pays; `specifique` is money of the policy itself, as opposed to droit commun."""

    code: Annotated[str, Field(pattern=CODE)]
    libelle: str
    libelle_court: str = ""  # in narrow columns of a document, and beside bars
    famille: Annotated[str, BeforeValidator(_read_famille)]
    specifique: bool
    fcs: bool = False  # the Fonds de Cohésion Sociale, whose projects have their own workbook
    alias: tuple[str, ...] = ()


class AxeFcs(Reglage):
    """An axis of the Fonds de Cohésion Sociale."""

    numero: int
    libelle: str
    alias: tuple[str, ...] = ()


class Acceptee(Reglage):
    """A fault that the project accepts: its code or name, what it is about, why, and which year."""

    code: str
    cle: str
    annee: int | None = None  # every year, when not told
    raison: Annotated[str, Field(min_length=1)]


class ModePublication(StrEnum):
    """What a scheduled job does with a change."""

    PROPOSITION = "proposition"
    COMMIT = "commit"


class UniteDeMontants(StrEnum):
    """What the amounts of a column are in, when they are not in euros."""

    MILLIERS = "k€"
    MILLIONS = "M€"

    @property
    def facteur(self) -> int:
        """How many euros one of them is."""
        return 1_000 if self is UniteDeMontants.MILLIERS else 1_000_000


class Feuilles(Reglage):
    """The sheets of the workbooks that are left aside, by name."""

    ignorer: tuple[str, ...] = ()


class Publier(Reglage):
    """How what is regenerated is published; without `valeurs`, nothing of a row leaves the job."""

    mode: ModePublication = ModePublication.PROPOSITION
    valeurs: bool = True
    en_ligne: bool = False  # the page and the open data, on the forge's pages


class Reglages(Reglage):
    """The whole of rapportpv.toml."""

    territoire: Territoire
    contrat: Annotated[tuple[Contrat, ...], Field(min_length=1)]
    financeur: Annotated[tuple[Financeur, ...], Field(min_length=1)]
    axe_fcs: tuple[AxeFcs, ...] = ()
    conseil: Conseil = Conseil()
    instance: Annotated[tuple[Instance, ...], Field(min_length=1)] = INSTANCES
    feuilles: Feuilles = Feuilles()
    classeurs: dict[str, str] = Field(default_factory=dict)  # where a sheet is, without its own
    colonnes: dict[str, dict[str, tuple[str, ...]]] = Field(default_factory=dict)
    unites: dict[str, dict[str, UniteDeMontants]] = Field(default_factory=dict)  # by heading
    severite: dict[str, Severite] = Field(default_factory=dict)
    acceptees: tuple[Acceptee, ...] = ()
    publication: Publier = Publier()
    statuts: MotsStatuts = MotsStatuts()
    types: MotsTypes = MotsTypes()
    sens: MotsSens = MotsSens()
    qualites: MotsQualites = MotsQualites()
    sans_objet: dict[str, Annotated[str, Field(min_length=1)]] = Field(default_factory=dict)
    charte: Charte = Charte()
    annexe: Annexe = Annexe()
    courrier: ReglageCourrier = ReglageCourrier()
    fiches: Fiches | None = None
    egalite: Annotated[tuple[Cotation, ...], Field(min_length=2)] = COTATIONS

    @cached_property
    def financeurs(self) -> Lexique:
        """The funders, to look a heading or a cell up in."""
        return Lexique(tuple(Entree(f.code, f.libelle, f.alias) for f in self.financeur))

    def payeur(self, colonne: str) -> str | None:
        """The code of the funder that a column of the annexe is of; «financeur:» may begin it."""
        nom = colonne.removeprefix("financeur:").strip()
        codes = {financeur.code for financeur in self.financeur}
        return nom if nom in codes else self.financeurs.find(nom)

    @cached_property
    def cotations(self) -> Lexique:
        """The grid of equality, to look a cell up in."""
        return Lexique(tuple(Entree(c.code, c.libelle, c.alias) for c in self.egalite))

    @cached_property
    def axes(self) -> Lexique:
        """The axes, by number or by label, with or without their number in front."""
        return Lexique(tuple(Entree(str(a.numero), a.libelle, _axe_alias(a)) for a in self.axe_fcs))

    @cached_property
    def instances(self) -> Lexique:
        """The types of bodies that give their avis."""
        return index_instances(self.instance)

    def instance_de(self, code: str) -> Instance | None:
        """The type of body of that code."""
        return next((i for i in self.instance if i.code == code), None)

    @model_validator(mode="after")
    def _refuse_homonymes(self) -> Self:
        _refuse_homonymes(self.financeurs)
        _refuse_homonymes(self.instances)
        _refuse_homonymes(self.axes)
        return self

    def contrat_de(self, annee: int) -> Contrat | None:
        """The contract in force that year."""
        return next((c for c in self.contrat if c.debut <= annee <= c.fin), None)


class Geographie(Reglage):
    """What the EPCI knows of its territory, to be held against the sheets."""

    communes: int | None = None
    quartiers: int | None = None
    quartiers_etat: int | None = None


class Dsu(Reglage):
    """The communes that received the dotation de solidarité urbaine."""

    communes: tuple[str, ...] = ()


class Annee(Reglage):
    """The whole of annee.toml: what is true of that year only."""

    version: Version
    arrete_le: date
    geographie: Geographie | None = None
    dsu: Dsu | None = None
    consultation: Consultation | None = None
    seance: ReglageSeance | None = None
    definitif: Definitif | None = None
    subventions: Subventions | None = None
    insee: ReglageInsee | None = None

    @property
    def approuve_le(self) -> date:
        """The day of the délibération that approves a definitive report."""
        return self.definitif.deliberation_le if self.definitif else self.arrete_le


def _axe_alias(axe: AxeFcs) -> tuple[str, ...]:
    numeros = (str(axe.numero), f"Axe {axe.numero}")
    numerotes = tuple(f"{axe.numero}{point} {axe.libelle}" for point in (".", ")", " -", " –", ""))
    return (*axe.alias, *numeros, *numerotes)


def _refuse_homonymes(lexique: Lexique) -> None:
    for forme, un, autre in lexique.homonymes():
        champs = {"forme": forme, "un": un, "autre": autre}
        message = "« {forme} » désigne à la fois « {un} » et « {autre} »"
        raise PydanticCustomError("homonymes", message, champs)
