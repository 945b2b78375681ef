"""PV0xx: files, sheets, headings, settings."""

from pathlib import Path

from rapportpv.core.zip import read_zip
from rapportpv.export.copie import annotate
from rapportpv.subjects.fcs.sheet import FCS
from rapportpv.subjects.fonds_de_concours.sheet import FONDS_DE_CONCOURS
from rapportpv.subjects.programmation.sheet import PROGRAMMATION
from rapportpv.subjects.seance.sheet import SEANCE
from tests.fautes.faute import Faute
from tests.fautes.feuille import chemin, open_classeur, open_feuille, write_entete
from tests.fautes.fichiers import add, change, remove, replace
from tests.tables import write_classeur


def unname_and_behead(projet: Path) -> None:
    """A sheet without its name nor its headings."""
    with open_feuille(projet, FCS) as feuille:
        feuille.page.title = "Notes"
        feuille.page.delete_rows(feuille.entete)


def behead(projet: Path) -> None:
    """A sheet without its headings."""
    with open_feuille(projet, FCS) as feuille:
        feuille.page.delete_rows(feuille.entete)


def drop_colonne(projet: Path) -> dict[str, str]:
    """A column is not there any more; its heading was in the row that is told."""
    with open_feuille(projet, FONDS_DE_CONCOURS) as feuille:
        feuille.page.delete_cols(2)
        return {"ligne": str(feuille.entete)}


def drop_financeurs(projet: Path) -> dict[str, str]:
    """No funder has a heading any more, nor is there a total of them."""
    with open_feuille(projet, PROGRAMMATION) as feuille:
        for lettre in feuille.financeurs:
            feuille[f"{lettre}{feuille.entete}"] = None
        derniere = feuille.page[feuille.entete][-1]
        return {"cellules": derniere.coordinate}


def add_colonne(projet: Path) -> dict[str, str]:
    """The column of amounts is there once more, in capitals."""
    with open_feuille(projet, FCS) as feuille:
        feuille[f"F{feuille.entete}"] = "MONTANT"
        return {"cellules": f"{feuille.colonne('Montant')}{feuille.entete}, F{feuille.entete}"}


def add_titres(projet: Path) -> None:
    """A workbook of headings, and nothing below them."""
    titres = "| Opérateur | Commune | Postes |\n| --- | --- | --- |\n"
    write_classeur(projet / "2022" / "adultes_relais.xlsx", **{"Adultes-relais": titres})


def blank_qualites(projet: Path) -> None:
    """The members are there, and nobody has said yet who came."""
    with open_classeur(projet, SEANCE) as classeur:
        feuille = classeur[SEANCE.feuille]
        entete = next(c for ligne in feuille for c in ligne if c.value == "Qualité")
        for (cellule,) in feuille.iter_rows(entete.row + 1, None, entete.column, entete.column):
            cellule.value = None


def keep_two_versions(projet: Path) -> None:
    """Two versions of a sheet, and neither has its name."""
    with open_classeur(projet, FONDS_DE_CONCOURS) as classeur:
        classeur[FONDS_DE_CONCOURS.feuille].title = "Version de mars"
        classeur.copy_worksheet(classeur["Version de mars"]).title = "Version de juin"


def hide_ligne(projet: Path) -> dict[str, str]:
    """A filter hides an action and its amounts."""
    with open_feuille(projet, PROGRAMMATION) as feuille:
        ligne = feuille.ligne("Parcours citoyen des jeunes")
        feuille.page.row_dimensions[ligne].hidden = True
        montants = [f"{c}{ligne}" for c in feuille.financeurs if feuille[f"{c}{ligne}"]]
        return {"cellules": ", ".join(montants)}


def merge_montants(projet: Path) -> dict[str, str]:
    """One amount for two actions."""
    with open_feuille(projet, PROGRAMMATION) as feuille:
        haut, bas = (
            feuille.adresse(action, "ANCT « BOP 147 »")
            for action in ("Parcours citoyen des jeunes", "Maison des familles")
        )
        feuille.page.merge_cells(f"{haut}:{bas}")
        return {"cellules": haut}


def put_copy(projet: Path) -> None:
    """An annotated copy has taken the place of the workbook."""
    classeur = chemin(projet, FONDS_DE_CONCOURS)
    parts = read_zip(classeur.read_bytes())
    classeur.write_bytes(annotate(parts, f"2022/{FONDS_DE_CONCOURS.fichier}", []))


def hide_feuille(projet: Path) -> None:
    """The sheet is hidden."""
    with open_classeur(projet, PROGRAMMATION) as classeur:
        classeur[PROGRAMMATION.feuille].sheet_state = "hidden"


def rename_copy(projet: Path) -> None:
    """The workbook has the name that a browser gives to a second download."""
    (projet / "2022" / "npnru.xlsx").rename(projet / "2022" / "npnru (1).xlsx")


ACCEPTEE = """
[[acceptees]]
code = "PV402"
cle = "Les Amis – Aide aux devoirs"
raison = "deux sessions"
"""

