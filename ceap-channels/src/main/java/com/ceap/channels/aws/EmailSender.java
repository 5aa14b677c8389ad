package com.ceap.channels.aws;

import java.util.Map;
import java.util.Optional;

/**
 * How an environment sends e-mail.
 *
 * @param standard for programs that have none of their own
 * @param programs by program id
 * @param configurationSet the SES configuration set that reports what became of a message
 */
public record EmailSender(
    Optional<EmailIdentity> standard,
    Map<String, EmailIdentity> programs,
    Optional<String> configurationSet) {
  public EmailSender {
    programs = Map.copyOf(programs);
  }

  Optional<EmailIdentity> of(String programId) {
    return Optional.ofNullable(programs.get(programId)).or(() -> standard);
  }
}
