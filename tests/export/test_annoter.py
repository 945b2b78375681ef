"""An annotated copy: its index, its colours, its comments, and what stays of the original."""

from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from rapportpv.core.anomalie import Severite
from rapportpv.core.zip import read_zip
from rapportpv.export.annoter import annotate_classeurs
from rapportpv.export.copie import is_copie
from rapportpv.reading.rules.pv017_copie_annotee import MARQUE
from tests.export.conftest import FICHIER, annotate, edit, fault, set_parts
from tests.flatten import plain


def rows(feuille) -> list[list[object]]:
    return [
        [plain(c) if isinstance(c, str) else c for c in ligne]
        for ligne in feuille.iter_rows(min_row=6, values_only=True)
    ]


def test_the_index_lists_the_worst_first_with_a_link_to_each(racine):
    classeur = annotate(
        racine,
        fault(feuille=None, conseil=None, valeur="x"),
        fault("A2", severite=Severite.INFO),
        fault("B3", "B4", "B6", severite=Severite.ALERTE, valeur="8"),
        fault("B2"),
        fault(feuille="Notes"),
    )
    index = classeur.worksheets[0]
    assert classeur.sheetnames == ["Anomalies", "FCS", "Notes"]
    assert (
        plain(index["A1"].value) == "Anomalies de « 2022/fcs.xlsx » : 3 erreurs, 1 alerte, 1 info"
    )
    assert [c.value for c in index[5]] == [
        "N°", "Sévérité", "Code", "Feuille", "Cellule", "Valeur lue", "Message", "À écrire",
    ]  # fmt: skip
    assert rows(index) == [
        [1, "erreur", "PV204", None, None, "x", "Axe inconnu : « x ».", None],
        [2, "erreur", "PV204", "FCS", "B2", "9", "Axe inconnu : « 9 ».", "Écrivez « 1 »."],
        [
            3,
            "erreur",
            "PV204",
            "Notes",
            "la feuille",
            "9",
            "Axe inconnu : « 9 ».",
            "Écrivez « 1 ».",
        ],
        [4, "alerte", "PV301", "FCS", "B3:B4, B6", "8", "Axe inconnu : « 8 ».", "Écrivez « 1 »."],
        [5, "info", "PV008", "FCS", "A2", "9", "Axe inconnu : « 9 ».", "Écrivez « 1 »."],
    ]
    liens = [cellule.hyperlink and cellule.hyperlink.location for cellule in index["E"][5:]]
    assert liens == [None, "'FCS'!B2", "'Notes'!A1", "'FCS'!B3", "'FCS'!A2"]
    assert (index.freeze_panes, index.auto_filter.ref) == ("A6", "A5:H10")
    assert all(cellule.alignment.wrap_text for cellule in index["G"][4:])


def test_only_the_index_is_selected(racine):
    edit(racine, lambda classeur: setattr(classeur, "active", 1))
    classeur = annotate(racine, fault("B2"))
    assert classeur.active.title == "Anomalies"
    assert [f.sheet_view.tabSelected for f in classeur.worksheets] == [True, False, False]


def test_a_value_never_becomes_a_formula(racine):
    classeur = annotate(
        racine,
        fault("B2", valeur="=1+1", conseil="=HYPERLINK(1)"),
        fault("B3", valeur="@SUM(1)\x07"),
    )
    index = classeur.worksheets[0]
    for cellule, texte in (("F6", "=1+1"), ("H6", "=HYPERLINK(1)"), ("F7", "@SUM(1)␇")):
        assert (index[cellule].value, index[cellule].data_type) == (texte, "s")
        assert index[cellule].quotePrefix
    assert not index["G6"].quotePrefix


def test_a_bad_cell_is_coloured_and_commented_once(racine):
    feuille = annotate(
        racine, fault("B2", severite=Severite.ALERTE, valeur="8"), fault("B2", "B3"), fault("B2")
    )["FCS"]
    rouge, ailleurs = feuille["B2"], feuille["C2"]
    assert rouge.fill.start_color.rgb == feuille["B3"].fill.start_color.rgb == "FFFFC7CE"
    assert ailleurs.fill.fill_type is None
    assert ailleurs.comment is None
    assert rouge.comment.author == "rapportpv"
    assert plain(rouge.comment.text) == (
        "erreur PV204 axe-inconnu\nAxe inconnu : « 9 ».\nÉcrivez « 1 ».\n\n"
        "erreur PV204 axe-inconnu\nAxe inconnu : « 9 ».\nÉcrivez « 1 ».\n\n"
        "alerte PV301 axe-inconnu\nAxe inconnu : « 8 ».\nÉcrivez « 1 »."
    )


def test_a_comment_is_high_enough_for_its_text(racine):
    annotate(racine, fault("B2", valeur="long " * 100), fault("B3"))
    [chemin] = (racine / "copies").iterdir()
    dessins = read_zip(chemin.read_bytes())["xl/drawings/commentsDrawing1.vml"].decode()
    longue, courte = (int(bout.partition("px")[0]) for bout in dessins.split("height:")[1:])
    assert courte == 3 * 17 + 14
    assert longue >= courte + 3 * 17  # a value is quoted to 200 letters


def test_what_somebody_noted_stays(racine):
    def note(classeur):
        classeur["FCS"]["B2"].comment = Comment("Vu avec Marie", "Jean")
        classeur["FCS"]["A1"].comment = Comment("Ne pas toucher", "Jean")

    edit(racine, note)
    feuille = annotate(racine, fault("B2"))["FCS"]
    assert feuille["B2"].comment.text.endswith("\n\nJean :\nVu avec Marie")
    assert feuille["A1"].comment.text == "Ne pas toucher"


