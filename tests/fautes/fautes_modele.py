"""PV9xx: a project's own Word template."""

from pathlib import Path

from rapportpv.core.textes import TEXTES
from rapportpv.subjects.fonds_de_concours.sheet import FONDS_DE_CONCOURS
from tests.fautes.faute import ANNEE, Faute
from tests.fautes.fautes_textes import ICI, append
from tests.fautes.feuille import open_feuille
from tests.fautes.fichiers import MODELE, both, change_modele, own_modele

CORPS = "modèle rapport.docx › corps › "
COMMUNES = "{{ fonds_de_concours.communes | accorde('commune', 'communes') }}"
NPNRU = "{{ fonds_de_concours_npnru.total }}"


def drop_npnru(projet: Path) -> None:
    """No fonds de concours of the NPNRU that year, and no text that speaks of it."""
    for texte in (projet / str(ANNEE) / TEXTES).glob("*.md"):
        texte.write_text(texte.read_text("utf-8").replace(NPNRU, "cela"), "utf-8", newline="\n")
    with open_feuille(projet, FONDS_DE_CONCOURS) as feuille:
        ligne = feuille.ligne("NPNRU")
        feuille.page.delete_rows(ligne, feuille.page.max_row)


def put_doc(projet: Path) -> None:
    """An old .doc under the name of a .docx."""
    own_modele(projet)
    (projet / MODELE).write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)


FAUTES = (
    Faute(
        "PV901",
        change_modele(COMMUNES, COMMUNES.replace("communes |", "comunes |")),
        f"{CORPS}« {{{{ fonds_de_concours.comunes | accorde('commune', 'communes') }}}} »",
        "Écrivez « fonds_de_concours.communes ».",
    ),
    Faute(
        "PV901",
        both(drop_npnru, change_modele(COMMUNES, NPNRU)),
        f"{CORPS}« {NPNRU} »",
        "Entourez le passage de {%p if fonds_de_concours_npnru %} et {%p endif %}, chacun seul dans "
        "son paragraphe, pour qu'il disparaisse les années sans.",
        variante="absent",
    ),
    Faute(
        "PV901",
        change_modele("Répartition financière par pilier", "{{ textes.evolutoin }}"),
        f"{CORPS}« {{{{ textes.evolutoin }}}} »",
        "Écrivez « textes.evolution », ou entourez le passage de {%p if textes.evolutoin %} et "
        "{%p endif %}, chacun seul dans son paragraphe, pour qu'il disparaisse les années sans.",
        variante="texte",
    ),
    Faute(
        "PV902",
        change_modele(COMMUNES, COMMUNES.replace("accorde", "acorde")),
        f"{CORPS}« {{{{ fonds_de_concours.communes | acorde('commune', 'communes') }}}} »",
        "Employez l'un des filtres : sans_decimale, sans_unite, accorde, date_longue, article, de, a, "
        "capitale, date_avec_jour, enumere, genre, join.",
    ),
    Faute(
        "PV902",
        change_modele(COMMUNES, "{{ " * 600),
        CORPS.removesuffix(" › "),
        "Fermez chaque balise, ou reprenez une copie du modèle.",
        variante="ouvertes",
    ),
    Faute(
        "PV902",
        both(
            change_modele("Contributions par pilier, ", "{% if not fcs %}Contributions, "),
            change_modele(">Contributions<", ">Contributions{% endif %}<"),
        ),
        f"{CORPS}« Tableau SEQ Tableau \\* ARABIC 1. »",
        "Écrivez {%p if … %} et {%p endif %}, chacune seule dans son paragraphe.",
        variante="chevauchement",
    ),
    Faute(
        "PV903",
        change_modele("{{ tableaux.par_pilier.montant }}", "{{ tableaux.par_pilier.montnat }}"),
        f"{CORPS}« {{{{ tableaux.par_pilier.montnat }}}} »",
        "Écrivez « montant ».",
    ),
    Faute(
        "PV903",
        change_modele("{{ tableaux.par_pilier.montant }}", "{{ tableaux.par_piliers.montant }}"),
        f"{CORPS}« {{{{ tableaux.par_piliers.montant }}}} »",
        "Écrivez « tableaux.par_pilier », ou entourez le passage de "
        "{%p if tableaux.par_piliers %} et {%p endif %}, chacun seul dans son paragraphe, pour "
        "qu'il disparaisse les années sans.",
        variante="tableau",
    ),
    Faute(
        "PV903",
        change_modele("Répartition financière par pilier", "{{ tableaux.par_pilier.montant }}"),
        f"{CORPS}« {{{{ tableaux.par_pilier.montant }}}} »",
        "Mettez les colonnes d'un seul tableau dans une ligne de tableau de Word.",
        variante="hors-tableau",
    ),
    Faute(
        "PV904",
        change_modele('name="par_pilier"', 'name="par_piliers"'),
        f"{CORPS}« graphique par_piliers »",
        "Nommez-le « par_pilier » dans le volet Sélection de Word, ou entourez-le de "
        "{%p if tableaux.par_piliers %} et {%p endif %}.",
    ),
    Faute(
        "PV904",
        change_modele("<c:v>Part</c:v>", "<c:v>Pourcentage</c:v>", "word/charts/chart1.xml"),
        f"{CORPS}« graphique par_pilier »",
        "Donnez à la série le nom d'une colonne du tableau : « Pilier », « Contributions », « Part ».",
        variante="serie",
    ),
    Faute(
        "PV905",
        change_modele(NPNRU, NPNRU.removeprefix("{")),
        f"{CORPS}« {NPNRU.removeprefix('{')} »",
        "Écrivez {{ nom }} ou {% mot %}, avec deux signes de chaque côté.",
    ),
    Faute(
        "PV906",
        put_doc,
        "modèle rapport.docx",
        "Enregistrez-le depuis Word : Fichier, Enregistrer sous, Document Word (*.docx).",
    ),
    Faute(
        "PV907",
        change_modele(">{%p if fcs %}<", ">{%p if fcs %} Le fonds de cohésion sociale<"),
        f"{CORPS}« {{%p if fcs %}} Le fonds de cohésion sociale »",
        "Mettez-le dans un paragraphe (ou une ligne) à part.",
    ),
    Faute(
        "PV908",
        change_modele("Répartition financière par pilier", "Répartition {{ textes.evolution }}"),
        f"{CORPS}« Répartition {{{{ textes.evolution }}}} »",
        "Écrivez {{ textes.evolution }} seul dans un paragraphe du corps, ou d’une cellule de "
        "tableau.",
    ),
    Faute(
        "PV909",
        both(
            change_modele("Répartition financière par pilier", "{{ textes.evolution }}"),
            append("Le fonds a soutenu {{ fcs.projets | accorde }}."),
        ),
        f"{ICI} › ligne {{ligne}}",
        "Écrivez {{ nom }}, ou l’un des filtres après une barre : sans_decimale, date_longue, "
        "accorde('projet', 'projets').",
    ),
)
