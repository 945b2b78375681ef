"""The page: what it says, how it is built, what a browser and a blind reader make of it."""

import re
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace

from rapportpv.core.anomalie import Anomalie, Severite
from rapportpv.core.emplacement import Emplacement
from rapportpv.export.html import Releve, format_html
from rapportpv.reading.rules.pv003_classeur_ouvert import PV003
from rapportpv.subjects.programmation.rules.pv201_pilier_inconnu import PV201
from rapportpv.year.catalogue import CATALOGUE
from tests.flatten import plain

MECHANT = "<script>alert('=1+1, 100 %')</script>\n&amp;\x1b"
VIDES = {"meta", "link", "img", "br", "hr"}


class Page(HTMLParser):
    """The elements with their attributes and text, and the nesting, which must be right."""

    def __init__(self, texte: str) -> None:
        super().__init__()
        self.ouverts: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.elements: list[tuple[str, dict[str, str | None], str]] = []
        self.feed(texte)
        self.close()
        assert self.ouverts == []

    def handle_starttag(self, nom, attributs):
        self.ouverts.append((nom, dict(attributs), []))
        if nom in VIDES:
            self.handle_endtag(nom)

    def handle_endtag(self, nom):
        ouvert, attributs, textes = self.ouverts.pop()
        assert ouvert == nom
        self.elements.append((nom, attributs, " ".join("".join(textes).split())))

    def handle_data(self, texte):
        for _, _, textes in self.ouverts:
            textes.append(texte)

    def texts(self, *noms: str) -> list[str]:
        return [plain(texte) for nom, _, texte in self.elements if nom in noms]

    def attributes(self, nom: str) -> list[str]:
        return [
            valeur
            for _, attributs, _ in self.elements
            for n, valeur in attributs.items()
            if n == nom
        ]


def pilier(fichier: str, *cellules: str, valeur: str = MECHANT) -> Anomalie:
    lieu = Emplacement(fichier, "Programmation", cellules)
    return PV201.at(lieu, valeur=valeur, suggestion="Écrivez « Emploi ».", connus="« Emploi »")


@pytest.fixture
def fautes() -> list[Anomalie]:
    return [
        PV003.at(Emplacement("2022/fcs.xlsx"), verrou="~$fcs.xlsx"),
        pilier("2022/programmation.xlsx", "F12", "F13", "F40"),
    ]


def test_the_page_says_everything_in_order(fautes):
    page = Page(format_html([2022], fautes, Releve(171, 1)))
    niveaux = {"h1": "", "h2": "- ", "h3": "  - ", "h4": "    - "}
    titres = [niveaux[nom] + plain(t) for nom, _, t in page.elements if nom in niveaux]
    assert titres == [
        "Vérification des classeurs, 2022",
        "- 2022/fcs.xlsx",
        "  - Le fichier lui-même",
        "- 2022/programmation.xlsx",
        "  - Feuille « Programmation »",
        "- Ce que veulent dire les codes",
        "  - PV003 classeur-ouvert",
        "    - Pourquoi c'est gênant",
        "    - Exemple fautif",
        "    - À écrire plutôt",
        "  - PV201 pilier-inconnu",
        "    - Pourquoi c'est gênant",
        "    - Exemple fautif",
        "    - À écrire plutôt",
    ]
    assert page.texts("p")[0] == "2 erreurs, 1 anomalie acceptée (171 projets lus)."
    cellules = page.texts("th", "td")
    debut = cellules.index("F12:F13, F40")
    assert cellules[debut : debut + 6] == [
        "F12:F13, F40",
        "erreur",
        "<script>alert('=1+1, 100 %')</script> &amp;␛",
        "Pilier inconnu : « <script>alert('=1+1, 100 %')</script> &amp;␛ ». Piliers du contrat : « Emploi ».",
        "Écrivez « Emploi ».",
        "PV201",
    ]


def test_a_value_is_never_markup(fautes):
    texte = format_html([2022], fautes, Releve(171))
    assert "<script" not in texte
    assert {nom for nom, _, _ in Page(texte).elements}.isdisjoint({"script", "img", "a\n"})


def test_the_page_needs_nothing_else(fautes):
    texte = format_html([2022], fautes, Releve(171))
    page = Page(texte)
    assert page.attributes("src") == []
    assert "url(" not in texte
    assert "@import" not in texte
    liens = page.attributes("href")
    assert set(liens) == {"#fichier-1", "#fichier-2", "#codes", "#PV003", "#PV201"}
    identifiants = page.attributes("id")
    assert sorted(identifiants) == sorted(set(identifiants))
    assert {lien.removeprefix("#") for lien in liens} <= set(identifiants)
    assert set(page.attributes("aria-labelledby")) <= set(identifiants)


def test_the_page_can_be_read_aloud(fautes):
    page = Page(format_html([2022], fautes, Releve(171)))
    assert [a["lang"] for nom, a, _ in page.elements if nom == "html"] == ["fr"]
    assert page.texts("title") == ["Vérification des classeurs, 2022 : 2 erreurs"]
    portees = [a.get("scope") for nom, a, _ in page.elements if nom == "th"]
    assert set(portees) == {"col", "row"}
    assert portees.count("row") == 2
    tableaux = sum(nom == "table" for nom, _, _ in page.elements)
    assert sum(nom == "thead" for nom, _, _ in page.elements) == tableaux


def test_every_page_of_the_catalogue_fits_in(fautes):
    lieu = Emplacement("2022/programmation.xlsx")
    toutes = [replace(fautes[0], rule=rule, lieu=lieu) for rule in CATALOGUE]
    page = Page(format_html([2022], toutes, Releve(171)))
    assert [c for c in page.texts("h3") if c.startswith("PV")] == [
        f"{r.code} {r.nom}" for r in CATALOGUE
    ]
    assert not any("|" in texte for texte in page.texts("p"))  # a table that was not seen as one


def test_without_values_the_page_has_no_column_for_them(fautes):
    entetes = Page(format_html([2022], fautes, Releve(171), valeurs=False)).texts("th")
    assert {"Ce qui a été lu", "À écrire"}.isdisjoint(entetes)


def test_a_clean_year_is_one_sentence():
    page = Page(format_html([2021, 2022, 2023], [], Releve(1)))
    assert page.texts("h1") == ["Vérification des classeurs, 2021, 2022 et 2023"]
    assert page.texts("p") == ["Aucune anomalie (1 projet lu)."]
    assert page.texts("table") == []


def test_letters_stand_out_from_their_ground(fautes):
    style = re.search(r"<style>(.*)</style>", format_html([2022], fautes, Releve(1)), re.DOTALL)[1]
    regles = re.findall(r"color: (#\w{6}); background: (#\w{6})", style)
    assert len(regles) == 2 + len(Severite)
    seules = re.findall(r"(?<![-\w])color: (#\w{6});(?! background)", style)
    for encre, fond in [*regles, *((encre, "#ffffff") for encre in seules)]:
        clair, sombre = sorted((luminance(encre), luminance(fond)), reverse=True)
        assert (clair + 0.05) / (sombre + 0.05) >= 4.5, (encre, fond)


def luminance(couleur: str) -> float:
    """As WCAG has it."""
    canaux = [int(couleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    rouge, vert, bleu = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in canaux
    )
    return 0.2126 * rouge + 0.7152 * vert + 0.0722 * bleu
