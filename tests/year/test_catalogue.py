"""What every rule must have; the examples on its page are run."""

import re
from pathlib import Path

import pytest

import rapportpv
from rapportpv.core.anomalie import Rule, gather
from rapportpv.subjects.consultation.sheet import CONSULTATION
from rapportpv.subjects.programmation.sheet import PROGRAMMATION
from rapportpv.word import rules as word
from rapportpv.year.catalogue import CATALOGUE
from rapportpv.year.controle import check_annee
from rapportpv.year.sujets import PLANS
from tests.fautes import FAUTES, SANS_FAUTE
from tests.tables import parse_table, write_classeur

TITRES = ["## Pourquoi c’est gênant", "## Exemple fautif", "## À écrire plutôt"]
AVEC_TABLEAU = [r for r in CATALOGUE if "\n|" in (r.doc or "") and r not in word.RULES]
"""The rules that one table can show; a fault is sown of each of the others, in tests/fautes."""

DATES = "[consultation]\ntransmission_le = 2024-07-03\navis_au_plus_tard_le = 2024-10-03\n"

par_code = pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.code)
par_tableau = pytest.mark.parametrize("rule", AVEC_TABLEAU, ids=lambda rule: rule.code)


def part(rule: Rule, titre: str) -> str:
    return (rule.doc or "").partition(titre)[2].partition("\n## ")[0]


def codes(projet: Path, exemple: str) -> list[str]:
    nommee = re.search(r"Feuille «\s*(.*?)\s*»", exemple)
    plan = next((p for p in PLANS if nommee and p.feuille == nommee[1]), PROGRAMMATION)
    if plan is CONSULTATION:  # without its dates, a consultation is a fault already
        annee = projet / "2023" / "annee.toml"
        annee.write_text(annee.read_text("utf-8").partition("[")[0] + DATES, "utf-8")
    write_classeur(projet / "2023" / plan.fichier, **{plan.feuille: parse_table(exemple)})
    return [anomalie.rule.code for anomalie in check_annee(projet, 2023).anomalies]


def test_every_page_with_a_table_is_run_and_every_other_has_its_fault():
    assert len(AVEC_TABLEAU) >= 58  # none stops being run unseen
    sans = {rule.code for rule in CATALOGUE} - {rule.code for rule in AVEC_TABLEAU}
    assert sans <= {faute.code for faute in FAUTES} | SANS_FAUTE.keys()


def test_every_file_is_in_the_catalogue_once():
    source = Path(rapportpv.__file__).parent
    fichiers = sorted(f.stem for f in source.rglob("rules/pv*.py"))
    noms = [f"{rule.code.lower()}_{rule.nom.replace('-', '_')}" for rule in CATALOGUE]
    assert noms == fichiers


@par_code
def test_a_page_has_its_title_and_its_three_parts(rule):
    assert rule.titre.endswith(".")
    assert re.findall(r"^## .*$", rule.doc, re.MULTILINE) == TITRES
    assert all(part(rule, titre).strip() for titre in TITRES)


@par_code
def test_a_page_has_french_typography(rule):
    for texte in (rule.doc, rule.message):
        assert "'" not in texte
        assert not re.search(r"[«][^\u00a0]|[^\u00a0]»", rule.doc)
        assert not re.search(r" [;!?]", rule.doc)


@par_code
def test_a_message_ends_as_a_sentence(rule):
    assert re.search(r"[.!?)}]$", rule.message)


@par_tableau
def test_the_bad_example_gives_that_code_and_the_good_one_nothing(rule, projet):
    fautif, juste = part(rule, TITRES[1]), part(rule, TITRES[2])
    assert codes(projet, fautif) == [rule.code]
    assert codes(projet, juste) == []


@par_tableau
def test_an_anomaly_says_what_to_do(rule, projet):
    """By its message, or by a suggestion where one can be made."""
    codes(projet, part(rule, TITRES[1]))
    for anomalie in gather(check_annee(projet, 2023).anomalies):
        conseil = f"{anomalie.message} {anomalie.suggestion or ''}"
        assert re.search(
            r"Écri|[Cc]orrigez|Ajoutez|Remplissez|Gardez|déclarez|[Dd]onnez|possibles|Réunissez|Retirez",
            conseil,
        )
