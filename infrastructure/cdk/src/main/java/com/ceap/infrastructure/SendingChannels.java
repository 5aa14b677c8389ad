package com.ceap.infrastructure;

import com.ceap.channels.aws.AwsChannelAdapters;
import com.ceap.channels.aws.Senders;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The types of channel that something on AWS hands messages over for. */
final class SendingChannels {
  private SendingChannels() {}

  static Set<String> types() {
    Senders none = new Senders(Optional.empty(), Optional.empty(), Optional.empty());
    return new TreeSet<>(AwsChannelAdapters.of(none, _ -> {}).keySet());
  }
}
