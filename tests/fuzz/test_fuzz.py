"""A short campaign; and that it would see what it looks for."""

import random
import subprocess
import sys
from decimal import Decimal

import pytest

from rapportpv.core.zip import read_zip
from tests.conftest import DEPOT
from tests.fuzz import essai, sujets
from tests.fuzz.casse import break_text, break_zip
from tests.fuzz.temoin import read_total
from tests.word.fabrique import make_docx, p


def test_nothing_that_never_should_happens():
    commande = [sys.executable, "-m", "tests.fuzz", "11", "100"]
    fait = subprocess.run(
        commande, check=False, cwd=DEPOT, capture_output=True, text=True, timeout=300
    )
    assert fait.returncode == 0, fait.stdout + fait.stderr
    assert fait.stdout.count("\n") == len(sujets.SUJETS)


@pytest.mark.parametrize(
    ("casse", "sain"),
    [(break_zip, make_docx(p("Bonjour"))), (break_text, b"un\ndeux\ntrois")],
)
def test_the_same_seed_breaks_in_the_same_way(casse, sain):
    un, meme, autre = (casse(random.Random(graine), sain) for graine in (3, 3, 4))
    assert un == meme
    assert un != sain
    assert un != autre


def test_breaks_are_of_many_kinds():
    sain = make_docx(p("Bonjour"))
    ouverts = 0
    for graine in range(60):
        try:
            ouverts += len(read_zip(break_zip(random.Random(graine), sain))) > 0
        except Exception:
            continue
    assert 10 < ouverts < 60


def tried(**options):
    return essai.Essai(
        **{"code": 0, "dit": "", "annonce": "", "secondes": 0.1, "memoire": 90} | options
    )


@pytest.mark.parametrize(
    ("options", "faute"),
    [
        ({}, ""),
        ({"code": 2, "annonce": "Le fichier ne peut pas être lu."}, ""),
        ({"code": 70}, "code 70"),
        ({"code": -9}, "code -9"),
        ({"code": 1, "annonce": "Traceback (most recent call last):"}, "Traceback"),
        ({"code": 2, "annonce": "Erreur imprévue du programme"}, "Erreur imprévue"),
        ({"secondes": 11.0}, "plus de 10 s"),
        ({"memoire": 2000}, "plus de 1024 Mo"),
    ],
)
def test_what_should_never_happen_is_seen(options, faute):
    assert tried(**options).faute == faute


def test_a_total_that_another_reader_does_not_find_is_seen(projet):
    contenu = (projet / "2023" / "programmation.xlsx").read_bytes()
    assert read_total(contenu) == Decimal(24_000)
    dit = '{"chiffres": {"programmation.total": {"valeur": %s}}}'
    assert sujets._compare(tried(dit=dit % 24000), Decimal(24_000)) == ""
    assert "au lieu de 24000" in sujets._compare(tried(dit=dit % 23999.5), Decimal(24_000))
    assert read_total(b"PK") is None
