package com.ceap.client.example;

import com.ceap.client.ApiClient;
import com.ceap.client.ApiException;
import com.ceap.client.api.CandidatesApi;
import com.ceap.client.api.CandidatesApi.APIGetCandidatesForCustomerRequest;
import com.ceap.client.api.EventsApi;
import com.ceap.client.api.EventsApi.APIReportEventRequest;
import com.ceap.client.model.Candidate;
import com.ceap.client.model.Event;
import com.ceap.client.model.EventReceipt;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** What a home screen shows a customer, and what the customer does with it. Thread-safe. */
public final class HomeScreen {
  private static final String CHANNEL = "in-app";

  private final CandidatesApi candidates;
  private final EventsApi events;

  // region client
  /**
   * Builds the client once; it keeps its connections.
   *
   * @param url of the API, without a slash at the end
   * @param token gives the current JWT, of the customer or with the service scope
   */
  public HomeScreen(String url, Supplier<String> token) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(url);
    client.setConnectTimeout(Duration.ofSeconds(1));
    client.setReadTimeout(Duration.ofSeconds(2));
    client.setRequestInterceptor(
        request ->
            request
                .header("Authorization", "Bearer " + token.get())
                .header("Accept-Encoding", "gzip"));
    candidates = new CandidatesApi(client);
    events = new EventsApi(client);
  }

  // endregion

  // region candidates
  /** The best candidates, best first; none where the API cannot say now. */
  public List<Candidate> shownTo(String customerId, int limit) throws ApiException {
    APIGetCandidatesForCustomerRequest request =
        APIGetCandidatesForCustomerRequest.newBuilder()
            .customerId(customerId)
            .channel(CHANNEL)
            .limit(limit)
            .build();
    try {
      return candidates.getCandidatesForCustomer(request).getCandidates();
    } catch (ApiException e) {
      if (Failures.mayPass(e)) {
        return List.of();
      }
      throw e;
    }
  }

  // endregion

  // region events
  /**
   * Reports a click.
   *
   * @param clickId made once where the click happens, and the same when it is reported again
   */
  public EventReceipt clicked(String candidateId, String clickId) throws ApiException {
    return events.reportEvent(
        APIReportEventRequest.newBuilder()
            .candidateId(candidateId)
            .idempotencyKey(clickId)
            .event(new Event().type(Event.TypeEnum.CLICK).channel(CHANNEL))
            .build());
  }
  // endregion
}
