"""Data that are nearly right are loaded and checked, whatever is odd in them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from test_register import DAG

from styring.register.innhold import Register
from styring.register.lasting import fra_dokument
from styring.rules.kjoering import kjoer
from styring.slag import FILER
from styring.yamlfile.places import Route, at
from styring.yamlfile.read import read

RECORDS: dict[str, Any] = {
    "kommune": {
        "navn": "K",
        "verdier": ["a"],
        "kommunenummer": [{"nummer": "3029", "fra": 2020}],
        "perioder": [{"kode": "T1", "navn": "t", "per": "30.4."}],
        "egne": {"x": [1]},
    },
    "kontakter": {
        "sektorer": [{"kode": "SOS", "navn": "S", "direktoer": "k", "arbeidsfelt": ["a"]}],
        "kontakter": [{"id": "k", "navn": "K", "sektor": "SOS", "epost": "k@x.no"}],
    },
    "maal": {
        "satsingsomraader": [
            {
                "id": "A",
                "tittel": "a",
                "fn_maal": [1],
                "hovedmaal": [
                    {"id": "A1", "tittel": "a", "delmaal": [{"id": "A1.1", "tittel": "a"}]}
                ],
            }
        ]
    },
    "oppdrag": {
        "aar": 2023,
        "oppdrag": [
            {
                "id": "S-1",
                "tittel": "t",
                "sektor": "SOS",
                "delmaal": ["A1.1"],
                "frist": "2023-12-31",
                "delegering": [{"til": "k", "av": "k", "dato": "2023-02-01"}],
                "oppgaver": [{"id": "S-1.1", "tittel": "o", "frist": "2023", "status": "ferdig"}],
                "rapporter": [
                    {"periode": "2023-T1", "dato": "2023-05-05", "status": "ferdig", "avvik": "a"}
                ],
                "unntatt": {"hjemmel": "h"},
                "egne": {"z": 1},
            }
        ],
    },
    "vedtak": {
        "vedtak": [
            {"id": "V", "tittel": "v", "type": "verbal", "dato": "2023-01-01", "oppdrag": ["S-1"]}
        ]
    },
    "aarshjul": {
        "hendelser": [{"id": "H", "tittel": "h", "spor": "politisk", "tid": "2023-05-01"}]
    },
}
ODD: st.SearchStrategy[Any] = st.one_of(
    st.sampled_from(
        [
            *(
                None,
                True,
                False,
                0,
                -1,
                7,
                99_999,
                10**30,
                1.5,
                float("inf"),
                float("nan"),
                "",
                "x",
            ),
            *("2023-13", "2023-02-30", "0000", "0000-T1", "9999-T3", "99999-T1", "²", "٢٠٢٣"),
            *("29.2.", "30.4", "31.4.", "a@b", "\x1b[31m", "-", ".", "1" * 5000, "SOS", "S-1"),
            *([], {}, [[]], [None], [{}], {"a": 1}, ["x", ["y"]], {"id": "S-1"}, [{"id": "S-1"}]),
        ]
    ),
    st.text(max_size=5),
)


@st.composite
def nearly_right(draw: Any) -> dict[str, Any]:
    """The contents of all files, in which one to three things are something else."""
    files = {name: copied(content) for name, content in RECORDS.items()}
    for _ in range(draw(st.integers(1, 4))):
        route = draw(st.sampled_from([route for route in routes(files) if route]))
        inside = at(files, route[:-1])
        step = route[-1]
        if isinstance(inside, dict) and inside is not files and draw(st.integers(0, 4)) == 0:
            step = draw(st.sampled_from(["x", "<<", "tittl", "\x1b", "id"]))
        inside[step] = copied(draw(ODD))
    return files


def routes(value: Any, route: Route = ()) -> Iterator[Route]:
    """The routes of all values, the whole first."""
    yield route
    if isinstance(value, dict | list):
        for step in value if isinstance(value, dict) else range(len(value)):
            yield from routes(value[step], (*route, step))


def copied(value: Any) -> Any:
    """The same, all the way down."""
    if isinstance(value, dict):
        return {key: copied(inner) for key, inner in value.items()}
    return [copied(inner) for inner in value] if isinstance(value, list) else value


@given(files=nearly_right())
def test_nearly_right_data_is_loaded_and_checked(files: dict[str, Any]) -> None:
    """Whatever stands where something else should, every finding has a place and a message."""
    read_files, funn = [], []
    for slag in FILER:
        text = written(files.get(slag.navn))
        document = read(f"{slag.navn}.yaml", text.encode("utf-8", "replace"))
        fil, found = fra_dokument(Path(document.source.name), slag, document)
        read_files.append(fil)
        funn += found
    register = Register(Path(), tuple(read_files), tuple(funn))
    for finding in kjoer(register, DAG):
        assert finding.melding
        assert not finding.melding.endswith(".")
        assert finding.sted.fil in {f"{slag.navn}.yaml" for slag in FILER}
        assert min(finding.sted.linje, finding.sted.kolonne, finding.sted.lengde) >= 1
    for fil in register.filer:
        for post in register.alle_i(fil):
            assert register.sted(post).fil == fil.kilde.name


def written(value: Any) -> str:
    """A value as flow YAML, every text in double quotes with escapes."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{written(k)}: {written(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    if isinstance(value, str):
        inside = (c if c.isalnum() and c.isascii() else f"\\U{ord(c):08x}" for c in value)
        return '"' + "".join(inside) + '"'
    words = {None: "~", True: "true", False: "false"}
    if value is None or isinstance(value, bool):
        return words[value]
    return repr(value).replace("inf", ".inf").replace("nan", ".nan")
