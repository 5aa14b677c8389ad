package com.ceap.channels.aws;

import com.ceap.channels.spi.Handover;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Makes one call to a provider and says what it means for the message. The provider's own texts
 * name addresses and numbers, so only its codes go into sentences. Thread-safe.
 */
final class Provider {
  /** Too many a second: the next second may do. */
  static final Duration SOON = Duration.ofSeconds(2);

  /** Nobody there: name service, network or credentials. */
  static final Duration UNREACHABLE = Duration.ofSeconds(30);

  /**
   * A quota is used up, or the account is set up wrongly; 15 minutes is what SQS delays at most.
   */
  static final Duration LONG = Duration.ofMinutes(15);

  /**
   * "Common errors" of the AWS API references, by which a call is turned away at the door; services
   * of the JSON protocol answer them with 400.
   */
  private static final Set<String> NOT_LET_IN =
      Set.of(
          "AccessDenied",
          "AccessDeniedException",
          "AuthorizationError",
          "ExpiredToken",
          "ExpiredTokenException",
          "ForbiddenException",
          "IncompleteSignature",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "MissingAuthenticationToken",
          "NotAuthorized",
          "OptInRequired",
          "RequestExpired",
          "RequestTimeTooSkewed",
          "SignatureDoesNotMatch",
          "UnrecognizedClientException");

  private final String name;
  private final Function<AwsServiceException, Handover> refusals;

  /**
   * @param refusals what a definite refusal of the provider means
   */
  Provider(String name, Function<AwsServiceException, Handover> refusals) {
    this.name = name;
    this.refusals = refusals;
  }

  /** Makes the call, once. */
  <R> Handover call(Function<TransmissionWatch.Call, R> request, Function<R, Handover> answer) {
    return callAll(1, request, response -> List.of(answer.apply(response))).getFirst();
  }

  /**
   * Makes one call for several messages, once; what befalls the call befalls each of them.
   *
   * @param answer what the provider said of each; where it says too little, nobody knows of any
   */
  <R> List<Handover> callAll(
      int messages,
      Function<TransmissionWatch.Call, R> request,
      Function<R, List<Handover>> answer) {
    TransmissionWatch.Call call = new TransmissionWatch.Call();
    try {
      List<Handover> answers = answer.apply(request.apply(call));
      return answers.size() == messages
          ? answers
          : Collections.nCopies(
              messages,
              new Handover.Unclear(
                  "%s answered for %d of %d messages".formatted(name, answers.size(), messages)));
    } catch (AwsServiceException e) {
      return Collections.nCopies(messages, answered(e));
    } catch (SdkException | UncheckedIOException e) {
      // The SDK lets some errors of its HTTP client through as they are.
      return Collections.nCopies(
          messages, call.surelyNotSent(e) ? new Handover.Throttled(UNREACHABLE) : unanswered(e));
    }
  }

  private Handover answered(AwsServiceException e) {
    if (e.isThrottlingException()) {
      return new Handover.Throttled(SOON);
    }
    Optional<String> code = code(e).filter(any -> turnedAway(e.statusCode()));
    if (code.isEmpty()) {
      return new Handover.Unclear(name + " answered with " + what(e));
    }
    return e.statusCode() == 403 || NOT_LET_IN.contains(code.get())
        ? new Handover.Throttled(LONG)
        : refusals.apply(e);
  }

  /** A 408 says that the request was not understood in time, not that nothing came of it. */
  private static boolean turnedAway(int status) {
    return status >= 400 && status < 500 && status != 408;
  }

  private Handover unanswered(RuntimeException e) {
    return new Handover.Unclear(
        "%s gave no answer (%s)".formatted(name, e.getClass().getSimpleName()));
  }

  /** The status and the provider's code, which name nobody. */
  static String what(AwsServiceException e) {
    return "HTTP %d, %s".formatted(e.statusCode(), code(e).orElse("no code"));
  }

  private static Optional<String> code(AwsServiceException e) {
    return Optional.ofNullable(e.awsErrorDetails())
        .map(AwsErrorDetails::errorCode)
        .filter(code -> !code.isBlank());
  }
}
