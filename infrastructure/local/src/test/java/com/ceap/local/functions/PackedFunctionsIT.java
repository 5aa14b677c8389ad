package com.ceap.local.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.lambdas.topology.Artifact;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each function as it is packed, started by AWS's own Runtime Interface Client. */
class PackedFunctionsIT {
  private static final String REACTIVE = "com.ceap.lambdas.reactive.aws.ReactiveHandler";
  private static final String CHANNEL = "com.ceap.lambdas.channel.aws.ChannelHandler";
  private static final String SWEEP = "com.ceap.lambdas.channel.aws.SweepHandler";
  private static final String LIFECYCLE = "com.ceap.lambdas.lifecycle.aws.LifecycleHandler";
  private static final String SERVING = "com.ceap.serving.aws.ServingHandler";
  private static final String NONE_STAYS = "{\"batchItemFailures\":[]}";

  @TempDir private Path folder;
  private PackedFunctions functions;

  @BeforeEach
  void unpack() {
    functions = new PackedFunctions(folder);
  }

  @AfterEach
  void close() {
    functions.close();
  }

  @Test
  void anEventIsDecidedByThePublishedProgramOfItsQueue() throws IOException {
    try (FunctionProcess reactive = functions.start(Artifact.LAMBDAS, REACTIVE, false)) {
      var _ = reactive.ready();

      String event = SampleEvents.cartAbandoned(InstantSource.system().instant().minusSeconds(60));
      String answer =
          reactive.answer("r-1", queued("events-abandoned-cart-recovery", event)).json();

      assertThat(answer).as(functions.written()).isEqualTo(NONE_STAYS);
    }
    assertThat(functions.calls()).contains("s3:ListBucket", "dynamodb:UpdateItem");
    assertThat(functions.written())
        .contains("\"function_request_id\":\"r-1\"")
        .contains("\"Rejected\"")
        .doesNotContain("C0000003")
        .doesNotContain("CART-1");
  }

  private static String queued(String queue, String body) {
    return SampleEvents.message("ceap-local-" + queue, body);
  }

  @Test
  void aSnapshotIsPrimedByReadsAloneAndRestored() throws IOException {
    try (FunctionProcess reactive = functions.start(Artifact.LAMBDAS, REACTIVE, true)) {
      var _ = reactive.ready();
      List<String> primedBy = functions.calls();

      assertThat(primedBy)
          .contains("s3:GetObject", "dynamodb:BatchGetItem")
          .allMatch(
              call -> call.matches("s3:(GetObject|ListBucket)|dynamodb:((Batch)?GetItem|Query)"));
      String event = SampleEvents.cartAbandoned(InstantSource.system().instant().minusSeconds(60));
      assertThat(reactive.answer("r-1", queued("events-abandoned-cart-recovery", event)).json())
          .isEqualTo(NONE_STAYS);
    }
    assertThat(functions.written()).doesNotContain("priming failed");
  }

  @Test
  void aTouchIsDelivered() throws IOException {
    String touch =
        SampleEvents.touch(
            functions.version(SampleEnvironment.CARTS), Instant.parse("2026-11-20T10:00:00Z"));
    try (FunctionProcess channel = functions.start(Artifact.LAMBDAS, CHANNEL, true)) {
      var _ = channel.ready();

      String answer = channel.answer("r-1", queued("touches-email", touch)).json();

      // Its candidate is not stored, and may be on the way.
      assertThat(answer).contains("message-1");
    }
    assertThat(functions.calls()).contains("ssm:GetParameter");
    assertThat(functions.written())
        .contains("\"errorCode\":\"CLAIM_HELD\"")
        .contains("\"StageIn\"")
        .doesNotContain("C0000003")
        .doesNotContain("priming failed");
  }

  @Test
  void deadLettersAreSwept() {
    try (FunctionProcess sweep = functions.start(Artifact.LAMBDAS, SWEEP, false)) {
      var _ = sweep.ready();

      assertThat(sweep.answer("r-1", "{\"time\": \"now\"}").json())
          .contains("\"looked\":0")
          .contains("\"settled\":0");
    }
    assertThat(functions.calls()).contains("sqs:GetQueueUrl", "sqs:ReceiveMessage");
  }

  @Test
  void anOptOutIsTakenAndABrokenEventGoesToTheDeadLetters() throws IOException {
    try (FunctionProcess lifecycle = functions.start(Artifact.LAMBDAS, LIFECYCLE, true)) {
      var _ = lifecycle.ready();
      String optOut = SampleEvents.optedOut(InstantSource.system().instant());

      assertThat(lifecycle.answer("r-1", queued("lifecycle", optOut)).json()).isEqualTo(NONE_STAYS);
      assertThat(lifecycle.answer("r-2", queued("lifecycle", "no event")).json())
          .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"message-1\"}]}");
    }
    assertThat(functions.calls()).contains("dynamodb:PutItem", "sqs:SendMessage");
    assertThat(functions.written())
        .contains("\"errorCode\":\"EVENT_INVALID\"")
        .doesNotContain("C0000003")
        .doesNotContain("priming failed");
  }

  @Test
  void aCustomersCandidatesAreServed() throws IOException {
    try (FunctionProcess serving = functions.start(Artifact.SERVING_API, SERVING, true)) {
      var _ = serving.ready();

      String answer =
          serving
              .answer("r-1", SampleEvents.request("/v1/customers/C0000003/candidates", "C0000003"))
              .json();

      assertThat(answer).contains("\"statusCode\":200").contains("candidates");
    }
    assertThat(functions.written())
        .contains("\"ApiTime\"")
        .contains("\"Route\":\"GET:/v1/customers/{customerId}/candidates\"")
        .doesNotContain("C0000003")
        .doesNotContain("priming failed");
  }

  @Test
  void whatIsMissingInTheEnvironmentIsToldAtTheStart() {
    Map<String, String> variables = new HashMap<>(functions.variables());
    variables.remove("CEAP_TABLE_PREFIX");
    variables.put("CEAP_INDEX_SHARDS", "none");

    try (FunctionProcess serving =
        functions.start(Artifact.SERVING_API, SERVING, variables, false)) {
      assertThatThrownBy(serving::ready)
          .hasMessageContaining(
              "CEAP_TABLE_PREFIX is missing; it must be a beginning such as ceap-dev-")
          .hasMessageContaining("CEAP_INDEX_SHARDS must be a whole number from 1 to 1000");
    }
  }
}
