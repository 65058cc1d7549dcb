"""Weights of observations by logistic regression, which what fits quotes and what calibrates confidence share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def weights(cases: Iterable[tuple[Sequence[str], bool]], strength: float) -> dict[str, float]:
    """The weights that fit some cases, the more closely the larger the ``strength``; what was never seen has none.

    Args:
        cases: what was observed of each case, and whether it was so.
        strength: the inverse of the regularisation (L2).
    """
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    learnt = list(cases)
    vectors = DictVectorizer()
    table = vectors.fit_transform([dict.fromkeys(observed, 1.0) for observed, _ in learnt])
    model = LogisticRegression(C=strength, max_iter=5000).fit(table, [so for _, so in learnt])
    found = {"always": float(model.intercept_[0])}
    found.update(zip(vectors.get_feature_names_out(), map(float, model.coef_[0]), strict=True))
    return {name: round(weight, 2) + 0.0 for name, weight in found.items()}  # no -0.0
