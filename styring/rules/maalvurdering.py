"""Rules of how it is judged that a delmål goes."""

from collections.abc import Iterator
from datetime import date

from styring.mente import ramse
from styring.register.innhold import Register
from styring.rules.gjennomgang import gjentatte
from styring.rules.regel import Problem, regel
from styring.stand.runder import begynte


@regel("MAAL004")
def vurdert_to_ganger(register: Register, _: date) -> Iterator[Problem]:
    """Delmålet er vurdert to ganger for samme periode.

    Hver periode har én vurdering. Er det to, vet ingen hvilken som gjelder.

    Galt i maal.yaml:

        satsingsomraader:
          - id: TF
            tittel: Fellesskap
            hovedmaal:
              - id: TF1
                tittel: Alle kan delta
                delmaal:
                  - id: TF1.1
                    tittel: Flere deltar
                    vurderinger:
                      - {periode: 2024-AAR, vurdering: gul}
                      - {periode: 2024-AAR, vurdering: groenn}
                                  ^^^^^^^^

    Riktig i maal.yaml:

        satsingsomraader:
          - id: TF
            tittel: Fellesskap
            hovedmaal:
              - id: TF1
                tittel: Alle kan delta
                delmaal:
                  - id: TF1.1
                    tittel: Flere deltar
                    vurderinger:
                      - {periode: 2024-T2, vurdering: gul}
                      - {periode: 2024-AAR, vurdering: groenn}
    """
    for delmaal in register.delmaal:
        for nummer, periode in gjentatte(en.periode for en in delmaal.vurderinger):
            melding = f"{delmaal.id} er allerede vurdert for {periode}"
            raad = "Behold vurderingen som gjelder, og slett den andre."
            yield Problem(delmaal, ("vurderinger", nummer, "periode"), melding, raad)


@regel("MAAL005")
def vurdert_for_tidlig(register: Register, dag: date) -> Iterator[Problem]:
    """Delmålet er vurdert for en periode som ikke finnes, eller ikke har begynt.

    En periode skrives som år, bindestrek og kode, for eksempel 2023-T1. Kodene er T1, T2 og AAR
    når kommunen ikke har satt sine egne i kommune.yaml.

    Galt i maal.yaml:

        satsingsomraader:
          - id: TF
            tittel: Fellesskap
            hovedmaal:
              - id: TF1
                tittel: Alle kan delta
                delmaal:
                  - id: TF1.1
                    tittel: Flere deltar
                    vurderinger:
                      - {periode: 2024-T5, vurdering: gul}
                                  ^^^^^^^

    Riktig i maal.yaml:

        satsingsomraader:
          - id: TF
            tittel: Fellesskap
            hovedmaal:
              - id: TF1
                tittel: Alle kan delta
                delmaal:
                  - id: TF1.1
                    tittel: Flere deltar
                    vurderinger:
                      - {periode: 2024-T1, vurdering: gul}
    """
    for delmaal in register.delmaal:
        for nummer, en in enumerate(delmaal.vurderinger):
            foerste_dag = begynte(register, en.periode)
            if foerste_dag is None:
                melding = f"ukjent periode «{en.periode}»"
                koder = ramse(register.perioder, "eller")
                raad = f"Skriv år, bindestrek og kode. Koden er {koder}."
            elif foerste_dag > dag:
                melding = f"perioden {en.periode} har ikke begynt"
                raad = "Skriv perioden vurderingen gjelder."
            else:
                continue
            yield Problem(delmaal, ("vurderinger", nummer, "periode"), melding, raad)