def test_letters_stay_readable_and_the_rest_of_their_look_stays(racine):
    def blanchit(classeur):
        classeur["FCS"]["B2"].font = Font(name="Arial", bold=True, color="FFFFFFFF")

    edit(racine, blanchit)
    police = annotate(racine, fault("B2"))["FCS"]["B2"].font
    assert (police.name, police.bold, police.color.rgb) == ("Arial", True, "FF8C1D18")


def test_a_cell_hidden_by_a_merge_is_told_on_the_one_that_shows(racine):
    edit(racine, lambda classeur: classeur["FCS"].merge_cells("B2:B3"))
    feuille = annotate(racine, fault("B2", "B3"), fault("B3", valeur="8"))["FCS"]
    assert feuille["B2"].comment.text.count("PV204") == 2


def test_a_whole_row_is_coloured_and_commented_once(racine):
    feuille = annotate(racine, fault("1:1"), fault("C2:C9"))["FCS"]
    couleurs = [cellule.fill.fill_type for cellule in feuille[1]]
    assert couleurs == ["solid"] * 5
    assert [bool(cellule.comment) for cellule in feuille[1]] == [True, *[False] * 4]
    assert [feuille[c].fill.fill_type for c in ("C2", "C3", "C4")] == ["solid", "solid", None]


def test_formulas_are_kept_and_recomputed(racine):
    def compute(classeur):
        classeur["FCS"]["E4"] = "=SUM(E2:E3)"
        classeur["FCS"]["C2"] = CellRichText("Les ", TextBlock(InlineFont(b=True), "Amis"))

    edit(racine, compute)
    classeur = annotate(racine, fault("B2"))
    assert classeur["FCS"]["E4"].value == "=SUM(E2:E3)"
    assert classeur["FCS"]["C2"].value[1].font.b
    assert classeur.calculation.fullCalcOnLoad
    assert classeur.worksheets[0]["A3"].value == "Excel recalcule les formules à l’ouverture."


def test_the_copy_is_marked_and_the_original_untouched(racine):
    avant = (racine / FICHIER).read_bytes()
    [copie] = annotate_classeurs(racine, [fault("B2")], racine / "copies")
    assert (racine / FICHIER).read_bytes() == avant
    assert copie.chemin == racine / "copies" / "fcs 2022 - annoté.xlsx"
    assert load_workbook(copie.chemin).custom_doc_props[MARQUE].value == FICHIER
    assert is_copie(read_zip(copie.chemin.read_bytes()))
    assert not is_copie(read_zip(avant))


def test_what_the_copy_loses_is_counted(racine):
    forme, image = "<xdr:sp macro=''/>", "<xdr:pic><xdr:blipFill/></xdr:pic>"
    dessin = f"<d>{image}{image}<mc:AlternateContent><mc:Choice>{forme}</mc:Choice>"
    dessin += f"<mc:Fallback>{image}</mc:Fallback></mc:AlternateContent></d>"
    parts = {
        "xl/drawings/drawing1.xml": dessin,
        "xl/charts/chart1.xml": "<c/>",
        "xl/charts/style1.xml": "<c/>",
        "xl/worksheets/sheet9.xml": "<x14:sparklineGroup><x14:sparkline/></x14:sparklineGroup>",
        "xl/pivotTables/pivotTable1.xml": "<p/>",
        "xl/vbaProject.bin": "macros",
    }
    set_parts(racine, parts)
    [copie] = annotate_classeurs(racine, [fault("B2")], racine / "copies")
    assert plain(copie.reserves) == (
        "La copie n'a pas : 2 images, 1 graphique, 1 zone de texte ou forme, 1 courbe sparkline, "
        "1 tableau croisé, 1 module de macros."
    )
    assert load_workbook(copie.chemin).worksheets[0]["A3"].value == copie.reserves
    assert not any("vba" in nom or "chart" in nom for nom in read_zip(copie.chemin.read_bytes()))


def test_charts_are_left_out_whole_rather_than_half_kept(racine):
    from openpyxl.chart import BarChart, Reference

    def draw(classeur):
        graphique = BarChart()
        graphique.add_data(Reference(classeur["FCS"], min_col=5, min_row=2, max_row=3))
        classeur["FCS"].add_chart(graphique, "G2")

    edit(racine, draw)
    [copie] = annotate_classeurs(racine, [fault("B2")], racine / "copies")
    assert plain(copie.reserves) == "La copie n'a pas : 1 graphique."
    assert not any("chart" in nom for nom in read_zip(copie.chemin.read_bytes()))


def test_a_sheet_already_called_anomalies(racine):
    edit(racine, lambda classeur: setattr(classeur["Notes"], "title", "ANOMALIES"))
    assert annotate(racine, fault("B2")).sheetnames == ["Anomalies (2)", "FCS", "ANOMALIES"]


def test_same_workbook_same_bytes(racine, monkeypatch):
    [copie] = annotate_classeurs(racine, [fault("B2")], racine / "copies")
    octets = copie.chemin.read_bytes()

    class PlusTard(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(2031, 1, 1, tzinfo=tz)

    for module in ("openpyxl.packaging.core", "openpyxl.writer.excel"):
        monkeypatch.setattr(f"{module}.datetime.datetime", PlusTard)
    annotate_classeurs(racine, [fault("B2")], racine / "copies")
    assert copie.chemin.read_bytes() == octets
    with ZipFile(BytesIO(octets)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
