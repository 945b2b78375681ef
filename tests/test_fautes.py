"""The second sample: one fault, exactly one anomaly; and none without the rule's own code."""

import ast
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

import rapportpv
from rapportpv.commands.build import Commande, build_document
from rapportpv.commands.export import export_annee
from rapportpv.core.anomalie import Anomalie, Rule, gather
from rapportpv.core.chiffre import Bilan
from rapportpv.core.plan import Plan
from rapportpv.subjects.fcs.sheet import FCS
from rapportpv.subjects.fonds_de_concours.sheet import FONDS_DE_CONCOURS
from rapportpv.subjects.programmation.sheet import PROGRAMMATION
from rapportpv.year import epreuves
from rapportpv.year.bilan import compute_bilan
from rapportpv.year.catalogue import CATALOGUE
from rapportpv.year.controle import check_annee
from rapportpv.year.load import load_dossier
from rapportpv.year.passe import load_passe
from tests.conftest import DEPOT, EXEMPLE
from tests.fautes import FAUTES, SANS_FAUTE
from tests.fautes.__main__ import LISEZMOI, write_projets
from tests.fautes.faute import ANNEE, EXPORT, Attendu, Faute
from tests.fautes.fautes_subventions import identify, settle
from tests.fautes.feuille import chemin, open_feuille
from tests.flatten import plain

Lieu: TypeAlias = tuple[str, int]


