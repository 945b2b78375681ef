"""A sheet is its row: what a plan says follows from the fields, and loads nothing."""

import subprocess
import sys
from datetime import date
from typing import Annotated

import pytest

from rapportpv.core.plan import Champ, Plan
from rapportpv.french.lexique import Entree, Lexique
from rapportpv.reading.cells import Cents, EntierRequis, Jour, LigneDeFeuille, Texte, TexteRequis
from rapportpv.reading.frames import make_frame
from rapportpv.year.sujets import PLANS

COULEURS = Lexique((Entree("r", "rouge"),))


class LigneVelo(LigneDeFeuille):
    volet: Annotated[TexteRequis, Champ("Volet")]
    cadre: Annotated[TexteRequis, Champ("Cadre", mots=lambda _: COULEURS)]
    commune: Annotated[Texte, Champ("Commune", lieu="commune")] = ""
    prix: Annotated[Cents, Champ("Prix")] = None
    roues: Annotated[EntierRequis, Champ("Roues")]
    vendu: Annotated[Jour, Champ("Vendu le")] = None
    a_part: dict[str, Cents] = {}  # noqa: RUF012


VELOS = Plan("velos", "velos.xlsx", "Vélos", LigneVelo, herite="volet")


def test_columns_are_the_fields_that_have_a_heading():
    assert [(c.nom, c.libelle) for c in VELOS.champs] == [
        ("volet", "Volet"),
        ("cadre", "Cadre"),
        ("commune", "Commune"),
        ("prix", "Prix"),
        ("roues", "Roues"),
        ("vendu", "Vendu le"),
    ]
    assert VELOS.libelle("vendu") == "Vendu le"
    assert VELOS.libelle("autre") == "autre"


def test_a_column_is_required_without_a_default_and_without_a_section_heading():
    assert [champ.nom for champ in VELOS.requis] == ["cadre", "roues"]


def test_closed_lists_and_places_are_told_by_the_columns():
    assert VELOS.lexiques(None) == {"cadre": COULEURS}
    assert VELOS.lieux("commune") == ("commune",)
    assert VELOS.lieux("quartier") == ()


def test_a_frame_has_the_columns_of_its_row():
    textes = {"volet": [""], "cadre": ["r"], "commune": ["Orge"]}
    nombres = {"prix": [None], "roues": [2], "vendu": [date(2023, 6, 1)]}
    frame = make_frame([7], textes | nombres, LigneVelo)
    assert frame.dtypes.astype(str).to_dict() == {
        "volet": "str",
        "cadre": "str",
        "commune": "str",
        "prix": "Int64",
        "roues": "Int64",
        "vendu": "object",
    }
    assert list(frame.index) == [7]


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.nom)
def test_every_field_of_a_sheet_has_a_heading(plan):
    champs = {champ.nom for champ in plan.champs}
    assert plan.ligne.model_fields.keys() - champs <= ({"montants"} if plan.financeurs else set())
    assert len({(p.fichier, p.feuille) for p in PLANS}) == len({p.nom for p in PLANS}) == len(PLANS)


def test_declarations_load_neither_pydantic_nor_a_sheet():
    programme = (
        "import sys\nimport rapportpv.core.plan, rapportpv.console\n"
        "print([m for m in sys.modules if m == 'pydantic' or m.endswith('.sheet')])"
    )
    sortie = subprocess.run([sys.executable, "-c", programme], capture_output=True, check=True)
    assert sortie.stdout.strip() == b"[]"
