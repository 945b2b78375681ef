"""A project on a forge, and what happens to it."""

import shutil
from pathlib import Path

from rapportpv.reading.project import find_projet
from rapportpv.scaffold.ci import lay_ci
from tests.flatten import plain
from tests.scaffold.forge import Forge, git
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
