package com.ceap.scoring.aws;

import com.ceap.scoring.spi.ModelEndpoints;
import com.ceap.scoring.spi.ScoringProvider;
import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClientBuilder;

/** Models hosted on SageMaker endpoints, real-time or serverless. Thread-safe. */
public final class SageMakerEndpoints implements ModelEndpoints {
  /** Two retries ride out a blip; beyond that a cached score serves sooner than waiting. */
  static final int MAX_ATTEMPTS = 3;

  /**
   * The socket timeout that the reference of InvokeEndpoint asks for: a model container has 60 s to
   * answer, and its own verdict should arrive.
   */
  private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(70);

  private final SageMakerRuntimeClient client;

  public SageMakerEndpoints(SageMakerRuntimeClient client) {
    this.client = client;
  }

  /**
   * Endpoints behind a client with the retries and timeouts that scoring wants.
   *
   * @param timeout for one call with its retries, after which the model counts as unavailable
   */
  public static SageMakerEndpoints of(SageMakerRuntimeClientBuilder builder, Duration timeout) {
    return new SageMakerEndpoints(
        builder
            .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(SOCKET_TIMEOUT))
            .overrideConfiguration(
                override ->
                    override
                        .apiCallTimeout(timeout)
                        .retryStrategy(
                            AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(MAX_ATTEMPTS)
                                .build()))
            .build());
  }

  /** That an endpoint does not exist shows at its first call, as MODEL_MISSING. */
  @Override
  public ScoringProvider endpoint(String name) {
    return new SageMakerScoringProvider(client, name);
  }
}
