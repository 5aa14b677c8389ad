package com.ceap.serving.api;

import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.Program;
import com.ceap.storage.Engagement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Names the channel of events whose app has not, where there is no doubt. */
record ShowingChannels(Function<String, Optional<Program>> programs) {
  private static final String IN_APP = "in-app";

  /** The event in its channel: the program's only one in apps, where none is named. */
  Engagement named(Engagement engagement) {
    return new Engagement(
        engagement.candidate(),
        engagement.eventKey(),
        engagement.type(),
        engagement.channel().or(() -> only(engagement.candidate().programId())),
        engagement.occurredAt(),
        engagement.sale());
  }

  private Optional<String> only(String programId) {
    List<String> inApps =
        programs.apply(programId).stream()
            .flatMap(program -> program.channels().stream())
            .filter(channel -> channel.type().equals(IN_APP))
            .map(ChannelSpec::channelId)
            .toList();
    return inApps.size() == 1 ? Optional.of(inApps.getFirst()) : Optional.empty();
  }
}
