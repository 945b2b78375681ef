"""The documents of the sample, under openxml-audit: needs nothing but Python."""

import subprocess
import sys
from pathlib import Path

import pytest

from rapportpv.core.zip import read_zip, write_zip

RACINE = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("document", ["rapport", "deliberation"])
def test_no_error_under_openxml_audit(document, tmp_path, openxml_validator):
    subprocess.run(
        [sys.executable, "-m", "rapportpv", "build", "2022", document, "--sortie", tmp_path],
        cwd=RACINE,
        check=True,
    )
    resultat = openxml_validator.validate(tmp_path / f"{document}-2022-projet.docx")
    assert [(e.part_uri, e.path, e.description) for e in resultat.errors] == []
    assert resultat.is_valid


@pytest.mark.parametrize("document", ["courriers", "relances"])
def test_no_error_in_letters_bound_in_one(tmp_path, openxml_validator, document):
    commande = ["build", "2022", document, "--au", "2023-09-20", "--sortie", str(tmp_path)]
    subprocess.run([sys.executable, "-m", "rapportpv", *commande], cwd=RACINE, check=True)
    for chemin in [tmp_path / f"{document}-2022.docx", *sorted(tmp_path.glob("*/*.docx"))[:1]]:
        resultat = openxml_validator.validate(chemin)
        assert [(e.part_uri, e.path, e.description) for e in resultat.errors] == []
        assert resultat.is_valid


def test_no_error_in_an_annotated_copy(tmp_path, openxml_validator):
    document, copie = tmp_path / "rapport-2022-projet.docx", tmp_path / "copie.docx"
    lance = [sys.executable, "-m", "rapportpv"]
    subprocess.run([*lance, "build", "2022", "--sortie", tmp_path], cwd=RACINE, check=True)
    parts = read_zip(document.read_bytes())
    xml = parts["word/document.xml"].decode().replace("\u202f889\u00a0€", "\u202f898\u00a0€")
    document.write_bytes(write_zip({**parts, "word/document.xml": xml.encode()}))
    relire = [*lance, "relire", str(document), "2022", "--annoter", str(copie)]
    assert (
        subprocess.run(relire, cwd=RACINE, check=False, stdout=subprocess.DEVNULL).returncode == 1
    )
    assert b"5\xe2\x80\xaf955" in read_zip(copie.read_bytes())["word/comments.xml"]
    resultat = openxml_validator.validate(copie)
    assert [(e.part_uri, e.path, e.description) for e in resultat.errors] == []
