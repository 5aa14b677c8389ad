"""What SageMaker's XGBoost container does with a training job and the model's script.

argv: train.csv, sourcedir.tar.gz, held-out.jsonl, where the answers go, hyperparameters as JSON.
The model's environment variables are this process's own.
"""

import json
import os
import sys
import tarfile
import tempfile

import numpy
import xgboost


def value(text):
    try:
        return float(text)
    except ValueError:
        return text


def main():
    csv, sources, questions, answers, hyperparameters = sys.argv[1:]
    parameters = {name: value(text) for name, text in json.loads(hyperparameters).items()}
    rounds = int(parameters.pop("num_round"))
    parameters["max_depth"] = int(parameters["max_depth"])
    parameters["seed"] = int(parameters["seed"])
    rows = numpy.loadtxt(csv, delimiter=",", ndmin=2)
    booster = xgboost.train(parameters, xgboost.DMatrix(rows[:, 1:], rows[:, 0]), rounds)
    with tempfile.TemporaryDirectory() as folder:
        booster.save_model(os.path.join(folder, "model.ubj"))
        os.rename(os.path.join(folder, "model.ubj"), os.path.join(folder, "xgboost-model"))
        with tarfile.open(sources) as archive:
            archive.extractall(folder, filter="data")
        sys.path.insert(0, folder)
        import inference

        model = inference.model_fn(folder)
        with open(questions) as lines, open(answers, "w") as out:
            for line in lines:
                instances = inference.input_fn(line, "application/json")
                said = inference.output_fn(inference.predict_fn(instances, model), "application/json")
                out.write(said + "\n")


main()