@dataclass(frozen=True)
class Semis:
    """A project with a fault, read once, and the one anomaly that it must have."""

    projet: Path
    faute: Faute
    attendu: Attendu
    lecture: object
    lieux: set[Lieu]  # of the source, that told something
    jugees: dict[str, list[Anomalie]] = field(default_factory=dict)  # by rule

    @cached_property
    def dites(self) -> list[Anomalie]:
        """What the program says of it, as it is."""
        return self.tell()

    @cached_property
    def bilan(self) -> Bilan:
        """Its figures, which no rule changes."""
        [dossier, _] = self.lecture
        return compute_bilan(replace(dossier, passe=load_passe(self.projet, dossier)[0]))

    def tell(self) -> list[Anomalie]:
        """What `check` says of it now, or `build` where the fault is the template's."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("rapportpv.year.controle.load_dossier", lambda *_: self.lecture)
            patch.setattr("rapportpv.year.controle.compute_bilan", lambda _: self.bilan)
            patch.setattr(epreuves, "CATALOGUE", tuple(map(self.remember, epreuves.CATALOGUE)))
            if self.faute.document == EXPORT:
                return list(export_annee(self.projet, ANNEE, self.projet / "sortie").manques)
            modele = self.faute.code.startswith("PV9")
            if document := self.faute.document or ("rapport" if modele else ""):
                commande = Commande(self.projet, ANNEE, document, self.projet / "sortie")
                return list(build_document(commande).controle.anomalies)
            return list(check_annee(self.projet, ANNEE).anomalies)

    def remember(self, rule: Rule) -> Rule:
        """The rule, which looks only once at the same year: it knows nothing of the others."""

        def check(*lu: Any) -> list[Anomalie]:
            if rule.code not in self.jugees:
                self.jugees[rule.code] = list(rule.check(*lu))
            return self.jugees[rule.code]

        return replace(rule, check=check) if rule.check else rule

    def is_told(self) -> bool:
        """Whether the anomaly is told now, and nothing else."""
        return shorten(self.tell()) == [self.attendu]


@pytest.fixture(scope="module")
def semer(tmp_path_factory):
    """Sows a fault in a copy of the sample, once, and reads the project."""
    semis: dict[str, Semis] = {}

    def semer(faute: Faute) -> Semis:
        if faute.nom not in semis:
            projet = Path(shutil.copytree(EXEMPLE, tmp_path_factory.mktemp("faute") / "projet"))
            attendu = plainly(faute.sow(projet))
            with record() as lieux:
                seme = Semis(projet, faute, attendu, load_dossier(projet, ANNEE), lieux)
                assert seme.dites, "nothing is told"
            semis[faute.nom] = seme
        return semis[faute.nom]

    return semer


@contextmanager
def record() -> Iterator[set[Lieu]]:
    """The lines of the source that tell rules meanwhile: those that call `Rule.at`, or nearly."""
    lieux: set[Lieu] = set()
    at = Rule.at

    def spy(*arguments: Any, **champs: Any) -> Anomalie:
        appelant = sys._getframe(1)
        for _ in range(3):
            lieux.add((appelant.f_code.co_filename, appelant.f_lineno))
            appelant = appelant.f_back or appelant
        return at(*arguments, **champs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Rule, "at", spy)
        yield lieux


def shorten(anomalies: list[Anomalie]) -> list[Attendu]:
    return [plainly(Attendu(a.rule.code, str(a.lieu), a.suggestion)) for a in anomalies]


def plainly(attendu: Attendu) -> Attendu:
    """The expectation with ordinary spaces and apostrophes."""
    suggestion = attendu.suggestion and plain(attendu.suggestion)
    return Attendu(attendu.code, plain(attendu.lieu), suggestion)


@pytest.mark.parametrize("faute", FAUTES, ids=str)
def test_a_fault_gives_its_anomaly_and_nothing_else(faute, semer):
    semis = semer(faute)
    assert shorten(semis.dites) == [semis.attendu]


@pytest.mark.parametrize("faute", FAUTES, ids=str)
def test_what_is_told_says_what_to_do(faute, semer):
    [anomalie] = semer(faute).dites
    conseil = f"{anomalie.message} {anomalie.suggestion or ''}"
    assert re.search(r"\b[A-ZÉ]\w+ez\b|s’écrit|Les \w+ .*sont|Enregistrer sous", conseil)


def test_every_rule_has_a_fault_or_another_test():
    codes = {faute.code for faute in FAUTES}
    assert {rule.code for rule in CATALOGUE} - codes == SANS_FAUTE.keys()
    for code, ailleurs in SANS_FAUTE.items():
        assert code in (DEPOT / ailleurs).read_text("utf-8")


@pytest.mark.parametrize("document", sorted({f.document for f in FAUTES} | {"rapport"}))
def test_before_any_fault_nothing_is_told(document, tmp_path):
    """The good example of each rule whose page has no table to run: the sample as it is."""
    projet = Path(shutil.copytree(EXEMPLE, tmp_path / "projet"))
    if document == EXPORT:  # the open data asks for what the report does not
        settle(projet)
        identify(projet)
    dossier = load_dossier(projet, ANNEE)
    faute = Faute("PV201", lambda _: None, "", document=document)
    assert Semis(projet, faute, Attendu("", "", None), dossier, set()).tell() == []


def test_every_fault_has_its_own_name():
    noms = [faute.nom for faute in FAUTES]
    assert sorted(set(noms)) == sorted(noms)


# Mutations: each rule loses its code in turn, and the fault must not be found any more.


CODES = [rule.code for rule in CATALOGUE if rule.code not in SANS_FAUTE]
AVEC_CHECK = [rule.code for rule in CATALOGUE if rule.check and rule.code in CODES]


@pytest.mark.parametrize("code", AVEC_CHECK)
def test_without_the_check_of_a_rule_a_fault_is_not_told(code, semer, monkeypatch):
    siens = [semer(f) for f in FAUTES if f.code == code]
    autres = tuple(rule for rule in CATALOGUE if rule.code != code)
    monkeypatch.setattr("rapportpv.year.epreuves.CATALOGUE", autres)
    assert not all(semis.is_told() for semis in siens)


@pytest.mark.parametrize("code", [code for code in CODES if code not in AVEC_CHECK])
def test_without_what_tells_a_rule_while_reading_its_fault_is_not_told(code, semer, monkeypatch):
    semis = semer(next(faute for faute in FAUTES if faute.code == code))
    for module in ("year.controle", "commands.build", "word.render"):
        monkeypatch.setattr(
            f"rapportpv.{module}.gather",
            lambda anomalies: gather(a for a in anomalies if a.rule.code != code),
        )
    assert not semis.is_told()


@pytest.mark.parametrize("etage", ["reading", "texts", "subjects", "year", "commands", "word"])
def test_every_place_that_tells_a_rule_is_reached_by_a_fault(etage, semer):
    """Each fault has one anomaly only: without the place that told it, its test would fail."""
    atteints = {lieu for faute in FAUTES for lieu in semer(faute).lieux}
    fichiers = (Path(rapportpv.__file__).parent / etage).rglob("*.py")
    for fichier in (f for f in fichiers if f.parent.name != "rules"):
        for lignes in list_places(fichier):
            ici = {(str(fichier), ligne) for ligne in lignes}
            assert ici & atteints, f"no fault reaches {etage}/{fichier.name}, {lignes.start}"


def list_places(fichier: Path) -> Iterator[range]:
    """The lines of each call that tells a rule: `PV101.at(…)`, `tell(PV903, …)`."""
    for noeud in ast.walk(ast.parse(fichier.read_text("utf-8"))):
        if isinstance(noeud, ast.Call):
            nomme = [ast.unparse(noeud.func), *map(ast.unparse, noeud.args[:1])]
            if any(re.fullmatch(r"PV\d{3}\.at|PV\d{3}", nom) for nom in nomme):
                yield range(noeud.lineno, (noeud.end_lineno or 0) + 1)


# The tools that sow.


def read_cells(projet: Path, plan: Plan) -> list[tuple]:
    return list(load_workbook(chemin(projet, plan))[plan.feuille].values)


@pytest.mark.parametrize("plan", [PROGRAMMATION, FCS, FONDS_DE_CONCOURS], ids=lambda p: p.nom)
def test_the_totals_of_the_sample_are_those_that_are_printed_again(plan, exemple):
    avant = read_cells(exemple, plan)
    with open_feuille(exemple, plan) as feuille:
        feuille.retotal()
    assert read_cells(exemple, plan) == avant


def test_the_second_sample_is_written_always_the_same(tmp_path):
    fautes = [f for f in FAUTES if f.code in {"PV001", "PV017", "PV202", "PV302", "PV406", "PV901"}]
    contenus = []
    for dossier in ("un", "deux"):
        projets = write_projets(tmp_path / dossier, fautes)
        assert [projet.name for projet in projets] == [faute.nom for faute in fautes]
        fichiers = sorted(f for f in (tmp_path / dossier).rglob("*") if f.is_file())
        contenus.append([(f.relative_to(tmp_path / dossier), f.read_bytes()) for f in fichiers])
    assert contenus[0] == contenus[1]
    lisez = (tmp_path / "un" / "PV302-somme-trop-courte-ou-trop-longue" / LISEZMOI).read_text(
        "utf-8"
    )
    assert "2022/fcs.xlsx › FCS › E10" in lisez
