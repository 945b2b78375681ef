"""PV6xx: the narrative texts, and what they show."""

from pathlib import Path

from tests.fautes.faute import Faute, Semeur
from tests.fautes.fichiers import add, both, remove, replace
from tests.fragments import docx, p, photo, png

ICI = "2022/textes/evolution.md"
WORD = "2022/textes/evolution.docx"
FOCUS = "2022/textes/focus-9-essai.md"


def append(passage: str) -> Semeur:
    """Writes a paragraph at the end of a text; gives its line."""

    def semer(projet: Path) -> dict[str, str]:
        chemin = projet / ICI
        texte = chemin.read_text("utf-8").rstrip("\n") + "\n\n"
        chemin.write_text(f"{texte}{passage}\n", "utf-8", newline="\n")
        return {"ligne": str(texte.count("\n") + 1)}

    return semer


def put_word(*corps: str, **parts: bytes) -> Semeur:
    """Puts a fragment of Word in place of the text."""
    return both(remove(ICI), replace(WORD, docx(*corps, **parts)))


def put_image(octets: bytes, alt: str = "Un bassin") -> Semeur:
    """Shows that picture in the text."""

    def poser(projet: Path) -> None:
        (projet / "2022" / "images").mkdir(exist_ok=True)
        (projet / "2022" / "images" / "essai.png").write_bytes(octets)

    return both(poser, append(f"![{alt}](../images/essai.png)"))


LIEU = f"{ICI} › ligne {{ligne}}"

FAUTES = (
    Faute("PV506", add("2022/textes/avis.md", "<!-- À écrire : les avis. -->\n"), "2022/textes"),
    Faute(
        "PV507",
        add("2022/textes/orientations.md", "\n<!-- À relire : ce texte est de 2021. -->\n"),
        "2022/textes",
    ),
    Faute(
        "PV601",
        both(put_image(png()), append("![Un bassin](../images/esai.png)")),
        LIEU,
        "Écrivez « essai.png ».",
    ),
    Faute("PV602", append("![Un bassin](../../../essai.png)"), LIEU),
    Faute("PV603", put_image(b"Du texte, et non une image."), LIEU),
    Faute("PV604", put_image(png(20_000, 10_000)), LIEU),
    Faute("PV605", put_image(png(), alt=""), LIEU),
    Faute(
        "PV605",
        both(
            put_image(png()),
            add(FOCUS, "---\ntitre : Essai\nphoto : essai.png\n---\nUne action.\n"),
        ),
        f"{FOCUS} › ligne 3",
        variante="en-tete",
    ),
    Faute(
        "PV605",
        put_word(p("Un bassin."), p(photo(alt=""))),
        f"{WORD} › paragraphe 2",
        variante="word",
    ),
    Faute("PV606", append("Voici <b>un mot</b>."), LIEU),
    Faute(
        "PV607",
        append("Voir [le site](www.exemple.fr)."),
        LIEU,
        "Écrivez « https://www.exemple.fr ».",
    ),
    Faute("PV608", both(remove(ICI), replace(WORD, b"PK\x03\x04abime")), WORD),
    Faute("PV609", put_word(p("Un mot."), **{"word/vbaProject.bin": b"macro"}), WORD),
    Faute(
        "PV610",
        put_word(p("Un mot."), p("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>")),
        f"{WORD} › paragraphe 2",
    ),
    Faute(
        "PV611",
        add(FOCUS, "---\ntirte : Essai\n---\nUne action.\n"),
        f"{FOCUS} › ligne 2",
        "Écrivez « titre ».",
    ),
    Faute(
        "PV612",
        add("2022/textes/evaluaton.md", "Un texte.\n"),
        "2022/textes/evaluaton.md",
        "Écrivez « evaluation ».",
    ),
    Faute("PV613", add("2022/textes/evolution-2.md", "Un texte.\n"), "2022/textes/evolution-2.md"),
    Faute("PV614", append("{% if fcs.total %}Un mot.{% endif %}"), LIEU),
    Faute(
        "PV615",
        append("Soit {{ piliers.emploi.taux | sans_decimal }}."),
        LIEU,
        "Écrivez « sans_decimale ».",
    ),
    Faute("PV616", append("Soit {{ programmation.total }."), LIEU),
    Faute("PV617", append("Les habitants y sont associés[^1]."), LIEU),
)
