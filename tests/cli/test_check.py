"""`rapportpv check`: its exit code, and what programs read."""

import json
import shutil


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
        "lecture": {
            "lus": [
                read("programmation.xlsx", "Programmation", 3, "projet"),
                read("fcs.xlsx", "FCS", 1, "ligne"),
            ],
            "laisses": [],
            "absentes": [
                demand("orientations", "orientations du contrat et projet de territoire"),
                demand("situation", "situation des quartiers prioritaires", DEPOSE),
                demand("evolution", "évolution de cette situation dans l'année"),
                demand("objectifs", "objectifs du contrat au regard de leurs indicateurs"),
                lack("quartiers", "quartiers", "pas de territoire.xlsx"),
                lack("fonds_de_concours", "fonds de concours", "pas de fonds_de_concours.xlsx"),
                demand(
                    "npnru", "renouvellement urbain", "remplissez 2023/npnru.xlsx ou ", "npnru.xlsx"
                ),
                demand("articulation", "articulation entre les volets du contrat"),
                lack("service", "service", "pas de service.xlsx"),
                lack("evaluation", "évaluation", "pas de texte"),
                lack("manifeste", "manifeste", "pas de texte"),
                demand("perspectives", "perspectives et améliorations nécessaires"),
                lack("priorites", "priorités", "pas de texte"),
                demand(
                    "dsu",
                    "actions des communes qui reçoivent la DSU",
                    "remplissez 2023/dsu.xlsx ou ",
                    "dsu.xlsx",
                ),
            ],
        },
    }


def read(classeur: str, feuille: str, nombre: int, quoi: str) -> dict[str, object]:
    return {"fichier": f"2023/{classeur}", "feuille": feuille, "nombre": nombre, "quoi": quoi}


DEPOSE = "déposez les fichiers de l'INSEE dans 2023/insee ou "


def lack(partie: str, libelle: str, raison: str, comble: str | None = None) -> dict[str, object]:
    """A part that the report lacks; `comble`: what would fill it, when the décret asks for it."""
    dits = {"annee": 2023, "partie": partie, "libelle": libelle, "raison": raison}
    return {**dits, "decret": comble is not None, "comble": comble}


def demand(partie: str, libelle: str, avant: str = "", absent: str = "texte") -> dict[str, object]:
    """A part of the décret, which its text would fill too."""
    return lack(partie, libelle, f"pas de {absent}", f"{avant}écrivez 2023/textes/{partie}.md")


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


def add_annee(projet, millesime: int, reglages: str = "annee.toml") -> None:
    shutil.copytree(projet / "2023", projet / str(millesime))
    (projet / str(millesime) / "annee.toml").rename(projet / str(millesime) / reglages)


def test_without_a_year_every_year_is_checked_and_named(run, projet):
    add_annee(projet, 2024)
    add_annee(projet, 2022)
    code, sorti, _ = run("check", ici=projet)
    assert code == 0
    fin = sorti.splitlines()
    assert fin[-4:] == [
        *(f"{an} : aucune anomalie (3 projets lus)." for an in (2022, 2023, 2024)),
        "Années vérifiées : 2022, 2023, 2024.",
    ]
    assert [li for li in fin if li.startswith("Lu pour")] == [
        f"Lu pour {an} :" for an in (2022, 2023, 2024)
    ]
    assert fin.count("Laissé de côté : rien.") == 1


def test_a_year_whose_settings_are_misnamed_is_told_and_not_checked(run, projet):
    add_annee(projet, 2024, "année.toml")
    sorti = run("check", ici=projet)[1]
    assert "2024 : « 2024/annee.toml » n'y est pas : ce n'est pas encore une année" in sorti
    code, _, aparte = run("check", "2024", ici=projet)
    assert code == 2
    assert "« 2024/année.toml » y ressemble : renommez-le en « annee.toml »." in aparte


