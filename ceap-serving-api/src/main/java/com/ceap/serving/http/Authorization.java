package com.ceap.serving.http;

import com.ceap.serving.http.Caller.Anonymous;
import com.ceap.serving.http.Caller.Service;
import com.ceap.serving.http.Caller.Token;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Decides whether a caller may use a route, before anything is read: the answer says nothing about
 * what exists.
 *
 * @param serviceScope a token that has it may read and write every customer
 */
record Authorization(String serviceScope) {
  /**
   * Lets the caller pass.
   *
   * @throws ProblemException UNAUTHENTICATED or FORBIDDEN
   */
  void check(Access access, Caller caller, Parameters path) {
    switch (access) {
      case Access.Everybody _ -> {}
      case Access.Services _ -> requireService(caller);
      case Access.OwnerOnly(var customer) -> requireOwner(caller, () -> customer.apply(path));
    }
  }

  private static void requireService(Caller caller) {
    switch (caller) {
      case Service _ -> {}
      case Anonymous _ ->
          throw unauthenticated(
              "sign the request with AWS Signature Version 4", "AWS4-HMAC-SHA256");
      case Token _ -> throw forbidden("this route takes requests signed for IAM, no JWT");
    }
  }

  private void requireOwner(Caller caller, Supplier<String> customer) {
    switch (caller) {
      case Anonymous _ ->
          throw unauthenticated("send a JWT as authorization: Bearer …", "Bearer realm=\"ceap\"");
      case Service _ -> throw forbidden("this route takes a JWT");
      case Token(String subject, var scopes) -> {
        if (!scopes.contains(serviceScope) && !subject.equals(customer.get())) {
          throw forbidden("this JWT is good for its own customer only");
        }
      }
    }
  }

  private static ProblemException unauthenticated(String detail, String scheme) {
    return new ProblemException(
        ProblemType.UNAUTHENTICATED, detail, Map.of("www-authenticate", scheme));
  }

  private static ProblemException forbidden(String detail) {
    return new ProblemException(ProblemType.FORBIDDEN, detail);
  }
}
