package com.ceap.connectors.aws;

import com.ceap.connectors.spi.Warehouse;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;

/** Starts queries and waits for their end. */
final class AthenaQueries {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final AthenaClient athena;
  private final AthenaSettings settings;
  private final Pause pause;

  AthenaQueries(AthenaClient athena, AthenaSettings settings, Pause pause) {
    this.athena = athena;
    this.settings = settings;
    this.pause = pause;
  }

  /** The columns of a query's answer, found without reading its tables. */
  List<AnswerColumn> columns(Warehouse.Query query) {
    String id = run(query, "SELECT * FROM (\n" + query.sql() + "\n) q LIMIT 0", "columns");
    try {
      return athena
          .getQueryResults(request -> request.queryExecutionId(id).maxResults(1))
          .resultSet()
          .resultSetMetadata()
          .columnInfo()
          .stream()
          .map(column -> new AnswerColumn(column.name(), column.type()))
          .toList();
    } catch (SdkException e) {
      throw AthenaErrors.of(e, "asking Athena for the query's columns");
    }
  }

  /**
   * Runs a statement to its end and answers its execution's id. A date compares with text and with
   * DATE columns alike: Trino does not cast, so a query that fails for it is run with typed dates.
   *
   * @param step what the statement is for; tells its token apart from that of the query's others
   */
  String run(Warehouse.Query query, String statement, String step) {
    try {
      return run(query, statement, step, AthenaParameters::text);
    } catch (DateComparedException textWasWrong) {
      return run(query, statement, step + "-typed", AthenaParameters::typed);
    }
  }

  private String run(
      Warehouse.Query query, String statement, String step, UnaryOperator<String> parameter) {
    String id = start(query, statement, step, parameter);
    Duration waited = Duration.ZERO;
    Duration next = FIRST_PAUSE;
    while (!ended(id, step)) {
      if (waited.compareTo(settings.timeout()) >= 0) {
        throw stopped(id);
      }
      sleep(id, next);
      waited = waited.plus(next);
      Duration doubled = next.multipliedBy(2);
      next = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
    return id;
  }

  private String start(
      Warehouse.Query query, String statement, String step, UnaryOperator<String> parameter) {
    StartQueryExecutionRequest.Builder request =
        StartQueryExecutionRequest.builder()
            .queryString(statement)
            .workGroup(settings.workGroup())
            .clientRequestToken(token(query.prefix(), step, statement));
    query
        .database()
        .ifPresent(database -> request.queryExecutionContext(c -> c.database(database)));
    if (!query.parameters().isEmpty()) {
      request.executionParameters(query.parameters().stream().map(parameter).toList());
    }
    try {
      return athena.startQueryExecution(request.build()).queryExecutionId();
    } catch (SdkException e) {
      throw AthenaErrors.of(e, "starting a query on Athena");
    }
  }

  private boolean ended(String id, String step) {
    try {
      QueryExecution execution =
          athena.getQueryExecution(request -> request.queryExecutionId(id)).queryExecution();
      return switch (execution.status().state()) {
        case SUCCEEDED -> true;
        case QUEUED, RUNNING -> false;
        case FAILED, CANCELLED, UNKNOWN_TO_SDK_VERSION ->
            throw AthenaErrors.ofStatus(id, execution.status(), !step.endsWith("-typed"));
      };
    } catch (SdkException e) {
      throw AthenaErrors.of(e, "asking Athena about query " + id);
    }
  }

  private CeapException stopped(String id) {
    stop(id);
    return new CeapException(
        ErrorCode.WAREHOUSE_UNAVAILABLE,
        "Athena query %s took longer than %s and was stopped".formatted(id, settings.timeout()));
  }

  private void stop(String id) {
    try {
      athena.stopQueryExecution(request -> request.queryExecutionId(id));
    } catch (SdkException e) {
      throw AthenaErrors.of(e, "stopping Athena query " + id + " after " + settings.timeout());
    }
  }

  private void sleep(String id, Duration duration) {
    try {
      pause.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CeapException(
          ErrorCode.WAREHOUSE_UNAVAILABLE, "interrupted while waiting for Athena query " + id, e);
    }
  }

  /** The same attempt retried finds the execution that it started, instead of starting another. */
  private static String token(String prefix, String step, String statement) {
    try {
      byte[] text = (prefix + '\n' + step + '\n' + statement).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
