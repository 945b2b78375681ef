"""`rapportpv init`: what it lays down, and what it does not go over."""


def test_init(run, projet):
    code, sorti, aparte = run("init")
    assert (code, sorti) == (2, "")
    assert "rapportpv init --ci github" in aparte
    code, sorti, aparte = run("init", "--ci", "github")
    assert (code, sorti) == (0, "Fichier écrit : .github/workflows/rapportpv.yml\n")
    assert "Allow GitHub Actions to create and approve pull requests" in aparte
    chemin = projet / ".github" / "workflows" / "rapportpv.yml"
    chemin.write_text(chemin.read_text("utf-8").replace("3.13", "3.12"), "utf-8")
    code, sorti, aparte = run("init", "--ci", "github")
    assert (code, sorti) == (2, "")
    assert '-          python-version: "3.12"\n+          python-version: "3.13"' in aparte
    assert "--ecraser" in aparte
    assert run("init", "--ci", "github", "--ecraser")[1].startswith("Fichier remplacé")
