package com.ceap.lambdas.report;

import java.util.Comparator;

/**
 * What messages, and showings in apps, are told apart by.
 *
 * @param channel the channel's id; empty for orders that nothing led to
 * @param touch its place in the journey, from 1; 0 for a campaign or an app
 * @param treatment the arm of an experiment; empty where there is none
 */
public record Group(String channel, String channelType, int touch, String treatment)
    implements Comparable<Group> {
  /** Where an app does not say in which channel it has shown something. */
  static final String UNNAMED_APP = "app";

  /** Of orders that nothing led to. */
  public static final Group WITHOUT_MESSAGE = new Group("", "", 0, "");

  private static final Comparator<Group> ORDER =
      Comparator.comparing((Group group) -> group.channel().isEmpty())
          .thenComparingInt(Group::touch)
          .thenComparing(Group::channel)
          .thenComparing(Group::channelType)
          .thenComparing(Group::treatment);

  @Override
  public int compareTo(Group other) {
    return ORDER.compare(this, other);
  }

  /** As people read it. */
  public String text() {
    if (channel.isEmpty()) {
      return "of their own accord";
    }
    String name = touch == 0 ? channel : "touch %d, %s".formatted(touch, channel);
    return treatment.isEmpty() ? name : name + ", " + treatment;
  }
}
