"""`rapportpv modele`: a built-in template laid in the project, never over another."""

import pytest

from rapportpv.commands.fourni import templates_dir


def test_the_list(run, projet):
    code, sorti, _ = run("modele", "--dossier", str(projet))
    assert code == 0
    assert [ligne.split(" ")[0] for ligne in sorti.splitlines()[:-1]] == [
        "rapport",
        "deliberation",
        "courrier",
        "relance",
    ]


@pytest.mark.parametrize(
    ("demande", "nom"),
    [
        ("rapport", "rapport"),
        ("Délibération", "deliberation"),
        ("courriers", "courrier"),
        ("RELANCES", "relance"),
    ],
)
def test_a_copy_to_be_changed(run, projet, demande, nom):
    code, sorti, _ = run("modele", demande, "--dossier", str(projet))
    copie = projet / "modeles" / f"{nom}.docx"
    assert code == 0
    assert copie.read_bytes() == (templates_dir() / f"{nom}.docx").read_bytes()
    assert "rapportpv build ANNEE" in sorti
    assert f"{nom} (modeles/{nom}.docx)" in run("modele", "--dossier", str(projet))[1]


@pytest.mark.parametrize("nom", ["rapport.docx", "Rapport.docx"])
def test_never_over_another(run, projet, nom):
    sien = projet / "modeles" / nom
    sien.parent.mkdir()
    sien.write_bytes(b"le mien")
    code, _, aparte = run("modele", "rapport", "--dossier", str(projet))
    assert code == 2
    assert "est déjà là" in aparte
    assert [c.name for c in sien.parent.iterdir()] == [nom]
    assert sien.read_bytes() == b"le mien"


def test_no_such_template(run, projet):
    code, _, aparte = run("modele", "raport", "--dossier", str(projet))
    assert code == 2
    assert "Vouliez-vous dire « rapport »" in aparte
    assert not (projet / "modeles").exists()


def test_the_copy_is_what_build_uses(run, projet):
    run("modele", "rapport", "--dossier", str(projet))
    assert run("build", "2023", "--dossier", str(projet))[0] == 0
    assert (
        "rapport (modeles/rapport.docx)"
        in run("build", "2023", "--list", "--dossier", str(projet))[1]
    )
