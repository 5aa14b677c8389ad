package com.ceap.channels.aws;

import java.util.Optional;

/** How an environment sends, by type of channel; one that is absent sends nothing. */
public record Senders(
    Optional<EmailSender> email, Optional<SmsSender> sms, Optional<PushSender> push) {}
