"""The built-in template changed by hand in LibreOffice: font, a part moved, a logo added."""

import shutil

import docx
import pdfua
import pytest

from rapportpv.commands.build import Commande, build_document
from rapportpv.commands.modeles import copy_modele
from rapportpv.export.pdf import convert_pdf
from tests.office.conftest import RACINE
from tests.office.traitement import retouch

pytestmark = pytest.mark.office

LOGO = RACINE / "data/sample/2022/images/focus-1.png"


@pytest.fixture(scope="module")
def rapport(soffice, tmp_path_factory):
    """The report of the sample, from the template as it was changed."""
    travail = tmp_path_factory.mktemp("retouche")
    projet = travail / "projet"
    shutil.copytree(RACINE / "data/sample", projet)
    modele = copy_modele(projet, "rapport").copie
    assert modele is not None
    retouch(
        soffice,
        modele,
        LOGO,
        travail,
        police="Liberation Serif",
        debut="{%p if textes.manifeste %}",
        suivant="{%p if textes.perspectives or textes.priorites %}",
        devant="{%p if textes.evaluation %}",
    )
    fabrication = build_document(Commande(projet, 2022, "rapport", travail / "sortie"))
    assert fabrication.chemin is not None, fabrication.controle.anomalies
    return fabrication.chemin


def test_the_part_is_where_it_was_moved(rapport):
    document = docx.Document(str(rapport))
    titres = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    rang = titres.index("Le manifeste pour la politique de la ville")
    assert titres[rang + 1] == "L’évaluation du contrat"
    assert titres.count(titres[rang]) == 1


def test_the_charts_are_filled_though_libreoffice_took_their_names_away(rapport):
    xml = docx.Document(str(rapport)).element.xml
    for debut in ("Part : le plus, Cohésion sociale", "Montant : le plus, ANCT"):
        assert f'descr="{debut}'.replace(" :", "\u00a0:") in xml
    assert 'descr="Logo de la commune"' in xml


def test_its_pdf_is_still_for_everybody(rapport, tmp_path):
    pdf = tmp_path / "rapport.pdf"
    pdf.write_bytes(convert_pdf(rapport.read_bytes(), rapport.name))
    erreurs = [c for c in pdfua.validate(pdf).findings if c.severity.name == "ERROR"]
    assert erreurs == []
