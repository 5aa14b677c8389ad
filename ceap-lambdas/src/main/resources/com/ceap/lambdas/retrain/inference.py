"""How a retrained model answers, in SageMaker's XGBoost container.

The same question and answer as at every endpoint of the platform:
{"instances": [{feature: value, ...}, ...]} -> {"predictions": [{"score": 0.7, "discount": 10}, ...]}.
CEAP_FEATURES holds the features as a JSON list, in the order of the columns that were trained on;
CEAP_SENSITIVITY the one that a discount depends on, or nothing.
"""

import json
import os

LEAST, MOST, STEP = 5, 20, 5


def number(value):
    """A number as it is, a flag as 0 or 1, of weights the sum of their squared shares."""
    if isinstance(value, dict):
        total = sum(value.values())
        return sum(weight * weight for weight in value.values()) / (total * total) if total else 0.0
    if isinstance(value, (bool, int, float)):
        return float(value)
    raise ValueError("a feature must be a number, a flag or a map of weights, not " + type(value).__name__)


def columns(instance, features):
    for feature in features:
        if instance.get(feature) is None:
            raise ValueError("the model needs the feature %s, the row has none" % feature)
    return [number(instance[feature]) for feature in features]


def discount(probability, sensitivity):
    """What a lower price adds is in proportion to s * p * (1 - p); from 5 to 20 percent by fives."""
    effect = min(1.0, max(0.0, sensitivity * 4 * probability * (1 - probability)))
    return int(round((LEAST + (MOST - LEAST) * effect) / STEP)) * STEP


def answer(instance, probability, sensitivity):
    prediction = {"score": float(probability)}
    if sensitivity:
        prediction["discount"] = discount(prediction["score"], float(instance[sensitivity]))
    return prediction


def model_fn(model_dir):
    import xgboost

    booster = xgboost.Booster()
    booster.load_model(os.path.join(model_dir, "xgboost-model"))
    return booster


def input_fn(body, content_type):
    if content_type != "application/json":
        raise ValueError("a request is application/json, not %s" % content_type)
    return json.loads(body)["instances"]


def predict_fn(instances, booster):
    import numpy
    import xgboost

    features = json.loads(os.environ["CEAP_FEATURES"])
    rows = numpy.array([columns(instance, features) for instance in instances], dtype=float)
    probabilities = booster.predict(
        xgboost.DMatrix(rows.reshape(len(instances), len(features))), validate_features=False
    )
    sensitivity = os.environ.get("CEAP_SENSITIVITY", "")
    return [answer(i, p, sensitivity) for i, p in zip(instances, probabilities)]


def output_fn(predictions, accept):
    return json.dumps({"predictions": predictions})
