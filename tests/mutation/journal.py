"""What came of each mutant, kept as it comes: a campaign that is stopped goes on where it was."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Issue:
    """How a mutant ended: seen by a test, or by none of those known at that run."""

    cle: str
    source: str  # a digest of the file that was changed
    tour: int
    vu: bool
    tueur: str = ""  # the test that saw it, when it could say so


class Journal:
    """The last issue of each mutant."""

    def __init__(self, chemin: Path) -> None:
        self._chemin = chemin
        self.issues: dict[str, Issue] = {}
        lignes = chemin.read_text("utf-8").splitlines() if chemin.is_file() else []
        for ligne in lignes:
            issue = Issue(**json.loads(ligne))
            self.issues[issue.cle] = issue

    def write(self, issue: Issue) -> None:
        """Keep one more."""
        self.issues[issue.cle] = issue
        with self._chemin.open("a", encoding="utf-8") as journal:
            journal.write(json.dumps(asdict(issue), ensure_ascii=False) + "\n")

    def is_known(self, cle: str, source: str, tours: Mapping[str, int]) -> bool:
        """Whether it was seen, neither the file nor the test that saw it having changed since."""
        issue = self.issues.get(cle)
        if issue is None or not issue.vu or issue.source != source:
            return False
        return not issue.tueur or tours.get(issue.tueur, issue.tour + 1) <= issue.tour

    def find_tour(self, cle: str, source: str) -> int:
        """The run until which every test has let it live; 0 when it has to be tried anew."""
        issue = self.issues.get(cle)
        return issue.tour if issue and not issue.vu and issue.source == source else 0
