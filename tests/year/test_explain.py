"""A page is found by the name of its file, and opened alone."""

import subprocess
import sys

import pytest

from rapportpv.core.errors import CodeInconnuError
from rapportpv.year.catalogue import CATALOGUE
from rapportpv.year.explain import find_rule
from tests.flatten import plain

OUVRE_TOUT = """
import sys
from pathlib import Path
import rapportpv
from rapportpv.year.explain import find_rule

for fichier in Path(rapportpv.__file__).parent.rglob("rules/pv*.py"):
    find_rule(fichier.stem[:5])
print(*(nom for nom in sys.modules if ".rules" in nom))
print(*{"pandas", "openpyxl", "docx", "lxml", "shapely"} & set(sys.modules))
"""


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.code)
def test_a_page_is_found_by_its_code_and_by_its_name(rule):
    for trouvee in (find_rule(f" {rule.code.lower()} "), find_rule(rule.nom.upper())):
        assert (trouvee.code, trouvee.nom, trouvee.doc) == (rule.code, rule.nom, rule.doc)


@pytest.mark.parametrize(
    ("code", "dit"),
    [
        ("PV2O1", "Code inconnu : « PV2O1 ». Vouliez-vous dire PV201 ?"),
        ("pilier-inconu", "Code inconnu : « pilier-inconu ». Vouliez-vous dire PV201 ?"),
        ("pv*", "Code inconnu : « pv* ». « rapportpv explain » donne la liste."),
        ("", "Code inconnu : « ». « rapportpv explain » donne la liste."),
    ],
)
def test_a_code_of_no_file_is_told_with_the_nearest(code, dit):
    with pytest.raises(CodeInconnuError) as erreur:
        find_rule(code)
    assert plain(str(erreur.value)).startswith(dit)


def test_a_page_opens_no_other_rule_and_nothing_heavy():
    """Not one of them: a rule imports no other, nor what adds up. (Typer has pydantic already.)"""
    resultat = subprocess.run(
        [sys.executable, "-c", OUVRE_TOUT], capture_output=True, check=True, encoding="utf-8"
    )
    assert resultat.stdout.split() == []
