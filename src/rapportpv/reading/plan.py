"""The sheets that a project holds, and the headings of their columns (contract, DESIGN §3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapportpv.french.lexique import Entree, Lexique

FINANCEUR = "financeur:"
"""What stands before a funder's code among the columns: a funder may be called «communes» too."""

LISTES, MODE_D_EMPLOI = "Listes", "Mode d'emploi"
"""The sheets of a workbook laid down by `init` that hold no data."""

IGNORER = "ignorer"
"""The pseudo-field whose headings an EPCI asks to leave alone."""


@dataclass(frozen=True)
class Champ:
    """A column: its identifier, its heading, and whether a sheet can do without it."""

    nom: str
    libelle: str
    requis: bool = False


@dataclass(frozen=True)
class Plan:
    """A sheet: its workbook, its name, its columns, and whether the workbook can do without it."""

    nom: str
    fichier: str
    feuille: str
    champs: tuple[Champ, ...]
    facultative: bool = False
    tacite: bool = False  # its absence goes without saying
    herite: str = ""  # the column that the section heading above a row may stand for

    @property
    def requis(self) -> tuple[Champ, ...]:
        """The columns without which the sheet says nothing."""
        return tuple(champ for champ in self.champs if champ.requis)

    def libelle(self, nom: str) -> str:
        """The heading of the column with that identifier; the identifier if it has none."""
        return next((champ.libelle for champ in self.champs if champ.nom == nom), nom)

    def lexique(
        self, alias: Mapping[str, Sequence[str]], financeurs: Sequence[Entree] = ()
    ) -> Lexique:
        """The headings of this sheet, with an EPCI's other words for them and its funders."""
        champs = (Entree(c.nom, c.libelle, tuple(alias.get(c.nom, ()))) for c in self.champs)
        payeurs = (Entree(FINANCEUR + f.code, f.libelle, f.alias) for f in financeurs)
        ignores = (Entree(IGNORER, "", tuple(alias.get(IGNORER, ()))),)
        return Lexique((*champs, *payeurs, *ignores))


PROGRAMMATION = Plan(
    "programmation",
    "programmation.xlsx",
    "Programmation",
    (
        Champ("numero", "N° dossier"),
        Champ("intitule", "Intitulé de l'action", requis=True),
        Champ("operateur", "Opérateur", requis=True),
        Champ("type_operateur", "Type d'opérateur"),
        Champ("siret", "SIRET"),
        Champ("pilier", "Pilier", requis=True),
        Champ("thematique", "Thématique"),
        Champ("communes", "Commune(s)"),
        Champ("quartiers", "Quartier(s)"),
        Champ("statut", "Statut", requis=True),
        Champ("reconduction", "Nouvelle ou reconduite"),
        Champ("cout_total", "Coût total"),
        Champ("financeur", "Financeur"),
        Champ("montant", "Montant"),
        Champ("total", "Total"),
    ),
)

FCS = Plan(
    "fcs",
    "fcs.xlsx",
    "FCS",
    (
        Champ("numero", "N°"),
        Champ("axe", "Axe"),
        Champ("operateur", "Opérateur", requis=True),
        Champ("intitule", "Intitulé", requis=True),
        Champ("commune", "Commune"),
        Champ("montant", "Montant", requis=True),
    ),
    herite="axe",
)

FONDS_DE_CONCOURS = Plan(
    "fonds_de_concours",
    "fonds_de_concours.xlsx",
    "Fonds de concours",
    (
        Champ("commune", "Commune", requis=True),
        Champ("operation", "Opération", requis=True),
        Champ("dispositif", "Dispositif", requis=True),
        Champ("montant", "Montant", requis=True),
    ),
)

COMMUNES = Plan(
    "communes",
    "territoire.xlsx",
    "Communes",
    (
        Champ("commune", "Commune", requis=True),
        Champ("code_insee", "Code INSEE"),
        Champ("referent", "Référent"),
    ),
    facultative=True,
)

QUARTIERS = Plan(
    "quartiers",
    "territoire.xlsx",
    "Quartiers",
    (
        Champ("code", "Code"),
        Champ("nom", "Nom", requis=True),
        Champ("communes", "Commune(s)", requis=True),
        Champ("type", "Type", requis=True),
        Champ("population", "Population"),
    ),
    facultative=True,
)

OPERATIONS_NPNRU = Plan(
    "npnru",
    "npnru.xlsx",
    "NPNRU",
    (
        Champ("quartier", "Quartier", requis=True),
        Champ("operation", "Opération", requis=True),
        Champ("maitre_d_ouvrage", "Maître d'ouvrage", requis=True),
        Champ("etat", "État"),
        Champ("montant", "Montant"),
    ),
)

SERVICE = Plan(
    "service",
    "service.xlsx",
    "Service",
    (
        Champ("nom", "Nom", requis=True),
        Champ("fonction", "Fonction", requis=True),
        Champ("rattache_a", "Rattaché à"),
    ),
)

DSU = Plan(
    "dsu",
    "dsu.xlsx",
    "DSU",
    (
        Champ("commune", "Commune", requis=True),
        Champ("action", "Action", requis=True),
        Champ("montant", "Montant", requis=True),
    ),
    tacite=True,
)

ABATTEMENT_TFPB = Plan(
    "abattement_tfpb",
    "abattement_tfpb.xlsx",
    "Abattement TFPB",
    (
        Champ("bailleur", "Bailleur", requis=True),
        Champ("quartier", "Quartier", requis=True),
        Champ("action", "Action", requis=True),
        Champ("montant", "Montant", requis=True),
    ),
    tacite=True,
)

ADULTES_RELAIS = Plan(
    "adultes_relais",
    "adultes_relais.xlsx",
    "Adultes-relais",
    (
        Champ("operateur", "Opérateur", requis=True),
        Champ("commune", "Commune", requis=True),
        Champ("quartier", "Quartier"),
        Champ("postes", "Postes", requis=True),
    ),
    tacite=True,
)

SEANCE = Plan(
    "seance",
    "seance.xlsx",
    "Séance",
    (
        Champ("nom", "Nom", requis=True),
        Champ("prenom", "Prénom", requis=True),
        Champ("qualite", "Qualité", requis=True),
        Champ("mandataire", "Mandataire"),
        Champ("jusqu_a_la_question", "Jusqu'à la question"),
        Champ("a_partir_de_la_question", "À partir de la question"),
    ),
    tacite=True,
)

CONSULTATION = Plan(
    "consultation",
    "consultation.xlsx",
    "Consultation",
    (
        Champ("instance", "Instance", requis=True),
        Champ("type", "Type", requis=True),
        Champ("destinataire", "Destinataire"),
        Champ("envoye_le", "Envoyé le"),
        Champ("recu_le", "Reçu le"),
        Champ("sens", "Sens"),
        Champ("observations", "Observations"),
        Champ("suite_donnee", "Suite donnée"),
    ),
    tacite=True,
)

ANNEXES = (
    OPERATIONS_NPNRU,
    SERVICE,
    DSU,
    ABATTEMENT_TFPB,
    ADULTES_RELAIS,
    SEANCE,
    CONSULTATION,
)
"""The sheets that a part of the report, or another document, is made of."""

PLANS = (PROGRAMMATION, FCS, FONDS_DE_CONCOURS, COMMUNES, QUARTIERS, *ANNEXES)
