"""The folder `textes/`: which files it holds, what is written in them, their sentences."""

import pytest

from rapportpv.load.textes import load_textes
from rapportpv.model.errors import FichierInaccessibleError
from rapportpv.model.textes import MASQUE, Texte


def write(projet, **textes: str):
    dossier = projet / "2023" / "textes"
    dossier.mkdir(exist_ok=True)
    for nom, contenu in textes.items():
        (dossier / f"{nom}.md").write_text(contenu, "utf-8")
    return dossier


def test_a_project_without_the_folder_has_no_texts(projet):
    assert load_textes(projet, 2023) is None


def test_an_empty_folder_is_not_the_same_as_none(projet):
    write(projet)
    assert load_textes(projet, 2023) == ()


def test_texts_come_by_name_without_what_editors_leave_behind(projet):
    dossier = write(projet, dsu="b", articulation="a")
    for nom in ("~$dsu.docx", ".dsu.md", "notes.txt", "plan.docx"):
        (dossier / nom).write_bytes(b"x")
    (dossier / "images.md").mkdir()
    assert [t.fichier for t in load_textes(projet, 2023)] == [
        "2023/textes/articulation.md",
        "2023/textes/dsu.md",
        "2023/textes/plan.docx",
    ]


@pytest.mark.parametrize("encodage", ["utf-8", "utf-8-sig", "cp1252"])
def test_any_usual_encoding_is_read(projet, encodage):
    dossier = write(projet)
    (dossier / "evolution.md").write_bytes("Été\r\nà l’école".encode(encodage))
    [texte] = load_textes(projet, 2023)
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
        ("focus-1-piscine.md", "focus1piscine"),
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


def test_a_fragment_of_word_is_taken_as_written():
    assert not Texte("2023/textes/evolution.docx", "", word=True).is_vide


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
