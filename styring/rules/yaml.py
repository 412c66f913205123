"""What is no YAML as it is read here, found while the files are loaded."""

from styring.rules.regel import lastefeil


@lastefeil("YAML001")
def ikke_yaml() -> None:
    """Filen følger ikke reglene for YAML fra og med dette stedet.

    Resten av filen kan ikke leses før det er rettet. Ofte er det et innrykk, et kolon eller et
    anførselstegn på denne linjen eller linjen over. Det som ulike programmer ville lest ulikt, blir
    heller ikke lest.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Plan: første del
                        ^
            sektor: SOS

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: "Plan: første del"
            sektor: SOS
    """


@lastefeil("YAML002")
def ikke_utf_8() -> None:
    """Filen er ikke lagret i UTF-8.

    Da blir æ, ø og å til noe annet. Velg UTF-8 der redigeringsprogrammet spør om koding eller
    tegnsett når filen lagres.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Sp\ufffdrre innbyggerne
                      ^
            sektor: SOS

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Spørre innbyggerne
            sektor: SOS
    """


@lastefeil("YAML003")
def gjentatt_noekkel() -> None:
    """Samme nøkkel er gitt to ganger.

    Noen programmer bruker den første, andre den siste. Her velger programmet ikke, men sier fra.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            tittel: Lage to planer
            ^^^^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
    """


@lastefeil("YAML004")
def umulig_henvisning() -> None:
    """En henvisning i YAML (*navn) viser til noe som ikke finnes, til seg selv eller til for mye.

    «&navn» setter et merke på en verdi, og «*navn» gjentar den. Merket må stå først, og kan ikke
    brukes på nytt inni verdien. Henvisninger til henvisninger kan bli til milliarder av verdier,
    og blir derfor stanset.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            delansvar: *andre
                       ^^^^^^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
            delansvar: [TEK]
    """


@lastefeil("YAML005")
def over_grensene() -> None:
    """Filen er for stor, et tall er for langt, eller lister ligger for dypt i hverandre.

    Grensene er 256 MiB for en fil, 64 siffer i et tall og 64 nivåer. De verner mot filer som er
    laget for å få maskinen til å stanse.

    Galt i oppdrag.yaml:

        aar: 20230000000000000000000000000000000000000000000000000000000000000
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        oppdrag: []

    Riktig i oppdrag.yaml:

        aar: 2023
        oppdrag: []
    """


@lastefeil("YAML006")
def flere_dokumenter() -> None:
    """Filen har mer enn ett dokument.

    En linje med «---» begynner et nytt dokument, og det som står etter den, blir ikke lest.

    Galt i oppdrag.yaml:

        aar: 2023
        oppdrag: []
        ---
        ^^^
        aar: 2024
        oppdrag: []

    Riktig i oppdrag.yaml:

        aar: 2023
        oppdrag: []
    """


@lastefeil("YAML007")
def tom() -> None:
    """Filen er tom, eller har bare kommentarer.

    En tom fil er gjerne en fil der innholdet er gått tapt. Derfor blir det sagt fra.

    Galt i oppdrag.yaml:

        # Oppdragene for 2023
        ^

    Riktig i oppdrag.yaml:

        # Oppdragene for 2023
        aar: 2023
        oppdrag: []
    """


@lastefeil("YAML008")
def ukjent_merke() -> None:
    """En verdi har et merke (!navn) som ikke brukes her.

    I YAML kan et slikt merke få et program til å lage noe annet enn tekst. Det skjer ikke her:
    Det som leses, er data.

    Galt i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: !viktig Lage en plan
                    ^^^^^^^^^^^^^^^^^^^^
            sektor: SOS

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
    """


@lastefeil("YAML009")
def sammensatt_noekkel() -> None:
    """En nøkkel er en liste eller noe annet sammensatt.

    Nøkler er enkle ord. Feilen oppstår gjerne når tekst i klammer mangler anførselstegn.

    Galt i oppdrag.yaml:

        oppdrag:
          - [id]: SOS-2023-01
            ^

    Riktig i oppdrag.yaml:

        oppdrag:
          - id: SOS-2023-01
            tittel: Lage en plan
            sektor: SOS
    """
