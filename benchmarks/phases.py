"""What each phase of a check costs by size, and how it grows.

`python -m benchmarks.phases [ROWS …]`. Each size is checked in a process of its own; medians are
compared. The exponent of a phase is that of its growth from the fewest rows to the most: 1 when ten
times the rows cost ten times the CPU.
"""

import json
import math
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from msgspec.structs import replace

from benchmarks.grands import ANNEE, write_projet

LIGNES = (200, 2_000, 20_000, 200_000)
TOURS = 3
ASSEZ = 0.02  # seconds at the largest size: what costs less is not told


def measure_phases(racine: Path) -> dict[str, float]:
    """The seconds of CPU of each phase of a check, and of each rule."""
    from rapportpv.year import controle, epreuves, load

    couts: dict[str, float] = defaultdict(float)
    for module, nom, phase in (
        (load, "read_classeur", "reading"),
        (load, "locate", "kinds and ledger"),
        (load, "load_programmation", "rows and frames"),
        (controle, "compute_bilan", "figures"),
    ):
        setattr(module, nom, _time(getattr(module, nom), phase, couts))
    epreuves.CATALOGUE = tuple(
        replace(rule, check=_time(_list(rule.check), rule.code, couts)) if rule.check else rule
        for rule in epreuves.CATALOGUE
    )
    controle.check_annee(racine, ANNEE)
    couts["rules"] = sum(cout for phase, cout in couts.items() if phase.startswith("PV"))
    return couts


def _time(faire: Callable[..., Any], phase: str, couts: dict[str, float]) -> Callable[..., Any]:
    def mesure(*quoi: Any, **comment: Any) -> Any:
        debut = time.process_time()
        try:
            return faire(*quoi, **comment)
        finally:
            couts[phase] += time.process_time() - debut

    return mesure


def _list(check: Callable[..., Iterator[Any]]) -> Callable[..., list[Any]]:
    return lambda *lu: list(check(*lu))


def _measure_apart(racine: Path) -> dict[str, float]:
    sortie = subprocess.run(
        [sys.executable, "-m", "benchmarks.phases", "--une", str(racine)],
        check=True,
        capture_output=True,
    ).stdout
    couts: dict[str, float] = json.loads(sortie)
    return couts


def tell_phases(tailles: Sequence[int]) -> Iterator[str]:
    """The table of the phases by size, each with the exponent of its growth."""
    par_taille: list[dict[str, float]] = []
    for lignes in tailles:
        with tempfile.TemporaryDirectory() as nom:
            write_projet(Path(nom, "p"), lignes)
            tours = [_measure_apart(Path(nom, "p")) for _ in range(TOURS)]
        par_taille.append({phase: median(t[phase] for t in tours) for phase in tours[0]})
    yield f"| phase | {' | '.join(f'{n} rows, s' for n in tailles)} | exponent |"
    yield f"| --- |{' ---: |' * (len(tailles) + 1)}"
    dernier = par_taille[-1]
    for phase in sorted(dernier, key=lambda p: (p.startswith("PV"), -dernier[p])):
        couts = [taille[phase] for taille in par_taille]
        if couts[-1] >= ASSEZ and couts[0]:
            pente = math.log(couts[-1] / couts[0]) / math.log(tailles[-1] / tailles[0])
            yield f"| {phase} | {' | '.join(f'{c:.4f}' for c in couts)} | {pente:.2f} |"


def main() -> None:
    """Print a table of the phases by size."""
    if sys.argv[1:2] == ["--une"]:
        print(json.dumps(measure_phases(Path(sys.argv[2]))))
        return
    tailles = [int(taille) for taille in sys.argv[1:]] or list(LIGNES)
    print(*tell_phases(tailles), sep="\n")


if __name__ == "__main__":
    main()
