"""The workflows run as they are written, on a clean clone: what is proposed, and what is not."""

import json

import pytest

import rapportpv
from tests.flatten import plain
from tests.scaffold.chantier import FORGES, GITHUB, Chantier, write_programmation
from tests.scaffold.forge import git, read_yaml


def test_first_run_proposes_second_proposes_nothing_one_cell_proposes_one(chantier):
    taches = chantier.run()
    assert [tache.code for tache in taches] == [0, 0], [tache.journal for tache in taches]
    assert chantier.forge.branches() == ["main", "rapportpv/2023"]
    assert "Première publication de 2023." in chantier.texte()
    assert f" rapportpv=={rapportpv.__version__}\n" in chantier.forge.told("pip.txt")
    etat = chantier.forge.read("rapportpv/2023", "publication/2023.json")
    assert json.loads(etat)["chiffres"]["programmation.total"]["valeur"] == "24000"
    publies = git(chantier.forge.depot, "diff", "--name-only", "main", "rapportpv/2023").split()
    assert publies == ["publication/2023.json", "publication/rapport-2023-projet.docx"]

    chantier.merge()
    codes = [tache.code for tache in chantier.run()]
    assert codes == ([0] if chantier.nom == "github" else [0, 0])  # GitLab asks it in the job
    assert (chantier.forge.branches(), chantier.proposals()) == (["main"], 1)

    write_programmation(chantier.projet, anct="14000")
    chantier.push("Une subvention de plus")
    assert [tache.code for tache in chantier.run()] == [0, 0]
    assert chantier.proposals() == 2
    texte = chantier.texte()
    assert "- Programmation : 24 000 € → 26 000 €, programmation.xlsx › E2\n" in texte
    assert "- Pilier « Cohésion sociale » : 16 000 € → 18 000 €, programmation.xlsx › E2\n" in texte
    assert "Emploi » : 8 000 €" not in texte.partition("### Tableaux")[0]
    assert "  - Cohésion sociale | 16 000 € | 66,7 %\n" in texte
    assert "  + Cohésion sociale | 18 000 € | 69,2 %\n" in texte
    message = git(chantier.forge.depot, "log", "-1", "--format=%B", "rapportpv/2023")
    assert "26 000 €" in plain(message)


def test_a_change_that_waits_is_not_proposed_twice(chantier):
    chantier.run()
    proposee = git(chantier.forge.depot, "rev-parse", "rapportpv/2023")
    taches = chantier.run()
    assert taches[-1].code == 0
    assert "contient déjà ce changement" in taches[-1].journal
    assert git(chantier.forge.depot, "rev-parse", "rapportpv/2023") == proposee
    assert chantier.proposals() == 1
    write_programmation(chantier.projet, anct="14000")
    chantier.push("Une subvention de plus")
    assert chantier.run()[-1].code == 0
    assert git(chantier.forge.depot, "rev-parse", "rapportpv/2023") != proposee


def test_what_a_person_did_on_the_branch_is_not_erased(chantier):
    chantier.run()
    git(chantier.auteur, "fetch", "--quiet", "origin", "rapportpv/2023")
    git(chantier.auteur, "checkout", "--quiet", "--detach", "FETCH_HEAD")
    (chantier.projet / "publication" / "2023.json").write_text("{}")
    personne = ("-c", "user.name=Marie", "-c", "user.email=marie@exemple.fr")
    git(chantier.auteur, *personne, "commit", "--quiet", "--all", "--message", "Relu")
    git(chantier.auteur, "push", "--quiet", "origin", "HEAD:refs/heads/rapportpv/2023")
    relue = git(chantier.forge.depot, "rev-parse", "rapportpv/2023")
    git(chantier.auteur, "checkout", "--quiet", "main")
    tache = chantier.run()[-1]
    assert tache.code == 1
    assert "Quelqu’un a travaillé sur la branche rapportpv/2023" in tache.journal
    assert git(chantier.forge.depot, "rev-parse", "rapportpv/2023") == relue


@pytest.mark.parametrize("nom", FORGES)
def test_where_that_is_the_setting_a_change_is_committed(nom, projet, forge):
    reglages = projet / "rapportpv.toml"
    reglages.write_text(reglages.read_text("utf-8") + '\n[publication]\nmode = "commit"\n', "utf-8")
    chantier = Chantier(projet, forge, nom)
    assert [tache.code for tache in chantier.run()] == [0, 0]
    assert (forge.branches(), chantier.proposals()) == (["main"], 0)
    assert forge.read("main", "publication/2023.json")
    publie = git(forge.depot, "rev-parse", "main")
    assert {tache.code for tache in chantier.run()} == {0}
    assert git(forge.depot, "rev-parse", "main") == publie
    if nom == "github":
        droits = read_yaml(chantier.auteur / GITHUB)["jobs"]["publier"]["permissions"]
        assert droits == {"contents": "write"}


@pytest.mark.parametrize("nom", FORGES)
def test_a_project_in_a_folder_of_its_repository(nom, projet, forge):
    chantier = Chantier(projet, forge, nom, "politique de la ville/rapport")
    assert [tache.code for tache in chantier.run()] == [0, 0]
    ou = "politique de la ville/rapport/publication/2023.json"
    assert json.loads(forge.read("rapportpv/2023", ou))["annee"] == 2023
    write_programmation(chantier.projet, anct="12 OOO")
    chantier.push("Une faute")
    (tache,) = chantier.run()
    assert "PV101" in tache.journal
    if nom == "github":  # the annotation leads to the file
        ou = "politique de la ville/rapport/2023/programmation.xlsx"
        assert f"::error file={ou},title=PV101 " in tache.journal


def test_the_year_may_be_asked_for_and_is_only_a_year(github):
    github.forge.evenement, github.forge.demandee = "workflow_dispatch", "2023"
    assert [tache.code for tache in github.run()] == [0, 0]
    github.forge.demandee = "2023; touch ici"
    (tache,) = github.run()
    assert tache.code == 2
    assert not (github.forge.dossier / "travail" / "ici").exists()


def test_another_branch_is_checked_and_proposes_nothing(github):
    github.forge.evenement, github.forge.branche = "push", "essai"
    (tache,) = github.run()
    assert (tache.code, github.proposals()) == (0, 0)


def test_the_document_that_a_person_edited_since_is_not_erased(publie_github):
    from docx import Document

    github = publie_github
    chemin = github.projet / "publication" / "rapport-2023-projet.docx"
    document = Document(str(chemin))
    document.add_paragraph("Une phrase de plus.")
    document.save(str(chemin))
    github.push("Relu")
    assert [tache.code for tache in github.run()] == [0], "nothing changed: nothing to go over"
    write_programmation(github.projet, anct="14000")
    github.push("Une subvention de plus")
    (tache,) = github.run()
    assert tache.code == 2
    assert "a été modifié depuis sa fabrication" in tache.journal
    assert github.proposals() == 1
