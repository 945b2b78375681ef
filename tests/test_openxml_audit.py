"""The documents of the sample, under openxml-audit: needs nothing but Python."""

import pytest

from rapportpv.core.zip import read_zip, write_zip
from tests.conftest import DEPOT


@pytest.mark.parametrize("document", ["rapport", "deliberation"])
def test_no_error_under_openxml_audit(document, tmp_path, openxml_validator, run):
    assert run("build", "2022", document, "--sortie", str(tmp_path), ici=DEPOT)[0] == 0
    resultat = openxml_validator.validate(tmp_path / f"{document}-2022-projet.docx")
    assert [(e.part_uri, e.path, e.description) for e in resultat.errors] == []
    assert resultat.is_valid


@pytest.mark.parametrize("document", ["courriers", "relances"])
def test_no_error_in_letters_bound_in_one(tmp_path, openxml_validator, document, run):
    commande = ["build", "2022", document, "--au", "2023-09-20", "--sortie", str(tmp_path)]
    assert run(*commande, ici=DEPOT)[0] == 0
    for chemin in [tmp_path / f"{document}-2022.docx", *sorted(tmp_path.glob("*/*.docx"))[:1]]:
        resultat = openxml_validator.validate(chemin)
        assert [(e.part_uri, e.path, e.description) for e in resultat.errors] == []
        assert resultat.is_valid


def test_no_error_in_an_annotated_copy(tmp_path, openxml_validator, run):
    document, copie = tmp_path / "rapport-2022-projet.docx", tmp_path / "copie.docx"
    assert run("build", "2022", "--sortie", str(tmp_path), ici=DEPOT)[0] == 0
    parts = read_zip(document.read_bytes())
    xml = parts["word/document.xml"].decode().replace("\u202f889\u00a0€", "\u202f898\u00a0€")
    document.write_bytes(write_zip({**parts, "word/document.xml": xml.encode()}))
    assert run("relire", str(document), "2022", "--annoter", str(copie), ici=DEPOT)[0] == 1
    assert b"5\xe2\x80\xaf955" in read_zip(copie.read_bytes())["word/comments.xml"]
    resultat = openxml_validator.validate(copie)
    assert [(e.part_uri, e.path, e.description) for e in resultat.errors] == []
