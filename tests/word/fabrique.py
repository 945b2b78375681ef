"""Makes the small Word templates of these tests, from the XML that each test shows."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from xml.sax.saxutils import escape

from rapportpv.core.anomalie import Anomalie
from rapportpv.core.chiffre import Bilan, Cellule, Chiffre, Colonne, Ligne, Quantite, Tableau, Unite
from rapportpv.core.dessin import Dessin
from rapportpv.core.identite import Axe, Identite, Version
from rapportpv.core.textes import Texte
from rapportpv.word.invariants import find_faults
from rapportpv.word.matiere import Matiere
from rapportpv.word.render import render_document
from rapportpv.year.sujets import SUJETS
from tests.word.document import Document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)
_MIME = "application/vnd.openxmlformats-officedocument"
_MIME_PAQUET = "application/vnd.openxmlformats-package"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = (
    '<w:style w:type="paragraph" w:styleId="Titre"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titre2"><w:name w:val="heading 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="TM1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="TM2"><w:name w:val="toc 2"/></w:style>'
)


def p(texte: str = "", style: str = "") -> str:
    """A paragraph of one run."""
    pr = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    run = f'<w:r><w:t xml:space="preserve">{escape(texte)}</w:t></w:r>' if texte else ""
    return f"<w:p>{pr}{run}</w:p>"


def tbl(*lignes: list[str]) -> str:
    """A table of texts."""
    rangs = "".join(
        "<w:tr>" + "".join(f"<w:tc><w:tcPr/>{p(t)}</w:tc>" for t in ligne) + "</w:tr>"
        for ligne in lignes
    )
    colonnes = '<w:gridCol w:w="2000"/>' * max(map(len, lignes))
    return f"<w:tbl><w:tblPr/><w:tblGrid>{colonnes}</w:tblGrid>{rangs}</w:tbl>"


def champ(code: str, resultat: str = "") -> str:
    """A complex field, in runs."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r><w:t>{escape(resultat)}</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def dessin(nom: str, rid: str = "rIdG1", alternative: str = "") -> str:
    """A paragraph that holds a chart."""
    return (
        '<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        '<wp:extent cx="5000000" cy="2000000"/>'
        f'<wp:docPr id="1" name="{nom}" descr="{escape(alternative)}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart r:id="{rid}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
    )


def graphique(*titres: str, points: int = 3, couleurs: int = 0, code: str = "General") -> str:
    """A bar chart, a series for each title, with sample values."""
    dpt = "".join(
        f'<c:dPt><c:idx val="{i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>'
        f'<a:solidFill><a:srgbClr val="00000{i}"/></a:solidFill></c:spPr></c:dPt>'
        for i in range(couleurs)
    )
    pts = "".join(f'<c:pt idx="{i}"><c:v>9</c:v></c:pt>' for i in range(points))
    series = "".join(
        f'<c:ser><c:idx val="{rang}"/><c:order val="{rang}"/><c:tx><c:strRef><c:f>Feuil1!$B$1</c:f>'
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(titre)}</c:v></c:pt>'
        f'</c:strCache></c:strRef></c:tx><c:invertIfNegative val="0"/>{dpt}<c:cat><c:strRef>'
        f'<c:f>Feuil1!$A$2:$A$4</c:f><c:strCache><c:ptCount val="{points}"/>{pts}</c:strCache>'
        "</c:strRef></c:cat><c:val><c:numRef><c:f>Feuil1!$B$2:$B$4</c:f><c:numCache>"
        f'<c:formatCode>{escape(code)}</c:formatCode><c:ptCount val="{points}"/>{pts}</c:numCache>'
        "</c:numRef></c:val></c:ser>"
        for rang, titre in enumerate(titres)
    )
    return (
        f'<c:chartSpace {ESPACES}><c:roundedCorners val="0"/><c:chart><c:plotArea><c:layout/>'
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{series}<c:axId val="1"/><c:axId val="2"/></c:barChart>'
        '<c:catAx><c:axId val="1"/><c:scaling/><c:delete val="0"/><c:axPos val="l"/>'
        '<c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:delete val="0"/>'
        '<c:axPos val="b"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart>'
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def make_docx(
    corps: str,
    *,
    entete: str = "",
    notes: str = "",
    graphiques: tuple[str, ...] = (),
    reglages: str = "",
    styles: str = STYLES,
    extra: dict[str, str] | None = None,
) -> bytes:
    """The bytes of a template with that body."""
    relations = [("rIdS", "styles", "styles.xml"), ("rIdR", "settings", "settings.xml")]
    parts: dict[str, str | bytes] = {
        "word/styles.xml": f"<w:styles {ESPACES}>{styles}</w:styles>",
        "word/settings.xml": f"<w:settings {ESPACES}>{reglages}</w:settings>",
    }
    section = ""
    if entete:
        relations.append(("rIdH", "header", "header1.xml"))
        parts["word/header1.xml"] = f"<w:hdr {ESPACES}>{entete}</w:hdr>"
        section = '<w:headerReference w:type="default" r:id="rIdH"/>'
    if notes:
        relations.append(("rIdN", "footnotes", "footnotes.xml"))
        parts["word/footnotes.xml"] = f"<w:footnotes {ESPACES}>{notes}</w:footnotes>"
    for rang, contenu in enumerate(graphiques, start=1):
        relations.append((f"rIdG{rang}", "chart", f"charts/chart{rang}.xml"))
        parts[f"word/charts/chart{rang}.xml"] = contenu
        parts[f"word/charts/_rels/chart{rang}.xml.rels"] = _rels(
            [("rId1", "package", f"../embeddings/classeur{rang}.xlsx")]
        )
        parts[f"word/embeddings/classeur{rang}.xlsx"] = b"modele"
    parts["word/document.xml"] = (
        f"<w:document {ESPACES}><w:body>{corps}<w:sectPr>{section}</w:sectPr></w:body></w:document>"
    )
    parts["word/_rels/document.xml.rels"] = _rels(relations)
    parts["_rels/.rels"] = _rels([("rId1", "officeDocument", "word/document.xml")])
    parts |= extra or {}
    parts["[Content_Types].xml"] = _types(parts)
    tampon = io.BytesIO()
    with zipfile.ZipFile(tampon, "w") as archive:
        for nom, contenu in parts.items():
            archive.writestr(nom, contenu)
    return tampon.getvalue()


def _rels(relations: list[tuple[str, str, str]]) -> str:
    elements = "".join(
        f'<Relationship Id="{i}" Type="{R}/{type_}" Target="{cible}"/>'
        for i, type_, cible in relations
    )
    return f'<Relationships xmlns="{_RELS}">{elements}</Relationships>'


def _types(parts: dict[str, str | bytes]) -> str:
    sortes = {
        "word/document.xml": f"{_MIME}.wordprocessingml.document.main+xml",
        "word/styles.xml": f"{_MIME}.wordprocessingml.styles+xml",
        "word/settings.xml": f"{_MIME}.wordprocessingml.settings+xml",
        "word/header1.xml": f"{_MIME}.wordprocessingml.header+xml",
        "word/footnotes.xml": f"{_MIME}.wordprocessingml.footnotes+xml",
    }
    elements = ""
    for nom in parts:
        sorte = sortes.get(nom)
        if nom.startswith("word/charts/chart"):
            sorte = f"{_MIME}.drawingml.chart+xml"
        if sorte:
            elements += f'<Override PartName="/{nom}" ContentType="{sorte}"/>'
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="rels" ContentType="{_MIME_PAQUET}.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="xlsx" ContentType="{_MIME}.spreadsheetml.sheet"/>{elements}</Types>'
    )


