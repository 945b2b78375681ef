"""`python -m rapportpv`, and the command `rapportpv`."""

from rapportpv.cli import main

if __name__ == "__main__":
    main()
