"""The figures of the contract in SQL (DuckDB), from the rows of a territory: no code of src."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import cache

import duckdb

from tests.oracle.projets import Action, Code, Territoire

Chiffres = dict[str, Fraction]

_TABLES = """
CREATE TABLE pilier(code VARCHAR, libelle VARCHAR);
CREATE TABLE financeur(code VARCHAR, libelle VARCHAR, famille VARCHAR, specifique BOOLEAN);
CREATE TABLE projet(numero VARCHAR, sorte VARCHAR, pilier VARCHAR, theme VARCHAR,
                    commune VARCHAR, communes INTEGER, statut VARCHAR, reconduction VARCHAR);
CREATE TABLE versement(numero VARCHAR, financeur VARCHAR, cents HUGEINT);
CREATE TABLE fcs(axe INTEGER, cents HUGEINT);
CREATE TABLE axe(numero INTEGER);
CREATE MACRO somme(t) AS coalesce(sum(t), 0);
"""
_DERIVEES = """
CREATE OR REPLACE TABLE action AS SELECT * FROM projet WHERE statut = 'soutenue';
CREATE OR REPLACE TABLE credit AS SELECT v.*, a.pilier, a.theme, a.commune, f.famille, f.specifique
  FROM versement v JOIN action a USING (numero) JOIN financeur f ON f.code = v.financeur;
