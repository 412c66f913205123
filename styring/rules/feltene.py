"""Faults of the fields of records, found while the files are loaded."""

from styring.rules.regel import lastefeil


@lastefeil("FELT001")
def ukjent_noekkel() -> None:
    """Nøkkelen finnes ikke her.

    En nøkkel som er skrevet feil, ville ellers blitt oversett. Kommunens egne felt hører hjemme
    under «egne», og får stå i fred der. Det som ikke skal ut til alle, merkes med «unntatt», som
    kan stå på oppdrag, vedtak, oppgaver og hendelser.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittle: Lage en plan
            ^^^^^^
            tittel: Lage en plan
            sektor: SOS

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
    """


@lastefeil("FELT002")
def mangler() -> None:
    """Noe som må være med, mangler.

    Et oppdrag har alltid id, tittel og sektor, en rapport alltid periode, dato og status. Resten
    er frivillig, og kan utelates til noen vet det.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            ^^^^^^^^^^^^^^^
            tittel: Lage en plan

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
    """


@lastefeil("FELT003")
def feil_type() -> None:
    """Verdien er av feil type.

    Det står et tall der det skal være tekst, eller en tekst der det skal være en liste. Et
    tall i anførselstegn er tekst. En liste skrives med klammer, [TEK, KUL], eller med en bindestrek
    foran hvert ledd.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: 2023
                    ^^^^
            sektor: SOS

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: "2023"
            sektor: SOS
    """


@lastefeil("FELT004")
def ukjent_ord() -> None:
    """Ordet er ikke et av dem som kan stå her.

    Status, vurdering, type, spor og retning har faste ord, slik at like ting blir talt likt. De
    skrives uten mellomrom, æ, ø og å. Står det «Under arbeid» eller «grønn», skriver «styring
    valider --rett» det om.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            rapporter:
              - {periode: 2023-T1, dato: 2023-05-05, status: utgar}
                                                             ^^^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            rapporter:
              - {periode: 2023-T1, dato: 2023-05-05, status: utgaar}
    """


@lastefeil("FELT005")
def feil_form() -> None:
    """Verdien har ikke den formen den må ha.

    En dato skrives som år-måned-dag, 2023-05-31. En frist kan være så grov som kilden er: dag,
    måned, kvartal, tertial eller år. Det som er skrevet som 31.12.2023 eller «desember 2023»,
    skriver «styring valider --rett» om.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            frist: 31.12.2023
                   ^^^^^^^^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            frist: 2023-12-31
    """
