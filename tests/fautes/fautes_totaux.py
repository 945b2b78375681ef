"""PV3xx: amounts and totals; PV112 too, which is about what a total leaves out."""

from pathlib import Path

from rapportpv.core.plan import Plan
from rapportpv.subjects.fcs.sheet import FCS
from rapportpv.subjects.programmation.sheet import PROGRAMMATION
from tests.fautes.faute import Faute, Semeur
from tests.fautes.feuille import TOTAL, chemin, open_feuille, write
from tests.fautes.fichiers import both, change, change_zip

ACTION = "Parcours citoyen des jeunes"
EMPLOI = "Emploi et développement économique"
VIDER = "Gardez sur cette ligne le mot « Total » et les montants, et videz ses autres cellules."
LIEU = "2022/programmation.xlsx › Programmation › {cellules}"


def shorten_somme(projet: Path) -> dict[str, str]:
    """The sum of an axe stops a row too early, and Excel has stored what it makes."""
    with open_feuille(projet, FCS) as feuille:
        debut, total = feuille.entete + 2, feuille.ligne("TOTAL_1")
        lettre, fin = feuille.colonne("Montant"), total - 1
        court = sum(feuille[f"{lettre}{ligne}"] for ligne in range(debut, fin))
        feuille[f"{lettre}{total}"] = f"=SUM({lettre}{debut}:{lettre}{fin - 1})"
    store_result(chemin(projet, FCS), court)
    return {"cellules": f"{lettre}{total}", "debut": str(debut), "fin": str(fin)}


def type_as_text(projet: Path) -> dict[str, str]:
    """An amount typed as a text, that the sum over it leaves out."""
    with open_feuille(projet, FCS) as feuille:
        debut, total = feuille.entete + 2, feuille.ligne("TOTAL_1")
        lettre = feuille.colonne("Montant")
        reste = sum(feuille[f"{lettre}{ligne}"] for ligne in range(debut + 1, total))
        feuille[f"{lettre}{debut}"] = "2 000 €"
        feuille[f"{lettre}{total}"] = f"=SUM({lettre}{debut}:{lettre}{total - 1})"
    store_result(chemin(projet, FCS), reste)
    return {"cellules": f"{lettre}{debut}"}


def store_result(classeur: Path, valeur: int) -> None:
    """Write the result of the workbook's one formula, as Excel does and openpyxl cannot."""
    change_zip(classeur, "xl/worksheets/sheet1.xml", "</f><v></v>", f"</f><v>{valeur}</v>")


def fill_total(plan: Plan, libelle: str, *cellules: str) -> Semeur:
    """Fills the row of a total as that of a project: its first cells are these."""

    def semer(projet: Path) -> dict[str, str]:
        with open_feuille(projet, plan) as feuille:
            ligne = feuille.ligne(libelle)
            feuille.unmerge(ligne)
            for colonne, valeur in enumerate(cellules, start=1):
                feuille.page.cell(ligne, colonne).value = valeur or None
            return {"cellules": f"{feuille.colonne(plan.libelle('intitule'))}{ligne}"}

    return semer


def drop_montants(projet: Path) -> dict[str, str]:
    """A supported action without any money, and totals that know it."""
    with open_feuille(projet, PROGRAMMATION) as feuille:
        ligne = feuille.ligne(ACTION)
        for lettre in feuille.financeurs:
            feuille[f"{lettre}{ligne}"] = None
        feuille.retotal()
        return {"cellules": f"{feuille.colonne('Statut')}{ligne}"}


def pay_refusee(projet: Path) -> dict[str, str]:
    """An action that was refused, and its money."""
    with open_feuille(projet, PROGRAMMATION) as feuille:
        feuille[feuille.adresse("Carnaval des cités", "ANCT « BOP 147 »")] = 4000
        feuille.retotal()
        return {"cellules": feuille.adresse("Carnaval des cités", "Statut")}


DEGUISER = fill_total(FCS, "TOTAL_3", "", "Tous opérateurs", "Ensemble de l'axe 3")

FAUTES = (
    Faute("PV112", type_as_text, "2022/fcs.xlsx › FCS › {cellules}", "Écrivez le nombre 2000."),
    Faute(
        "PV301",
        write(PROGRAMMATION, "TOTAL GÉNÉRAL", TOTAL, 5955899),
        LIEU,
        "Écrivez 5 955 889 €.",
    ),
    Faute(
        "PV302",
        shorten_somme,
        "2022/fcs.xlsx › FCS › {cellules}",
        "Additionnez les lignes {debut} à {fin}, une fois chacune.",
    ),
    Faute(
        "PV303",
        fill_total(
            PROGRAMMATION,
            "Sous-total Emploi et développement économique",
            *("", "Sous-total", "CABBALR", "EPCI", "", EMPLOI, "", "", "", "soutenue"),
        ),
        LIEU,
        VIDER,
    ),
    Faute(
        "PV303",
        both(change("rapportpv.toml", "fcs = true", "fcs = false"), DEGUISER),
        "2022/fcs.xlsx › FCS › {cellules}",
        f"{VIDER} Si c’est bien un projet, acceptez l’anomalie dans rapportpv.toml.",
        variante="deguise",
    ),
    Faute(
        "PV303",
        DEGUISER,
        "2022/fcs.xlsx › FCS › {cellules}",
        f"{VIDER} Si c’est bien un projet, acceptez l’anomalie dans rapportpv.toml.",
        variante="deguise-et-compare",
    ),
    Faute(
        "PV303",
        fill_total(
            PROGRAMMATION,
            "Sous-total Pilotage, qualification des acteurs, évaluation",
            *("", "Ensemble du pilier", "Tous opérateurs", "autre", "", "Pilotage du contrat"),
            *("", "", "", "soutenue"),
        ),
        LIEU,
        f"{VIDER} Si c’est bien un projet, acceptez l’anomalie dans rapportpv.toml.",
        variante="deguise-en-action",
    ),
    Faute("PV304", write(PROGRAMMATION, ACTION, "Coût total", 20500, retotal=True), LIEU),
    Faute("PV305", drop_montants, LIEU),
    Faute("PV306", pay_refusee, LIEU),
)
