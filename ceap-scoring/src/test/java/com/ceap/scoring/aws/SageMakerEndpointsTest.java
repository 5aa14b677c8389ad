package com.ceap.scoring.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.model.AttributeSchema;
import com.ceap.model.Attributes;
import com.ceap.model.Confidence;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.scoring.spi.ModelAnswer;
import com.ceap.scoring.spi.ScoringProvider;
import com.ceap.scoring.spi.ScoringProviderContract;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;

/** The SageMaker endpoint on the wire, against a stub server that checks the requests. */
class SageMakerEndpointsTest implements ScoringProviderContract {
  private static final String PATH = "/endpoints/purchase-intent-v5/invocations";

  @RegisterExtension
  static final WireMockExtension SERVER =
      WireMockExtension.newInstance()
          .options(options().dynamicPort().extensions(new EchoingModel()))
          .build();

  /** A model of the stub server whose score is the feature {@code x}. */
  @Override
  public ScoringProvider provider() {
    SERVER.stubFor(
        post(urlEqualTo(PATH)).willReturn(aResponse().withTransformers(EchoingModel.NAME)));
    return endpoint(Duration.ofSeconds(60));
  }

  @Test
  void aRowIsSentAsAnInstanceByFeatureNameAndThePredictionReadBack() {
    answer(
        aResponse()
            .withBody(
                "{\"predictions\":[{\"score\":0.78,\"discount\":10,\"confidence\":\"HIGH\"}]}"));

    List<ModelAnswer> answers = score(row());

    assertThat(answers)
        .containsExactly(new ModelAnswer(0.78, OptionalInt.of(10), Optional.of(Confidence.HIGH)));
    SERVER.verify(
        1,
        postRequestedFor(urlEqualTo(PATH))
            .withHeader("Content-Type", equalTo("application/json"))
            .withHeader("Accept", equalTo("application/json"))
            .withRequestBody(
                equalToJson(
                    """
                    {"instances": [{
                      "view_count": 3,
                      "price": 9.5,
                      "add_to_cart": true,
                      "category": "shoes",
                      "category_preferences": {"shoes": 0.7},
                      "similar_products": ["P2", "P3"],
                      "last_seen": "2026-11-19T10:00:00Z"
                    }]}
                    """)));
  }

  @Test
  void aBareNumberIsAScore() {
    answer(
        aResponse()
            .withBody("{\"predictions\":[0.25,{\"score\":1},{\"score\":0,\"discount\":null}]}"));

    assertThat(score(row(), row(), row())).containsExactly(answer(0.25), answer(1), answer(0));
  }

  @Test
  void aConfidenceThatIsNoneOfOursIsTheModelsOwnBusiness() {
    answer(
        aResponse()
            .withBody(
                "{\"predictions\":[{\"score\":0.25,\"confidence\":0.9},"
                    + "{\"score\":1,\"confidence\":\"high\"}]}"));

    assertThat(score(row(), row())).containsExactly(answer(0.25), answer(1));
  }

  @Test
  void rowsThatExceedOnePayloadAreSplitAndTheirAnswersKeepTheOrder() {
    ScoringProvider model = provider();
    String padding = "x".repeat(9_000);
    AttributeSchema schema = new AttributeSchema(List.of("x", "text"));
    List<Attributes> rows = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      rows.add(new Attributes(schema, new Object[] {i / 1000.0, padding}));
    }

    List<ModelAnswer> answers = model.score(rows);

