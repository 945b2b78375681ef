"""`rapportpv build` as its users run it: what is printed where, what is written, the exit code."""

import os
from pathlib import Path

from tests.conftest import DEPOT
from tests.flatten import plain, read_text


def documents(dossier: Path) -> list[str]:
    return sorted(str(f.relative_to(dossier)) for f in dossier.rglob("*.docx*"))


def test_build_writes_the_report_and_says_where_and_without_what(run, projet):
    code, sorti, aparte = run("build", "2023", ici=projet)
    assert code == 0
    assert sorti == "Document écrit : sortie/rapport-2023-projet.docx\n"
    assert aparte == (
        "Sans « fcs.xlsx », « fonds_de_concours.xlsx », « npnru.xlsx », « service.xlsx », "
        "« territoire.xlsx » : leurs parties du rapport sont laissées de côté.\n"
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


def test_force_builds_and_shows_what_could_not_be_read(run, projet, ecrire):
    ecrire("fcs", FCS="| N° | Axe | Opérateur | Intitulé | Montant |\n| 1 | 1 | A | B | cinq |")
    assert run("build", "2023", ici=projet)[0] == 1
    assert run("build", "2023", "--force", ici=projet)[0] == 0
    texte = plain(read_text(projet / "sortie" / "rapport-2023-projet.docx"))
    assert "1 | A | B | à corriger" in texte


def test_a_document_that_somebody_edited_is_not_erased(run, projet):
    from docx import Document

    run("build", "2023", ici=projet)
    chemin = projet / "sortie" / "rapport-2023-projet.docx"
    document = Document(str(chemin))
    document.add_paragraph("Une phrase de plus.")
    document.save(str(chemin))
    os.utime(chemin, (1_700_000_000, 1_700_000_000))  # 14 November 2023
    edite = chemin.read_bytes()
    code, sorti, aparte = run("build", "2023", ici=projet)
    assert (code, sorti, chemin.read_bytes()) == (2, "", edite)
    for voie in (f"« rapportpv refresh {chemin} 2023 »", "--sortie DOSSIER", "--ecraser"):
        assert voie in aparte
    code, sorti, _ = run("build", "2023", "--ecraser", ici=projet)
    copie = "sortie/rapport-2023-projet-avant-2023-11-14.docx"
    assert (code, sorti) == (
        0,
        "Document remplacé : sortie/rapport-2023-projet.docx\n"
        f"Version modifiée à la main, gardée : {copie}\n",
    )
    assert (projet / copie).read_bytes() == edite


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
