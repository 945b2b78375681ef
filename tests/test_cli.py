"""The commands as their users run them: what is printed where, and the exit code."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rapportpv import __version__, cli
from rapportpv.console import printable
from tests.conftest import DEPOT, EXEMPLE
from tests.flatten import plain, read_text


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    """Runs a command in a folder: its exit code, what it prints, and what it says aside."""

    def run(*arguments: str, ici: Path = tmp_path) -> tuple[int, str, str]:
        monkeypatch.chdir(ici)
        monkeypatch.setattr(sys, "argv", ["rapportpv", *arguments])
        with pytest.raises(SystemExit) as sortie:
            cli.main()
        capture = capsys.readouterr()
        return int(sortie.value.code or 0), plain(capture.out), plain(capture.err)

    return run


def documents(dossier: Path) -> list[str]:
    return sorted(str(f.relative_to(dossier)) for f in dossier.rglob("*.docx*"))


def test_build_writes_the_report_and_says_where_and_without_what(run, projet):
    code, sorti, aparte = run("build", "2023", ici=projet)
    assert code == 0
    assert sorti == "Document écrit : sortie/rapport-2023-projet.docx\n"
    assert aparte == (
        "Sans « fcs.xlsx », « fonds_de_concours.xlsx », « territoire.xlsx », « npnru.xlsx », "
        "« service.xlsx » : leurs parties du rapport sont laissées de côté.\n"
    )
    assert documents(projet) == ["sortie/rapport-2023-projet.docx"]


def test_build_adds_the_annex_of_sources_when_asked(run, projet):
    for options in ((), ("--sources",)):
        assert run("build", "2023", *options, ici=projet)[0] == 0
        texte = read_text(projet / "sortie" / "rapport-2023-projet.docx")
        assert ("2023/programmation.xlsx › Programmation" in plain(texte)) == bool(options)


def test_build_works_from_a_folder_below_and_from_outside(run, projet, tmp_path_factory):
    assert run("build", "2023", ici=projet / "2023")[0] == 0
    ailleurs = tmp_path_factory.mktemp("ailleurs")
    sortie = ailleurs / "ici"
    code, sorti, _ = run(
        "build", "2023", "--dossier", str(projet), "--sortie", str(sortie), ici=ailleurs
    )
    assert (code, documents(ailleurs)) == (0, ["ici/rapport-2023-projet.docx"])
    assert sorti == "Document écrit : ici/rapport-2023-projet.docx\n"


def test_this_repository_builds_its_sample_from_its_root(run, tmp_path):
    code, _, aparte = run("build", "2022", "--sortie", str(tmp_path), ici=DEPOT)
    assert (code, aparte) == (0, "")
    assert documents(tmp_path) == ["rapport-2022-projet.docx"]


def test_build_stops_on_errors_and_writes_nothing(run, projet, ecrire):
    ecrire(
        "programmation",
        Programmation="""
        | Intitulé de l'action | Opérateur | Pilier   | Statut   | ANCT     |
        | -------------------- | --------- | -------- | -------- | -------- |
        | Aide                 | Les Amis  | Cohesion | soutenue | beaucoup |
        """,
    )
    code, sorti, aparte = run("build", "2023", ici=projet)
    assert (code, sorti, documents(projet)) == (1, "", [])
    assert (
        "2023/programmation.xlsx › Programmation › C2 : erreur PV201 Pilier inconnu : « Cohesion »"
        in aparte.replace("\n", " ").replace("  ", " ")
    )
    assert "PV101" in aparte
    assert "2 erreurs" in aparte
    assert "Aucun document n'a été écrit." in aparte


def test_force_builds_with_a_visible_mark(run, projet, ecrire):
    ecrire(
        "programmation",
        Programmation="""
        | Intitulé de l'action | Opérateur | Pilier   | Statut   | ANCT |
        | -------------------- | --------- | -------- | -------- | ---- |
        | Aide                 | Les Amis  | Cohesion | soutenue | 100  |
        """,
    )
    code, _, aparte = run("build", "2023", "--force", ici=projet)
    assert code == 0
    assert "PV201" in aparte
    assert "BROUILLON" in read_text(projet / "sortie" / "rapport-2023-projet.docx").upper()


def test_a_document_that_somebody_edited_is_not_erased(run, projet):
    from docx import Document

    run("build", "2023", ici=projet)
    chemin = projet / "sortie" / "rapport-2023-projet.docx"
    document = Document(str(chemin))
    document.add_paragraph("Une phrase de plus.")
    document.save(str(chemin))
    edite = chemin.read_bytes()
    code, sorti, aparte = run("build", "2023", ici=projet)
    assert (code, sorti, chemin.read_bytes()) == (2, "", edite)
    assert "modifié" in aparte
    assert "--ecraser" in aparte
    code, sorti, _ = run("build", "2023", "--ecraser", ici=projet)
    assert (code, sorti) == (0, "Document remplacé : sortie/rapport-2023-projet.docx\n")


def test_a_document_that_nobody_edited_is_replaced_when_figures_change(run, projet, ecrire):
    run("build", "2023", ici=projet)
    ecrire(
        "programmation",
        Programmation="""
        | Intitulé de l'action | Opérateur | Pilier | Statut   | ANCT |
        | -------------------- | --------- | ------ | -------- | ---- |
        | Aide                 | Les Amis  | Emploi | soutenue | 100  |
        """,
    )
    assert run("build", "2023", ici=projet)[1].startswith("Document remplacé")
    assert run("build", "2023", ici=projet)[1].startswith("Document inchangé")


def test_an_output_that_cannot_be_written_leaves_no_half_file(run, projet, monkeypatch):
    (projet / "occupe").write_text("un fichier, pas un dossier")
    code, sorti, aparte = run("build", "2023", "--sortie", "occupe", ici=projet)
    assert (code, sorti) == (2, "")
    assert "ne peut pas être écrit" in aparte
    assert "--sortie" in aparte

    code, _, aparte = run("build", "2023", "--sortie", "é" * 300, ici=projet)
    assert code == 2  # Windows refuses paths of more than 260 signs, others names of 255
    assert "ne peut pas être écrit" in aparte

    def refuse(*_: object) -> None:  # what Windows answers about a file that is held open
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refuse)
    assert run("build", "2023", ici=projet)[0] == 2
    assert documents(projet) == []
    assert list((projet / "sortie").iterdir()) == []


def test_a_document_open_in_word_is_not_replaced(run, projet):
    (projet / "sortie").mkdir()
    (projet / "sortie" / "~$pport-2023-projet.docx").write_bytes(b"\x05Marie")
    code, _, aparte = run("build", "2023", ici=projet)
    assert code == 2
    assert "Word" in aparte


def test_no_project_here(run, tmp_path):
    code, sorti, aparte = run("build", "2023", ici=tmp_path)
    assert (code, sorti) == (2, "")
    assert "rapportpv.toml" in aparte
    assert "--dossier" in aparte


def test_unknown_year(run, projet):
    code, _, aparte = run("build", "1999", ici=projet)
    assert code == 2
    assert "années présentes : 2023" in aparte


def test_unknown_document(run, projet):
    code, _, aparte = run("build", "2023", "communique", ici=projet)
    assert code == 2
    assert "modeles/communique.docx" in aparte


def test_a_template_of_the_project_s_own(run, projet):
    from docx import Document

    (projet / "modeles").mkdir()
    modele = Document()
    modele.add_paragraph("{{ epci }} : {{ programmation.total }}")
    modele.save(str(projet / "modeles" / "communique.docx"))
    assert run("build", "2023", "communique", ici=projet)[0] == 0
    texte = plain(read_text(projet / "sortie" / "communique-2023-projet.docx"))
    assert "Communauté de communes du Val d'Orge : 24 000 €" in texte


def test_a_fault_in_a_template_is_an_anomaly(run, projet):
    from docx import Document

    (projet / "modeles").mkdir()
    modele = Document()
    modele.add_paragraph("Un total de {{ programmation.totla }}.")
    modele.save(str(projet / "modeles" / "rapport.docx"))
    code, _, aparte = run("build", "2023", ici=projet)
    assert (code, documents(projet / "sortie") if (projet / "sortie").exists() else []) == (1, [])
    assert "PV901" in aparte
    assert "programmation.total" in aparte


def test_wrong_arguments(run, projet):
    assert run("build", "deux-mille", ici=projet)[0] == 2
    assert run("biuld", "2023", ici=projet)[0] == 2


def test_an_unforeseen_fault_is_one_sentence(run, projet, monkeypatch):
    def oups(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("rapportpv.reading.project.find_projet", oups)
    code, sorti, aparte = run("show", "2023", ici=projet)
    assert (code, sorti) == (2, "")
    assert aparte.startswith("Erreur imprévue du programme (ZeroDivisionError).")
    assert "Traceback" not in aparte


def test_check(run, projet, ecrire):
    assert run("check", ici=projet) == (0, "2023 : aucune anomalie (3 projets lus).\n", "")
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
    }


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


def test_show(run, projet):
    code, sorti, aparte = run("show", "2023", ici=projet)
    assert (code, aparte) == (0, "")
    lignes = [" ".join(ligne.split()) for ligne in sorti.splitlines()]
    assert "Cohésion sociale 16 000 € 66,7 %" in lignes
    assert "Total 24 000 € 100,0 %" in lignes
    assert "programmation.total 24 000 €" in lignes
    sources = run("show", "2023", "--sources", ici=projet)[1]
    assert "2023/programmation.xlsx › Programmation › F2:H3" in sources


def test_show_json_is_json_and_nothing_else(run):
    code, sorti, aparte = run("show", "2022", "--json", "--dossier", str(EXEMPLE))
    assert (code, aparte) == (0, "")
    donnees = json.loads(sorti)
    assert (donnees["version"], donnees["annee"]) == (1, 2022)
    total = donnees["chiffres"]["programmation.total"]
    assert (total["valeur"], total["unite"], total["affiche"]) == (5955889, "euros", "5 955 889 €")
    assert total["sources"][0].startswith("2022/programmation.xlsx › Programmation › L5:")
    assert donnees["chiffres"]["piliers.cohesion_sociale.taux"]["valeur"] == pytest.approx(
        73.09978409604342
    )
    tableau = donnees["tableaux"]["par_pilier"]
    assert tableau["colonnes"] == ["Pilier", "Contributions", "Part"]
    assert tableau["lignes"][0] == ["Cohésion sociale", "4 353 742 €", "73,1 %"]
    assert tableau["valeurs"][0][1] == 4353742


def test_explain(run):
    code, sorti, _ = run("explain", "pv201")
    assert code == 0
    assert sorti.startswith("PV201 pilier-inconnu (erreur)\n\nLe pilier n'est pas dans la liste")
    assert run("explain", "pilier-inconnu")[1] == sorti
    liste = run("explain")[1]
    assert "PV201" in liste
    assert "pilier-inconnu" in liste
    code, sorti, aparte = run("explain", "PV298")
    assert (code, sorti) == (2, "")
    assert "Vouliez-vous dire PV2" in aparte


def test_version(run):
    assert run("--version") == (0, f"rapportpv {__version__}\n", "")


@pytest.mark.parametrize(
    ("commande", "lourds"),
    [
        (["--help"], {"pandas", "openpyxl", "pydantic", "docx", "docxtpl", "lxml"}),
        # Typer itself imports pydantic for a command that has arguments.
        (["build", "--help"], {"pandas", "openpyxl", "docx", "docxtpl", "lxml"}),
        (["explain"], {"pandas", "openpyxl", "docx", "docxtpl", "lxml"}),
        (["explain", "PV201"], {"pandas", "openpyxl", "docx", "docxtpl", "lxml"}),
        (["--version"], {"pandas", "openpyxl", "pydantic", "docx", "docxtpl", "lxml"}),
    ],
)
def test_help_and_explain_import_nothing_heavy(commande, lourds):
    programme = (
        f"import sys\nsys.argv = ['rapportpv', *{commande!r}]\n"
        "from rapportpv.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        f"print(*sorted({lourds!r} & set(sys.modules)), sep=',')"
    )
    resultat = subprocess.run(
        [sys.executable, "-c", programme], capture_output=True, check=True, encoding="utf-8"
    )
    assert resultat.stdout.splitlines()[-1] == ""


def test_a_console_shows_what_is_nearest():
    assert printable("5\u202f955\u00a0€ › œuvre", "cp1252") == "5\u00a0955\u00a0€ › œuvre"
    assert printable("«\u202f… › École №", "ascii") == '" ... > Ecole N'


@pytest.mark.parametrize("encodage", ["cp1252", "cp850", "cp437"])
@pytest.mark.parametrize(
    "commande", [["--help"], ["explain"], ["explain", "PV301"], ["show", "2022"], ["check", "2022"]]
)
def test_an_old_console_stops_no_command(encodage, commande):
    environnement = os.environ | {"PYTHONIOENCODING": encodage, "PYTHONUTF8": "0"}
    resultat = subprocess.run(
        [sys.executable, "-m", "rapportpv", *commande],
        capture_output=True,
        check=False,
        cwd=EXEMPLE,
        env=environnement,
    )
    assert (resultat.returncode, resultat.stderr) == (0, b"")
    sortie = resultat.stdout.decode(encodage)
    assert "?" not in sortie
    if commande[0] == "show":
        euros = "€" if encodage == "cp1252" else "euros"
        assert f"5\u00a0955\u00a0889\u00a0{euros}" in sortie


def test_force_builds_and_shows_what_could_not_be_read(run, projet, ecrire):
    ecrire("fcs", FCS="| N° | Axe | Opérateur | Intitulé | Montant |\n| 1 | 1 | A | B | cinq |")
    assert run("build", "2023", ici=projet)[0] == 1
    assert run("build", "2023", "--force", ici=projet)[0] == 0
    texte = plain(read_text(projet / "sortie" / "rapport-2023-projet.docx"))
    assert "1 | A | B | à corriger" in texte
