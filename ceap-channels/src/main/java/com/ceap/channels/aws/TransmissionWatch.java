package com.ceap.channels.aws;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Notes when a call begins to be transmitted, so that one that never was can be told apart. */
final class TransmissionWatch implements ExecutionInterceptor {
  private static final ExecutionAttribute<AtomicBoolean> BEGUN =
      new ExecutionAttribute<>("CeapTransmissionBegun");

  @Override
  public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes call) {
    call.getOptionalAttribute(BEGUN).ifPresent(begun -> begun.set(true));
  }

  /** One call that is watched. */
  static final class Call {
    private final AtomicBoolean begun = new AtomicBoolean();

    /** To be given to the request. */
    AwsRequestOverrideConfiguration configuration() {
      return AwsRequestOverrideConfiguration.builder().putExecutionAttribute(BEGUN, begun).build();
    }

    /**
     * Whether it is certain that nothing reached the provider: the SDK gave up before it connected,
     * for want of credentials say, or no connection came about.
     */
    boolean surelyNotSent(Throwable failure) {
      return !begun.get()
          || Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
              .anyMatch(Call::noConnection);
    }

    /** A connection that timed out while it was made looks like any other time-out: not here. */
    private static boolean noConnection(Throwable failure) {
      return failure instanceof UnknownHostException
          || failure instanceof ConnectException
          || failure instanceof NoRouteToHostException;
    }
  }
}
