"""Charts of several series, of years that a new contract parts."""

from markupsafe import Markup

from rapportpv.export.accessible.ooxml import parse
from rapportpv.export.page.blocs import Cellule, Rangee, Tableau
from rapportpv.export.page.graphiques import read_graphique

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
ANNEES = ("2022", "2023", "Nouveau contrat", "2024")


def serie(nom, valeurs, teinte="accent1"):
    noms = "".join(f'<c:pt idx="{n}"><c:v>{a}</c:v></c:pt>' for n, a in enumerate(ANNEES))
    points = "".join(f'<c:pt idx="{n}"><c:v>{v}</c:v></c:pt>' for n, v in valeurs.items())
    return (
        f"<c:ser><c:tx><c:strRef><c:strCache><c:pt idx='0'><c:v>{nom}</c:v></c:pt></c:strCache>"
        f"</c:strRef></c:tx><c:spPr><a:solidFill><a:schemeClr val='{teinte}'/></a:solidFill>"
        f"</c:spPr><c:cat><c:strRef><c:strCache>{noms}</c:strCache></c:strRef></c:cat>"
        f"<c:val><c:numRef><c:numCache>{points}</c:numCache></c:numRef></c:val></c:ser>"
    )


def group(sorte, axes, *series, ecart="60", recouvre=""):
    recouvrement = f'<c:overlap val="{recouvre}"/>' if recouvre else ""
    places = "".join(f'<c:axId val="{axe}"/>' for axe in axes)
    sens = '<c:barDir val="col"/>' if sorte == "barChart" else ""
    largeur = f'<c:gapWidth val="{ecart}"/>' if sorte == "barChart" else ""
    return f"<c:{sorte}>{sens}{''.join(series)}{largeur}{recouvrement}{places}</c:{sorte}>"


def read(*groupes):
    xml = f'<c:chart xmlns:c="{C}" xmlns:a="{A}">{"".join(groupes)}</c:chart>'
    return read_graphique(parse(xml.encode()), "titre", "alt")


RUPTURE = group("barChart", (3, 4), serie("Rupture", {2: 1}, "bg2"), ecart="0")


def test_what_parts_two_contracts_is_a_band_and_no_value():
    lu = read(group("lineChart", (1, 2), serie("Projets", {0: 14, 1: 12, 3: 10})), RUPTURE)
    assert [s.nom for s in lu.series] == ["Projets"]
    assert [nom.texte for nom in lu.noms if nom.bande] == ["Nouveau contrat"]
    assert [point.rang for point in lu.series[0].points] == [0, 1, 3]  # nothing is joined over it


def test_columns_of_a_second_axis_that_are_no_band_are_values():
    autre = group("barChart", (3, 4), serie("Actions", {0: 5, 1: 4}), ecart="80")
    lu = read(group("barChart", (1, 2), serie("Projets", {0: 14, 1: 12})), autre)
    assert [s.nom for s in lu.series] == ["Projets", "Actions"]
    assert not any(nom.bande for nom in lu.noms)


def test_columns_that_cover_each_other_stand_in_one_place():
    avant, apres = serie("Avant", {0: 1, 1: 2}, "accent6"), serie("Après", {3: 3})
    lu = read(group("barChart", (1, 2), avant, apres, recouvre="100"))
    assert lu.superposees
    assert [s.teinte for s in lu.series] == [4, 1]
    deux = serie("Avant", {0: 1, 3: 2})
    assert not read(group("barChart", (1, 2), deux, apres, recouvre="100")).superposees
    assert not read(group("barChart", (1, 2), avant, apres)).superposees


def test_two_series_of_one_colour_are_told_apart():
    lignes = group("lineChart", (1, 2), serie("a", {0: 1}), serie("b", {0: 2}), serie("c", {0: 3}))
    assert len({s.teinte for s in read(lignes).series}) == 3


def table(*rangees):
    def row(textes):
        return Rangee(tuple(Cellule(Markup(texte)) for texte in textes))

    return Tableau(Markup(), "", "", (row(("a", "b")),), tuple(map(row, rangees)))


def test_a_column_of_several_units_is_not_sorted():
    assert table(("Nord", "3\u00a0€"), ("Sud", "–"), ("Est", "1\u00a0€")).triable
    assert not table(("Crédits", "3\u00a0€"), ("Part", "4\u00a0%"), ("Actions", "12")).triable
    assert table(("12 rue Basse", "3"), ("Sud", "4"), ("Est", "5")).triable
