"""Runs one execution of a state machine with the interpreter that LocalStack wrote and moto ships.

Standard input: {"definition": text, "name": execution name, "input": object, "context": object},
where the context holds what the execution's context object is to say.
Standard output: {"status", "output", "error", "cause", "retries", "waits", "largestPayload",
"lastState", "lastInput"}.
argv[1] is where the test's functions and objects are: POST {url}/functions/{name}, with 200 for an
answer and 500 for what Lambda makes of an exception; GET and PUT {url}/objects/{key}; POST
{url}/sagemaker/{action}, with 200 for an answer and 400 for a refusal.
"""

import io
import json
import sys
import threading
import time
import types
import urllib.error
import urllib.request

import boto3
import botocore.session
from botocore import xform_name
from botocore.exceptions import ClientError
from botocore.validate import ParamValidator
from moto import mock_aws
from moto.stepfunctions.parser.asl.component.common.retry import retrier_decl
from moto.stepfunctions.parser.asl.component.state.exec.state_map.item_reader.eval import (
    resource_eval_s3 as reader,
)
from moto.stepfunctions.parser.asl.component.state.exec.state_map.result_writer.resource_eval import (
    resource_eval_s3 as writer,
)
from moto.stepfunctions.parser.asl.component.state.exec.state_task import (
    lambda_eval_utils,
)
from moto.stepfunctions.parser.asl.component.state.wait.wait_function.wait_function import (
    WaitFunction,
)

from moto.stepfunctions.parser.asl.component.state.exec.state_task.service import (
    state_task_service_aws_sdk as aws_sdk,
)

URL = sys.argv[1]
REQUEST = json.load(sys.stdin)
LOCK = threading.Lock()
RETRIES = []
WAITS = []
PAYLOADS = []


def exchange(method, path, body=None):
    request = urllib.request.Request(URL + path, data=body, method=method)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def seen(payload):
    with LOCK:
        PAYLOADS.append(len(payload))
    return payload


class Functions:
    """AWS Lambda, as far as a state machine sees it."""

    def invoke(self, FunctionName, Payload, **_):
        sent = json.loads(Payload)
        if isinstance(sent.get("execution"), dict):
            # moto's context object knows no redrive, and its clock cannot be set.
            sent["execution"].update(REQUEST["context"])
        status, body = exchange(
            "POST", "/functions/" + FunctionName, seen(json.dumps(sent).encode())
        )
        answer = {"StatusCode": 200, "Payload": io.BytesIO(seen(body))}
        if status != 200:
            answer["FunctionError"] = "Unhandled"
        return answer


class Objects:
    """Amazon S3, as far as a map's reader and writer see it."""

    def get_object(self, Bucket, Key):
        status, body = exchange("GET", "/objects/" + Key)
        if status != 200:
            raise RuntimeError(f"no object {Key} in {Bucket}")
        return {"Body": io.BytesIO(body)}

    def put_object(self, Bucket, Key, Body):
        exchange("PUT", "/objects/" + Key, Body)


class SageMaker:
    """Amazon SageMaker, as far as a state machine sees it: takes what botocore would take."""

    MODEL = botocore.session.get_session().get_service_model("sagemaker")
    ACTIONS = {xform_name(name): name for name in MODEL.operation_names}

    def __getattr__(self, action):
        operation = self.MODEL.operation_model(self.ACTIONS[action])

        def call(**parameters):
            report = ParamValidator().validate(parameters, operation.input_shape)
            if report.has_errors():
                raise refusal(operation.name, report.generate_report())
            status, body = exchange("POST", "/sagemaker/" + action, json.dumps(parameters).encode())
            if status != 200:
                raise refusal(operation.name, body.decode())
            return json.loads(body)

        return call


def refusal(operation, message):
    return ClientError(
        {
            "Error": {"Code": "ValidationException", "Message": message},
            "ResponseMetadata": {"HTTPStatusCode": 400, "RequestId": "none"},
        },
        operation,
    )


def pause(seconds):
    with LOCK:
        RETRIES.append(seconds)


def wait(function, env, wait_seconds):
    with LOCK:
        WAITS.append(wait_seconds)


def history(sfn, execution):
    pages = sfn.get_paginator("get_execution_history").paginate(executionArn=execution)
    return [event for page in pages for event in page["events"]]


def entered(events):
    return [
        event["stateEnteredEventDetails"]
        for event in events
        if "stateEnteredEventDetails" in event
    ]


def largest_state(events):
    sizes = [0]
    for event in events:
        for side, field in (("stateEnteredEventDetails", "input"), ("stateExitedEventDetails", "output")):
            sizes.append(len(event.get(side, {}).get(field, "")))
    return max(sizes)


def main():
    lambda_eval_utils.boto_client_for = lambda **_: Functions()
    reader.boto_client_for = lambda **_: Objects()
    writer.boto_client_for = lambda **_: Objects()
    aws_sdk.boto_client_for = lambda **_: SageMaker()
    # Waits are noted, not spent.
    retrier_decl.time = types.SimpleNamespace(sleep=pause)
    WaitFunction._wait_interval = wait
    with mock_aws(config={"stepfunctions": {"execute_state_machine": True}}):
        sfn = boto3.client(
            "stepfunctions",
            region_name="us-east-1",
            aws_access_key_id="test",
            aws_secret_access_key="test",
        )
        machine = sfn.create_state_machine(
            name="batch",
            definition=REQUEST["definition"],
            roleArn="arn:aws:iam::123456789012:role/batch",
        )["stateMachineArn"]
        execution = sfn.start_execution(
            stateMachineArn=machine,
            name=REQUEST["name"],
            input=json.dumps(REQUEST["input"]),
        )["executionArn"]
        while True:
            state = sfn.describe_execution(executionArn=execution)
            if state["status"] != "RUNNING":
                break
            time.sleep(0.02)
        events = history(sfn, execution)
        json.dump(
            {
                "status": state["status"],
                "output": state.get("output", ""),
                "error": state.get("error", ""),
                "cause": state.get("cause", ""),
                "retries": RETRIES,
                "waits": WAITS,
                "largestPayload": max(PAYLOADS + [largest_state(events)]),
                "lastState": entered(events)[-1]["name"],
                "lastInput": entered(events)[-1]["input"],
            },
            sys.stdout,
        )


main()
