"""The document as a whole."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from rapportpv.word.archive import is_untouched, read_zip
from tests.word.fabrique import (
    bilan,
    build,
    dessin,
    euros,
    graphique,
    make_docx,
    nombre,
    p,
    render,
    tableau,
    tbl,
)

CORPS = (
    p("Rapport", "Titre")
    + p("Un total de {{ programmation.total }}")
    + tbl(["Pilier"], ["{{ tableaux.t.a }}"])
    + dessin("t")
)
ANNEE = (euros(5, "programmation.total"), tableau("t", {"a": "A", "m": "M"}, ["x", euros(1)]))


def test_a_built_document_is_stamped(tmp_path):
    document = build(tmp_path, CORPS, *ANNEE, graphiques=(graphique("M"),))
    assert is_untouched(document.contenu)


def test_same_inputs_give_same_bytes_in_another_process(tmp_path):
    document = build(tmp_path, CORPS, *ANNEE, graphiques=(graphique("M"),))
    script = (
        "import hashlib, sys; from pathlib import Path; from tests.word.test_word import *;"
        "d = build(Path(sys.argv[1]), CORPS, *ANNEE, graphiques=(graphique('M'),));"
        "print(hashlib.sha256(d.contenu).hexdigest())"
    )
    for graine in ("1", "2"):
        sortie = subprocess.run(
            [sys.executable, "-c", script, str(tmp_path)],
            env={
                **os.environ,
                "PYTHONHASHSEED": graine,
                "TZ": "Asia/Tokyo",
                "PYTHONPATH": os.pathsep.join(sys.path),
            },
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=True,
        )
        assert sortie.stdout.strip() == hashlib.sha256(document.contenu).hexdigest()


def test_parts_that_are_not_rendered_stay_byte_for_byte(tmp_path):
    modele = make_docx(p("a"))
    document, _ = render(tmp_path, modele)
    assert document.parts["word/styles.xml"] == read_zip(modele)["word/styles.xml"]


@pytest.mark.parametrize(
    ("contenu", "mot"),
    [
        (b"", "ce n\u2019est pas un fichier .docx"),
        (b"\xd0\xcf\x11\xe0 vieux", "ancien document .doc"),
        (b"PK\x03\x04 coup\xc3\xa9", "abîmé"),
        (
            make_docx(p("a")).replace(b"officeDocument/2006/rel", b"officeDocument/2006/xxx"),
            "abîmé",
        ),
    ],
)
def test_what_is_no_word_document(tmp_path, contenu, mot):
    document, (anomalie,) = render(tmp_path, contenu)
    assert document is None
    assert anomalie.rule.code == "PV906"
    assert mot in anomalie.message
    assert str(anomalie.lieu) == "modèle rapport.docx"


def test_all_that_is_wrong_is_told_at_once(tmp_path):
    corps = (
        p("{{ totla }}")
        + p("{ annee }}")
        + p("{%p if fcs %} perdu")
        + p("{%p endif %}")
        + p("{{ tableaux.rien.x }}")
    )
    modele = make_docx(corps, entete=dessin("rien", "rIdX") + p("{{ epci | inconnu }}"))
    document, anomalies = render(tmp_path, modele, bilan(nombre(1, "fcs.projets")))
    assert document is None
    assert sorted(a.rule.code for a in anomalies) == ["PV901", "PV902", "PV903", "PV905", "PV907"]
