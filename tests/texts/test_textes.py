"""The folder `textes/`: which files it holds, what is written in them, their sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportpv.core.errors import FichierInaccessibleError
from rapportpv.core.prose import Fragment, Paragraphe, Prose, Titre
from rapportpv.core.textes import MASQUE, Texte
from rapportpv.texts.textes import load_textes
from tests.fragments import docx, p, png, run


def write(projet, **textes: str):
    dossier = projet / "2023" / "textes"
    dossier.mkdir(exist_ok=True)
    for nom, contenu in textes.items():
        (dossier / f"{nom}.md").write_text(contenu, "utf-8")
    return dossier


def test_a_project_without_the_folder_has_no_texts(projet):
    assert load_textes(projet, 2023) == (None, [])


def test_an_empty_folder_is_not_the_same_as_none(projet):
    write(projet)
    assert load_textes(projet, 2023) == ((), [])


def test_texts_come_by_name_without_what_editors_leave_behind(projet):
    dossier = write(projet, dsu="b", articulation="a")
    for nom in ("~$dsu.docx", ".dsu.md", "notes.txt", "avis.docx"):
        (dossier / nom).write_bytes(b"x")
    (dossier / "images.md").mkdir()
    assert [t.fichier for t in load_textes(projet, 2023)[0]] == [
        "2023/textes/articulation.md",
        "2023/textes/avis.docx",
        "2023/textes/dsu.md",
    ]


NOMS = ["2-evolution", "focus-1-piscine", "focus-2-fresque", "focus-10-jardin", "orientations"]


@given(st.permutations(NOMS))
def test_numbered_files_order_themselves_whatever_the_order_of_the_folder(noms):
    textes = [Texte(f"2023/textes/{nom}.md", "") for nom in noms]
    ranges = sorted(textes, key=lambda texte: texte.ordre)
    assert [t.fichier for t in ranges] == [f"2023/textes/{nom}.md" for nom in NOMS]


def test_a_text_in_a_format_that_is_not_read_is_told_unless_another_says_the_same(projet):
    dossier = write(projet, evolution="Un texte.")
    (dossier / "evolution.odt").write_bytes(b"x")
    (dossier / "articulation.odt").write_bytes(b"x")
    _, [anomalie] = load_textes(projet, 2023)
    assert (anomalie.rule.code, str(anomalie.lieu)) == ("PV608", "2023/textes/articulation.odt")


@pytest.mark.parametrize("octets", [b"PK\x03\x04zip", b"a\x00b", b"x" * (2 * 2**20 + 1)])
def test_a_text_that_is_none_is_told_and_empty(projet, octets):
    (write(projet, dsu="Un texte.") / "evolution.md").write_bytes(octets)
    (dsu, evolution), [anomalie] = load_textes(projet, 2023)
    assert anomalie.rule.code == "PV608"
    assert (bool(dsu.prose), bool(evolution.prose), evolution.is_vide) == (True, False, False)


def test_a_section_that_only_a_template_of_the_project_calls_is_known(projet):
    write(projet, bilan_moral="Un texte.")
    [anomalie] = load_textes(projet, 2023)[1]
    assert (anomalie.rule.code, anomalie.valeur) == ("PV612", "bilan_moral")
    (projet / "modeles").mkdir()
    (projet / "modeles" / "abime.docx").write_bytes(b"x")
    gabarit = docx(p(run("{{ textes.bilan") + run("_moral }}", "b")))
    (projet / "modeles" / "rapport.docx").write_bytes(gabarit)
    assert load_textes(projet, 2023)[1] == []


def test_the_aims_of_a_focus_stand_apart(projet):
    contenu = "Avant.\n\n## Les objectifs\n\n- un\n\n### Et\n\n- deux\n\n## Suite\n\nAprès."
    write(projet, **{"focus-1-nager": contenu, "evolution": contenu})
    (evolution, focus), _ = load_textes(projet, 2023)
    assert [type(b).__name__ for b in focus.objectifs.blocs] == ["Liste", "Titre", "Liste"]
    assert [type(b).__name__ for b in focus.prose.blocs] == ["Paragraphe", "Titre", "Paragraphe"]
    assert not evolution.objectifs


ENTETE = """---
Titre : « J’apprends à nager »
OPÉRATEUR: Club : section "jeunes"
légende: 'Un bassin'
# une remarque
photo :
---

