"""Chu-Liu-Edmonds for a tree with exactly one root (McDonald et al. 2005)."""

import numpy as np


def single_rooted_tree(scores: np.ndarray) -> list[int]:
    """scores[d, h]: how well word d (1..n) hangs on h (0 the root); row 0 is not used. -> heads[d] for d = 1..n."""
    n = scores.shape[0] - 1
    greedy = [0] + [int(np.argmax(np.where(np.arange(n + 1) == d, -np.inf, scores[d]))) for d in range(1, n + 1)]
    if is_tree(greedy):
        return greedy[1:]
    # A price on every arc to the root makes the best tree use just one.
    priced = scores.copy()
    priced[1:, 0] -= 1e6
    return edmonds(priced)[1:]


def is_tree(heads: list[int]) -> bool:
    if sum(1 for h in heads[1:] if h == 0) != 1:
        return False
    state = [0] * len(heads)
    for d in range(1, len(heads)):
        path = []
        while d and state[d] == 0:
            state[d] = 1
            path.append(d)
            d = heads[d]
        if d and state[d] == 1:
            return False
        for p in path:
            state[p] = 2
    return True


def edmonds(scores: np.ndarray) -> list[int]:
    n = scores.shape[0]
    s = scores.copy()
    np.fill_diagonal(s, -np.inf)
    s[0] = -np.inf
    heads = [0] + [int(np.argmax(s[d])) for d in range(1, n)]
    cycle = find_cycle(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    outside = [v for v in range(n) if v not in inside]
    total = sum(s[v, heads[v]] for v in cycle)
    m = len(outside)  # the cycle becomes node m of the smaller graph
    small = np.full((m + 1, m + 1), -np.inf)
    enter, leave = {}, {}
    for i, d in enumerate(outside):
        for j, h in enumerate(outside):
            small[i, j] = s[d, h]
        out = max(cycle, key=lambda v: s[d, v])
        small[i, m], leave[i] = s[d, out], out
    for j, h in enumerate(outside):
        v = max(cycle, key=lambda v: s[v, h] - s[v, heads[v]])
        small[m, j], enter[j] = total + s[v, h] - s[v, heads[v]], v
    found = edmonds(small)
    result = list(heads)
    for i, d in enumerate(outside):
        if d:
            result[d] = leave[i] if found[i] == m else outside[found[i]]
    v = enter[found[m]]
    result[v] = outside[found[m]]
    return result


def find_cycle(heads: list[int]) -> list[int]:
    state = [0] * len(heads)
    for start in range(1, len(heads)):
        path, d = [], start
        while d and state[d] == 0:
            state[d] = 1
            path.append(d)
            d = heads[d]
        if d and state[d] == 1:
            return path[path.index(d) :]
        for p in path:
            state[p] = 2
    return []
