package com.ceap.local.cli;

import com.ceap.channels.local.OutboxEntry;
import com.ceap.channels.spi.Composition;
import com.ceap.channels.spi.OutgoingMessage;
import com.ceap.lambdas.campaign.CampaignChannel;
import com.ceap.lambdas.channel.TestMessage;
import com.ceap.local.outbox.LocalOutbox;
import com.ceap.local.outbox.OutboxMessage;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.reactive.LocalMessages;
import com.ceap.local.reactive.StageWiring;
import com.ceap.local.run.Programs;
import com.ceap.model.Customer;
import com.ceap.model.Device;
import com.ceap.model.Identifiers;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramLoader;
import com.ceap.storage.Cursor;
import com.ceap.storage.StoredCandidate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets people see a message before customers do. */
@Command(
    name = "test-send",
    description = {
      "Composes one message of a program from a customer's stored candidates and puts it into the"
          + " outbox, addressed to you: no ledger is asked, no cap is used, and its links opt nobody"
          + " out.",
    })
final class TestSendCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "PROGRAM|FILE.yaml", description = "A program's id, or its YAML file.")
  private String program;

  @Option(
      names = "--channel",
      paramLabel = "CHANNEL",
      required = true,
      description = "The channel's id in the program.")
  private String channel;

  @Option(
      names = "--to",
      paramLabel = "ADDRESS",
      required = true,
      description = "An e-mail address, a number such as +4930123456, or a device's token.")
  private String to;

  @Option(
      names = "--customer",
      paramLabel = "ID",
      description = "Whose candidates and profile; by default who has the best score.")
  private String customer;

  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;

  TestSendCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (LocalPlatform platform = data.openExisting(context)) {
      ProgramLoader loader = new ProgramLoader(platform.registries().extensions());
      Program found = new Programs(loader, context.programs()).find(program);
      CampaignChannel of = CampaignChannel.require(found, channel);
      OutgoingMessage message = compose(platform, found, of);
      write(platform, of.type(), message);
      OutboxEntry entry = LocalOutbox.of(platform.data()).find(message.messageId());
      if (output.json()) {
        output.print(new OutboxMessage(entry).json());
      } else {
        output.line("\"%s\"", entry.summary());
        new OutboxMessage(entry).preview().ifPresent(preview -> output.line("  %s", preview));
        output.line("  ./ceap outbox show %s", LocalOutbox.shortId(message.messageId()));
      }
    }
    return 0;
  }

  private OutgoingMessage compose(LocalPlatform platform, Program found, CampaignChannel of) {
    List<StoredCandidate> stored = stored(platform, found, of);
    String marketplace = stored.getFirst().decision().key().marketplace();
    Program there = found.forMarketplace(marketplace);
    Instant now = platform.clock().instant();
    String id = Identifiers.hash("test", found.programId(), of.id(), to, now.toString());
    StageWiring wiring =
        new StageWiring(
            new ReactiveWork(platform, context, output, "./ceap test-send").composing());
    Composition composition =
        new TestMessage(
                wiring.composers(platform), platform.stores().products(), wiring.offerCodes())
            .compose(
                there,
                CampaignChannel.require(there, of.id()).channel(),
                stored,
                reader(platform, stored.getFirst(), of.type()),
                id,
                now);
    return switch (composition) {
      case Composition.Composed(OutgoingMessage message) -> message;
      case Composition.NotComposed(String reason, String sentence) ->
          throw new CeapException(
              ErrorCode.ARGUMENT_INVALID,
              "no message to '%s' can be made: %s (%s)".formatted(oneLine(to), sentence, reason));
    };
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  private List<StoredCandidate> stored(LocalPlatform platform, Program found, CampaignChannel of) {
    Optional<String> whose = Optional.ofNullable(customer).or(() -> best(platform, found, of));
    List<StoredCandidate> stored =
        whose.stream()
            .flatMap(id -> platform.stores().candidates().find(id).candidates().stream())
            .filter(c -> c.decision().key().programId().equals(found.programId()))
            .filter(c -> c.decision().candidate().channels().contains(of.id()))
            .limit(of.config().candidatesPerMessage())
            .toList();
    if (stored.isEmpty()) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID,
          "no candidate of program %s is stored for channel %s%s; `./ceap run %s` stores some"
              .formatted(
                  found.programId(),
                  of.id(),
                  Optional.ofNullable(customer).map(id -> " and customer " + id).orElse(""),
                  found.programId()));
    }
    return stored;
  }

  private static Optional<String> best(LocalPlatform platform, Program found, CampaignChannel of) {
    return platform
        .stores()
        .candidates()
        .top(found.programId(), found.marketplaces(), of.id(), 0, 1, Cursor.START)
        .candidates()
        .stream()
        .map(best -> best.decision().key().customerId())
        .findFirst();
  }

  /** The customer's language, name and zone with another's address. */
  private Customer reader(LocalPlatform platform, StoredCandidate stored, String type) {
    String id = stored.decision().key().customerId();
    Map<String, Customer> known = platform.stores().customers().customers(Set.of(id));
    Optional<Customer> profile = Optional.ofNullable(known.get(id));
    Optional<String> address = Optional.of(to);
    return new Customer(
        TestMessage.RECIPIENT,
        Customer.Status.ACTIVE,
        profile.flatMap(Customer::name),
        profile.flatMap(Customer::marketplace),
        profile.flatMap(Customer::timeZone),
        profile.flatMap(Customer::locale),
        address.filter(_ -> type.equals("email")),
        address.filter(_ -> type.equals("sms")),
        true,
        type.equals("push")
            ? List.of(new Device(TestMessage.RECIPIENT, to, "android"))
            : List.of());
  }

  private static void write(LocalPlatform platform, String type, OutgoingMessage message) {
    try {
      LocalMessages.outbox(platform).write(type, message, platform.clock().instant());
    } catch (IOException e) {
      throw new UncheckedIOException("the outbox cannot be written", e);
    }
  }
}
