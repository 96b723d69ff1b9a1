"""`python -m training`: find the weights of the classifier, and write them into the plugin.

One logistic regression for each label that enough lines bear. What bears a label is rare, and
weighs more than what does not. Of its terms those that weigh most are kept.
"""

import json
import warnings
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from conspectus.adapters.model_offline.sheet import Sheet
from conspectus.domain.text.classifier import HUNDREDTHS, features
from conspectus.plugins.informed_consent_ki.classifier import CLASSIFIER
from training.marked import FORMS, Labels, digest, marked

LEAST_LINES = 8
"""A label on fewer lines is not learned."""

LEAST_TERMS = 2
"""A term of fewer lines is not looked at."""

RARE = 6
"""What a line with the label weighs against one without."""

STRENGTH = 3.0
"""How far the weights may follow the lines (the inverse of the penalty on their squares)."""

MOST_TERMS = 600


def main() -> None:
    """Train, and write."""
    paths = sorted(FORMS.glob("*.txt"))
    lines, labels = _lines(paths)
    weights = {"forms": digest(paths), **_trained(lines, labels)}
    CLASSIFIER.path.write_text(_written(weights), "utf-8")
    print(f"{len(paths)} forms, {len(lines)} lines, {len(weights['labels'])} labels")


def _lines(paths: Sequence[Path]) -> tuple[list[dict[str, float]], list[Labels]]:
    """Return the terms of all lines with their values, and their labels."""
    lines: list[dict[str, float]] = []
    labels: list[Labels] = []
    for path in paths:
        extracts, borne = marked(path.read_text("utf-8"))
        sentences = Sheet(extracts).sentences
        for groups in features(sentences):
            lines.append({_name(term): value for value, terms in groups for term in terms})
        labels += [borne[sentence.extract - 1] for sentence in sentences]
    counts = Counter(term for line in lines for term in line)
    return [{t: v for t, v in line.items() if counts[t] >= LEAST_TERMS} for line in lines], labels


def _name(term: str | tuple[str, str]) -> str:
    return term if isinstance(term, str) else "_".join(term)


def _trained(lines: list[dict[str, float]], labels: list[Labels]) -> dict[str, Any]:
    vectors = DictVectorizer()
    values = vectors.fit_transform(lines)
    names = vectors.get_feature_names_out()
    counts = Counter(label for borne in labels for label in borne)
    learned = sorted(label for label, lines in counts.items() if lines >= LEAST_LINES)
    biases, terms = [], {}
    for column, label in enumerate(learned):
        model = LogisticRegression(C=STRENGTH, class_weight={False: 1, True: RARE}, max_iter=500)
        model.fit(values, [label in borne for borne in labels])
        weights = (model.coef_[0] * HUNDREDTHS).round().astype(int)
        biases.append(round(float(model.intercept_[0]), 2))
        heaviest = sorted(range(len(names)), key=lambda n: (-abs(weights[n]), names[n]))
        for number in heaviest[:MOST_TERMS]:
            terms.setdefault(names[number], []).append([column, int(weights[number])])
    return {"labels": learned, "biases": biases, "terms": dict(sorted(terms.items()))}


def _written(weights: dict[str, Any]) -> str:
    """Return JSON with a line for each term, so that a change shows where it is."""
    terms = ",\n".join(
        f"{json.dumps(t)}:{json.dumps(w, separators=(',', ':'))}"
        for t, w in weights["terms"].items()
    )
    head = {key: value for key, value in weights.items() if key != "terms"}
    return f'{json.dumps(head)[:-1]}, "terms": {{\n{terms}\n}}}}\n'


if __name__ == "__main__":
    warnings.simplefilter("error")
    main()
