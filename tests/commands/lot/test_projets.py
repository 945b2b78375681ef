"""Which folders are projects, and what a project is made of."""

import pytest

from rapportpv.commands.lot.projets import digest_projet, find_projets
from rapportpv.core.errors import LotVideError


def lay(racine, *noms):
    for nom in noms:
        (racine / nom).parent.mkdir(parents=True, exist_ok=True)
        (racine / nom).write_text("", encoding="utf-8")


def test_projects_wherever_they_are_below(tmp_path):
    lay(tmp_path, "Nord/Lille/rapportpv.toml", "Ain/rapportpv.toml", "Ain/2022/rapportpv.toml")
    lay(tmp_path, ".corbeille/rapportpv.toml", "notes/lisez-moi.txt")
    projets = [p.relative_to(tmp_path).as_posix() for p in find_projets(tmp_path)]
    assert projets == ["Ain", "Nord/Lille"]
    assert find_projets(tmp_path / "Ain") == [tmp_path / "Ain"]


def test_no_project_is_told(tmp_path):
    with pytest.raises(LotVideError, match="Aucun projet sous"):
        find_projets(tmp_path)


@pytest.mark.parametrize(
    ("nom", "change"),
    [("2022/dsu.xlsx", True), ("2022/~$dsu.xlsx", True), ("sortie/rapport.docx", False)],
)
def test_what_counts_in_a_digest(tmp_path, nom, change):
    lay(tmp_path, "rapportpv.toml")
    avant = digest_projet(tmp_path, "2022 rapport")
    lay(tmp_path, nom)
    assert (digest_projet(tmp_path, "2022 rapport") != avant) is change
    assert digest_projet(tmp_path, "2022 rapport") != digest_projet(tmp_path, "2021 rapport")


def test_a_file_that_takes_the_name_of_another(tmp_path):
    (tmp_path / "a").write_text("1")
    (tmp_path / "b").write_text("2")
    avant = digest_projet(tmp_path)
    (tmp_path / "a").write_text("2")
    (tmp_path / "b").write_text("1")
    assert digest_projet(tmp_path) != avant
