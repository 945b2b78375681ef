"""`make fuzz`: every kind of files broken, thousands of times, and docs/fiabilite.md written."""

import sys
from pathlib import Path

from tests.fuzz.campagne import run_campagne
from tests.fuzz.fiabilite import write_fiabilite

GRAINE = 2022


def main() -> None:
    """Break, tell, write; exit 1 when something happened that never should."""
    graine, diviseur = (*map(int, sys.argv[1:]), *(GRAINE, 1)[len(sys.argv) - 1 :])
    campagne = run_campagne(graine, diviseur)
    if diviseur == 1:
        write_fiabilite(Path("docs/fiabilite.md"), campagne)
    for bilan in campagne:
        sys.stdout.write(f"{bilan.nom} : {bilan.essais}, {dict(sorted(bilan.codes.items()))}\n")
        sys.stdout.writelines(f"  {faute}\n" for faute in bilan.fautes)
    sys.exit(any(bilan.fautes for bilan in campagne))


if __name__ == "__main__":
    main()