    assertThat(answers).hasSize(1_000).extracting(ModelAnswer::score).isSorted();
    assertThat(SERVER.getAllServeEvents())
        .hasSize(3)
        .allSatisfy(
            event -> assertThat(event.getRequest().getBody().length).isLessThan(Payload.MAX_BYTES));
  }

  @Test
  void aRowThatFitsNoPayloadIsTheRowsFault() {
    Attributes huge = Attributes.of(Map.of("text", "x".repeat(Payload.MAX_BYTES)));

    assertThatThrownBy(() -> endpoint(Duration.ofSeconds(60)).score(List.of(huge)))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.RECORD_INVALID))
        .hasMessage("one row of features takes 4000011 bytes; a request may have 4000000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          not json                                        | is no JSON
          {"scores":[0.5]}                                | has no list 'predictions'
          {"predictions":[]}                              | has 0 predictions for 1 rows
          {"predictions":[0.5,0.5]}                       | has 2 predictions for 1 rows
          {"predictions":[1.5]}                           | has prediction 0 whose score should be a number in 0..1 but is 1.5
          {"predictions":[{"score":"0.5"}]}               | has prediction 0 whose score should be a number in 0..1 but is of type string
          {"predictions":[{"probability":0.5}]}           | has prediction 0 whose score should be a number in 0..1 but is absent
          {"predictions":[null]}                          | has prediction 0 whose score should be a number in 0..1 but is of type null
          {"predictions":[{"score":0.5,"discount":120}]}  | has prediction 0 whose discount should be a whole percent in 0..100 but is 120
          {"predictions":[{"score":0.5,"discount":7.5}]}  | has prediction 0 whose discount should be a whole percent in 0..100 but is 7.5
          {"predictions":[{"score":0.5,"discount":"no"}]} | has prediction 0 whose discount should be a whole percent in 0..100 but is of type string
          """)
  void anAnswerThatDoesNotFitIsNoAnswer(String body, String problem) {
    answer(aResponse().withBody(body));

    assertThatThrownBy(() -> score(row()))
        .isInstanceOfSatisfying(
            CeapException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_ANSWER_INVALID))
        .hasMessage("the answer of SageMaker endpoint 'purchase-intent-v5' " + problem);
  }

  @ParameterizedTest
  @CsvSource({
    "500, InternalFailure, 3",
    "503, ServiceUnavailable, 3",
    "400, ThrottlingException, 3",
    "424, ModelError, 1",
    "400, ValidationError, 1",
    "403, AccessDeniedException, 1",
  })
  void anErrorOfTheEndpointMakesTheModelUnavailableAfterAsManyAttemptsAsItDeserves(
      int status, String code, int attempts) {
    answer(error(status, code, "something is wrong"));

    assertThatThrownBy(() -> score(row()))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE))
        .hasMessage(
            "SageMaker endpoint 'purchase-intent-v5' answered with HTTP %d, %s"
                .formatted(status, code));
    SERVER.verify(attempts, postRequestedFor(urlEqualTo(PATH)));
  }

  @Test
  void anEndpointThatDoesNotExistIsAnErrorOfConfiguration() {
    answer(error(400, "ValidationError", "Endpoint purchase-intent-v5 of account 1 not found."));

    assertThatThrownBy(() -> score(row()))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_MISSING))
        .hasMessage(
            "SageMaker has no endpoint 'purchase-intent-v5' in this account and region; deploy it"
                + " or correct the model's endpoint in the program");
  }

  @Test
  void anEndpointThatDoesNotAnswerInTimeIsUnavailable() {
    answer(aResponse().withFixedDelay(20_000));

    assertThatThrownBy(() -> endpoint(Duration.ofMillis(300)).score(List.of(row())))
        .isInstanceOfSatisfying(
            CeapException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE))
        .hasMessage(
            "SageMaker endpoint 'purchase-intent-v5' gave no answer (ApiCallTimeoutException)");
  }

  @Test
  void aBrokenConnectionIsTriedAgain() {
    answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

    assertThatThrownBy(() -> score(row()))
        .hasMessage("SageMaker endpoint 'purchase-intent-v5' gave no answer (SdkClientException)");
    SERVER.verify(3, postRequestedFor(urlEqualTo(PATH)));
  }

  private static ResponseDefinitionBuilder error(int status, String code, String message) {
    return aResponse()
        .withStatus(status)
        .withHeader("x-amzn-ErrorType", code)
        .withBody("{\"Message\":\"%s\"}".formatted(message));
  }

  private static void answer(ResponseDefinitionBuilder response) {
    SERVER.stubFor(post(urlEqualTo(PATH)).willReturn(response));
  }

  private static ModelAnswer answer(double score) {
    return new ModelAnswer(score, OptionalInt.empty());
  }

  private static List<ModelAnswer> score(Attributes... rows) {
    return endpoint(Duration.ofSeconds(60)).score(List.of(rows));
  }

  private static Attributes row() {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("view_count", 3);
    row.put("price", 9.5);
    row.put("add_to_cart", true);
    row.put("category", "shoes");
    row.put("category_preferences", Map.of("shoes", 0.7));
    row.put("similar_products", List.of("P2", "P3"));
    row.put("last_seen", Instant.parse("2026-11-19T10:00:00Z"));
    return Attributes.of(row);
  }

  private static ScoringProvider endpoint(Duration timeout) {
    return SageMakerEndpoints.of(
            SageMakerRuntimeClient.builder()
                .region(Region.US_EAST_1)
                .credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("a", "b")))
                .endpointOverride(URI.create(SERVER.baseUrl())),
            timeout)
        .endpoint("purchase-intent-v5");
  }
}
