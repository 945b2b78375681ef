"""PV735 to PV741: the files of INSEE, in a project whose quartiers are those of 2015."""

from pathlib import Path

from tests.fautes.faute import Faute, Semeur
from tests.fautes.fichiers import both

_TOUS = "".join(f"QP0629{n:02};{30 + n}\n" for n in range(1, 17))


def lay(nom: str, texte: str) -> Semeur:
    """A file of the folder `insee`."""

    def semer(projet: Path) -> None:
        chemin = projet / "2022" / "insee" / nom
        chemin.parent.mkdir(exist_ok=True)
        chemin.write_text(texte, "utf-8", newline="\n")

    return semer


LIEU = "2022/insee/{0}.csv › {0}"

FAUTES = (
    Faute("PV002", lay("vide.csv", " "), "2022/insee/vide.csv", variante="insee"),
    Faute(
        "PV735",
        lay("tableau.csv", "Quartier;Population\nLe Parc;1200\nLe Val;900\n"),
        "2022/insee/tableau.csv",
    ),
    Faute(
        "PV736",
        lay("quartiers.csv", "CODGEO;DISP_TP6020\nQN06209M;41\nQN06210M;39\n"),
        LIEU.format("quartiers"),
    ),
    Faute(
        "PV737",
        lay("revenus.csv", f"CODGEO;DISP_TP6014\n{_TOUS}"),
        LIEU.format("revenus"),
    ),
    Faute(
        "PV738",
        lay("population.csv", f"CODGEO;POP_MUN\n{_TOUS}"),
        LIEU.format("population"),
    ),
    Faute(
        "PV739",
        lay("revenus.csv", f"CODGEO;DISP_TP6020;DISP_MED_A20;PMIMP20\n{_TOUS}"),
        LIEU.format("revenus"),
    ),
    Faute(
        "PV740",
        both(
            lay("a.csv", f"CODGEO;DISP_TP6020\n{_TOUS}"),
            lay("b.csv", f"CODGEO;DISP_TP6020\n{_TOUS.replace('QP062901;31', 'QP062901;99')}"),
        ),
        "2022/insee/b.csv › b › ligne 2, colonne 2",
    ),
    Faute(
        "PV741",
        lay("revenus.csv", f"CODGEO;DISP_TP6020\n{_TOUS.replace('QP062902;32', 'QP069999;32')}"),
        "2022/territoire.xlsx › Quartiers › A5",
    ),
)
