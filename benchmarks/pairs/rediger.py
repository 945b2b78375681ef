"""What people write instead: pandas, docxtpl, a picture by matplotlib; or Markdown for pandoc.

`rediger.py modele TEMPLATE.docx`, then `rediger.py docx|markdown YEAR_FOLDER TEMPLATE.docx OUT`.
The main tables of `build 2022`: nothing is checked, no figure says where it comes from, and the
names of columns and funders stand in the code.
"""

import re
import sys
from pathlib import Path
from typing import Any

import pandas as pd

SPECIFIQUES = [
    *("ANCT « BOP 147 »", "QE 2022"),
    *("Conseil régional « fonctionnement »", "Conseil régional « investissement »"),
    "CABBALR « Fonds de Cohésion Sociale »",
]
COMMUNS = [
    *("État (droit commun)", "Département", "CABBALR (droit commun)", "Communes", "CAF"),
    *("Bailleurs sociaux", "Europe (FSE)", "Autres financeurs"),
]
TABLES = {
    "par_pilier": ("pilier", "montant", "taux"),
    "par_financeur": ("financeur", "montant", "taux"),
    "credits": ("financeur", "montant", "taux"),
    "associations": ("pilier", "nombre", "taux"),
    "fcs": ("axe", "numero", "operateur", "intitule", "montant"),
    "concours": ("commune", "operation", "montant"),
    "quartiers": ("nom", "communes", "type"),
    "communes": ("commune", "referent"),
}
PROSE = ["total", "deposes", "soutenues", "specifiques", "fcs_total", "concours_total"]


def euros(montant: float) -> str:
    """«5 955 889 €»."""
    return f"{montant:,.0f} €".replace(",", "\u202f")


def share(sommes: dict[str, float], entete: str) -> list[dict[str, str]]:
    """A line each, with its share of the whole."""
    tout = sum(sommes.values())
    return [
        {entete: nom, "montant": euros(s), "nombre": str(s), "taux": f"{100 * s / tout:.1f} %"}
        for nom, s in sommes.items()
    ]


def read_programmation(chemin: Path) -> pd.DataFrame:
    """The projects, their amounts as numbers."""
    frame = pd.read_excel(chemin, sheet_name="Programmation", header=3)
    frame = frame[frame["Statut"].notna() & frame["N° dossier"].astype(str).str.match(r"\d{4}-\d+")]
    for financeur in SPECIFIQUES + COMMUNS:
        nus = frame[financeur].astype(str).str.replace(r"[\s€]", "", regex=True)
        nombres = pd.to_numeric(nus.str.replace(",", "."), errors="coerce")
        frame[financeur] = nombres.fillna(0)
    return frame


def read_fcs(chemin: Path) -> list[dict[str, Any]]:
    """The projects of the FCS, the axis of each being the heading above it."""
    axe, projets = "", []
    for cellules in pd.read_excel(chemin, header=2).itertuples(index=False):
        numero, operateur, intitule, _, montant = cellules[:5]
        if isinstance(numero, str) and re.match(r"\d\. ", numero):
            axe = numero
        elif isinstance(numero, int | float) and isinstance(operateur, str):
            lus = (axe, int(numero), operateur, intitule, montant)
            projets.append(dict(zip(TABLES["fcs"], lus, strict=True)))
    return projets


