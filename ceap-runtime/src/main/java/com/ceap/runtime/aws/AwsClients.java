package com.ceap.runtime.aws;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * Makes the clients of AWS services that a function reads with. Each connects by URLConnection and
 * keeps its connections, unless it is being primed for a snapshot: no socket may stay open in one.
 * Region and credentials are the function's. Thread-safe.
 */
public final class AwsClients {
  private static final Duration CONNECT = Duration.ofSeconds(2);

  private final AtomicInteger priming = new AtomicInteger();
  private final Snapshots snapshots = new Snapshots(this);

  /**
   * Builds a client.
   *
   * @param answer how long the service may be silent
   */
  public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C build(
      B builder, Duration answer) {
    return builder
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(answer))
        .overrideConfiguration(override -> override.addExecutionInterceptor(new Closing()))
        .build();
  }

  /** What is done before a snapshot and after a restore; known as long as a client lives. */
  public Snapshots snapshots() {
    return snapshots;
  }

  /** Runs read-only work after which no connection is left open. */
  void priming(Runnable work) {
    priming.incrementAndGet();
    try {
      work.run();
    } finally {
      priming.decrementAndGet();
    }
  }

  private final class Closing implements ExecutionInterceptor {
    @Override
    public SdkHttpRequest modifyHttpRequest(
        Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
      return priming.get() == 0
          ? context.httpRequest()
          : context.httpRequest().toBuilder().putHeader("Connection", "close").build();
    }
  }
}