Une action."""


def test_a_front_matter_is_read_whatever_its_accents_case_and_quotes(projet):
    write(projet, **{"focus-1": ENTETE})
    [texte], anomalies = load_textes(projet, 2023)
    assert anomalies == []
    assert texte.entete == {
        "titre": "J’apprends à nager",
        "operateur": "Club\u00a0: section «\u00a0jeunes\u00a0»",
        "legende": "Un bassin",
    }
    assert len(texte.prose.blocs) == 1


@pytest.mark.parametrize("contenu", ["---\n\nUn texte.\n\n---\n", "---\ntitre : x\n\nUn texte.\n"])
def test_two_rules_or_one_make_no_front_matter(projet, contenu):
    write(projet, evolution=contenu)
    [texte], anomalies = load_textes(projet, 2023)
    assert (texte.entete, anomalies) == ({}, [])
    assert texte.prose


def test_the_pictures_of_a_front_matter_are_read_by_their_path(projet):
    (projet / "2023" / "images").mkdir()
    (projet / "2023" / "images" / "a.png").write_bytes(png())
    write(projet, **{"focus-1": "---\nphoto : images/a.png\nalt : Un bassin\n---\nUne action."})
    [texte], anomalies = load_textes(projet, 2023)
    assert anomalies == []
    assert texte.photos["images/a.png"].fichier == "2023/images/a.png"


@pytest.mark.parametrize("encodage", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_usual_encoding_is_read(projet, encodage):
    dossier = write(projet)
    (dossier / "evolution.md").write_bytes("Été\r\nà l’école".encode(encodage))
    [texte], _ = load_textes(projet, 2023)
    assert texte.contenu == "Été\nà l’école"


def test_a_text_that_the_system_forbids_stops_the_program(projet, monkeypatch):
    write(projet, evolution="x")

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    with pytest.raises(FichierInaccessibleError, match=r"evolution\.md"):
        load_textes(projet, 2023)


@pytest.mark.parametrize(
    ("fichier", "section"),
    [
        ("evolution.md", "evolution"),
        ("Évolution.md", "evolution"),
        ("2-evolution.md", "evolution"),
        ("02_Evolution.docx", "evolution"),
        ("focus-1-piscine.md", "focus"),
        ("Focus piscine.md", "focus"),
        ("avis-des-communes.md", "avis_des_communes"),
        ("priorites-2023.md", "priorites"),
        ("priorites2.md", "priorites"),
    ],
)
def test_a_section_is_told_by_the_name_of_its_file(fichier, section):
    assert Texte(f"2023/textes/{fichier}", "").section == section


@pytest.mark.parametrize(
    ("contenu", "vide"),
    [
        ("", True),
        ("# Évolution\n\n## Emploi\n", True),
        ("---\ntitre: Évolution\n---\n", True),
        ("<!-- à écrire\npar Marie -->\n\n---\n", True),
        ("# Évolution\nLe chômage baisse.", False),
        ("{{ programmation.total }}", False),
    ],
)
def test_headings_comments_and_front_matter_fill_nothing(contenu, vide):
    assert Texte("2023/textes/evolution.md", contenu).is_vide is vide


def test_a_fragment_of_word_is_empty_when_it_has_headings_only():
    titre = Titre(1, (Fragment("Évolution"),))
    plein = Prose((titre, Paragraphe((Fragment("Le chômage baisse."),))))
    assert Texte("t.docx", "", word=True, prose=Prose((titre,))).is_vide
    assert not Texte("t.docx", "", word=True, prose=plein).is_vide
    assert not Texte("t.docx", "", word=True, illisible=True).is_vide


def sentences(contenu: str) -> list[str]:
    return [" ".join(p.texte.split()) for p in Texte("t.md", contenu).phrases() if p.texte.strip()]


def test_sentences_go_over_lines_and_stop_at_blocks():
    assert sentences("Un\nmontant. Deux ! « Trois »\n\n# Titre\nsuite\n- un\n- deux") == [
        "Un montant.",
        "Deux !",
        "« Trois »",
        "# Titre suite",
        "- un",
        "- deux",
    ]


@pytest.mark.parametrize(
    "passage",
    [
        "{{ programmation.total | sans_decimale }}",
        "<!-- 5 955 899 € -->",
        "https://exemple.fr/2022/171-projets",
        "marie.62@exemple.fr",
        "n° 2022CC/136",
        "n°2015-1118",
        "numéro 136",
        "27 juin 2023",
        "1er juillet",
        "27/06/2023",
        "2023-06-27",
        "03 21 61 50 00",
        "+33 3 21 61 50 00",
        "03.21.61.50.00",
        "19 h 30",
        "L. 1111-2",
        "2022",
        "[^1]",
    ],
)
def test_what_is_no_figure_is_masked(passage):
    for autour in (passage, f"Voir {passage}, donc.", f"({passage})"):
        [phrase] = Texte("t.md", autour).phrases()
        assert not any(c.isdigit() for c in phrase.texte), phrase.texte
        assert MASQUE in phrase.texte


@pytest.mark.parametrize(
    ("contenu", "lu"),
    [
        ("**5 955 899 €**", "5 955 899 €"),
        ("**171** projets", "171 projets"),
        ("_171 projets_", "171 projets"),
        ("5\u202f955\u202f899\u00a0€", "5 955 899 €"),
        ("5&nbsp;955&nbsp;899&nbsp;&euro;", "5 955 899 €"),
        ("5 955\n899 €", "5 955 899 €"),
        ("2000 €", "2000 €"),
        ("2 022 projets", "2 022 projets"),
        ("12 habitants", "12 habitants"),
    ],
)
def test_figures_stay_whatever_their_dress(contenu, lu):
    assert sentences(contenu) == [lu]


def test_the_years_of_a_sentence_are_kept():
    [phrase] = Texte("t.md", "En 2021, puis au 27 juin 2023, 5 2022 € et 12021.").phrases()
    assert phrase.annees == {2021, 2023, 2022}


def test_calls_are_named_with_their_line():
    texte = Texte("2023/textes/x.md", "Un {{a.b}}\n<!-- {{ non }} -->\n{{ c.1.d|sans_decimale }}")
    assert [(nom, str(texte.lieu(position))) for nom, position in texte.appels()] == [
        ("a.b", "2023/textes/x.md › ligne 1"),
        ("c.1.d", "2023/textes/x.md › ligne 3"),
    ]


def test_calls_of_a_fragment_of_word_have_their_paragraph():
    texte = Texte("x.docx", "Un.\n\nDeux {{ a.b }}\n\n\n\n{{ c }}", word=True)
    assert [str(texte.lieu(position)) for _, position in texte.appels()] == [
        "x.docx › paragraphe 2",
        "x.docx › paragraphe 4",
    ]


@pytest.mark.parametrize(
    ("ecrit", "genres"),
    [
        ("{{ a.b | sans_decimale }}", []),
        ("{{ a.b | accorde('projet', \"projets\") }}", []),
        ("{{ a.b | accorde(‘projet’, « projets ») }}", []),
        ("{{ a.b | acorde('x', 'y') | autre }}", ["filtre", "filtre"]),
        ("{{ a + b }}", ["illisible"]),
        ("{{ }} et {{ 2 }}", ["illisible", "illisible"]),
        ("{{ a.b }", ["illisible"]),
        ("{% if a %}b{% endif %}", ["instruction", "instruction"]),
        ("<!-- {% if a %} -->{# {{ #}", []),
        ("{a} et { b }", []),
    ],
)
def test_what_stands_between_braces_is_a_call_or_is_told(ecrit, genres):
    assert [a.genre for a in Texte("t.md", f"Un {ecrit}.").accolades()] == genres
