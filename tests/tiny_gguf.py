"""A language model of random weights, small enough to be made in a test, and llama.cpp to serve it.

The file format is GGUF 3: a header, typed metadata, tensor descriptions, and aligned data.
"""

import random
import struct
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WIDTH, HEADS, INNER, LAYERS, CONTEXT = 32, 2, 64, 1, 16384
_U32, _F32, _STRING, _ARRAY, _I32 = 4, 6, 8, 9, 5
_ALIGNED = 32
_NORMAL, _UNKNOWN, _CONTROL, _BYTE = 1, 2, 3, 6
_LETTERS = [" ", *'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:{}[]"-_/\\']


def write(path: Path, seed: int = 1) -> None:
    """Write the model: a vocabulary of bytes and letters, one layer of random weights."""
    tokens = ["<unk>", "<s>", "</s>", *(f"<0x{n:02X}>" for n in range(256))]
    kinds = [_UNKNOWN, _CONTROL, _CONTROL, *[_BYTE] * 256]
    for letter in _LETTERS:
        tokens.append(letter.replace(" ", "\u2581"))
        kinds.append(_NORMAL)
    numbers = {
        "llama.context_length": CONTEXT,
        "llama.embedding_length": WIDTH,
        "llama.block_count": LAYERS,
        "llama.feed_forward_length": INNER,
        "llama.attention.head_count": HEADS,
        "llama.attention.head_count_kv": HEADS,
        "llama.rope.dimension_count": WIDTH // HEADS,
        "llama.vocab_size": len(tokens),
        "tokenizer.ggml.bos_token_id": 1,
        "tokenizer.ggml.eos_token_id": 2,
        "tokenizer.ggml.unknown_token_id": 0,
    }
    metadata = [
        _string("general.architecture") + struct.pack("<I", _STRING) + _string("llama"),
        _string("tokenizer.ggml.model") + struct.pack("<I", _STRING) + _string("llama"),
        *(_string(name) + struct.pack("<II", _U32, number) for name, number in numbers.items()),
        _string("llama.attention.layer_norm_rms_epsilon") + struct.pack("<If", _F32, 1e-5),
        _list("tokenizer.ggml.tokens", _STRING, b"".join(map(_string, tokens)), len(tokens)),
        _list(
            "tokenizer.ggml.scores", _F32, array("f", [0.0] * len(tokens)).tobytes(), len(tokens)
        ),
        _list("tokenizer.ggml.token_type", _I32, array("i", kinds).tobytes(), len(tokens)),
    ]
    described, data = _tensors(len(tokens), random.Random(seed))
    count = struct.pack("<4sIQQ", b"GGUF", 3, len(described), len(metadata))
    head = count + b"".join(metadata) + b"".join(described)
    path.write_bytes(_padded(head) + data)


def _tensors(vocabulary: int, chance: random.Random) -> tuple[list[bytes], bytes]:
    shapes: dict[str, tuple[int, ...]] = {
        "token_embd.weight": (WIDTH, vocabulary),
        "output_norm.weight": (WIDTH,),
        "output.weight": (WIDTH, vocabulary),
    }
    for n in range(LAYERS):
        shapes |= {
            f"blk.{n}.attn_norm.weight": (WIDTH,),
            f"blk.{n}.attn_q.weight": (WIDTH, WIDTH),
            f"blk.{n}.attn_k.weight": (WIDTH, WIDTH),
            f"blk.{n}.attn_v.weight": (WIDTH, WIDTH),
            f"blk.{n}.attn_output.weight": (WIDTH, WIDTH),
            f"blk.{n}.ffn_norm.weight": (WIDTH,),
            f"blk.{n}.ffn_gate.weight": (WIDTH, INNER),
            f"blk.{n}.ffn_up.weight": (WIDTH, INNER),
            f"blk.{n}.ffn_down.weight": (INNER, WIDTH),
        }
    described, data = [], b""
    for name, shape in shapes.items():
        size = 1
        for side in shape:
            size *= side
        sides = struct.pack(f"<I{len(shape)}Q", len(shape), *shape)
        described.append(_string(name) + sides + struct.pack("<IQ", 0, len(data)))
        weights = [chance.gauss(0.0, 0.3) for _ in range(size)]
        if name == "output.weight":  # single bytes make no text: other tokens are preferred
            weights[3 * WIDTH : 259 * WIDTH] = [0.0] * (256 * WIDTH)
        data += _padded(array("f", weights).tobytes())
    return described, data


def _string(text: str) -> bytes:
    data = text.encode()
    return struct.pack("<Q", len(data)) + data


def _list(name: str, kind: int, data: bytes, count: int) -> bytes:
    return _string(name) + struct.pack("<IIQ", _ARRAY, kind, count) + data


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % _ALIGNED)


@contextmanager
def llama_server(folder: Path) -> Iterator[str]:
    """Serve a model of random weights with llama.cpp on a free port; yield its base URL."""
    import xllamacpp

    path = folder / "tiny.gguf"
    write(path)
    chosen = xllamacpp.CommonParams()
    chosen.model.path = str(path)
    chosen.hostnames = ["127.0.0.1"]
    chosen.port = 0
    chosen.n_ctx = 2 * CONTEXT
    chosen.n_parallel = 2
    chosen.verbosity = -1
    chosen.warmup = False
    chosen.cpuparams.n_threads = 1  # threads that wait in a spin starve the tests beside them
    chosen.cpuparams_batch.n_threads = 1
    chosen.chat_template = "chatml"
    server = xllamacpp.Server(chosen)
    yield f"{server.listening_address}/v1"
    del server