def euros(valeur: str | int, nom: str = "") -> Chiffre | Quantite:
    """An amount, a figure if it has a name."""
    return _quantite(valeur, Unite.EUROS, nom)


def nombre(valeur: int, nom: str = "") -> Chiffre | Quantite:
    """A count."""
    return _quantite(valeur, Unite.NOMBRE, nom)


def part(valeur: str | int | Fraction, nom: str = "") -> Chiffre | Quantite:
    """A share in percent."""
    return _quantite(valeur, Unite.POURCENTAGE, nom)


def _quantite(valeur: str | int | Fraction, unite: Unite, nom: str) -> Chiffre | Quantite:
    return Chiffre(Fraction(valeur), unite, nom) if nom else Quantite(Fraction(valeur), unite)


def tableau(nom: str, colonnes: dict[str, str], *lignes: list[Cellule]) -> Tableau:
    """A table from its headings and its lines."""
    return Tableau(
        nom,
        f"Titre de {nom}",
        tuple(Colonne(cle, libelle) for cle, libelle in colonnes.items()),
        tuple(
            Ligne(dict(zip(colonnes, ligne, strict=True)), f"code{i}")
            for i, ligne in enumerate(lignes)
        ),
    )


def bilan(*elements: Chiffre | Quantite | Tableau) -> Bilan:
    """What the year adds up to."""
    return Bilan(
        {e.nom: e for e in elements if isinstance(e, Chiffre)},
        {e.nom: e for e in elements if isinstance(e, Tableau)},
        tuple(groupe for sujet in SUJETS for groupe in sujet.groupes),
    )


def identite(**champs: object) -> Identite:
    """An imaginary report of 2022."""
    valeurs: dict[str, object] = {
        "annee": 2022,
        "epci": "Communauté d'Agglomération",
        "sigle": "CA",
        "contrat": "Contrat de Ville",
        "contrat_debut": 2015,
        "contrat_fin": 2023,
        "version": Version.PROJET,
        "arrete_le": date(2023, 7, 1),
        "axes_fcs": (Axe(1, "Conseils citoyens"), Axe(2, "L'action locale")),
    }
    return Identite(**(valeurs | champs))  # type: ignore[arg-type]


def render(
    dossier: Path,
    modele: bytes,
    annee: Bilan | None = None,
    textes: tuple[Texte, ...] = (),
    dessins: Mapping[str, Dessin] | None = None,
    *,
    sources: bool = False,
    **champs: object,
) -> tuple[Document | None, list[Anomalie]]:
    """The document of a template, which keeps the invariants, or what is wrong."""
    chemin = dossier / "rapport.docx"
    chemin.write_bytes(modele)
    matiere = Matiere(identite(**champs), annee or bilan(), textes, dessins or {}, sources)
    contenu, anomalies = render_document(chemin, matiere)
    if contenu is None:
        return None, anomalies
    assert find_faults(contenu) == []
    return Document(contenu), anomalies


def build(
    dossier: Path, corps: str, *elements: Chiffre | Quantite | Tableau, **options: object
) -> Document:
    """The document of a body without fault."""
    document, anomalies = render(dossier, make_docx(corps, **options), bilan(*elements))  # type: ignore[arg-type]
    assert [str(a) for a in anomalies] == []
    assert document is not None
    return document


def faults(
    dossier: Path, corps: str, *elements: Chiffre | Quantite | Tableau, **options: object
) -> list[Anomalie]:
    """What is wrong with a body."""
    document, anomalies = render(dossier, make_docx(corps, **options), bilan(*elements))  # type: ignore[arg-type]
    assert document is None
    return anomalies