CONTRAT_SUIVANT = """
[[contrat]]
nom = "Contrat suivant"
debut = 2023
fin = 2030
pilier = [{ code = "un", libelle = "Un" }]
"""

FAUTES = (
    Faute("PV001", remove("2022/programmation.xlsx"), "2022/programmation.xlsx"),
    Faute(
        "PV002",
        replace("2022/fonds_de_concours.xlsx", b"<html><table><tr><td>Auchel</td></tr></table>"),
        "2022/fonds_de_concours.xlsx",
    ),
    Faute("PV003", replace("2022/~$fcs.xlsx", b"\x05Marie"), "2022/fcs.xlsx"),
    Faute("PV004", unname_and_behead, "2022/fcs.xlsx"),
    Faute("PV005", behead, "2022/fcs.xlsx › FCS"),
    Faute(
        "PV006",
        drop_colonne,
        "2022/fonds_de_concours.xlsx › Fonds de concours › {ligne}:{ligne}",
    ),
    Faute(
        "PV006",
        drop_financeurs,
        "2022/programmation.xlsx › Programmation › {cellules}",
        variante="financeurs",
    ),
    Faute(
        "PV007",
        add_colonne,
        "2022/fcs.xlsx › FCS › {cellules}",
        "Si leurs montants s’ajoutent (97 918 € et 0 €), additionnez-les dans une seule ; si l’une "
        "est une copie, supprimez-la.",
    ),
    Faute(
        "PV008",
        write_entete(PROGRAMMATION, "Thématique", "Thematiqe"),
        "2022/programmation.xlsx › Programmation › {cellules}",
        "Écrivez « Thématique ».",
    ),
    Faute(
        "PV009",
        write_entete(PROGRAMMATION, "Département", "Départment"),
        "2022/programmation.xlsx › Programmation › {cellules}",
        "Écrivez « Département du Pas-de-Calais ».",
    ),
    Faute(
        "PV010",
        change("2022/annee.toml", 'version = "projet"', 'version = "brouillon"'),
        "2022/annee.toml › version",
    ),
    Faute(
        "PV010",
        change("rapportpv.toml", "\nsiren =", "\nsirne ="),
        "rapportpv.toml › territoire, sirne",
        "Écrivez « siren ».",
        variante="cle",
    ),
    Faute(
        "PV010",
        change("rapportpv.toml", "\nsigle =", "\nsigel ="),
        "rapportpv.toml › territoire, sigel",
        "Écrivez « sigle ».",
        variante="cle-requise",
    ),
    Faute(
        "PV010",
        change("rapportpv.toml", "[colonnes.programmation]", "[colonnes.programation]"),
        "rapportpv.toml › colonnes, programation",
        "Écrivez « programmation ».",
        variante="colonnes",
    ),
    Faute(
        "PV010",
        add("rapportpv.toml", '\n[severite]\npilier-inconu = "alerte"\n'),
        "rapportpv.toml › severite",
        "Écrivez « PV201 ».",
        variante="severite",
    ),
    Faute(
        "PV010",
        add("rapportpv.toml", CONTRAT_SUIVANT),
        "rapportpv.toml › contrat n° 2, debut",
        variante="contrats",
    ),
    Faute(
        "PV010",
        add("rapportpv.toml", '\n[charte]\nlogo = "images/absent.png"\n'),
        "rapportpv.toml › charte, logo",
        variante="logo",
    ),
    Faute(
        "PV010",
        add("rapportpv.toml", '\n[annexe]\ncolonnes = ["action", "payeur"]\n'),
        "rapportpv.toml › annexe, colonnes",
        variante="annexe",
    ),
    Faute(
        "PV011", change("rapportpv.toml", "fin = 2023", "fin = 2021"), "rapportpv.toml › contrat"
    ),
    Faute("PV012", change("rapportpv.toml", '"CABBALR"', '"CABBALR'), "rapportpv.toml"),
    Faute("PV013", add("rapportpv.toml", ACCEPTEE), "rapportpv.toml › acceptees"),
    Faute("PV014", keep_two_versions, "2022/fonds_de_concours.xlsx"),
    Faute("PV015", hide_ligne, "2022/programmation.xlsx › Programmation › {cellules}"),
    Faute("PV016", merge_montants, "2022/programmation.xlsx › Programmation › {cellules}"),
    Faute("PV017", put_copy, "2022/fonds_de_concours.xlsx"),
    Faute("PV018", hide_feuille, "2022/programmation.xlsx"),
    Faute("PV029", add_titres, "2022/adultes_relais.xlsx"),
    Faute("PV029", blank_qualites, "2022/seance.xlsx › Séance", variante="colonne"),
    Faute(
        "PV024",
        rename_copy,
        "2022/npnru (1).xlsx",
        "Renommez « npnru (1).xlsx » en « npnru.xlsx » si c’est bien lui.",
    ),
)
