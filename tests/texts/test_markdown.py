"""Texts of Markdown: the blocks that they are read into, and what is told of the rest."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rapportpv.core.prose import (
    Appel,
    Citation,
    Fragment,
    Illustration,
    Liste,
    Note,
    Paragraphe,
    Retour,
    TableauSimple,
    Titre,
)
from rapportpv.texts.images import Phototheque
from rapportpv.texts.markdown import read_markdown
from rapportpv.texts.releve import Releve
from tests.fragments import png

NB = "\u00a0"
FINE = "\u202f"


@pytest.fixture
def lire(tmp_path):
    """Reads a text of a project with one picture: its blocks, and the codes that are told."""
    (tmp_path / "2023" / "images").mkdir(parents=True)
    (tmp_path / "2023" / "images" / "un bassin.png").write_bytes(png())

    def lire(contenu: str):
        releve = Releve("2023/textes/x.md")
        prose = read_markdown(contenu, releve, Phototheque(tmp_path, 2023))
        return prose.blocs, [(a.rule.code, *a.lieu.cellules) for a in releve.anomalies]

    return lire


def read(contenu: str, tmp_path="/nowhere"):
    return read_markdown(contenu, Releve("x.md"), Phototheque(tmp_path, 2023)).blocs


def f(texte: str, **style) -> tuple[Fragment]:
    return (Fragment(texte, **style),)


def par(texte: str) -> Paragraphe:
    return Paragraphe(f(texte))


def test_headings_and_paragraphs():
    assert read("# Un\n\nDeux\ntrois\n\n### Quatre ###") == (
        Titre(1, f("Un")),
        par("Deux trois"),
        Titre(3, f("Quatre")),
    )


def test_styles_links_and_line_breaks():
    [paragraphe] = read("Un **gras *et* italique**, [un _lien_](https://x.fr/a_b)\\\nsuite")
    assert paragraphe.contenu == (
        Fragment("Un "),
        Fragment("gras ", gras=True),
        Fragment("et", gras=True, italique=True),
        Fragment(" italique", gras=True),
        Fragment(", "),
        Fragment("un ", lien="https://x.fr/a_b"),
        Fragment("lien", italique=True, lien="https://x.fr/a_b"),
        Retour(),
        Fragment("suite"),
    )


def test_lists_nest_and_keep_their_first_number():
    [puces, numeros] = read("- un\n  1. deux\n  2. trois\n- quatre\n\n<!-- -->\n\n3. cinq\n4. six")
    assert puces == Liste(
        False,
        (
            (par("un"), Liste(True, ((par("deux"),), (par("trois"),)))),
            (par("quatre"),),
        ),
    )
    assert numeros == Liste(True, ((par("cinq"),), (par("six"),)), debut=3)


def test_bullets_pasted_from_a_word_processor_are_items():
    assert read("• un\n• deux") == (Liste(False, ((par("un"),), (par("deux"),))),)


def test_quotations_rules_and_indented_paragraphs():
    assert read("> Dit-elle.\n\n***\n\n    En retrait.") == (
        Citation((par("Dit-elle."),)),
        par("En retrait."),
    )


def test_tables_with_calls_line_breaks_and_a_caption():
    [tableau] = read(
        "| A | B |\n|---|---|\n| **x**<br>y | {{ a_b.c | sans_decimale }} |\n| z |\n\n: Les deux"
    )
    assert tableau == TableauSimple(
        (f("A"), f("B")),
        (
            (
                (Fragment("x", gras=True), Retour(), Fragment("y")),
                (Appel("a_b.c | sans_decimale"),),
            ),
            (f("z"), ()),
        ),
        f("Les deux"),
    )


@pytest.mark.parametrize(
    ("contenu", "appel"),
    [
        ("{{ a_b_c.d_e }}", Appel("a_b_c.d_e")),
        ("{{a.b|sans_decimale}}", Appel("a.b|sans_decimale")),
        ("**{{ a.b }}**", Appel("a.b", gras=True)),
        ("*{{ a_b }}*", Appel("a_b", italique=True)),
        ("# {{ a.b }}", Appel("a.b")),
        ("- {{ a.b }}", Appel("a.b")),
        ("[{{ a.b }}](https://x.fr)", Appel("a.b")),
        ("{{ a.b |\n sans_decimale }}", Appel("a.b | sans_decimale")),
        ("{{ a | accorde(‘projet’, ‘projets’) }}", Appel("a | accorde('projet', 'projets')")),
        ("{{ a.b | inconnu }}", Appel("a.b")),
    ],
)
def test_calls_of_figures_stand_anywhere(contenu, appel):
    [bloc] = read(contenu)
    if isinstance(bloc, Liste):
        [[bloc]] = bloc.elements
    assert bloc.contenu == (appel,)


def test_a_call_over_two_lines_leaves_the_lines_below_their_numbers(lire):
    _, dits = lire("Un {{ a.b |\nsans_decimale }}.\n\nDeux <b>x</b>.\n<i>y</i>")
    assert dits == [("PV606", "ligne 4"), ("PV606", "ligne 5")]


def test_french_typography_goes_over_styles_and_leaves_addresses_alone():
    [paragraphe] = read("""L'*État* dit **"oui"** : voir http://x.fr/l'a?b ! {{ a.b }} % ; fin""")
    textes = [e.texte for e in paragraphe.contenu if isinstance(e, Fragment)]
    assert "".join(textes) == (
        f"L’État dit «{NB}oui{NB}»{NB}: voir http://x.fr/l'a?b{FINE}! {NB}%{FINE}; fin"
    )
    assert Fragment("État", italique=True) in paragraphe.contenu


def test_footnotes_are_read_where_they_are_called(lire):
    blocs, dits = lire("Un[^1] et ^[deux *b*].\n\n[^1]: Une **a** {{ c.d }}.\n\n    Suite.")
    notes = [e for e in blocs[0].contenu if isinstance(e, Note)]
    assert dits == []
    assert len(blocs) == 1
    assert notes == [
        Note(
            (
                Fragment("Une "),
                Fragment("a", gras=True),
                Fragment(" "),
                Appel("c.d"),
                Fragment("."),
                Retour(),
                Fragment("Suite."),
            )
        ),
        Note((Fragment("deux "), Fragment("b", italique=True))),
    ]


@pytest.mark.parametrize(
    ("contenu", "lignes"),
    [
        ("Un.\n\nDeux[^x].", ["ligne 3"]),
        ("Un.\n\n[^x]: Jamais appelée.", ["ligne 3"]),
        ("Un[^x].\n\n[^x]: Voir[^x].", ["ligne 3"]),
        ("Un [lien](a b c).", ["ligne 1"]),
    ],
)
def test_marks_that_mean_nothing_are_told(lire, contenu, lignes):
    _, dits = lire(contenu)
    assert dits == [("PV617", ligne) for ligne in lignes]


def test_a_picture_stands_on_its_own_with_its_caption(lire):
    blocs, dits = lire('Avant\n![Un bassin](../images/un bassin.png "Le *{{ a.b }}*")\naprès')
    assert dits == []
    avant, image, apres = blocs
    assert (avant, apres) == (par("Avant"), par("après"))
    assert isinstance(image, Illustration)
    assert (image.alt, image.image.fichier) == ("Un bassin", "2023/images/un bassin.png")
    assert Appel("a.b") in image.legende


@pytest.mark.parametrize(
    "chemin",
    [
        "../images/un%20bassin.png",
        "images/un bassin.png",
        "un bassin.png",
        "..\\images\\un bassin.png",
    ],
)
def test_a_picture_is_found_from_the_text_the_year_or_its_folder(lire, chemin):
    [image], dits = lire(f"![Un bassin]({chemin})")
    assert dits == []
    assert image.image.fichier == "2023/images/un bassin.png"


def test_a_picture_of_a_table_or_a_heading_comes_after_it(lire):
    blocs, _ = lire("# T ![a](<un bassin.png>)\n\n| A |\n|---|\n| ![b](<un bassin.png>) |")
    assert [type(b) for b in blocs] == [Titre, Illustration, TableauSimple, Illustration]


@pytest.mark.parametrize(
    ("contenu", "attendus"),
    [
        ("Un.\n\n<script>alert(1)</script>\n", ["PV606"]),
        ("<div>\n\nUn.\n\n</div>", ["PV606"]),
        ('Un <img src="x" onerror="y"> mot.', ["PV606"]),
        ("Un.<br>Deux.\n\n<br />\n\nTrois.", []),
        ("Moins < de 3 > choses, <marie@exemple.fr>, <https://exemple.fr>.", []),
        ("<!-- <b>note</b>\n\npour soi -->Un.", []),
        ("[x](javascript:alert(1))", ["PV607"]),
        ("[x](JaVaScRiPt:alert(1))", ["PV607"]),
        ("[x](file:///etc/passwd)", ["PV607"]),
        ("[x](data:text/html,a)", ["PV607"]),
        ("[x](autre.md)", ["PV607"]),
        ("[x](https://x.fr/{{ a.b }})", ["PV607"]),
        ("[x](mailto:a@b.fr) [y](tel:+33321) [z](http://x.fr/é)", []),
        ("![](<un bassin.png>)", ["PV605"]),
        ("![a](https://x.fr/a.png)", ["PV602"]),
        ("![a](absente.png)", ["PV601"]),
    ],
)
def test_what_cannot_be_printed_is_told_and_never_passed_through(lire, contenu, attendus):
    blocs, dits = lire(contenu)
    assert [code for code, _ in dits] == attendus
    ecrit = repr(blocs)
    assert not any(m in ecrit for m in ("<script", "<div", "<img", "script:", "file:", "data:"))


MOTS = st.text(alphabet=string.ascii_letters + "éàçœÉ", min_size=1, max_size=8)


@given(st.lists(st.lists(MOTS, min_size=1), min_size=1))
def test_words_without_markup_come_out_as_they_are(paragraphes):
    blocs = read("\n\n".join("\n".join(mots) for mots in paragraphes))
    assert blocs == tuple(par(" ".join(mots)) for mots in paragraphes)


def fragments(valeur):
    if isinstance(valeur, Fragment):
        yield valeur
    elif isinstance(valeur, tuple):
        for element in valeur:
            yield from fragments(element)
    elif hasattr(valeur, "__dataclass_fields__"):
        for nom in valeur.__dataclass_fields__:
            yield from fragments(getattr(valeur, nom))


@given(st.text(alphabet="ab1 \n\t*_#>-+.|`[]()!<>{}%'\"\\:;\u00a0\U000f0000\x01^~"))
def test_whatever_is_typed_is_read_without_an_empty_fragment(contenu):
    for fragment in fragments(read(contenu)):
        assert fragment.texte
        assert not set("\x01\n\U000f0000") & set(fragment.texte)
