package com.ceap.lambdas.topology;

import com.ceap.lambdas.topology.ApiRoute.Access;
import java.util.List;

/** The routes of the serving API, in step with its OpenAPI document. */
final class Routes {
  static final List<ApiRoute> ALL =
      List.of(
          jwt("GET", "/v1/customers/{customerId}/candidates"),
          jwt("DELETE", "/v1/customers/{customerId}"),
          jwt("GET", "/v1/customers/{customerId}/consent"),
          jwt("PUT", "/v1/customers/{customerId}/consent"),
          jwt("DELETE", "/v1/candidates/{candidateId}"),
          jwt("POST", "/v1/candidates/{candidateId}/consume"),
          jwt("POST", "/v1/candidates/{candidateId}/events"),
          iam("POST", "/svc/v1/candidates/batch-get"),
          iam("GET", "/svc/v1/programs/{programId}/channels/{channelId}/candidates"),
          iam("GET", "/svc/v1/programs/{programId}/categories/{category}/candidates"),
          everybody("GET", "/u/{token}"),
          everybody("POST", "/u/{token}"),
          everybody("GET", "/o/{token}"),
          everybody("GET", "/p/{token}"),
          everybody("HEAD", "/p/{token}"),
          everybody("GET", "/health"),
          everybody("GET", "/openapi.json"));

  private Routes() {}

  private static ApiRoute jwt(String method, String path) {
    return new ApiRoute(method, path, Access.JWT);
  }

  private static ApiRoute iam(String method, String path) {
    return new ApiRoute(method, path, Access.IAM);
  }

  private static ApiRoute everybody(String method, String path) {
    return new ApiRoute(method, path, Access.PUBLIC);
  }
}
