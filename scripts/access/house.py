"""A store of three offices whose every record can be told by its words, and six people."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from etl.store.store import Store

HERE, THERE, FAR = "32.14", "32.05", "33.01"
OFFICES = (HERE, THERE, FAR)
SECRETS = """
[auth]
redirect_uri = "http://127.0.0.1/oauth2callback"
cookie_secret = "0123456789abcdef0123456789abcdef"  # pragma: allowlist secret
client_id = "monev"
client_secret = "rahasia"  # pragma: allowlist secret
server_metadata_url = "http://127.0.0.1:9/.well-known/openid-configuration"
"""


@dataclass(frozen=True)
class Person:
    """One of the six: a name for the table, the address ("" nobody signed in), role and region.

    `own` is the place that is theirs, `other` one that is not; of who has none, any two.
    """

    name: str
    email: str
    role: str = ""
    region: str = ""
    own: str = HERE
    other: str = THERE

    @property
    def claims(self) -> dict[str, object]:
        """What the provider says of them."""
        return {"email": self.email, "email_verified": True} if self.email else {}


PEOPLE = (
    Person("visitor", ""),
    Person("no grant", "tamu@b.example"),
    Person("office", "kepala@b.example", "office", HERE),
    Person("analyst", "analis@b.example", "analyst", HERE),
    Person("province", "provinsi@b.example", "province", "32", "32", "33"),
    Person("admin", "admin@b.example", "admin"),
)


def mark(office: str) -> str:
    """What stands in every record of an office and in no other's."""
    return f"Q{office.replace('.', '')}Q"


def files(folder: Path, office: str, name: str = "muat", number: int = 14) -> dict[str, Path]:
    """Applications, stages and complaints of an office, as files; `name` sets numbers apart."""
    own, home = mark(office), folder / office
    home.mkdir(parents=True, exist_ok=True)
    cases = [
        f"{office},{own}-{name}-{i},SIUP {own},2024-{1 + i % 12:02d}-03,"
        + ("" if i % 5 == 0 else f"2024-{1 + i % 12:02d}-{10 + i % 9:02d}")
        for i in range(number)
    ]
    stages = [
        f"{office},{own}-{name}-{i},Periksa {own},2024-{1 + i % 12:02d}-03,"
        f"2024-{1 + i % 12:02d}-0{4 + i % 4}"
        for i in range(number)
    ]
    complaints = [
        f"{office},K{own}-{name}-{i},2024-{1 + i % 12:02d}-05,Layanan {own},"
        f"2024-{1 + i % 12:02d}-09"
        for i in range(number)
    ]
    texts = {
        "applications": "office_code,application_no,permit_type,submitted_at,issued_at",
        "stages": "office_code,application_no,stage,started_at,finished_at",
        "complaints": "office_code,complaint_no,received_at,category,resolved_at",
    }
    made = {}
    for kind, rows in zip(texts, (cases, stages, complaints), strict=True):
        made[kind] = home / f"{name}-{kind}.csv"
        made[kind].write_text("\n".join([texts[kind], *rows]) + "\n", encoding="utf-8")
    return made


def built(folder: Path) -> Path:
    """The published store with its grants, and the file of secrets beside it."""
    from dashboard.frame import access
    from metrics.asking.query import Scope
    from metrics.publishing.publish import publish

    store = Store(folder / "store", by="uji")
    offices = folder / "kantor.csv"
    rows = ["32,Jawa Barat,provinsi,,5", "33,Jawa Tengah,provinsi,,5"]
    rows += [f"{o},Kantor {mark(o)},kabupaten,{o[:2]},5" for o in OFFICES]
    offices.write_text(
        "office_code,name,region_kind,province_code,working_week\n" + "\n".join(rows) + "\n",
        encoding="utf-8",
    )
    store.load(offices)
    for office in OFFICES:
        for path in files(folder, office).values():
            store.load(path)
    publish(store)
    for one in PEOPLE:
        if one.role:
            grant = access.Grant(one.email, one.role, one.region)
            access.decide(store.folder, Scope("admin"), "uji", grant)
    (folder / "secrets.toml").write_text(SECRETS, encoding="utf-8")
    return store.folder


@contextlib.contextmanager
def signed_in(folder: Path, person: Person) -> Iterator[None]:
    """The program as `person` meets it: sign-in is set up, and the provider vouches for them."""
    environment = {
        "MONEV_SECRETS": str(folder / "secrets.toml"),
        "MONEV_STORE": str(folder / "store"),
    }
    with (
        patch.dict("os.environ", environment),
        patch("dashboard.frame.readers.signed_claims", lambda: person.claims),
    ):
        yield
