"""PV7xx: the map and the organisation chart."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rapportpv.subjects.service.sheet import SERVICE
from rapportpv.subjects.territoire.sheet import QUARTIERS
from tests.fautes.faute import Faute, Semeur
from tests.fautes.feuille import open_feuille, write
from tests.fautes.fichiers import replace

CARTE = "2022/carte.geojson"
ELBY = 10  # where it stands in the file, from 1
DANS_SERVICE = "2022/service.xlsx › Service › {cellules}"


def redraw(change: Callable[[dict[str, Any]], None]) -> Semeur:
    """Changes what the map holds."""

    def semer(projet: Path) -> None:
        fichier = projet / CARTE
        carte = json.loads(fichier.read_text("utf-8"))
        change(carte)
        fichier.write_text(json.dumps(carte, ensure_ascii=False), "utf-8", newline="\n")

    return semer


def move(place: Callable[[float, float], list[float]]) -> Semeur:
    """Puts each point of Elby elsewhere."""

    def change(carte: dict[str, Any]) -> None:
        anneau = elby(carte)["geometry"]["coordinates"][0]
        anneau[:] = [place(*point) for point in anneau]

    return redraw(change)


def elby(carte: dict[str, Any]) -> dict[str, Any]:
    """The object of the quartier Elby."""
    objet: dict[str, Any] = carte["features"][ELBY - 1]
    assert objet["properties"]["nom"] == "Elby"
    return objet


def add_point(carte: dict[str, Any]) -> None:
    """The town hall, which is no contour."""
    point = {"type": "Point", "coordinates": [2.6, 50.5]}
    carte["features"].append(
        {"type": "Feature", "properties": {"nom": "Mairie"}, "geometry": point}
    )


def cross(carte: dict[str, Any]) -> None:
    """A contour whose second half is told backwards."""
    anneau = elby(carte)["geometry"]["coordinates"][0]
    anneau[12:-1] = anneau[-2:11:-1]


def misname(carte: dict[str, Any]) -> None:
    """A contour under a code and a name that are nearly those of its quartier."""
    elby(carte)["properties"].update(code="", nom="Elbi")


def drop(projet: Path) -> dict[str, str]:
    """A quartier has no contour any more."""
    redraw(lambda carte: carte["features"].remove(elby(carte)))(projet)
    with open_feuille(projet, QUARTIERS) as feuille:
        return {"cellules": feuille.adresse("Elby", "Nom")}


def close_ring(projet: Path) -> dict[str, str]:
    """The first reports to the last, who reports to the first."""
    with open_feuille(projet, SERVICE) as feuille:
        adresses = [feuille.adresse(nom, "Rattaché à") for nom in ("Éric ÉDOUARD", "Sarah THEDREZ")]
        feuille[adresses[0]] = "Sarah THEDREZ"
        return {"cellules": ", ".join(adresses)}


def repeat(projet: Path) -> dict[str, str]:
    """Somebody is there twice, under another spelling."""
    with open_feuille(projet, SERVICE) as feuille:
        feuille.page.append(["Sarah Thedrez", "Référente", "Éric ÉDOUARD"])
        return {"cellules": f"{feuille.adresse('Sarah THEDREZ', 'Nom')}, A{feuille.page.max_row}"}


def leave_vacant(projet: Path) -> dict[str, str]:
    """Two vacant posts, and somebody who reports to one of them."""
    with open_feuille(projet, SERVICE) as feuille:
        feuille.page.append(["Poste vacant", "Cheffe de service", "Éric ÉDOUARD"])
        feuille.page.append(["Poste vacant", "Cheffe de projet", "Éric ÉDOUARD"])
        adresse = feuille.adresse("Sarah THEDREZ", "Rattaché à")
        feuille[adresse] = "Poste vacant"
        return {"cellules": adresse}


def hire(projet: Path) -> None:
    """A service of more than sixty."""
    with open_feuille(projet, SERVICE) as feuille:
        for numero in range(60):
            feuille.page.append([f"Agent {numero}", "Chargé de mission", "Éric ÉDOUARD"])


FAUTES = (
    Faute("PV701", replace(CARTE, b"PK\x03\x04"), CARTE),
    Faute("PV702", redraw(add_point), f"{CARTE} › objet 38"),
    Faute("PV703", move(lambda x, y: [y, x]), f"{CARTE} › objet {ELBY}"),
    Faute("PV704", move(lambda x, y: [x - 30, y]), f"{CARTE} › objet {ELBY}"),
    Faute(
        "PV704",
        move(lambda x, y: [x * 70_000, y * 111_000]),
        f"{CARTE} › objet {ELBY}",
        variante="metres",
    ),
    Faute("PV705", redraw(cross), f"{CARTE} › objet {ELBY}"),
    Faute("PV706", drop, "2022/territoire.xlsx › Quartiers › {cellules}"),
    Faute("PV707", redraw(misname), f"{CARTE} › objet {ELBY}", "Écrivez « Elby »."),
    Faute(
        "PV710",
        write(SERVICE, "Sarah THEDREZ", "Rattaché à", "Éric EDOUART"),
        DANS_SERVICE,
        "Écrivez « Éric ÉDOUARD ».",
    ),
    Faute("PV711", close_ring, DANS_SERVICE),
    Faute("PV712", repeat, DANS_SERVICE),
    Faute("PV713", write(SERVICE, "Sarah THEDREZ", "Rattaché à", "Sarah THEDREZ"), DANS_SERVICE),
    Faute("PV714", leave_vacant, DANS_SERVICE),
    Faute("PV715", hire, "2022/service.xlsx › Service"),
)
