"""Times and rounds in words: `12. september 2024`, `4. kvartal 2024`, «årsrapporten for 2024»."""

from datetime import date

from styring.mente import telt
from styring.model.kommune import Runde
from styring.model.loepetid import Loepetid
from styring.model.tid import Frist, Tidsrom
from styring.model.tidsord import MAANEDER


def med_ord(tid: Tidsrom) -> str:
    """A time, or from one to another, with its year: `22.–23. mai 2024`, `mars – mai 2024`."""
    if tid.til is None or tid.til.tekst == tid.tid.tekst:
        return _en_tid(tid.tid)
    fra, til = _en_tid(tid.tid), _en_tid(tid.til)
    er_ett_aar = tid.tid.foerste_dag.year == tid.til.siste_dag.year
    if not er_ett_aar or 4 in (len(tid.tid.tekst), len(tid.til.tekst)):
        return f"{fra} – {til}"
    fra, foran = fra[:-5], til[:-5]  # the year is said once, and so is the month of two days
    if _er_dag(tid.tid) and _er_dag(tid.til) and fra.split()[1:] == foran.split()[1:]:
        return f"{tid.tid.foerste_dag.day}.–{til}"
    return f"{fra} – {til}"


def i_aaret(tid: Tidsrom) -> str:
    """A time as short as it can stand in its year: `14.`, `28.5.–3.6.`, `4. kvartal`.

    Empty for a month or a year, which are said by where it stands. What goes over new year has
    its years.
    """
    fra, til = tid.tid, tid.til or tid.tid
    if tid.foerste_dag.year != tid.siste_dag.year:
        return f"{_kort_tid(fra, med_aar=True)}–{_kort_tid(til, med_aar=True)}"
    if fra.tekst == til.tekst:
        if _er_dag(fra):
            return f"{fra.foerste_dag.day}."
        return fra.del_av_aaret or ""
    if _er_dag(fra) and _er_dag(til) and fra.foerste_dag.month == til.siste_dag.month:
        return f"{fra.foerste_dag.day}.–{til.siste_dag.day}."
    return f"{_kort_tid(fra)}–{_kort_tid(til)}"


def kort_maaned(maaned: int) -> str:
    """A month's short name, from 1: `jan.`, `mars`, `sep.`."""
    navn = MAANEDER[maaned - 1]
    return navn if len(navn) < 5 else f"{navn[:3]}."


def dag_med_ord(dag: date) -> str:
    """A day: `5. juni 2023`."""
    return f"{dag.day}. {MAANEDER[dag.month - 1]} {dag.year}"


def alder(fra: date, til: date) -> str:
    """How long it is from a day to a later one: «3 år», «8 måneder», «12 dager»."""
    maaneder = (til.year - fra.year) * 12 + til.month - fra.month - (til.day < fra.day)
    if maaneder < 1:
        return telt((til - fra).days, "dag", "dager")
    return telt(maaneder, "måned", "måneder") if maaneder < 24 else f"{maaneder // 12} år"


def naar(tid: Frist | Loepetid | None) -> str:
    """A time in words, as `med_ord`; empty when there is none."""
    if isinstance(tid, Loepetid):
        return tid.med(_en_tid)
    return _en_tid(tid) if tid else ""


def i_tiden(frist: Frist) -> str:
    """When it comes, within a sentence: «5. juni 2023», «i 2. tertial 2023»."""
    return f"{'' if _er_dag(frist) else 'i '}{_en_tid(frist)}"


def midt_i(navn: str) -> str:
    """A name as it stands within a sentence: «årsrapport», but «T1» and «HR-plan» as they are."""
    return navn[:1].lower() + navn[1:] if navn[1:2].islower() else navn


def om_runden(runde: Runde) -> str:
    """A round as a sentence speaks of it: «årsrapporten for 2025», «2. tertial 2025»."""
    navn = runde.regler.navn
    return f"{midt_i(navn)}en for {runde.aar}" if navn.endswith("rapport") else midt_i(runde.navn)


def _en_tid(frist: Frist) -> str:
    dag = frist.foerste_dag
    if _er_dag(frist):
        return dag_med_ord(dag)
    if frist.del_av_aaret:
        return f"{frist.del_av_aaret} {dag.year}"
    return frist.tekst if len(frist.tekst) == 4 else f"{MAANEDER[dag.month - 1]} {dag.year}"


def _kort_tid(frist: Frist, *, med_aar: bool = False) -> str:
    dag = frist.foerste_dag
    if len(frist.tekst) == 4:
        return frist.tekst
    if _er_dag(frist):
        return f"{dag.day}.{dag.month}.{dag.year}" if med_aar else f"{dag.day}.{dag.month}."
    kort = frist.del_av_aaret or kort_maaned(dag.month)
    return f"{kort} {dag.year}" if med_aar else kort


def _er_dag(frist: Frist) -> bool:
    return frist.foerste_dag == frist.siste_dag
