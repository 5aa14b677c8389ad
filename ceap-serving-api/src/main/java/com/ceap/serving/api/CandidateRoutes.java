package com.ceap.serving.api;

import com.ceap.serving.CustomerFeeds;
import com.ceap.serving.CustomerQuery;
import com.ceap.serving.Feed;
import com.ceap.serving.display.Displays;
import com.ceap.serving.http.Access;
import com.ceap.serving.http.Call;
import com.ceap.serving.http.JsonBody;
import com.ceap.serving.http.Parameters;
import com.ceap.serving.http.Reply;
import com.ceap.serving.http.Route;
import com.ceap.serving.metrics.Degradation;
import com.ceap.serving.metrics.ServingMetrics;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What customers may be shown. */
final class CandidateRoutes {
  private static final int MOST_CUSTOMERS = 100;
  private static final int MOST_CANDIDATES = 1000;

  private final CustomerFeeds feeds;
  private final Displays displays;
  private final ServingMetrics metrics;

  CandidateRoutes(CustomerFeeds feeds, Displays displays, ServingMetrics metrics) {
    this.feeds = feeds;
    this.displays = displays;
    this.metrics = metrics;
  }

  List<Route> routes() {
    return List.of(
        new Route(
            "GET",
            "/v1/customers/{customerId}/candidates",
            Inputs.OWN_CUSTOMER,
            List.of(Inputs.CUSTOMER_ID),
            List.of(
                Inputs.PROGRAM,
                Inputs.CHANNEL,
                Inputs.MARKETPLACE,
                Inputs.MIN_SCORE,
                Inputs.LIMIT,
                Inputs.INCLUDE_SCORES,
                Inputs.REFRESH),
            this::ofCustomer),
        new Route(
            "POST",
            "/svc/v1/candidates/batch-get",
            Access.SERVICES,
            List.of(),
            List.of(),
            this::ofCustomers));
  }

  private Reply ofCustomer(Call call) {
    Parameters query = call.query();
    CustomerQuery wanted =
        new CustomerQuery(
            call.path().get(Inputs.CUSTOMER_ID),
            query.find(Inputs.PROGRAM),
            query.find(Inputs.CHANNEL),
            query.find(Inputs.MARKETPLACE),
            query.get(Inputs.MIN_SCORE),
            query.get(Inputs.LIMIT),
            query.get(Inputs.REFRESH));
    Feed feed = feeds.feed(wanted);
    FeedJson json = json(List.of(feed), query.get(Inputs.INCLUDE_SCORES));
    return Reply.json(
            200,
            out -> {
              out.writeStartObject();
              json.write(feed, out);
              json.degradations(feed.degradations(), out);
              out.writeEndObject();
            })
        .with("cache-control", json.cacheControl(feed));
  }

  private FeedJson json(List<Feed> answer, boolean includeScores) {
    metrics.shown(answer.stream().mapToInt(feed -> feed.candidates().size()).sum());
    return new FeedJson(
        new CandidateJson(includeScores),
        displays.shelf(
            answer.stream()
                .flatMap(feed -> feed.candidates().stream())
                .map(shown -> shown.stored())
                .toList()));
  }

  private Reply ofCustomers(Call call) {
    Batch batch = JsonBody.read(call.request(), Batch::read);
    List<Feed> answer = feeds.feeds(batch.queries());
    FeedJson json = json(answer, batch.includeScores());
    return Reply.json(200, out -> write(answer, json, out));
  }

  private static void write(List<Feed> answer, FeedJson json, JsonGenerator out)
      throws IOException {
    Set<Degradation> degradations = new HashSet<>();
    out.writeStartObject();
    out.writeArrayFieldStart("customers");
    for (Feed feed : answer) {
      out.writeStartObject();
      json.write(feed, out);
      out.writeEndObject();
      degradations.addAll(feed.degradations());
    }
    out.writeEndArray();
    json.degradations(degradations, out);
    out.writeEndObject();
  }

  /** The body of a request about many customers. */
  private record Batch(List<CustomerQuery> queries, boolean includeScores) {
    static Batch read(JsonBody body) {
      List<String> customers = body.texts("customerIds", MOST_CUSTOMERS, Inputs.CUSTOMER_ID.most());
      var program = body.like(Inputs.PROGRAM);
      var channel = body.like(Inputs.CHANNEL);
      var marketplace = body.like(Inputs.MARKETPLACE);
      double minScore = body.like(Inputs.MIN_SCORE).orElse(Inputs.MIN_SCORE.preset());
      int limit = body.like(Inputs.LIMIT).orElse(Inputs.LIMIT.preset());
      boolean refresh = body.like(Inputs.REFRESH).orElse(false);
      boolean scores = body.like(Inputs.INCLUDE_SCORES).orElse(false);
      if (customers.size() * limit > MOST_CANDIDATES) {
        body.fault(
            "limit",
            "customerIds times limit must be at most %d, was %d times %d"
                .formatted(MOST_CANDIDATES, customers.size(), limit));
      }
      return new Batch(
          customers.stream()
              .map(
                  id ->
                      new CustomerQuery(
                          id, program, channel, marketplace, minScore, limit, refresh))
              .toList(),
          scores);
    }
  }
}
