"""The workflows that `init --ci` writes: valid, and run as they are written on a clean clone."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import rapportpv
from rapportpv.core.errors import RapportError
from rapportpv.reading.project import find_projet
from rapportpv.scaffold.ci import find_depot, lay_ci
from tests.conftest import DEPOT, write_projet
from tests.flatten import plain
from tests.scaffold.forge import Forge, git, read_yaml
from tests.tables import write_classeur

GITHUB = ".github/workflows/rapportpv.yml"
GITLAB = ".gitlab/rapportpv.yml"
FORGES = ("github", "gitlab")
CHEMINS = {"github": GITHUB, "gitlab": GITLAB}

ENTETE = "| Intitulé de l'action | Opérateur | Pilier | Statut | ANCT | Région | Communes |\n"
AIDE = "| Aide aux devoirs | Les Amis | Cohésion sociale | soutenue | {anct} | 3000 | 1000 |\n"
CHANTIER = "| Chantier jeunes | Le Club | {pilier} | soutenue | 8000 | | |\n"


def write_programmation(projet: Path, anct: str = "12000", pilier: str = "Emploi") -> None:
    texte = ENTETE + AIDE.format(anct=anct) + CHANTIER.format(pilier=pilier)
    write_classeur(projet / "2023" / "programmation.xlsx", Programmation=texte)


class Chantier:
    """A project in a repository on a forge, its author's clone, and what happens to them."""

    def __init__(self, projet: Path, forge: Forge, nom: str, dossier: str = ".") -> None:
        self.forge, self.nom, self.auteur = forge, nom, forge.dossier / "auteur"
        self.projet = self.auteur / dossier
        git(forge.dossier, "clone", "--quiet", str(forge.depot), str(self.auteur))
        git(self.auteur, "checkout", "--quiet", "-B", "main")
        shutil.copytree(projet, self.projet, dirs_exist_ok=True)
        write_programmation(self.projet)
        lay_ci(find_projet(self.projet), nom, None, ecraser=False)
        self.push("Le projet")

    def copy(self, ou: Path) -> "Chantier":
        """The same, elsewhere: what happens to one does not happen to the other."""
        shutil.copytree(self.forge.dossier, ou, dirs_exist_ok=True)
        copie = object.__new__(Chantier)
        copie.forge, copie.nom, copie.auteur = Forge(ou), self.nom, ou / "auteur"
        copie.projet = copie.auteur / self.projet.relative_to(self.auteur)
        git(copie.auteur, "remote", "set-url", "origin", str(copie.forge.depot))
        return copie

    def push(self, message: str) -> None:
        personne = ("-c", "user.name=Marie", "-c", "user.email=marie@exemple.fr")
        git(self.auteur, "add", "--all")
        git(self.auteur, *personne, "commit", "--quiet", "--message", message)
        git(self.auteur, "push", "--quiet", "origin", "main")

    def run(self):
        """The jobs in order: the one that builds, and the one that publishes if it ran."""
        lance = {"github": self.forge.run_github, "gitlab": self.forge.run_gitlab}[self.nom]
        return list(lance(self.auteur / CHEMINS[self.nom]).values())

    def merge(self, branche: str = "rapportpv/2023") -> None:
        """Accept what is proposed, as a person does on the forge."""
        git(self.auteur, "pull", "--quiet", "--ff-only", "origin", branche)
        git(self.auteur, "push", "--quiet", "origin", "main", f":{branche}")
        (self.forge.dossier / "ouverte.txt").unlink(missing_ok=True)

    def texte(self) -> str:
        """The text of what was proposed last."""
        if self.nom == "github":
            return plain(self.forge.told("corps.md"))
        options = self.forge.told("options.txt").splitlines()
        descriptions = [o for o in options if o.startswith("merge_request.description=")]
        return plain(descriptions[-1].partition("=")[2].replace("\\n", "\n"))

    def proposals(self) -> int:
        """How many times something was proposed."""
        if self.nom == "github":
            return self.forge.told("gh.txt").count("pr create")
        return self.forge.told("options.txt").count("merge_request.create")


@pytest.fixture
def forge(tmp_path_factory):
    return Forge(tmp_path_factory.mktemp("forge"))


@pytest.fixture(params=FORGES)
def chantier(request, projet, forge):
    return Chantier(projet, forge, request.param)


@pytest.fixture
def github(projet, forge):
    return Chantier(projet, forge, "github")


