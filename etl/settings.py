"""What an office may set through `MONEV_*` variables, read in one place and checked at the door."""

import os
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import ByteSize, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from etl.errors import Refused
from etl.words import _


class Settings(BaseSettings):
    """Settings of the store; every name is also a variable, such as `MONEV_LOCK_SECONDS`."""

    model_config = SettingsConfigDict(env_prefix="MONEV_", extra="ignore")

    lock_seconds: float = Field(default=30, ge=0, description="wait for another writer, seconds")
    archive: bool = Field(default=True, description="keep the files that were loaded")
    memory_limit: ByteSize = Field(
        default=ByteSize(2_000_000_000), gt=0, description="memory a writer may take, such as 2GB"
    )
    count_rows: int = Field(
        default=1_500_000, gt=0, description="records counted at once, an office at least"
    )
    threads: int = Field(default=0, ge=0, description="threads of a writer; 0: one a processor")
    spark_master: str = Field(default="local[*]", description="where Spark counts a recap")
    max_unpacked_mb: int = Field(
        default=4096, gt=0, description="size a zip or sheet may unpack to"
    )
    reading_memory_mb: int = Field(
        default=2048, ge=256, description="memory that reading one file may take"
    )
    reading_seconds: float = Field(
        default=30, gt=0, description="time that reading one file may take, seconds"
    )
    reading_seconds_per_mb: float = Field(
        default=20, ge=0, description="further seconds for each megabyte of the file"
    )
    max_ratio: int = Field(
        default=200, gt=1, description="how many times its size a zip or sheet may unpack to"
    )
    max_rows: int = Field(default=50_000_000, gt=0, description="rows a Parquet file may hold")
    max_columns: int = Field(default=4000, gt=0, description="columns a table may have")
    max_files: int = Field(default=200, gt=0, description="files a zip may hold")
    max_cells: int = Field(default=50_000_000, gt=0, description="cells a workbook may hold")
    hosts: str = Field(default="", description="further names of the web address, by comma")
    trusted_proxy: bool = Field(
        default=False, description="believe the address that the proxy in front gives"
    )
    sign_in_hours: float = Field(default=12, gt=0, description="how long a sign-in holds")
    url: str = Field(
        default="http://127.0.0.1:8501", description="web address that links in mails begin with"
    )
    smtp_host: str = Field(default="", description="mail server; empty: no mail is sent")
    smtp_port: int = Field(default=587, gt=0, lt=65536, description="port of the mail server")
    smtp_security: Literal["starttls", "tls", "none"] = Field(
        default="starttls", description="how the connection to the mail server is encrypted"
    )
    smtp_user: str = Field(default="", description="name to sign in to the mail server with")
    smtp_password: SecretStr = Field(
        default=SecretStr(""), description="password of the mail server"
    )
    mail_from: str = Field(default="", description="sender of the mails")
    mail_to: str = Field(
        default="", description="addresses that get the alerts, by comma; empty: all with a grant"
    )
    logs: Path | None = Field(default=None, description="folder of the web logs")
    log_mb: float = Field(default=5, gt=0, description="size at which a log is rotated")

    @property
    def host_names(self) -> frozenset[str]:
        """The further host names of the web address, lower case."""
        return frozenset(h.strip().lower() for h in self.hosts.split(",") if h.strip())


def settings() -> Settings:
    """The settings as the environment gives them now; `Refused` for a value that cannot be."""
    return _settings(
        tuple(sorted((k, v) for k, v in os.environ.items() if k[:6].upper() == "MONEV_"))
    )


@lru_cache(maxsize=4)
def _settings(_given: tuple[tuple[str, str], ...]) -> Settings:
    try:
        return Settings()
    except ValidationError as error:
        names = ", ".join(f"MONEV_{e['loc'][0]}".upper() for e in error.errors() if e["loc"])
        raise Refused(
            _("Setelan {names} tidak dapat dipakai; perbaiki isinya.").format(names=names)
        ) from None
