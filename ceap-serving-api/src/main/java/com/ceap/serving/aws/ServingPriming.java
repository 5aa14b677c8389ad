package com.ceap.serving.aws;

import com.ceap.serving.api.ServingApi;
import com.ceap.serving.http.ApiRequest;
import com.ceap.serving.http.Caller;
import java.util.Map;
import java.util.Set;

/** Asks for the candidates of a customer who does not exist, as an app would. */
final class ServingPriming {
  private static final String NOBODY = "-";

  private ServingPriming() {}

  static void prime(ServingApi api) {
    var _ =
        api.handle(
            new ApiRequest(
                "GET",
                "/v1/customers/" + NOBODY + "/candidates",
                "",
                Map.of(),
                new byte[0],
                new Caller.Token(NOBODY, Set.of())));
  }
}
