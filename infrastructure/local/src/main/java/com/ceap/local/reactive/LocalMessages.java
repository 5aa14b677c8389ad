package com.ceap.local.reactive;

import com.ceap.channels.link.Links;
import com.ceap.channels.local.Outbox;
import com.ceap.channels.local.OutboxAdapter;
import com.ceap.channels.spi.Brand;
import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.Composing;
import com.ceap.channels.template.TemplateLibrary;
import com.ceap.local.platform.LocalPlatform;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What messages are made with on one machine, and where they go: to the outbox. */
public final class LocalMessages {
  private static final Brand BRAND =
      new Brand("Example Shop", "1 Example Street, London", Optional.empty());
  private static final String FROM = "Example Shop <shop@example.com>";

  private LocalMessages() {}

  /**
   * What messages are made with.
   *
   * @param programs the folder of programs, with their {@code templates}
   * @param pages where the links of messages lead
   */
  public static Composing composing(LocalPlatform platform, Path programs, URI pages) {
    return new Composing(
        TemplateLibrary.read(programs.resolve("templates")),
        new Links(pages, new LinkKeyFile(platform.data().linkKeys()).open()),
        BRAND);
  }

  /** The outbox of a data folder. */
  public static Outbox outbox(LocalPlatform platform) {
    return Outbox.open(platform.data().outbox(), FROM);
  }

  /** In place of the providers, for each type of channel that is pushed. */
  static List<ChannelAdapter> adapters(LocalPlatform platform) {
    Outbox outbox = outbox(platform);
    return List.of("email", "sms", "push").stream()
        .<ChannelAdapter>map(type -> new OutboxAdapter(type, outbox, platform.clock()))
        .toList();
  }
}
