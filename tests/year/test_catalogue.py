"""What every rule must have; the examples on its page are run."""

import re
from pathlib import Path

import pytest

import rapportpv
from rapportpv.core.anomalie import Rule, gather
from rapportpv.reading.plan import CONSULTATION, PLANS, PROGRAMMATION
from rapportpv.year.catalogue import CATALOGUE
from rapportpv.year.controle import check_annee
from tests.tables import parse_table, write_classeur

TITRES = ["## Pourquoi c’est gênant", "## Exemple fautif", "## À écrire plutôt"]
SANS_TABLEAU = {
    # A whole file, the settings or a template: one table cannot show it. A test elsewhere must.
    *(
        "PV001",
        "PV002",
        "PV003",
        "PV004",
        "PV005",
        "PV010",
        "PV011",
        "PV012",
        "PV013",
        "PV014",
        "PV015",
        "PV016",
        "PV017",
        "PV018",
        "PV019",
        "PV106",
        "PV109",
        "PV110",
        "PV199",
    ),
    *("PV208", "PV209", "PV213", "PV214"),  # two workbooks
    *("PV401", "PV404", "PV405", "PV406", "PV407"),  # two workbooks, or the texts
    *("PV501", "PV502", "PV503", "PV504", "PV505", "PV506", "PV507"),
    *(f"PV6{numero:02}" for numero in range(1, 18)),  # the texts
    *(f"PV70{numero}" for numero in range(1, 9)),  # the map
    "PV715",
    *("PV812", "PV813", "PV814", "PV815", "PV816", "PV817", "PV818"),
    *("PV823", "PV825", "PV827", "PV828", "PV832", "PV833"),  # the deadlines, the territory
    *("PV901", "PV902", "PV903", "PV904", "PV905", "PV906", "PV907", "PV908", "PV909"),
}

DATES = "[consultation]\ntransmission_le = 2024-07-03\navis_au_plus_tard_le = 2024-10-03\n"

par_code = pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.code)


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


@par_code
def test_the_bad_example_gives_that_code_and_the_good_one_nothing(rule, projet):
    fautif, juste = part(rule, TITRES[1]), part(rule, TITRES[2])
    if rule.code in SANS_TABLEAU:
        ici = Path(__file__)
        ailleurs = (f for f in ici.parents[1].rglob("test_*.py") if f != ici)
        assert any(rule.code in fichier.read_text("utf-8") for fichier in ailleurs)
        return
    assert codes(projet, fautif) == [rule.code]
    assert codes(projet, juste) == []


@par_code
def test_an_anomaly_says_what_to_do(rule, projet):
    """By its message, or by a suggestion where one can be made."""
    if rule.code in SANS_TABLEAU:
        return
    codes(projet, part(rule, TITRES[1]))
    for anomalie in gather(check_annee(projet, 2023).anomalies):
        conseil = f"{anomalie.message} {anomalie.suggestion or ''}"
        assert re.search(
            r"Écri|Corrigez|Ajoutez|Remplissez|Gardez|déclarez|donnez|possibles", conseil
        )