def test_a_project_without_a_year_says_how_to_have_one(run, projet):
    reglages = projet / "2023" / "annee.toml"
    reglages.rename(projet / "2023" / "annee.toml.txt")
    code, sorti, aparte = run("check", ici=projet)
    assert (code, sorti) == (2, "")
    assert "« 2023/annee.toml.txt » y ressemble : renommez-le en « annee.toml »." in aparte
    shutil.rmtree(projet / "2023")
    assert "rapportpv init 2024" in run("check", ici=projet)[2]


def test_settings_under_another_name_are_recognised(run, projet):
    (projet / "rapportpv.toml").rename(projet / "rapportpv.toml.txt")
    code, _, aparte = run("check", ici=projet / "2023")
    assert code == 2
    assert "rapportpv.toml.txt » y ressemble : renommez-le en « rapportpv.toml »." in aparte


def test_what_is_explained_first_is_what_blocks(run, projet, ecrire):
    table = "| Intitulé de l'action | Opérateur | Pilier | Statut | ANCT | Thematiqe |"
    ecrire("programmation", Programmation=f"{table}\n| A | B | Emploi | soutenue | 1 | École |")
    assert "« rapportpv explain PV008 » explique la première." in run("check", ici=projet)[1]
    ecrire("programmation", Programmation=f"{table}\n| A | B | Emplio | soutenue | 1 | École |")
    sorti = run("check", ici=projet)[1]
    assert sorti.index("PV008") < sorti.index("PV201")  # the alert stands before it in the sheet
    assert "« rapportpv explain PV201 » explique la première." in sorti


def test_a_check_ends_with_all_that_it_did_not_use(run, projet, ecrire):
    table = "| Intitulé de l'action | Opérateur | Pilier | Statut | ANCT | Remarques |"
    ecrire(
        "programmation",
        Programmation=f"{table}\n| A | B | Emploi | soutenue | 1 | Vu |",
        Brouillon="| Idées |\n| Un bal |",
    )
    (projet / "2023" / "textes").mkdir()
    (projet / "2023" / "textes" / "evolution.txt").write_text("Du texte.")
    (projet / "modèles").mkdir()
    for forme in ("text", "html"):
        sorti = run("check", "--format", forme, ici=projet)[1]
        for laisse in (
            "2023/programmation.xlsx › Programmation › colonne « Remarques » (F) : rien ne s'en",
            "2023/programmation.xlsx › Brouillon : ce n'est pas le tableau attendu",
            "2023/textes/evolution.txt : un texte s'écrit en .md ou en .docx",
            "modèles : le dossier des modèles s'appelle « modeles »",
        ):
            assert laisse in sorti
    assert "Remarques" not in run("check", "--sans-valeurs", ici=projet)[1]
    laisses = json.loads(run("check", "--format", "json", ici=projet)[1])["lecture"]["laisses"]
    assert [(laisse["fichier"], laisse["feuille"], laisse["cellules"]) for laisse in laisses] == [
        ("2023/programmation.xlsx", "Programmation", ["F1"]),
        ("2023/programmation.xlsx", "Brouillon", []),
        ("modèles", None, []),
        ("2023/textes/evolution.txt", None, []),
    ]


def test_the_empty_workbooks_of_a_new_project_are_one_line_for_people(run, tmp_path):
    projet = tmp_path / "neuf"
    projet.mkdir()
    run("init", "2024", "--epci", "Communauté du Val", "--siren", "200072460", ici=projet)
    code, sorti, _ = run("check", ici=projet)
    assert code == 0
    assert sorti.count("PV029") == 1
    assert "classeurs n'ont encore aucune ligne : abattement_tfpb.xlsx, adultes_relais" in sorti
    assert "Laissé de côté : rien." in sorti
    anomalies = json.loads(run("check", "--format", "json", ici=projet)[1])["anomalies"]
    vides = [a["fichier"] for a in anomalies if a["code"] == "PV029"]
    assert vides == sorted(f"2024/{f.name}" for f in (projet / "2024").glob("*.xlsx"))