@pytest.fixture(scope="module")
def publies(tmp_path_factory):
    """On each forge, a project whose first publication was proposed and accepted."""
    chantiers = {}
    for nom in FORGES:
        modele = write_projet(tmp_path_factory.mktemp("projet"))
        chantier = Chantier(modele, Forge(tmp_path_factory.mktemp("forge")), nom)
        chantier.run()
        chantier.merge()
        chantiers[nom] = chantier
    return chantiers


@pytest.fixture(params=FORGES)
def publie(request, publies, tmp_path):
    return publies[request.param].copy(tmp_path / "copie")


@pytest.fixture
def publie_github(publies, tmp_path):
    return publies["github"].copy(tmp_path / "copie")


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


def cut(projet: Path) -> None:
    """The workbook as a broken transfer leaves it."""
    chemin = projet / "2023" / "programmation.xlsx"
    chemin.write_bytes(chemin.read_bytes()[: chemin.stat().st_size // 2])


@pytest.mark.parametrize(
    ("abimer", "code", "place"),
    [
        (lambda projet: write_programmation(projet, anct="12 OOO"), "PV101", "E2"),
        (lambda projet: write_programmation(projet, pilier="Emplois"), "PV201", "C3"),
        (cut, "PV002", "2023/programmation.xlsx"),
    ],
    ids=["amount", "pilier", "half-written"],
)
def test_a_fault_is_told_with_its_place_and_nothing_is_proposed(publie, abimer, code, place):
    abimer(publie.projet)
    publie.push("Une faute")
    taches = publie.run()
    assert [tache.code for tache in taches] == [1]
    assert code in taches[0].journal
    assert place in taches[0].journal
    assert "Le rapport n’a pas été refait" in taches[0].journal
    assert (publie.forge.branches(), publie.proposals()) == (["main"], 1)


def test_a_failed_run_says_so_where_people_look(github):
    write_programmation(github.projet, anct="12 OOO")
    github.push("Une faute")
    (tache,) = github.run()
    annotations = [ligne for ligne in tache.journal.splitlines() if ligne.startswith("::error")]
    assert annotations[0].startswith("::error file=2023/programmation.xlsx,title=PV101 ")
    assert "Programmation › E2" in annotations[0]
    assert annotations[-1].startswith("::error::Le rapport n’a pas été refait")
    assert "### Le rapport n’a pas été refait" in tache.resume
    assert "2023/programmation.xlsx › Programmation › E2 : erreur PV101" in plain(tache.resume)
    assert "PV101" in (github.forge.artefacts["rapport"] / "anomalies.html").read_text("utf-8")


@pytest.mark.parametrize("nom", FORGES)
def test_the_log_of_a_public_repository_holds_no_cell(nom, projet, forge):
    forge.prive = False
    chantier = Chantier(projet, forge, nom)
    write_programmation(chantier.projet, anct="12 OOO", pilier="Emplois")
    chantier.push("Deux fautes")
    (tache,) = chantier.run()
    for lu in (tache.journal, tache.resume):
        assert "12 OOO" not in lu
        assert "Emplois" not in lu
    assert "PV101" in tache.journal
    assert "C3" in tache.journal
    forge.prive = True
    assert "12 OOO" in chantier.run()[0].journal


@pytest.mark.parametrize("nom", FORGES)
def test_without_values_not_even_a_private_log_shows_them(nom, projet, forge):
    reglages = projet / "rapportpv.toml"
    reglages.write_text(reglages.read_text("utf-8") + "\n[publication]\nvaleurs = false\n", "utf-8")
    chantier = Chantier(projet, forge, nom)
    write_programmation(chantier.projet, anct="12 OOO")
    chantier.push("Une faute")
    (tache,) = chantier.run()
    assert "PV101" in tache.journal
    assert "12 OOO" not in tache.journal


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


def validate(schema: str, *arguments: object) -> None:
    fini = subprocess.run(
        [
            sys.executable,
            "-m",
            "check_jsonschema",
            "--builtin-schema",
            schema,
            *map(str, arguments),
        ],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert fini.returncode == 0, fini.stdout + fini.stderr


@pytest.mark.parametrize("mode", ["proposition", "commit"])
@pytest.mark.parametrize("nom", FORGES)
def test_the_files_are_valid_under_their_published_schemas(nom, mode, projet):
    reglages = projet / "rapportpv.toml"
    reglages.write_text(
        reglages.read_text("utf-8") + f'\n[publication]\nmode = "{mode}"\nvaleurs = false\n',
        "utf-8",
    )
    lay_ci(find_projet(projet), nom, None, ecraser=False)
    if nom == "github":
        validate("vendor.github-workflows", projet / GITHUB)
    else:
        fichiers = (projet / GITLAB, projet / ".gitlab-ci.yml")
        validate("vendor.gitlab-ci", "--data-transform", "gitlab-ci", *fichiers)


def test_github_has_no_more_rights_than_it_needs(projet):
    lay_ci(find_projet(projet), "github", None, ecraser=False)
    lu = read_yaml(projet / GITHUB)
    assert lu["permissions"] == {}
    droits = {nom: job["permissions"] for nom, job in lu["jobs"].items()}
    assert droits == {
        "rapport": {"contents": "read"},
        "proposer": {"contents": "write", "pull-requests": "write"},
    }
    assert "pull_request_target" not in (projet / GITHUB).read_text("utf-8")
    assert not any("pip" in pas.get("run", "") for pas in lu["jobs"]["proposer"]["steps"])
    assert lu["jobs"]["rapport"]["steps"][0]["with"] == {"persist-credentials": False}
    assert all("timeout-minutes" in job for job in lu["jobs"].values())


def test_init_says_what_it_would_change_before_it_does(projet):
    pose = lay_ci(find_projet(projet), "github", None, ecraser=False)
    assert pose.depots == (("Fichier écrit", projet / GITHUB),)
    pose = lay_ci(find_projet(projet), "github", None, ecraser=False)
    assert pose.depots == (("Fichier inchangé", projet / GITHUB),)
    modifie = (projet / GITHUB).read_text("utf-8").replace("23 5 * * 1", "0 7 * * 5")
    (projet / GITHUB).write_text(modifie, "utf-8")
    with pytest.raises(RapportError) as refus:
        lay_ci(find_projet(projet), "github", None, ecraser=False)
    assert '-    - cron: "0 7 * * 5"' in str(refus.value)
    assert '+    - cron: "23 5 * * 1"' in str(refus.value)
    assert "--ecraser" in str(refus.value)
    assert (projet / GITHUB).read_text("utf-8") == modifie
    pose = lay_ci(find_projet(projet), "github", None, ecraser=True)
    assert pose.depots == (("Fichier remplacé", projet / GITHUB),)


def test_somebody_s_gitlab_pipeline_is_left_alone(projet):
    sienne = "stages: [test, deploy]\n"
    (projet / ".gitlab-ci.yml").write_text(sienne)
    pose = lay_ci(find_projet(projet), "gitlab", None, ecraser=True)
    assert pose.depots == (("Fichier écrit", projet / GITLAB),)
    assert any("include" in conseil and GITLAB in conseil for conseil in pose.conseils)
    assert (projet / ".gitlab-ci.yml").read_text() == sienne
    (projet / ".gitlab-ci.yml").write_text(f"include:\n  - local: {GITLAB}\n{sienne}")
    pose = lay_ci(find_projet(projet), "gitlab", None, ecraser=True)
    assert not any("include" in conseil for conseil in pose.conseils)


@pytest.mark.parametrize(
    ("forge", "installation", "dit"),
    [
        (None, None, "--ci github"),
        ("bitbucket", None, "github, gitlab"),
        ("github", 'rapportpv"; rm -rf /', "--installation"),
    ],
)
def test_what_cannot_be_laid_down_is_said(projet, forge, installation, dit):
    with pytest.raises(RapportError, match=dit):
        lay_ci(find_projet(projet), forge, installation, ecraser=False)
    assert not (projet / ".github").exists()


def test_faulty_settings_are_said(projet):
    (projet / "rapportpv.toml").write_text('[publication]\nmode = "envoi"\n', "utf-8")
    with pytest.raises(RapportError, match="rapportpv check"):
        lay_ci(find_projet(projet), "github", None, ecraser=False)


def test_this_repository_has_the_workflow_that_init_writes_for_the_sample():
    projet = find_projet(DEPOT)
    assert find_depot(projet) == DEPOT
    pose = lay_ci(projet, "github", ".", ecraser=False)
    assert pose.depots == (("Fichier inchangé", DEPOT / GITHUB),)


@pytest.mark.parametrize("fichier", sorted((DEPOT / ".github/workflows").glob("*.yml")))
def test_the_workflows_of_this_repository_are_valid(fichier):
    validate("vendor.github-workflows", fichier)
