"""PV80x and PV81x: the session of the assembly, its sheet and its settings."""

from pathlib import Path

from rapportpv.subjects.seance.sheet import SEANCE
from tests.fautes.faute import Faute, Semeur
from tests.fautes.feuille import open_feuille, write
from tests.fautes.fichiers import both, change, remove

LIEU = "2022/seance.xlsx › Séance › {cellules}"
ANNEE = "2022/annee.toml"
JUSQU_A, A_PARTIR_DE = "Jusqu'à la question", "À partir de la question"
VOTE = 'vote = { sens = "majorité absolue" }'


def rename(texte: str, nom: str, prenom: str, *, dite: str) -> Semeur:
    """Gives the row with that text another member's name; `dite` is the column that is told."""

    def semer(projet: Path) -> dict[str, str]:
        with open_feuille(projet, SEANCE) as feuille:
            ligne = feuille.ligne(texte)
            autre = feuille.ligne(nom)
            feuille[f"{feuille.colonne('Nom')}{ligne}"] = nom
            feuille[f"{feuille.colonne('Prénom')}{ligne}"] = prenom
            lettre = feuille.colonne(dite)
            return {"cellules": ", ".join(f"{lettre}{n}" for n in sorted((autre, ligne)))}

    return semer


def share_mandataire(un: str, autre: str) -> Semeur:
    """Has the procuration of one mandataire given to another one too."""

    def semer(projet: Path) -> dict[str, str]:
        with open_feuille(projet, SEANCE) as feuille:
            lettre = feuille.colonne("Mandataire")
            premiere, seconde = feuille.ligne(un), feuille.ligne(autre)
            feuille[f"{lettre}{premiere}"] = autre
            return {"cellules": ", ".join(f"{lettre}{n}" for n in sorted((premiere, seconde)))}

    return semer


def point_at(texte: str, entete: str) -> Semeur:
    """Changes nothing: says where the row with that text meets that column."""

    def semer(projet: Path) -> dict[str, str]:
        with open_feuille(projet, SEANCE) as feuille:
            return {"cellules": feuille.adresse(texte, entete)}

    return semer


def write_voix(voix: str) -> Semeur:
    """Types those numbers of votes."""
    return change(ANNEE, VOTE, f"vote = {{ {voix} }}")


FAUTES = (
    Faute("PV801", write(SEANCE, "VIVIER", "Qualité", "presnt"), LIEU, "Écrivez « présent »."),
    Faute("PV802", rename("WALLET", "VIVIER", "Ewa", dite="Qualité"), LIEU),
    Faute("PV803", rename("VERDOUCQ", "VIVIER", "Ewa", dite="Nom"), LIEU),
    Faute("PV804", write(SEANCE, "DUMONT Gérard", "Mandataire", None), LIEU),
    Faute(
        "PV804",
        write(SEANCE, "DUMONT Gérard", "Mandataire", "Isabelle WILLEMANT"),
        LIEU,
        variante="soi-meme",
    ),
    Faute(
        "PV805",
        write(SEANCE, "MEYFROIDT Sylvie", "Mandataire", "MEYFROID Sylvie"),
        LIEU,
        "Écrivez « MEYFROIDT Sylvie ».",
    ),
    Faute("PV806", write(SEANCE, "DUMONT Gérard", "Mandataire", "WALLET Frédéric"), LIEU),
    Faute(
        "PV806",
        write(SEANCE, "DUMONT Gérard", "Mandataire", "TASSEZ Thierry"),
        LIEU,
        variante="represente",
    ),
    Faute("PV807", write(SEANCE, "EDOUARD Eric", JUSQU_A, None), LIEU, "Écrivez « 21 »."),
    Faute(
        "PV807",
        both(write(SEANCE, "THELLIER", A_PARTIR_DE, 3), point_at("THELLIER David", A_PARTIR_DE)),
        LIEU,
        "Écrivez « 3 ».",
        variante="arrive-plus-tard",
    ),
    Faute("PV808", share_mandataire("DUMONT Gérard", "MARCELLAK Serge"), LIEU),
    Faute("PV809", write(SEANCE, "SOUILLIART Virginie", A_PARTIR_DE, 13), LIEU, "Écrivez « 14 »."),
    Faute("PV810", write(SEANCE, "SOUILLIART Virginie", A_PARTIR_DE, 15), LIEU, "Écrivez « 14 »."),
    Faute(
        "PV811",
        both(write(SEANCE, "BERROYEZ", A_PARTIR_DE, 12), point_at("BERROYEZ", JUSQU_A)),
        LIEU,
    ),
    Faute(
        "PV812",
        change("rapportpv.toml", "membres_en_exercice = 152", "membres_en_exercice = 194"),
        "2022/seance.xlsx › Séance",
    ),
    Faute(
        "PV813",
        change(ANNEE, '"MARIINI Laetitia"', '"MARINI Laetitia"'),
        "2022/annee.toml › seance, secretaire, nom",
        "Écrivez « MARIINI Laetitia ».",
    ),
    Faute(
        "PV814",
        write_voix('sens = "majorité", pour = 120, contre = 10, abstentions = 2'),
        "2022/annee.toml › seance, vote",
    ),
    Faute(
        "PV815",
        write_voix('sens = "unanimité", pour = 119, contre = 3'),
        "2022/annee.toml › seance, vote, sens",
    ),
    Faute(
        "PV815",
        write_voix('sens = "majorité absolue", pour = 61, contre = 61, abstentions = 0'),
        "2022/annee.toml › seance, vote, sens",
        variante="egalite",
    ),
    Faute(
        "PV816",
        change(ANNEE, "convocation_le = 2023-06-21", "convocation_le = 2023-06-22"),
        "2022/annee.toml › seance, convocation_le",
    ),
    Faute("PV817", remove("2022/seance.xlsx"), "2022/seance.xlsx", document="deliberation"),
    Faute(
        "PV818",
        change(ANNEE, "publication_le = 2023-06-30", "publication_le = 2023-06-03"),
        "2022/annee.toml › seance, publication_le",
    ),
    Faute(
        "PV818",
        change(ANNEE, "reception_le = 2023-06-30", "reception_le = 2022-06-30"),
        "2022/annee.toml › seance, reception_le",
        variante="reception",
    ),
    Faute(
        "PV818",
        change(ANNEE, "date = 2023-06-20", "date = 2023-06-30"),
        "2022/annee.toml › seance, commission, date",
        variante="commission",
    ),
    Faute(
        "PV818",
        change(ANNEE, "arrete_le = 2023-06-27", "arrete_le = 2023-06-28"),
        "2022/annee.toml › arrete_le",
        variante="arrete-le",
    ),
    Faute("PV819", write(SEANCE, "VIVIER", "Mandataire", "QUESTE Dominique"), LIEU),
)
