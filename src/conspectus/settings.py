"""What an operator may choose: the environment or `conspectus.toml`, read once at the door."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, field_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

FILE = "conspectus.toml"


class Settings(BaseSettings):
    """Every field is the variable `CONSPECTUS_<FIELD>` or the key `<field>` of conspectus.toml."""

    model_config = SettingsConfigDict(
        env_prefix="CONSPECTUS_", toml_file=FILE, extra="forbid", frozen=True
    )

    model: Literal["offline"] = Field(
        "offline", description="The model that answers. `offline` is built in and needs no key."
    )
    reader: Literal["sandboxed", "direct"] = Field(
        "sandboxed",
        description="How files are read: in a limited child process, or in this one (to debug).",
    )
    ocr: Literal["auto", "off"] = Field(
        "auto", description="Whether scanned pages are read with Tesseract when it is installed."
    )
    observer: Literal["silent", "log"] = Field(
        "silent", description="Whether progress is logged to standard error, as JSON lines."
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
