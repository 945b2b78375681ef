"""The constraints that others can tell: `valider.py frictionless|pandera FILE.xlsx`.

Types, required cells, closed lists, one row a number, the shape of a SIRET, Total = sum of funders.
"""

import os
import sys

FINANCEURS = ["État – P147", "Région", "Département", "CAF", "Communes", "Droit commun"]
REQUIS = ["Intitulé de l'action", "Opérateur", "Pilier", "Statut"]
LISTES = {
    "Statut": ["soutenue", "refusée", "ajournée"],
    "Pilier": [
        "Transition écologique",
        "Égalité des chances",
        "Plein emploi",
        "Tranquillité publique",
    ],
    "Type d'opérateur": ["association", "commune", "EPCI"],
    "Nouvelle ou reconduite": ["Nouvelle", "Reconduite"],
}
SIRET = r"\d{14}"


def validate_frictionless(chemin: str) -> int:
    """How many faults it finds."""
    from frictionless import Checklist, Resource, Schema, checks, validate

    dossier, nom = os.path.split(chemin)  # it refuses a path from the root, and reads nothing
    with Resource(nom, basepath=dossier) as feuille:
        entetes = feuille.header.labels
    noms = {entete: f"c{rang}" for rang, entete in enumerate(entetes)}  # as its formulas want
    champs = [{"name": noms[e], **_describe(e)} for e in entetes]
    somme = " + ".join(noms[f] for f in FINANCEURS)
    ecart = f"({noms['Total']} - ({somme}))"
    liste = Checklist(
        checks=[checks.row_constraint(formula=f"{ecart} < 0.005 and {ecart} > -0.005")],
        skip_errors=["incorrect-label"],
    )
    schema = Schema.from_descriptor({"fields": champs})
    ressource = Resource(nom, basepath=dossier, schema=schema)
    rapport = validate(ressource, checklist=liste, limit_errors=100_000)
    if not rapport.tasks[0].stats["rows"]:
        raise SystemExit(f"frictionless has read nothing: {rapport.flatten(['note'])}")
    return len(rapport.flatten(["type"]))


def _describe(entete: str) -> dict[str, object]:
    contraintes: dict[str, object] = {}
    if entete in REQUIS:
        contraintes["required"] = True
    if entete in LISTES:
        contraintes["enum"] = LISTES[entete]
    if entete == "N° dossier":
        contraintes["unique"] = True
    if entete == "SIRET":
        contraintes["pattern"] = SIRET
    if entete in FINANCEURS:
        contraintes["minimum"] = 0
    nombre = entete in {*FINANCEURS, "Total", "Coût total"}
    texte = contraintes.keys() & {"enum", "pattern", "unique"}
    return {
        "type": "string" if texte else "number" if nombre else "any",
        "constraints": contraintes,
    }


def validate_pandera(chemin: str) -> int:
    """How many faults it finds."""
    import pandas as pd
    import pandera.pandas as pa

    frame = pd.read_excel(chemin, engine="calamine", dtype={"SIRET": str, "N° dossier": str})
    nombres = [*FINANCEURS, "Total", "Coût total"]
    colonnes = {n: pa.Column(float, pa.Check.ge(0), coerce=True, nullable=True) for n in nombres}
    for entete in {*REQUIS, *LISTES}:
        liste = [pa.Check.isin(LISTES[entete])] if entete in LISTES else []
        colonnes[entete] = pa.Column(str, liste, nullable=entete not in REQUIS)
    colonnes["N° dossier"] = pa.Column(str, unique=True)
    colonnes["SIRET"] = pa.Column(str, pa.Check.str_matches(rf"^{SIRET}$"), nullable=True)
    somme = pa.Check(lambda d: (d["Total"] - d[FINANCEURS].sum(axis=1)).abs() < 0.005)
    try:
        pa.DataFrameSchema(colonnes, checks=[somme]).validate(frame, lazy=True)
    except pa.errors.SchemaErrors as fautes:
        return len(fautes.failure_cases)
    return 0


if __name__ == "__main__":
    outil, fichier = sys.argv[1:]
    print({"frictionless": validate_frictionless, "pandera": validate_pandera}[outil](fichier))
