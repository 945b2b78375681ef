"""PV4xx and PV5xx: what must agree from one file to another, and what the décret asks for."""

from pathlib import Path

from rapportpv.subjects.fcs.sheet import FCS
from rapportpv.subjects.programmation.sheet import PROGRAMMATION
from tests.fautes import fautes_consultation
from tests.fautes.faute import Faute, Semeur
from tests.fautes.feuille import open_feuille, write
from tests.fautes.fichiers import add, both, change, remove

LIEU = "2022/programmation.xlsx › Programmation › {cellules}"
DITS = ("Intitulé de l'action", "Opérateur", "Type d'opérateur", "SIRET")
CONSULTATION = fautes_consultation.BLOC
LIEUX = ("Commune(s)", "Quartier(s)")


def copy_projet(modele: str, autre: str, *entetes: str, dite: str) -> Semeur:
    """Writes a project over another one: the cells of those columns; `dite` is what is told."""

    def semer(projet: Path) -> dict[str, str]:
        with open_feuille(projet, PROGRAMMATION) as feuille:
            un, deux = feuille.ligne(modele), feuille.ligne(autre)
            for lettre in map(feuille.colonne, entetes):
                feuille[f"{lettre}{deux}"] = feuille[f"{lettre}{un}"]
            lettre = feuille.colonne(dite)
            return {"cellules": ", ".join(f"{lettre}{n}" for n in sorted((un, deux)))}

    return semer


def copy_whole(modele: str, autre: str) -> Semeur:
    """Writes a whole project over another one, its amounts too; totals know it."""

    def semer(projet: Path) -> dict[str, str]:
        with open_feuille(projet, PROGRAMMATION) as feuille:
            un, deux = feuille.ligne(modele), feuille.ligne(autre)
            for cellule in feuille.page[un]:
                feuille.page.cell(deux, cellule.column).value = cellule.value
            feuille.retotal()
            lettre = feuille.colonne("N° dossier")
            return {"cellules": ", ".join(f"{lettre}{n}" for n in sorted((un, deux)))}

    return semer


FAUTES = (
    Faute(
        "PV401",
        write(FCS, "U.S. BEUVRY", "Montant", 2500, retotal=True),
        "2022/fcs.xlsx › FCS › {cellules}",
    ),
    Faute(
        "PV402",
        copy_projet(
            "Tournois inter-quartiers de l'été", "Achat de maillots", *DITS, *LIEUX, dite=DITS[0]
        ),
        LIEU,
    ),
    Faute(
        "PV402",
        copy_projet(
            "Parcours citoyen des jeunes", "Maison des familles", "N° dossier", dite="N° dossier"
        ),
        LIEU,
        variante="numero",
    ),
    Faute(
        "PV409",
        copy_projet(
            "Parcours citoyen des jeunes",
            "Maison des familles",
            *("N° dossier", "Pilier", *DITS, *LIEUX),
            dite="N° dossier",
        ),
        LIEU,
    ),
    Faute("PV408", copy_whole("Parcours citoyen des jeunes", "Maison des familles"), LIEU),
    Faute(
        "PV403",
        copy_projet("Maison des familles", "Boîtes à livres", *DITS, *LIEUX, dite="Pilier"),
        LIEU,
    ),
    Faute(
        "PV404",
        write(PROGRAMMATION, "Parcours citoyen des jeunes", "Quartier(s)", "Elby"),
        LIEU,
    ),
    Faute(
        "PV405",
        change("2022/annee.toml", "\nquartiers = 21", "\nquartiers = 22"),
        "2022/annee.toml › geographie, quartiers",
        "Écrivez « quartiers = 21 ».",
    ),
    Faute(
        "PV406",
        change("2022/textes/programmation.md", "{{ programmation.total }}", "5 955 899 €"),
        "2022/textes/programmation.md › ligne {ligne}",
        "Écrivez {{ programmation.total }} (5 955 889 €).",
    ),
    Faute(
        "PV407",
        change(
            "2022/textes/programmation.md", "{{ programmation.total }}", "{{ programmation.totla }}"
        ),
        "2022/textes/programmation.md › ligne {ligne}",
        "Écrivez {{ programmation.total }}.",
    ),
    Faute("PV501", remove("2022/textes/evolution.md"), "2022/textes/evolution.md"),
    Faute(
        "PV502",
        add("2022/annee.toml", '\n[dsu]\ncommunes = ["Béthune"]\n'),
        "2022/textes/dsu.md",
    ),
    Faute(
        "PV503",
        add("2022/textes/dsu.md", "La dotation a payé deux postes de médiateurs.\n"),
        "2022/textes/dsu.md",
    ),
    Faute(
        "PV504",
        change("2022/annee.toml", "tard_le = 2023-10-03", "tard_le = 2023-07-24"),
        "2022/annee.toml › consultation, avis_au_plus_tard_le",
        "Écrivez « avis_au_plus_tard_le = 2023-08-03 », ou plus tard.",
    ),
    Faute(
        "PV505",
        change("2022/annee.toml", 'version = "projet"', 'version = "definitif"'),
        "2022/annee.toml › arrete_le",
        "Corrigez la version en « projet », ou la date en celle de l’approbation.",
    ),
    Faute(
        "PV505",
        both(
            change("2022/annee.toml", CONSULTATION, ""),
            change("2022/annee.toml", 'version = "projet"', 'version = "definitif"'),
        ),
        "2022/annee.toml › version",
        "Corrigez la version en « projet », ou ajoutez le bloc [consultation].",
        variante="sans-consultation",
    ),
)