"""

_EUROS = {
    "programmation.total": "SELECT somme(cents) FROM credit",
    "credits_specifiques.total": "SELECT somme(cents) FROM credit WHERE specifique",
    "credits_etat.total": "SELECT somme(cents) FROM credit WHERE specifique AND famille = 'Etat'",
    "droit_commun.total": "SELECT somme(cents) FROM credit WHERE NOT specifique",
    "fcs.total": "SELECT somme(cents) FROM fcs",
    "piliers.{}.montant": """SELECT p.code, somme(c.cents) FROM pilier p
        LEFT JOIN credit c ON c.pilier = p.code GROUP BY p.code""",
    "financeurs.{}.montant": """SELECT f.code, somme(c.cents) FROM financeur f
        LEFT JOIN credit c ON c.financeur = f.code GROUP BY f.code""",
    "fcs.axes.{}.total": """SELECT a.numero, somme(cents) FROM axe a
        LEFT JOIN fcs ON fcs.axe = a.numero GROUP BY a.numero""",
}
_NOMBRES = {
    "programmation.projets_deposes": "SELECT count(*) FROM projet",
    "programmation.actions_soutenues": "SELECT count(*) FROM action",
    "programmation.non_retenus": """SELECT count(*) FROM projet
        WHERE statut IN ('refusee', 'ajournee', 'retiree')""",
    "programmation.refuses": "SELECT count(*) FROM projet WHERE statut = 'refusee'",
    "programmation.ajournes": "SELECT count(*) FROM projet WHERE statut = 'ajournee'",
    "programmation.retires": "SELECT count(*) FROM projet WHERE statut = 'retiree'",
    "programmation.en_instruction": "SELECT count(*) FROM projet WHERE statut = 'en_instruction'",
    "associations.total": "SELECT count(*) FROM action WHERE sorte = 'association'",
    "reconduction.nouvelles": "SELECT count(*) FROM action WHERE reconduction = 'nouvelle'",
    "reconduction.reconduites": "SELECT count(*) FROM action WHERE reconduction = 'reconduite'",
    "fcs.projets": "SELECT count(*) FROM fcs",
    "associations.piliers.{}.nombre": """SELECT p.code, count(a.numero) FROM pilier p
        LEFT JOIN action a ON a.pilier = p.code AND a.sorte = 'association' GROUP BY p.code""",
    "fcs.axes.{}.projets": """SELECT a.numero, count(fcs.axe) FROM axe a
        LEFT JOIN fcs ON fcs.axe = a.numero GROUP BY a.numero""",
}
_TAUX = {  # a share: what, of what, both in SQL
    "piliers.{}.taux": """SELECT p.code, somme(c.cents), (SELECT somme(cents) FROM credit)
        FROM pilier p LEFT JOIN credit c ON c.pilier = p.code GROUP BY p.code""",
    "financeurs.{}.taux": """SELECT f.code, somme(c.cents), (SELECT somme(cents) FROM credit)
        FROM financeur f LEFT JOIN credit c ON c.financeur = f.code GROUP BY f.code""",
    "credits_specifiques.taux": """SELECT coalesce(sum(cents) FILTER (WHERE specifique), 0), somme(cents)
        FROM credit""",
    "droit_commun.taux": """SELECT coalesce(sum(cents) FILTER (WHERE NOT specifique), 0), somme(cents)
        FROM credit""",
    "credits_etat.piliers.{}.taux": """WITH etat AS (
            SELECT * FROM credit WHERE specifique AND famille = 'Etat')
        SELECT p.code, somme(e.cents), (SELECT somme(cents) FROM etat)
        FROM pilier p LEFT JOIN etat e ON e.pilier = p.code GROUP BY p.code""",
    "associations.piliers.{}.taux": """SELECT p.code, count(a.numero),
            (SELECT count(*) FROM action WHERE sorte = 'association')
        FROM pilier p LEFT JOIN action a ON a.pilier = p.code AND a.sorte = 'association'
        GROUP BY p.code""",
}
TABLES = {
    "par_thematique": "SELECT theme, somme(cents) FROM credit WHERE theme <> '' GROUP BY theme",
    "par_commune": """SELECT credit.commune, somme(cents) FROM credit JOIN action a USING (numero)
        WHERE a.communes = 1 AND credit.commune <> '' GROUP BY ALL""",
}
"""Tables of a label and its amount: their lines, in any order."""


class Oracle:
    """A territory in the database: one at a time."""

    def __init__(self, territoire: Territoire) -> None:
        self._base = _open()
        self._fill("pilier", ([p.code, p.libelle] for p in territoire.piliers))
        self._fill("financeur", (_financeur(f) for f in territoire.financeurs))
        self._fill("projet", map(_projet, territoire.actions))
        self._fill("versement", (v for a in territoire.actions for v in _versements(a)))
        self._fill("fcs", ([axe, _cents(montant)] for axe, montant in territoire.fcs))
        self._fill("axe", ([n] for n in territoire.rangs()))
        self._base.execute(_DERIVEES)

    def figures(self) -> Chiffres:
        """Each figure by its name: euros, numbers, and shares in percent, exact."""
        chiffres = {nom: Fraction(v, 100) for nom, v in self._list(_EUROS)}
        chiffres |= {nom: Fraction(v) for nom, v in self._list(_NOMBRES)}
        for patron, requete in _TAUX.items():
            for *code, haut, bas in self._base.execute(requete).fetchall():
                chiffres[patron.format(*code)] = Fraction(100 * haut, bas) if bas else Fraction(0)
        return chiffres

    def table(self, nom: str) -> dict[str, Fraction]:
        """The amounts of a table by label."""
        return {str(cle): Fraction(v, 100) for cle, v in self._base.execute(TABLES[nom]).fetchall()}

    def shared(self) -> dict[str, int]:
        """How many of the actions of several communes each commune has."""
        requete = """SELECT trim(c), count(*) FROM (SELECT unnest(string_split(commune, ';')) c
            FROM action WHERE communes > 1) GROUP BY ALL"""
        return dict(self._base.execute(requete).fetchall())

    def cross(self) -> dict[tuple[str, str], Fraction]:
        """What each funder gives to each pilier, by their labels."""
        requete = """SELECT f.libelle, p.libelle, somme(c.cents) FROM financeur f CROSS JOIN pilier p
            LEFT JOIN credit c ON c.financeur = f.code AND c.pilier = p.code GROUP BY ALL"""
        return {(f, p): Fraction(v, 100) for f, p, v in self._base.execute(requete).fetchall()}

    def _list(self, requetes: dict[str, str]) -> Iterable[tuple[str, int]]:
        for patron, requete in requetes.items():
            for *code, valeur in self._base.execute(requete).fetchall():
                yield patron.format(*code), int(valeur)

    def _fill(self, table: str, lignes: Iterable[list[object]]) -> None:
        self._base.execute(f"DELETE FROM {table}")
        if toutes := list(lignes):
            trous = f"({', '.join('?' * len(toutes[0]))})"
            requete = f"INSERT INTO {table} VALUES {', '.join([trous] * len(toutes))}"
            self._base.execute(requete, [valeur for ligne in toutes for valeur in ligne])


@cache
def _open() -> duckdb.DuckDBPyConnection:
    base = duckdb.connect(config={"threads": 1})
    base.execute(_TABLES)
    return base


def _financeur(financeur: Code) -> list[object]:
    return [financeur.code, financeur.libelle, financeur.famille, financeur.specifique]


def _projet(a: Action) -> list[object]:
    return [
        *(a.numero, a.sorte, a.pilier, a.theme, ";".join(a.communes), len(a.communes)),
        *(a.statut, a.reconduction),
    ]


def _versements(action: Action) -> list[list[object]]:
    return [[action.numero, code, _cents(montant)] for code, montant in action.montants.items()]


def _cents(euros: Decimal) -> int:
    return int(euros * 100)
