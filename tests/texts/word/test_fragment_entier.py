"""A fragment as a whole: refused, told, checked as one of Markdown is."""

import pytest

from rapportpv.core.prose import (
    Liste,
    Titre,
)
from rapportpv.texts.images import Phototheque
from rapportpv.texts.releve import Releve
from rapportpv.texts.textes import load_textes
from rapportpv.texts.word.fragment_word import read_word
from rapportpv.texts.word.paquet_word import TexteRefuseError
from rapportpv.year.controle import check_annee
from rapportpv.year.load import load_dossier
from tests.conftest import DEPOT
from tests.fragments import docx, p, run, tbl
from tests.texts.word.lecture import f, par

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("octets", "raison"),
    [
        (b"", "vide"),
        (b"Bonjour", "inconnu"),
        (OLE + b"...", "inconnu"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "chiffre"),
        (docx(p("Un"))[:300], "abime"),
        (docx(p("Un"), **{"word/document.xml": b"<w:document"}), "abime"),
        (docx(p("Un"), **{"word/document.xml": b"<a xmlns='b'/>"}), "inconnu"),
        (docx(p("Un"), **{"word/styles.xml": b"<w:styles"}), "abime"),
        (docx(p("Un"), **{"word/document.xml": b"<!DOCTYPE a []><a/>"}), "dtd"),
        (docx(p("Un"), **{"word/document.xml": b" " * (20 * 2**20 + 1)}), "trop_grand"),
        (docx(p("Un"), **{"word/vbaProject.bin": b""}), "macros"),
        (
            docx(p("Un"), **{"[Content_Types].xml": b"application/x.macroEnabled.main+xml"}),
            "macros",
        ),
        (docx(p("Un"), **{"_rels/.rels": b"<Relationships/>"}), "inconnu"),
        (docx(p("Un"), **{"_rels/.rels": b"<R><Relationship Id='a' Type='b'/></R>"}), "abime"),
    ],
)
def test_what_is_no_fragment_is_refused(octets, raison):
    with pytest.raises(TexteRefuseError, match=raison):
        read_word(octets, Releve("x.docx", word=True), Phototheque("/nowhere", 2023))


def test_a_broken_fragment_is_told_and_the_others_are_read(projet):
    dossier = projet / "2023" / "textes"
    dossier.mkdir()
    (dossier / "dsu.docx").write_bytes(b"PK")
    (dossier / "avis.docm").write_bytes(docx(p("Un")))
    (dossier / "evolution.docx").write_bytes(docx(p("Un")))
    textes, anomalies = load_textes(projet, 2023)
    assert [bool(texte.prose) for texte in textes] == [False, False, True]
    assert [(a.rule.code, str(a.lieu)) for a in anomalies] == [
        ("PV609", "2023/textes/avis.docm"),
        ("PV608", "2023/textes/dsu.docx"),
    ]
    assert load_dossier(projet, 2023)[0] is not None


@pytest.mark.parametrize("bornes", [("---", "---"), ("\u2014", "\u2013"), None])
def test_a_front_matter_stands_at_the_top(projet, bornes):
    lignes = [p("Titre : Nager"), p("Opérateur : Club")]
    if bornes:
        lignes = [p(bornes[0]), *lignes, p(bornes[1])]
    (projet / "2023" / "textes").mkdir()
    (projet / "2023" / "textes" / "focus-1.docx").write_bytes(
        docx(*lignes, p("Objectifs", "Titre1"), p("- un"), p("Action", "Titre1"), p("Une action."))
    )
    [texte], anomalies = load_textes(projet, 2023)
    assert anomalies == []
    assert texte.entete == {"titre": "Nager", "operateur": "Club"}
    assert texte.objectifs.blocs == (Liste(False, ((par("un"),),)),)
    assert texte.prose.blocs == (Titre(1, f("Action")), par("Une action."))


def test_figures_of_a_fragment_are_checked_as_those_of_markdown(exemple):
    textes = exemple / "2022" / "textes"
    (textes / "evolution.md").unlink()
    note = f'<w:footnote w:id="2">{p("Ou {{ fcs.totla }}.")}</w:footnote>'
    corps = [
        p("---"),
        p("titre : En {{ anne }}"),
        p("---"),
        p(""),
        tbl(["Montant"], ["5 955 899 €"]),
        p(run("Un {{ programmation.") + run("totla", "b") + run(" }} mot.")),
        p(run("Voir") + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
        p(run("Soit 5 ") + run("955 899", "b") + run(" €.")),
    ]
    (textes / "evolution.docx").write_bytes(docx(*corps, notes=note))
    dites = [a for a in check_annee(exemple, 2022).anomalies if a.lieu.fichier.endswith("n.docx")]
    assert [(a.rule.code, a.lieu.cellules, a.valeur) for a in dites] == [
        ("PV407", ("paragraphe 2",), "anne"),
        ("PV406", ("paragraphe 6", "paragraphe 9"), "5 955 899 €"),
        ("PV407", ("paragraphe 7",), "programmation.totla"),
        ("PV407", ("paragraphe 8",), "fcs.totla"),
    ]


LETTRES = {"courrier", "relance"}  # they have no headings


@pytest.mark.parametrize(
    "modele", sorted((DEPOT / "templates").glob("*.docx")), ids=lambda m: m.stem
)
def test_a_whole_document_of_word_is_read(modele):
    releve = Releve("x.docx", word=True)
    lu = read_word(modele.read_bytes(), releve, Phototheque("/nowhere", 2023))
    assert lu.prose
    assert any(isinstance(bloc, Titre) for bloc in lu.prose.blocs) == (modele.stem not in LETTRES)
