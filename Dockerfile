# The image of Conspectus. `make image` builds it; docs/deploy.md says how it is run.
#
# A tag can move. To build the same image again, name the digest too:
#   docker buildx imagetools inspect python:3.11-slim-bookworm    # shows it
#   docker build --build-arg PYTHON_IMAGE=python:3.11-slim-bookworm@sha256:... .
ARG PYTHON_IMAGE=docker.io/library/python:3.11-slim-bookworm

# hadolint ignore=DL3006  # the tag is in the argument
FROM ${PYTHON_IMAGE} AS build
ENV UV_LINK_MODE=copy \
    UV_NO_CACHE=1 \
    UV_PYTHON_DOWNLOADS=never \
    VIRTUAL_ENV=/opt/conspectus
WORKDIR /build
COPY requirements/ requirements/
# Of what tests use too, uv builds, and sentry-sdk lets SENTRY_DSN be set.
RUN python -m venv /opt/uv \
 && awk '/^[a-z]/ { it = /^uv==/ } it' requirements/test.txt > /opt/uv/uv.txt \
 && awk '/^[a-z]/ { it = /^sentry-sdk==/ } it' requirements/test.txt > /opt/uv/sentry.txt \
 && /opt/uv/bin/pip install --no-cache-dir --quiet --require-hashes -r /opt/uv/uv.txt \
 && /opt/uv/bin/uv venv --quiet "$VIRTUAL_ENV" \
 && /opt/uv/bin/uv pip install --quiet --require-hashes --only-binary :all: -r requirements/app.txt \
 && /opt/uv/bin/uv pip install --quiet --require-hashes --only-binary :all: --no-deps -r /opt/uv/sentry.txt
COPY pyproject.toml README.md LICENSE ./
COPY src/ src/
COPY deploy/image/ deploy/image/
# Byte code is made here, as nothing can be written later, and bound to no time of a file, as those
# change on the way into a layer: Python would set it aside and compile anew at each start.
RUN /opt/uv/bin/uv pip install --quiet --no-deps --no-build-isolation . \
 && /opt/uv/bin/uv pip uninstall --quiet -r deploy/image/build-only.txt \
 && /opt/uv/bin/uv pip check \
 && "$VIRTUAL_ENV/bin/python" deploy/image/sbom.py > "$VIRTUAL_ENV/sbom.cdx.json" \
 && deploy/image/trim "$VIRTUAL_ENV" \
 && python -m compileall -q -f --invalidation-mode unchecked-hash "$VIRTUAL_ENV/lib"

# hadolint ignore=DL3006  # as above
FROM ${PYTHON_IMAGE} AS runtime
ARG VERSION=0.1.0
ARG REVISION=unknown
ARG CREATED=1970-01-01T00:00:00Z
LABEL org.opencontainers.image.title="Conspectus" \
      org.opencontainers.image.description="A long regulated document in, a short one out in which every statement is proved by a page and a verbatim quote." \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.created="${CREATED}" \
      conspectus.sbom="/opt/conspectus/sbom.cdx.json" \
      conspectus.sbom.format="application/vnd.cyclonedx+json; version=1.6"
# Nothing installs anything later, so what could is taken away. The official image has no byte code.
RUN python -m compileall -q -f --invalidation-mode unchecked-hash \
      -x '/(site-packages|test|idlelib|tkinter|turtledemo|lib2to3|ensurepip|pydoc_data)/' \
      "$(python -c 'import sysconfig; print(sysconfig.get_path("stdlib"))')" \
 && rm -rf /usr/local/lib/python3*/site-packages/* /usr/local/lib/python3*/ensurepip /usr/local/bin/pip* \
 && groupadd --gid 10001 conspectus \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin conspectus \
 && install -d -o 10001 -g 10001 -m 0700 /data \
 && install -d -o 10001 -g 10001 -m 0755 /keys
COPY --from=build /opt/conspectus /opt/conspectus
ENV PATH=/opt/conspectus/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    CONSPECTUS_DATA_DIR=/data \
    CONSPECTUS_AUTH=true
# conspectus.toml is looked for here.
WORKDIR /etc/conspectus
USER 10001:10001
VOLUME /data
EXPOSE 8000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import urllib.request as ask; ask.urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
ENTRYPOINT ["conspectus"]
CMD ["serve", "--host", "0.0.0.0"]

# `--target ocr` also reads scanned pages.
FROM runtime AS ocr
USER 0:0
# hadolint ignore=DL3008  # Debian keeps one version of a package in a release, the latest mended one
RUN apt-get update \
 && apt-get install -y --no-install-recommends tesseract-ocr \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/log/apt/* /var/log/dpkg.log
USER 10001:10001

FROM runtime AS app