def gather(annee: Path) -> dict[str, Any]:
    """All that the document shows."""
    projets = read_programmation(annee / "programmation.xlsx")
    soutenus = projets[projets["Statut"].str.strip().str.lower().str.startswith("soutenu")].copy()
    soutenus["somme"] = soutenus[SPECIFIQUES + COMMUNS].sum(axis=1)
    associations = soutenus[soutenus["Type d'opérateur"] == "association"]
    fcs = read_fcs(annee / "fcs.xlsx")
    concours = pd.read_excel(annee / "fonds_de_concours.xlsx", header=2)
    concours = concours[concours["Dispositif"] == "Politique de la Ville"]
    territoire = pd.read_excel(annee / "territoire.xlsx", sheet_name=None, header=2)
    quartiers = territoire["Quartiers"].dropna(subset=["Nom"])
    communes = territoire["Communes"].dropna(subset=["Commune"])
    par_pilier = soutenus.groupby("Pilier")["somme"].sum().sort_values(ascending=False)
    return {
        "total": euros(soutenus["somme"].sum()),
        "deposes": len(projets),
        "soutenues": len(soutenus),
        "specifiques": euros(soutenus[SPECIFIQUES].sum().sum()),
        "fcs_total": euros(sum(projet["montant"] for projet in fcs)),
        "concours_total": euros(concours["Montant"].sum()),
        "par_pilier": share(par_pilier.to_dict(), "pilier"),
        "par_financeur": share(soutenus[SPECIFIQUES + COMMUNS].sum().to_dict(), "financeur"),
        "credits": share(soutenus[SPECIFIQUES].sum().to_dict(), "financeur"),
        "associations": share(associations.groupby("Pilier").size().to_dict(), "pilier"),
        "fcs": [{**projet, "montant": euros(projet["montant"])} for projet in fcs],
        "concours": [
            {"commune": r["Commune"], "operation": r["Opération"], "montant": euros(r["Montant"])}
            for _, r in concours.iterrows()
        ],
        "quartiers": [
            {"nom": r["Nom"], "communes": r["Commune(s)"], "type": r["Type"]}
            for _, r in quartiers.iterrows()
        ],
        "communes": [
            {"commune": r["Commune"], "referent": r["Référent"]} for _, r in communes.iterrows()
        ],
        "_dessin": par_pilier.to_dict(),
    }


def make_modele(chemin: str) -> None:
    """The template: a paragraph a figure, a looped table a list."""
    from docx import Document

    document = Document()
    for nom in (*PROSE, "graphique"):
        document.add_paragraph(f"{nom} : {{{{ {nom} }}}}")
    for nom, colonnes in TABLES.items():
        document.add_heading(nom, 1)
        table = document.add_table(4, len(colonnes), style="Light Grid Accent 1")
        table.rows[1].cells[0].text = f"{{%tr for r in {nom} %}}"
        table.rows[3].cells[0].text = "{%tr endfor %}"
        for rang, colonne in enumerate(colonnes):
            table.rows[0].cells[rang].text = colonne
            table.rows[2].cells[rang].text = f"{{{{ r.{colonne} }}}}"
    document.save(chemin)


def write_docx(annee: Path, modele: str, sortie: str) -> None:
    """The document, its chart as a picture."""
    import matplotlib as mpl

    mpl.use("Agg")
    import matplotlib.pyplot as plt
    from docx.shared import Cm
    from docxtpl import DocxTemplate, InlineImage

    contexte = gather(annee)
    figure, axes = plt.subplots(figsize=(6, 3.5))
    dessin = contexte.pop("_dessin")
    axes.barh(list(dessin), list(dessin.values()))
    figure.tight_layout()
    figure.savefig(f"{sortie}.png", dpi=200)
    document = DocxTemplate(modele)
    contexte["graphique"] = InlineImage(document, f"{sortie}.png", width=Cm(15))
    document.render(contexte, autoescape=True)
    document.save(sortie)


def write_markdown(annee: Path, _modele: str, sortie: str) -> None:
    """The same figures and tables, without the chart."""
    contexte = gather(annee)
    lignes = [f"{nom} : {contexte[nom]}\n" for nom in PROSE]
    for nom, colonnes in TABLES.items():
        lignes += [f"\n## {nom}\n", f"| {' | '.join(colonnes)} |", "| --- " * len(colonnes) + "|"]
        lignes += [f"| {' | '.join(str(r[c]) for c in colonnes)} |" for r in contexte[nom]]
    Path(sortie).write_text("\n".join(lignes), "utf-8")


if __name__ == "__main__":
    quoi, premier, *restes = sys.argv[1:]
    if quoi == "modele":
        make_modele(premier)
    else:
        {"docx": write_docx, "markdown": write_markdown}[quoi](Path(premier), *restes)
