"""The report of the sample, under openxml-audit: needs nothing but Python."""

import subprocess
import sys
from pathlib import Path

RACINE = Path(__file__).resolve().parents[1]


def test_no_error_under_openxml_audit(tmp_path, openxml_validator):
    subprocess.run(
        [sys.executable, "-m", "rapportpv", "build", "2022", "--sortie", tmp_path],
        cwd=RACINE,
        check=True,
    )
    resultat = openxml_validator.validate(tmp_path / "rapport-2022-projet.docx")
    assert [(e.part_uri, e.path, e.description) for e in resultat.errors] == []
    assert resultat.is_valid
