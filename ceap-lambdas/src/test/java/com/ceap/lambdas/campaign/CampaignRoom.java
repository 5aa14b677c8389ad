package com.ceap.lambdas.campaign;

import com.ceap.channels.spi.ChannelAdapter;
import com.ceap.channels.spi.Composition;
import com.ceap.channels.spi.Handover;
import com.ceap.channels.spi.MessageContent;
import com.ceap.channels.spi.OutgoingMessage;
import com.ceap.channels.spi.PushedChannel;
import com.ceap.channels.spi.Sending;
import com.ceap.lambdas.channel.DeliveryPorts;
import com.ceap.lambdas.channel.DeliverySettings;
import com.ceap.lambdas.channel.GroupDelivery;
import com.ceap.lambdas.channel.PublishedVersions;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.Customer;
import com.ceap.model.Message;
import com.ceap.model.Product;
import com.ceap.model.ScoredCandidate;
import com.ceap.model.Subject;
import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.DeliveryRules;
import com.ceap.model.program.Program;
import com.ceap.storage.Campaign;
import com.ceap.storage.CampaignKey;
import com.ceap.storage.Run;
import com.ceap.storage.RunStamp;
import com.ceap.storage.Stores;
import com.ceap.storage.Versioned;
import com.ceap.storage.embedded.MemoryTables;
import com.ceap.storage.table.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A store with a run, a program with an e-mail channel, and a provider that does as it is told. */
final class CampaignRoom {
  /** When the run has stored; half past three in the morning, UTC. */
  static final Instant STORED = Instant.parse("2026-01-18T03:35:00Z");

  static final LocalDate DATE = LocalDate.parse("2026-01-17");
  static final String PROGRAM = "recs";

  record Config(Sending sending, int candidatesPerMessage) implements PushedChannel {}

  final MemoryObjects objects = new MemoryObjects();
  final PublishedVersions programs = new PublishedVersions();
  final List<PostalMessage> handedOver = new CopyOnWriteArrayList<>();
  final Stores stores;
  final CampaignPorts freezing;
  final CampaignFreeze freeze;
  final CampaignSending sending;
  Instant now = STORED;
  int together = 1;
  Function<OutgoingMessage, Handover> provider = m -> new Handover.Accepted("p-" + m.messageId());
  Function<MessageContent, Composition> composer = CampaignRoom::text;
  DeliveryRules rules = DeliveryRules.DEFAULT;
  String sendTime = "10:00";
  Instant stored = STORED;
  double minScore = 0.6;
  int limit = 50_000;
  boolean shadow;
  String version = "v1";

  CampaignRoom() {
    this(tables -> tables);
  }

  /**
   * @param wrapped what stands between the sending and the tables
   */
  CampaignRoom(UnaryOperator<Tables> wrapped) {
    MemoryTables tables = new MemoryTables(() -> now);
    stores = Stores.on(tables, () -> now);
    Stores used = Stores.on(wrapped.apply(tables), () -> now);
    DeliveryPorts ports =
        new DeliveryPorts(
            used,
            programs,
            (program, marketplace) ->
                program.forMarketplace(marketplace).delivery().capsOf(program.programId()),
            (program, channel) -> content -> composer.apply(content),
            _ -> percent -> "RECO" + percent,
            List.of(adapter()),
            (touch, type, at) -> {});
    freezing = new CampaignPorts(stores, objects, id -> "t1", () -> now);
    freeze = new CampaignFreeze(freezing);
    sending =
        new CampaignSending(
            used,
            objects,
            new GroupDelivery(ports, DeliverySettings.DEFAULT, () -> now),
            () -> now);
  }

  private static Composition text(MessageContent content) {
    CandidateKey key = content.candidates().getFirst().key();
    return new Composition.Composed(
        new PostalMessage(
            content.messageId(),
            key.customerId(),
            key.programId(),
            content.candidates().stream().map(c -> c.key().subject().id()).toList()));
  }

  private ChannelAdapter adapter() {
    return new ChannelAdapter() {
      @Override
      public String type() {
        return "email";
      }

      @Override
      public Handover send(OutgoingMessage message) {
        handedOver.add((PostalMessage) message);
        return provider.apply(message);
      }

      @Override
      public int together() {
        return together;
      }
    };
  }

  /** Publishes the program as the fields say. */
  Program program() {
    Optional<Integer> none = Optional.empty();
    Sending when =
        new Sending(Optional.of(sendTime), "local", none, none, none, false, minScore, limit);
    ChannelSpec email = new ChannelSpec("email", "email", true, 1, shadow, new Config(when, 2));
    ChannelSpec app = new ChannelSpec("in-app", "in-app", true, 2, false, "asked");
    Program program =
        new Program(
            PROGRAM,
            PROGRAM,
            version,
            true,
            Optional.empty(),
            List.of("US", "DE"),
            "product",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(email, app),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            rules,
            List.of(),
            Optional.empty(),
            7,
            0.01,
            0,
            Map.of());
    programs.publish(program);
    return program;
  }

  void customer(String id, String zone) {
    Optional<String> none = Optional.empty();
    Optional<ZoneId> where = Optional.of(zone).filter(z -> !z.isEmpty()).map(ZoneId::of);
    Customer customer =
        new Customer(
            id,
            Customer.Status.ACTIVE,
            none,
            Optional.of("US"),
            where,
            none,
            none,
            none,
            true,
            List.of());
    stores.customers().importAll(List.of(new Versioned<>(customer, now)));
  }

  void product(String id, boolean inStock) {
    Optional<String> none = Optional.empty();
    Product product =
        new Product(id, Optional.of(id), none, Optional.empty(), none, none, none, inStock, true);
    stores.products().importAll(List.of(new Versioned<>(product, now)));
  }

  void candidate(String run, String customer, String product, double score) {
    candidate(run, key(customer, product), score);
  }

  void candidate(String run, CandidateKey key, double score) {
    Candidate candidate =
        new Candidate(key, Context.EMPTY, Attributes.EMPTY, List.of("email", "in-app"), stored);
    stores
        .candidates()
        .storeAll(
            new RunStamp(run, DATE, stored, Duration.ofDays(7)),
            List.of(
                new ScoredCandidate(
                    candidate, Attributes.EMPTY, List.of(), score, OptionalInt.of(15))));
  }

  static CandidateKey key(String customer, String product) {
    return new CandidateKey(customer, PROGRAM, "US", new Subject("product", product));
  }

  static Run run(String id) {
    return run(id, Run.State.SUCCEEDED);
  }

  static Run run(String id, Run.State state) {
    return new Run(PROGRAM, id, DATE, STORED, state, "");
  }

  Campaign frozen(String run) {
    Program program = program();
    return freeze.freeze(
        program, run(run), CampaignChannel.require(program, "email"), Timing.OF_PROGRAM);
  }

  List<Recipient> recipients(Campaign campaign) {
    return sending.manifest(campaign).parts().stream()
        .flatMap(part -> sending.recipients(part).stream())
        .toList();
  }

  Campaign stored(CampaignKey key) {
    return stores.campaigns().find(key).orElseThrow();
  }

  Message record(Campaign campaign, String customer) {
    return recipients(campaign).stream()
        .filter(recipient -> recipient.customerId().equals(customer))
        .findFirst()
        .flatMap(recipient -> stores.messages().find(customer, recipient.messageId()))
        .orElseThrow();
  }
}
