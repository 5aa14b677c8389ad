package com.ceap.serving.api;

import com.ceap.model.error.CeapException;
import com.ceap.serving.ConsentUnreadable;
import com.ceap.serving.http.ProblemException;
import com.ceap.serving.http.ProblemType;
import java.util.Map;
import java.util.Optional;

/** What it is to a caller that consent cannot be read. */
final class ProblemsOfConsent {
  private static final Map<String, String> LATER = Map.of("retry-after", "1");

  private ProblemsOfConsent() {}

  static Optional<ProblemException> of(CeapException e) {
    return e instanceof ConsentUnreadable
        ? Optional.of(
            new ProblemException(
                ProblemType.CONSENT_UNREADABLE,
                "nothing is shown before consent can be read; try again in a moment",
                LATER))
        : Optional.empty();
  }
}
