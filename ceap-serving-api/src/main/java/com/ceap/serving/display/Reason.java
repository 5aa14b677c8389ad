package com.ceap.serving.display;

import com.ceap.model.Candidate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Why a candidate is shown, for the app to say in the customer's language.
 *
 * @param views how often the customer looked at it, where that is the reason
 * @param text what the candidate's source says itself, in its own language
 */
public record Reason(Code code, OptionalLong views, Optional<String> text) {
  /** The kinds of reasons. */
  public enum Code {
    /** The customer looked at it. */
    VIEWED,
    /** It lies in a cart that the customer left. */
    LEFT_IN_CART,
    /** A program recommends it. */
    RECOMMENDED
  }

  static Reason of(Candidate candidate) {
    Optional<String> text = Texts.find(candidate.attributes(), "reason");
    if (candidate.subject().type().equals("cart")) {
      return new Reason(Code.LEFT_IN_CART, OptionalLong.empty(), text);
    }
    return candidate.attributes().find("view_count").orElse(0L) instanceof Long views && views > 0
        ? new Reason(Code.VIEWED, OptionalLong.of(views), text)
        : new Reason(Code.RECOMMENDED, OptionalLong.empty(), text);
  }
}
