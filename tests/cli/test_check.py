"""`rapportpv check`: its exit code, and what programs read."""

import json


def test_check(run, projet, ecrire):
    code, sorti, aparte = run("check", ici=projet)
    assert (code, aparte) == (0, "")
    assert sorti.splitlines()[-1] == "2023 : aucune anomalie (3 projets lus)."
    ecrire("fcs", FCS="| N° | Axe | Opérateur | Intitulé | Montant |\n| 1 | 9 | A | B | 5 |")
    code, sorti, _ = run("check", "2023", ici=projet)
    assert code == 1
    entete, ligne = sorti.splitlines()[:2]
    assert entete == "2023/fcs.xlsx : 1 erreur"
    assert ligne.startswith("2023/fcs.xlsx › FCS › B2 : erreur PV204 Axe inconnu : « 9 ».")
    code, sorti, aparte = run("check", "2023", "--format", "json", ici=projet)
    assert (code, aparte) == (1, "")
    assert json.loads(sorti) == {
        "version": 1,
        "annee": 2023,
        "anomalies": [
            {
                "code": "PV204",
                "nom": "axe-inconnu",
                "severite": "erreur",
                "fichier": "2023/fcs.xlsx",
                "feuille": "FCS",
                "cellule": "B2",
                "cellules": ["B2"],
                "valeur": "9",
                "message": json.loads(sorti)["anomalies"][0]["message"],
                "suggestion": None,
                "cle": "A – B",
            }
        ],
        "bilan": {"erreurs": 1, "alertes": 0, "lignes": 3},
        "livre": [
            fates("programmation.xlsx", "Programmation", comptee=(4, 24000)),
            fates("fcs.xlsx", "FCS", comptee=(1, 5), autre_mesure=(2, None)),
        ],
    }


def fates(classeur: str, feuille: str, **sorts: tuple[int, int | None]) -> dict[str, object]:
    """What became of the numbers of a sheet: cells and euros by fate, none where not told."""
    noms = ("comptee", "total", "autre_mesure", "ecartee", "inexpliquee")
    parts = {nom: sorts.get(nom, (0, None if nom == "autre_mesure" else 0)) for nom in noms}
    dits = {nom: {"cellules": n, "montant": montant} for nom, (n, montant) in parts.items()}
    return {"fichier": f"2023/{classeur}", "feuille": feuille, "raison": None, **dits}


def test_strict_makes_alerts_block(run, projet, ecrire):
    ecrire(
        "programmation",
        Programmation="""
        | Intitulé de l'action | Opérateur | Pilier | Statut   | ANCT | Thematiqe |
        | -------------------- | --------- | ------ | -------- | ---- | --------- |
        | Aide                 | Les Amis  | Emploi | soutenue | 100  | École     |
        """,
    )
    assert run("check", ici=projet)[0] == 0
    assert run("check", "--strict", ici=projet)[0] == 1
    assert run("build", "2023", ici=projet)[0] == 0
