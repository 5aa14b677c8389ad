package com.ceap.lambdas.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The questions that are asked first, over the last 28 days; saved in Athena under these names. */
public final class AnalystQueries {
  private static final String COMMENT = "-- ";

  public static final List<AnalystQuery> ALL =
      List.of(
          read("funnel-by-channel"),
          read("in-app-funnel"),
          read("revenue-by-touch"),
          read("conversion-by-score"),
          read("why-not-sent"),
          read("deliverability"),
          read("revenue-by-category"),
          read("discount-effect"),
          read("days-to-purchase"),
          read("models-compared"),
          read("contact-pressure"));

  private AnalystQueries() {}

  public static Optional<AnalystQuery> find(String name) {
    return ALL.stream().filter(query -> query.name().equals(name)).findFirst();
  }

  /** The question is the file's first line. */
  private static AnalystQuery read(String name) {
    String file = "queries/" + name + ".sql";
    try (InputStream in = AnalystQueries.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the class path lacks " + file);
      }
      String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String question = sql.lines().findFirst().orElse("").substring(COMMENT.length());
      return new AnalystQuery(name, question, sql.strip());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
