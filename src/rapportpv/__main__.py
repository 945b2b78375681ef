"""`python -m rapportpv`, and the command `rapportpv`."""

import sys


def main() -> None:
    """Run the command line; the version is told without it: importing Typer takes five Pythons."""
    if sys.argv[1:] == ["--version"]:
        from rapportpv import __version__

        sys.stdout.write(f"rapportpv {__version__}\n")
        return
    from rapportpv.cli import main as run

    run()


if __name__ == "__main__":
    main()
