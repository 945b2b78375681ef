"""PV1xx: what a cell holds."""

from rapportpv.subjects.programmation.sheet import PROGRAMMATION
from rapportpv.subjects.territoire.sheet import COMMUNES, QUARTIERS
from tests.fautes.faute import Faute
from tests.fautes.feuille import write
from tests.fautes.fichiers import change

ACTION = "Parcours citoyen des jeunes"
MONTANT = "ANCT « BOP 147 »"
LIEU = "2022/programmation.xlsx › Programmation › {cellules}"

FAUTES = (
    Faute("PV101", write(PROGRAMMATION, ACTION, MONTANT, "dix mille"), LIEU),
    Faute("PV102", write(PROGRAMMATION, ACTION, "Pilier", None), LIEU),
    Faute("PV103", write(PROGRAMMATION, ACTION, MONTANT, "10.000"), LIEU),
    Faute(
        "PV104",
        write(QUARTIERS, "Le Regain", "Population", "environ 1400"),
        "2022/territoire.xlsx › Quartiers › {cellules}",
    ),
    Faute("PV105", write(PROGRAMMATION, ACTION, "CAF", -6000, retotal=True), LIEU),
    Faute(
        "PV107",
        write(PROGRAMMATION, ACTION, "Intitulé de l'action", "Parcours_x000B_citoyen des jeunes"),
        LIEU,
        "Écrivez « Parcours citoyen des jeunes ».",
    ),
    Faute(
        "PV108",
        write(PROGRAMMATION, "École du vélo pour adultes", "SIRET", "99990117600019.0"),
        LIEU,
        "Écrivez « 99990117600019 ».",
    ),
    Faute(
        "PV108",
        write(PROGRAMMATION, "École du vélo pour adultes", "SIRET", "99990117600018"),
        LIEU,
        variante="cle",
    ),
    Faute(
        "PV109",
        change("rapportpv.toml", 'siren = "200072460"', 'siren = "200072461"'),
        "rapportpv.toml › territoire, siren",
    ),
    Faute("PV110", write(PROGRAMMATION, ACTION, MONTANT, "=5000+5000"), LIEU),
    Faute("PV111", write(PROGRAMMATION, ACTION, MONTANT, "#REF!"), LIEU),
    Faute(
        "PV113",
        write(COMMUNES, "Haisnes", "Code INSEE", "62 401"),
        "2022/territoire.xlsx › Communes › {cellules}",
        "Écrivez « 62401 ».",
    ),
    Faute(
        "PV114",
        write(QUARTIERS, "Le Regain", "Code", "QP62907"),
        "2022/territoire.xlsx › Quartiers › {cellules}",
        "Écrivez « QP062907 ».",
    ),
    Faute("PV115", write(PROGRAMMATION, "École du vélo pour adultes", "SIRET", "W62100123"), LIEU),
)
