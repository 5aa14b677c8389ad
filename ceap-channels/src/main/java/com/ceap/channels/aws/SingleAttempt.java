package com.ceap.channels.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * How every client that hands messages over is set up: one attempt, bounded, on a connection of its
 * own. A pooled connection may have died unnoticed while its function was frozen, and the message
 * written to it could never be told from one that arrived. The JDK's own repetition of a POST whose
 * connection is lost is off, for the SDK's client streams what it sends.
 */
final class SingleAttempt {
  private static final Duration CONNECT = Duration.ofSeconds(3);

  private SingleAttempt() {}

  /**
   * Builds a client.
   *
   * @param timeout for the whole call
   */
  static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
      B builder, Duration timeout) {
    return builder
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(timeout))
        .overrideConfiguration(
            override ->
                override
                    .apiCallTimeout(timeout)
                    .retryStrategy(AwsRetryStrategy.doNotRetry())
                    .putHeader("Connection", "close")
                    .addExecutionInterceptor(new TransmissionWatch()))
        .build();
  }
}
