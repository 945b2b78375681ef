"""Workbooks as fourteen people keep them: each with the figures and the columns that are right."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from tests.conftest import DEPOT

Rangee = Sequence[Any]
EMPLOI, ECOLOGIE = "Emploi et développement économique", "Transition écologique et cadre de vie"
CHANCES, ORDRE = "Égalité des chances", "Ordre républicain et tranquillité publique"


@dataclass(frozen=True)
class Cas:
    """A workbook: how it is written, the column of each field and funder, what it comes to.

    `total`, `projets`, `soutenus` are what a careful reader adds up; `dits`, words of which each is
    in a doubt; `bloque`, the codes of the errors that are true ones.
    """

    nom: str
    fichier: str
    write: Callable[[Path], None]
    champs: Mapping[str, str]
    financeurs: Mapping[str, str]  # the column of each, by its label
    total: float
    projets: int
    soutenus: int
    dits: tuple[str, ...] = ()
    ecartees: str = ""  # the letters of the columns of amounts that are left out
    bloque: tuple[str, ...] = ()
    annee: int = 2024
    piliers: tuple[str, ...] = ()
    lignes: int = field(default=1)  # of the headings


def save(
    feuilles: Mapping[str, Sequence[Rangee]], fusions: Mapping[str, Sequence[str]] = {}
) -> Callable[[Path], None]:
    """Writes those sheets by openpyxl."""

    def write(chemin: Path) -> None:
        classeur = Workbook()
        classeur.remove(classeur.active)
        for nom, rangees in feuilles.items():
            onglet = classeur.create_sheet(nom)
            for rangee in rangees:
                onglet.append(list(rangee))
            for plage in fusions.get(nom, ()):
                onglet.merge_cells(plage)
        classeur.save(chemin)

    return write


def save_csv(rangees: Sequence[Rangee], encodage: str) -> Callable[[Path], None]:
    """Writes a .csv as Excel does in French."""

    def write(chemin: Path) -> None:
        texte = io.StringIO()
        csv.writer(texte, delimiter=";", lineterminator="\r\n").writerows(rangees)
        chemin.write_bytes(texte.getvalue().encode(encodage))

    return write


def save_ods(nom: str, rangees: Sequence[Rangee]) -> Callable[[Path], None]:
    """Writes a .ods of the least kind."""
    import zipfile
    from xml.sax.saxutils import escape

    def cell(valeur: Any) -> str:
        if valeur in (None, ""):
            return "<table:table-cell/>"
        if isinstance(valeur, str):
            contenu = f"<text:p>{escape(valeur)}</text:p>"
            return f'<table:table-cell office:value-type="string">{contenu}</table:table-cell>'
        return f'<table:table-cell office:value-type="float" office:value="{valeur}"/>'

    def write(chemin: Path) -> None:
        espaces = " ".join(
            f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{p}:1.0"'
            for p in ("office", "table", "text")
        )
        lignes = "".join(
            f"<table:table-row>{''.join(map(cell, r))}</table:table-row>" for r in rangees
        )
        corps = (
            f'<office:document-content {espaces} office:version="1.2"><office:body>'
            f'<office:spreadsheet><table:table table:name="{nom}">{lignes}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>"
        )
        with zipfile.ZipFile(chemin, "w") as paquet:
            paquet.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            paquet.writestr("content.xml", corps)

    return write


def letters(**colonnes: str) -> Mapping[str, str]:
    return colonnes


# 1. The trade's other words, asked and granted, a cost, a total, a remark.
PORTEURS = Cas(
    "porteurs",
    "Suivi CV 2024.xlsx",
    save(
        {
            "Suivi": [
                ["Suivi de la programmation 2024 du contrat de ville"],
                ["Mis à jour par le service"],
                [],
                [
                    *("Porteur", "Action", "Axe", "Territoire", "Décision COPIL", "Coût du projet"),
                    *("Montant demandé ANCT", "Montant accordé ANCT", "Région", "Ville"),
                    *("Total subventions", "Observations"),
                ],
                [
                    "Les Amis",
                    "Aide aux devoirs",
                    CHANCES,
                    "Valmont",
                    "Favorable",
                    20000,
                    9000,
                    7000,
                    2000,
                    1000,
                    10000,
                    "2e année",
                ],
                [
                    "Le Club",
                    "Chantier jeunes",
                    EMPLOI,
                    "Orge",
                    "Favorable",
                    30000,
                    12000,
                    12000,
                    None,
                    500,
                    12500,
                    "",
                ],
                [
                    "Mobilis",
                    "Vélos réparés",
                    ECOLOGIE,
                    "Orge",
                    "Non retenu",
                    9000,
                    4000,
                    None,
                    None,
                    None,
                    None,
                    "",
                ],
                [
                    "Valmont",
                    "Médiation de nuit",
                    ORDRE,
                    "Valmont",
                    "Favorable",
                    25000,
                    9000,
                    9000,
                    3000,
                    9000,
                    21000,
                    "",
                ],
                ["TOTAL", None, None, None, None, 84000, 34000, 28000, 5000, 10500, 43500, None],
            ]
        }
    ),
    letters(
        operateur="A", intitule="B", pilier="C", communes="D", statut="E", cout_total="F", total="K"
    ),
    {"ANCT": "H", "Région": "I", "Ville": "J"},
    43500,
    4,
    3,
    ("Montant demandé ANCT",),
    "G",
    lignes=4,
)

# 2. One row a grant, as the State's exports are; a «Résumé» sheet first.
LONGUE = Cas(
    "longue",
    "export.xlsx",
    save(
        {
            "Résumé de l'exportation": [["Date", "12/03/2025"], ["Nombre de lignes", 6]],
            "Dossiers": [
                [
                    *(
                        "N° de dossier",
                        "Nom de la structure",
                        "Type de structure",
                        "Titre du projet",
                    ),
                    *(
                        "Pilier du contrat",
                        "Financeur",
                        "Montant sollicité",
                        "Montant attribué",
                        "Statut du dossier",
                    ),
                ],
                [
                    "24001",
                    "Les Amis",
                    "Association",
                    "Aide aux devoirs",
                    CHANCES,
                    "État - BOP 147",
                    9000,
                    7000,
                    "Accordée",
                ],
                [
                    "24001",
                    "Les Amis",
                    "Association",
                    "Aide aux devoirs",
                    CHANCES,
                    "CAF du Val",
                    3000,
                    2500.5,
                    "Accordée",
                ],
                [
                    "24002",
                    "Le Club",
                    "Association",
                    "Chantier jeunes",
                    EMPLOI,
                    "État - BOP 147",
                    15000,
                    12000,
                    "Accordée",
                ],
                [
                    "24003",
                    "Ville de Valmont",
                    "Commune",
                    "Médiation",
                    ORDRE,
                    "Région",
                    5000,
                    None,
                    "Rejetée",
                ],
                [
                    "24004",
                    "Mobilis",
                    "Association",
                    "Vélos",
                    ECOLOGIE,
                    "Région",
                    4000,
                    4000,
                    "Accordée",
                ],
                [
                    "24004",
                    "Mobilis",
                    "Association",
                    "Vélos",
                    ECOLOGIE,
                    "Ville de Valmont",
                    1000,
                    800,
                    "Accordée",
                ],
            ],
        }
    ),
    letters(
        numero="A",
        operateur="B",
        type_operateur="C",
        intitule="D",
        pilier="E",
        financeur="F",
        montant="H",
        statut="I",
    ),
    {},
    26300.5,
    4,
    3,
    ("Montant sollicité",),
    "G",
)

# 3. Headings on two rows, funders merged over asked and granted, in groups.
DOUBLE = Cas(
    "double",
    "programmation CV.xlsx",
    save(
        {
            "Programmation": [
                [
                    "N°",
                    "Intitulé",
                    "Structure",
                    "Pilier",
                    "Avis",
                    "ANCT",
                    None,
                    "Département",
                    None,
                    "CAF",
                    None,
                ],
                [
                    None,
                    None,
                    None,
                    None,
                    None,
                    "Demandé",
                    "Accordé",
                    "Demandé",
                    "Accordé",
                    "Demandé",
                    "Accordé",
                ],
                [
                    1,
                    "Aide aux devoirs",
                    "Les Amis",
                    CHANCES,
                    "Avis favorable",
                    9000,
                    7000,
                    2000,
                    1500,
                    100,
                    0,
                ],
                [
                    2,
                    "Chantier jeunes",
                    "Le Club",
                    EMPLOI,
                    "Avis favorable",
                    15000,
                    12000,
                    None,
                    None,
                    2000,
                    1000,
                ],
                [
                    3,
                    "Vélos",
                    "Mobilis",
                    ECOLOGIE,
                    "Avis défavorable",
                    4000,
                    None,
                    None,
                    None,
                    None,
                    None,
                ],
                [4, "Médiation", "Valmont", ORDRE, "Ajourné", 4000, None, 1000, None, None, None],
            ]
        },
        {"Programmation": ["F1:G1", "H1:I1", "J1:K1"]},
    ),
    letters(numero="A", intitule="B", operateur="C", pilier="D", statut="E"),
    {"ANCT": "G", "Département": "I", "CAF": "K"},
    21500,
    4,
    2,
    ("ANCT Demandé", "CAF Demandé"),
    "FHJ",
    lignes=2,
)

# 4. Amounts in thousands of euros, and the title says so.
MILLIERS = Cas(
    "milliers",
    "budget.xlsx",
    save(
        {
            "Programmation": [
                ["Programmation 2024 (en k€)"],
                ["Action", "Opérateur", "Pilier", "Statut", "P147", "Région", "Coût"],
                ["Aide aux devoirs", "Les Amis", CHANCES, "validé", 7, 2.5, 18.25],
                ["Chantier jeunes", "Le Club", EMPLOI, "validé", 12, None, 30],
                ["Vélos", "Mobilis", ECOLOGIE, "refusé", None, None, 9],
            ]
        }
    ),
    letters(intitule="A", operateur="B", pilier="C", statut="D", cout_total="G"),
    {"P147": "E", "Région": "F"},
    21500,
    3,
    2,
    ("sont en k€",),
    lignes=2,
)

# 5. A .csv of Excel in French: semicolons, the old Windows encoding, spaces in amounts.
CSV = Cas(
    "csv",
    "Extraction.csv",
    save_csv(
        [
            [
                "Libellé de l'action",
                "Bénéficiaire",
                "Thématique",
                "Volet",
                "QPV",
                "Décision",
                "BOP 147",
                "Conseil départemental",
                "Bailleurs sociaux",
            ],
            [
                "Aide aux devoirs",
                "Les Amis",
                "Éducation",
                CHANCES,
                "Les Tilleuls",
                "Acceptée",
                "7 000,00 €",
                "",
                "1 200,50 €",
            ],
            [
                "Chantier jeunes",
                "Le Club",
                "Emploi",
                EMPLOI,
                "Les Tilleuls",
                "Acceptée",
                "12 000,00 €",
                "800,00 €",
                "",
            ],
            ["Œuvre à l'école", "Mobilis", "Culture", CHANCES, "Le Parc", "Rejetée", "", "", ""],
        ],
        "cp1252",
    ),
    letters(intitule="A", operateur="B", thematique="C", pilier="D", quartiers="E", statut="F"),
    {"BOP 147": "G", "Conseil départemental": "H", "Bailleurs sociaux": "I"},
    21000.5,
    3,
    2,
)

# 6. A .ods whose statuses are sentences, whose piliers are numbered; 2015-2023.
ODS = Cas(
    "ods",
    "tableau.ods",
    save_ods(
        "Feuille1",
        [
            [
                "Statut",
                "Montant total",
                "État",
                "FSE",
                "CCVO",
                "Nom du projet",
                "Association",
                "Axe du contrat",
            ],
            [
                "Validé par le comité",
                9000,
                7000,
                "",
                2000,
                "Aide aux devoirs",
                "Les Amis",
                "1 - Cohésion sociale",
            ],
            [
                "Validé par le comité",
                13500,
                12000,
                1500,
                "",
                "Chantier jeunes",
                "Le Club",
                "3 - Développement économique et emploi",
            ],
            [
                "Refus du comité",
                "",
                "",
                "",
                "",
                "Vélos",
                "Mobilis",
                "2 - Cadre de vie et renouvellement urbain",
            ],
            ["Validé par le comité", 800, 800, "", "", "Lire", "Les Amis", "1 - Cohésion sociale"],
        ],
    ),
    letters(statut="A", total="B", intitule="F", operateur="G", pilier="H"),
    {"État": "C", "FSE": "D", "CCVO": "E"},
    23300,
    4,
    3,
    ("Validé par le comité",),
    annee=2022,
    piliers=("cohesion_sociale", "cadre_de_vie", "emploi"),
)


# 7. A .xls of Excel 2003, one pilier of which the contract lacks.
XLS = Cas(
    "xls",
    "vieux.XLS",
    lambda chemin: chemin.write_bytes((DEPOT / "tests/reading/programmation.xls").read_bytes()),
    letters(intitule="A", operateur="B", pilier="C", statut="D"),
    {"ANCT": "E", "Région": "F"},
    23000,
    2,
    2,
    ("Cohésion sociale",),
    lignes=2,
    piliers=("emploi", "cohesion_sociale"),
)

# 8. Two amounts that nobody can name, no printed total: to be decided.
DOUTEUX = Cas(
    "douteux",
    "Actions.xlsx",
    save(
        {
            "Actions 2024": [
                [
                    "Projet",
                    "Porteur de projet",
                    "Pilier",
                    "Statut",
                    "ANCT",
                    "Complément",
                    "Autofinancement",
                    "Nb jeunes",
                    "Tél.",
                ],
                [
                    "Aide aux devoirs",
                    "Les Amis",
                    CHANCES,
                    "soutenue",
                    7000,
                    1500,
                    3000,
                    25,
                    "0321000001",
                ],
                [
                    "Chantier jeunes",
                    "Le Club",
                    EMPLOI,
                    "soutenue",
                    12000,
                    None,
                    4000,
                    12,
                    "0321000002",
                ],
                ["Vélos", "Mobilis", ECOLOGIE, "soutenue", 2800, 900, 500, 40, "0321000003"],
            ]
        }
    ),
    letters(intitule="A", operateur="B", pilier="C", statut="D"),
    {"ANCT": "E"},
    21800,
    3,
    3,
    ("Complément", "Autofinancement"),
    "G",
    bloque=("PV009",),
)

# 9. The printed total counts a column that no word names, and not another.
PROUVE = Cas(
    "prouve",
    "Bilan.xlsx",
    save(
        {
            "Bilan": [
                [
                    "Intitulé du projet",
                    "Structure porteuse",
                    "Enjeu",
                    "Suite donnée",
                    "ANCT",
                    "Horizon",
                    "Report",
                    "Total des financements",
                    "Budget",
                ],
                ["Aide aux devoirs", "Les Amis", CHANCES, "Accord", 7000, 1500, 300, 8500, 15000],
                ["Chantier jeunes", "Le Club", EMPLOI, "Accord", 12000, 2000, None, 14000, 20000],
                ["Vélos", "Mobilis", ECOLOGIE, "Accord", 2800, 900, 100, 3700, 5000],
                ["Médiation", "Valmont", ORDRE, "Refus", None, None, None, None, 9000],
            ]
        }
    ),
    letters(intitule="A", operateur="B", pilier="C", statut="D", total="H", cout_total="I"),
    {"ANCT": "E", "Horizon": "F"},
    26200,
    4,
    3,
    ("Horizon", "Report"),
    "G",
)

# 10. Several years side by side, a summary first, other piliers, other types.
ANNEES = Cas(
    "annees",
    "Politique de la ville.xlsx",
    save(
        {
            "Synthèse": [["Pilier", "ANCT", "Total"], ["Vivre ensemble", 19000, 22800]],
            "Programmation": [
                [
                    "N° action",
                    "Intitulé action",
                    "Nom du porteur",
                    "Nature juridique",
                    "Pilier CV",
                    "Commune",
                    "Statut",
                    "ANCT 2023",
                    "ANCT 2024",
                    "Communes 2024",
                ],
                [
                    "A1",
                    "Aide aux devoirs",
                    "Les Amis",
                    "Asso loi 1901",
                    "Vivre ensemble",
                    "Orge",
                    "soutenue",
                    6000,
                    7000,
                    3000,
                ],
                [
                    "A2",
                    "Chantier jeunes",
                    "Le Club",
                    "Asso loi 1901",
                    "Apprendre et travailler",
                    "Orge",
                    "soutenue",
                    11000,
                    12000,
                    800,
                ],
                [
                    "A3",
                    "Vélos",
                    "CCAS",
                    "CCAS",
                    "Vivre ensemble",
                    "Valmont",
                    "abandon",
                    500,
                    None,
                    None,
                ],
            ],
        }
    ),
    letters(
        numero="A",
        intitule="B",
        operateur="C",
        type_operateur="D",
        pilier="E",
        communes="F",
        statut="G",
    ),
    {"ANCT": "I", "Communes": "J"},
    22800,
    3,
    2,
    ("ANCT 2023", "Vivre ensemble", "Asso loi 1901"),
    "H",
    piliers=("vivre_ensemble", "apprendre_et_travailler"),
)

# 11. No name that is known at all: what columns hold tells, with a doubt for each.
INCONNU = Cas(
    "inconnu",
    "base.xlsx",
    save(
        {
            "Base": [
                ["Fiche", "Qui", "Cadre", "Issue", "Etat", "Dept", "Agglo"],
                [
                    "Aide aux devoirs des collégiens",
                    "Les Amis",
                    CHANCES,
                    "soutenue",
                    7000,
                    500,
                    1000,
                ],
                ["Chantier jeunes de l'été", "Le Club", EMPLOI, "soutenue", 12000, None, 900],
                ["Réparation de vélos", "Le Club", ECOLOGIE, "refusée", None, None, None],
                ["Médiation de nuit au parc", "Valmont", ORDRE, "soutenue", 2000, None, None],
            ]
        }
    ),
    letters(intitule="A", operateur="B", pilier="C", statut="D"),
    {"Etat": "E", "Dept": "F", "Agglo": "G"},
    23400,
    4,
    3,
    ("d’après son contenu",),
)

# 12. One amount a project, and nobody is named.
ANONYME = Cas(
    "anonyme",
    "subventions 2024.xlsx",
    save(
        {
            "Subventions": [
                [
                    "Dossier",
                    "Association",
                    "Objet",
                    "Pilier",
                    "Décision",
                    "Subvention demandée",
                    "Subvention accordée",
                    "Versée",
                ],
                ["S1", "Les Amis", "Aide aux devoirs", CHANCES, "oui", 9000, 7000, 3500],
                ["S2", "Le Club", "Chantier jeunes", EMPLOI, "oui", 15000, 12000, 6000],
                ["S3", "Mobilis", "Vélos", ECOLOGIE, "non", 5000, None, None],
            ]
        }
    ),
    letters(numero="A", operateur="B", intitule="C", pilier="D", statut="E"),
    {"Financeur à nommer": "G"},
    19000,
    3,
    2,
    ("rien ne dit qui paie", "Subvention demandée"),
    "FH",
)

# 13. Groups over the funders say which credits are specific; columns in odd order; subtotals.
GROUPES = Cas(
    "groupes",
    "CV.xlsx",
    save(
        {
            "CV 2024": [
                [None, None, None, None, "Crédits spécifiques", None, "Droit commun", None, None],
                [
                    "CAF",
                    "Statut",
                    "Porteur de l'action",
                    "Intitulé de l'action",
                    "État",
                    "Région",
                    "Département",
                    "Communes",
                    "Pilier",
                ],
                [500, "soutenue", "Les Amis", "Aide aux devoirs", 7000, 2000, None, 1000, CHANCES],
                [None, "soutenue", "Les Amis", "Lire ensemble", 3200, None, 400, None, CHANCES],
                [500, None, None, "Sous-total Égalité des chances", 10200, 2000, 400, 1000, None],
                [None, "soutenue", "Le Club", "Chantier jeunes", 12000, None, None, None, EMPLOI],
                [None, None, None, "Sous-total Emploi", 12000, None, None, None, None],
            ]
        },
        {"CV 2024": ["E1:F1", "G1:H1"]},
    ),
    letters(statut="B", operateur="C", intitule="D", pilier="I"),
    {"CAF": "A", "État": "E", "Région": "F", "Département": "G", "Communes": "H"},
    26100,
    3,
    3,
    lignes=2,
)

# 14. A project that keeps last year's sheet beside this year's.
DEUX_ANNEES = Cas(
    "deux années",
    "Programmations.xlsx",
    save(
        {
            nom: [
                ["Action", "Porteur", "Pilier", "Statut", "Politique de la ville", "Mairie"],
                ["Aide aux devoirs", "Les Amis", CHANCES, "retenue", facteur * 7000, 1000],
                ["Chantier jeunes", "Le Club", EMPLOI, "retenue", facteur * 12000, None],
                ["Vélos", "Mobilis", ECOLOGIE, "non retenue", None, None],
            ]
            for nom, facteur in (("2023", 2), ("2024", 1))
        }
    ),
    letters(intitule="A", operateur="B", pilier="C", statut="D"),
    {"Politique de la ville": "E", "Mairie": "F"},
    20000,
    3,
    2,
)

CAS = (
    PORTEURS,
    LONGUE,
    DOUBLE,
    MILLIERS,
    CSV,
    ODS,
    XLS,
    DOUTEUX,
    PROUVE,
    ANNEES,
    INCONNU,
    ANONYME,
    GROUPES,
    DEUX_ANNEES,
)
