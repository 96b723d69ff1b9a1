"""What an operator may choose: the environment or `conspectus.toml`, read once at the door."""

import json
import os
import sys
from ipaddress import ip_network
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

FILE = "conspectus.toml"


def data_folder() -> Path:
    """Return the folder where this system keeps the data of a user's programs."""
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "conspectus"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "conspectus"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "conspectus"


class Settings(BaseSettings):
    """Every field is the variable `CONSPECTUS_<FIELD>` or the key `<field>` of conspectus.toml.

    Three are variables without the prefix, see `variable`.
    """

    model_config = SettingsConfigDict(
        env_prefix="CONSPECTUS_",
        toml_file=FILE,
        extra="forbid",
        frozen=True,
        populate_by_name=True,
    )

    model: str = Field(
        "offline", description="The model that answers. `offline` is built in and needs no key."
    )
    fallback_model: str | None = Field(
        None, description="The model that is asked where the first one fails."
    )
    model_key: SecretStr | None = Field(
        None,
        description="The key of an `openai-compatible` or `ollama` server that wants one. It goes "
        "to the address of `CONSPECTUS_MODEL` alone, if that has one.",
    )
    fallback_key: SecretStr | None = Field(
        None, description="The same for the server of the fallback model."
    )
    model_words: int = Field(
        12_000, ge=200, description="Most words of the source in one request to a language model."
    )
    model_output: int = Field(
        8_000, ge=200, description="Most tokens of one answer of a language model."
    )
    model_seconds: float = Field(
        120, gt=0, description="Time until a call of a language model is given up."
    )
    model_tries: int = Field(
        4, ge=1, description="How often a call is made when the model cannot be reached."
    )
    model_at_once: int = Field(4, ge=1, description="Most calls of one model at the same time.")
    model_per_minute: int | None = Field(
        None, ge=1, description="Most calls of one model begun in a minute."
    )
    budget_usd: float | None = Field(
        None, gt=0, description="US dollars that the calls for one document may cost."
    )
    wording: Literal["template", "model"] = Field(
        "template",
        description="Whether the model may say the template's sentences in plainer words.",
    )
    data_dir: Path = Field(
        default_factory=data_folder, description="The folder of what is kept between runs."
    )
    database_url: SecretStr | None = Field(
        None,
        description="A PostgreSQL database for the records of many machines: "
        "`postgresql://user:password@host/database`.",
    )
    archive_url: SecretStr | None = Field(
        None,
        description="An object store for the uploads and reports of many machines: "
        "`s3://bucket/path`.",
    )
    redis_url: SecretStr | None = Field(
        None,
        validation_alias="REDIS_URL",
        description="A Redis or Valkey through which machines share answers: `redis://host:6379/0`.",
    )
    llm_cache_enabled: bool = Field(
        True,
        validation_alias="LLM_CACHE_ENABLED",
        description="Whether answers of language models are looked up and kept.",
    )
    llm_cache_ttl: float = Field(
        3600,
        ge=0,
        le=3_153_600_000,
        allow_inf_nan=False,
        validation_alias="LLM_CACHE_TTL",
        description="Seconds until a kept answer is stale; `0` keeps it until it is purged.",
    )
    cache_memory_bytes: int = Field(
        64_000_000, ge=0, description="Memory that kept answers may take in one process, in bytes."
    )
    cache_secret: SecretStr | None = Field(
        None, description="Signs kept answers; one that was not signed with it is not used."
    )
    slots: int = Field(
        8,
        ge=0,
        description="Documents that one worker makes at the same time, no more than there are "
        "processors where the built-in model makes all; with `0` a server has no worker, and "
        "others make its documents.",
    )
    lease_seconds: float = Field(
        5, gt=0, description="Time until the documents of a worker that died go to another one."
    )
    reader: Literal["sandboxed", "direct"] = Field(
        "sandboxed",
        description="How files are read: in a limited child process, or in this one (to debug).",
    )
    ocr: Literal["auto", "off"] = Field(
        "auto", description="Whether scanned pages are read with Tesseract when it is installed."
    )
    models: Annotated[dict[str, str], NoDecode] = Field(
        default_factory=dict,
        description='Models that HTTP may ask for, by name: `{"fast": "openai:NAME"}`.',
    )
    auth: bool = Field(False, description="Whether the HTTP door asks for a key.")
    open: bool = Field(
        False, description="Whether the HTTP door lets other machines in that have no key."
    )
    root_path: str = Field(
        "",
        pattern=r"^(/[A-Za-z0-9._~-]+)*$",
        description="The path beneath which a proxy serves the HTTP door: `/conspectus`.",
    )
    trusted_proxies: str = Field(
        "127.0.0.1", description="Addresses whose `X-Forwarded-*` headers are believed, or `*`."
    )
    rate_limit: str | None = Field(
        "600/minute",
        pattern=r"^[1-9][0-9]*/(second|minute|hour|day)$",
        description="Most requests of one key (of one address, where no key is asked for).",
    )
    drain_seconds: float = Field(
        0,
        ge=0,
        description="How long the server serves on after it was told to stop; it says at once that "
        "it is not ready, so that a balancer sends requests elsewhere.",
    )
    max_files: int = Field(1_000, gt=0, description="Most files of one request.")
    retention_days: float = Field(
        30, ge=0, description="Days that the server keeps a job after its end; `0` keeps it."
    )
    webhook_networks: str = Field(
        "",
        description="Networks that webhooks may reach though they are not public, parted by `,`.",
    )
    observer: Literal["silent", "log"] = Field(
        "silent", description="Whether each stage of a document is logged, too."
    )
    log_form: Literal["auto", "json", "pretty"] = Field(
        "auto",
        description="How log lines are written to standard error: as JSON (ECS), or for a person; "
        "`auto` does the latter on a terminal.",
    )
    log_level: Literal["debug", "info", "warning", "error"] | None = Field(
        None,
        description="The least log lines that are written; unset, `info` where the program serves "
        "or works on queued documents, else `warning`.",
    )
    otlp_endpoint: str | None = Field(
        None,
        pattern=r"^https?://[^\s@]+$",
        validation_alias="OTEL_EXPORTER_OTLP_ENDPOINT",
        description="A collector that traces are sent to, by OTLP over HTTP: "
        "`http://collector:4318`.",
    )
    sentry_dsn: SecretStr | None = Field(
        None,
        validation_alias="SENTRY_DSN",
        description="Where Sentry takes errors, without their words. Needs the extra `sentry`.",
    )
    rules: Annotated[tuple[Path, ...], NoDecode] = Field(
        (), description="TOML files with an institution's own rules, several parted by `:`."
    )
    max_bytes: int = Field(50_000_000, gt=0, description="Largest upload, in bytes.")
    max_pages: int = Field(1_000, gt=0, description="Most pages of a source.")
    memory_mb: int = Field(1_024, ge=256, description="Memory of the reading process, in MiB.")
    cpu_seconds: int = Field(120, gt=0, description="Processor time of the reading process.")
    wall_seconds: int = Field(180, gt=0, description="Time until the reading process is killed.")

    @field_validator("rules", mode="before")
    @classmethod
    def _parted(cls, given: object) -> object:
        return [path for path in given.split(":") if path] if isinstance(given, str) else given

    @field_validator("models", mode="before")
    @classmethod
    def _named(cls, given: object) -> object:
        try:
            return json.loads(given) if isinstance(given, str) else given
        except ValueError:
            raise ValueError('give a JSON object, {"NAME": "MODEL"}') from None

    @field_validator("webhook_networks")
    @classmethod
    def _networks(cls, given: str) -> str:
        for one in filter(None, given.split(",")):
            ip_network(one.strip())
        return given

    @classmethod
    def variable(cls, name: str) -> str:
        """Return the environment variable of a field, given by its name or by the variable."""
        field = cls.model_fields.get(name)
        if field is None:
            return name
        return str(field.validation_alias or f"CONSPECTUS_{name.upper()}")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Arguments win over the environment, and that over the file."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)
