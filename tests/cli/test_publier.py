"""`rapportpv build` with --publier and with --format."""

import pytest

from rapportpv.export import pdf


def test_a_draft_is_not_published(run, projet):
    code, sorti, aparte = run("build", "2023", "--publier", "--force")
    assert (code, sorti, (projet / "publication").exists()) == (2, "", False)
    assert "--publier et --force ne vont pas ensemble" in aparte


def test_the_document_may_go_elsewhere_and_the_state_stays(run, projet):
    assert run("build", "2023", "--publier", "--sortie", "ailleurs")[0] == 0
    assert [c.name for c in (projet / "publication").iterdir()] == ["2023.json"]
    assert [c.name for c in (projet / "ailleurs").iterdir()] == ["rapport-2023-projet.docx"]


def test_a_pdf_without_libreoffice(run, projet, monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(pdf, "_AILLEURS", ())
    code, sorti, aparte = run("build", "2023", "--format", "docx,pdf")
    assert (code, sorti) == (2, "Document écrit : sortie/rapport-2023-projet.docx\n")
    assert aparte.splitlines()[-1].startswith("Pas de PDF : il faut LibreOffice")
    assert (projet / "sortie" / "rapport-2023-projet.docx").is_file()


@pytest.mark.parametrize("formats", ["odt", "docx,odt", "", "docx pdf"])
def test_an_unknown_format(run, projet, formats):
    code, sorti, aparte = run("build", "2023", "--format", formats)
    assert (code, sorti) == (2, "")
    assert "formats : docx, pdf" in aparte
    assert not (projet / "sortie").exists()
