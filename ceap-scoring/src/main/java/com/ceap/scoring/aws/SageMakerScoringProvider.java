package com.ceap.scoring.aws;

import com.ceap.model.Attributes;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.scoring.spi.ModelAnswer;
import com.ceap.scoring.spi.ScoringProvider;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.sagemakerruntime.model.InvokeEndpointRequest;
import software.amazon.awssdk.services.sagemakerruntime.model.InvokeEndpointResponse;

/**
 * One SageMaker real-time endpoint that takes {@code {"instances": [{feature: value, …}, …]}} and
 * answers {@code {"predictions": [{"score": 0.78, "discount": 10}, …]}}. Thread-safe.
 */
final class SageMakerScoringProvider implements ScoringProvider {
  private static final String JSON = "application/json";

  private final SageMakerRuntimeClient client;
  private final String endpoint;
  private final Predictions predictions;

  SageMakerScoringProvider(SageMakerRuntimeClient client, String endpoint) {
    this.client = client;
    this.endpoint = endpoint;
    this.predictions = new Predictions(endpoint);
  }

  @Override
  public List<ModelAnswer> score(List<Attributes> rows) {
    List<ModelAnswer> answers = new ArrayList<>(rows.size());
    for (Payload payload : Payload.of(rows, Payload.MAX_BYTES)) {
      answers.addAll(predictions.read(invoke(payload), payload.rows()));
    }
    return answers;
  }

  private byte[] invoke(Payload payload) {
    InvokeEndpointRequest request =
        InvokeEndpointRequest.builder()
            .endpointName(endpoint)
            .contentType(JSON)
            .accept(JSON)
            .body(SdkBytes.fromByteArrayUnsafe(payload.body()))
            .build();
    try {
      InvokeEndpointResponse response = client.invokeEndpoint(request);
      return response.body().asByteArrayUnsafe();
    } catch (AwsServiceException e) {
      throw missing(e) ? noEndpoint(e) : refused(e);
    } catch (SdkException e) {
      throw unavailable("gave no answer (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  /** SageMaker reports an unknown endpoint as a validation error that says so. */
  private static boolean missing(AwsServiceException e) {
    return e.awsErrorDetails() != null
        && "ValidationError".equals(e.awsErrorDetails().errorCode())
        && e.awsErrorDetails().errorMessage() != null
        && e.awsErrorDetails().errorMessage().contains("not found");
  }

  private CeapException noEndpoint(AwsServiceException e) {
    return new CeapException(
        ErrorCode.MODEL_MISSING,
        "SageMaker has no endpoint '%s' in this account and region; deploy it or correct the"
                .formatted(endpoint)
            + " model's endpoint in the program",
        e);
  }

  private CeapException refused(AwsServiceException e) {
    String code = e.awsErrorDetails() == null ? "no code" : e.awsErrorDetails().errorCode();
    return unavailable("answered with HTTP " + e.statusCode() + ", " + code, e);
  }

  private CeapException unavailable(String what, SdkException e) {
    return new CeapException(
        ErrorCode.MODEL_UNAVAILABLE, "SageMaker endpoint '%s' %s".formatted(endpoint, what), e);
  }
}
