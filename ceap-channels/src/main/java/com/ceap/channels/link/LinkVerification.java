package com.ceap.channels.link;

/** What came of looking at a link's token: where it leads, or why it is not followed. */
public sealed interface LinkVerification permits LinkTarget, LinkVerification.Invalid {
  /** A token that is not followed. Whoever sent it learns no more than that. */
  record Invalid(Reason reason) implements LinkVerification {}

  /** Why a token is not followed. */
  enum Reason {
    /** No token of ours, or a part of one. */
    MALFORMED,
    /** Signed with a key that is unknown or was retired. */
    UNKNOWN_KEY,
    /** Its signature does not fit what it says. */
    FORGED,
    /** It was good once. */
    EXPIRED
  }
}
