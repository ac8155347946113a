"""Make the weights of a pipeline shorter for shipping."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from spacy.language import Language

_KEPT_BITS = 8
"""Explicit bits of the mantissa that stay, of 23: a relative error of at most 0.2 %."""


def shorten_weights(nlp: Language) -> None:
    """Round every weight to few bits, in place.

    The arrays stay 32 bits wide and load as before; their last bytes are zero, so that a wheel
    or an archive holds them in about half the room.
    """
    drop = 23 - _KEPT_BITS
    half, mask = np.uint32(1 << (drop - 1)), np.uint32((0xFFFFFFFF << drop) & 0xFFFFFFFF)
    for _, component in nlp.pipeline:
        model: Any = getattr(component, "model", None)
        if model is None:
            continue
        for node in model.walk():
            for name in node.param_names:
                if node.has_param(name):
                    bits = np.ascontiguousarray(node.get_param(name)).view(np.uint32)
                    node.set_param(name, ((bits + half) & mask).view(np.float32))
