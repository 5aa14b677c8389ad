package com.ceap.lambdas.etl;

import com.ceap.channels.spi.ChannelFactory;
import com.ceap.lambdas.candidate.ReachableChannels;
import com.ceap.lambdas.candidate.ServedMarketplaces;
import com.ceap.model.AttributeSchema;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.Customer;
import com.ceap.model.RawRecord;
import com.ceap.model.RejectedCandidate;
import com.ceap.model.Subject;
import com.ceap.model.port.Lookups;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.Program;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the surviving rows of one chunk into candidates. Used once, by one thread. */
final class CandidateAssembly {
  static final String STAGE = "etl";

  private final Program program;
  private final ServedMarketplaces marketplaces;
  private final ReachableChannels channels;
  private final Instant businessDay;
  private final String subjectColumn;
  private final Lookups lookups;
  private final Map<String, Subject> subjects = new HashMap<>();

  /** By category and region: candidates of a chunk share few. */
  private final Map<String, Map<String, Context>> contexts = new HashMap<>();

  private final List<Candidate> candidates = new ArrayList<>();
  private final List<RejectedCandidate> notServed = new ArrayList<>();
  private Optional<Instant> newest = Optional.empty();

  private AttributeSchema rowSchema = AttributeSchema.EMPTY;
  private CandidateSchema candidateSchema;
  private int customerColumn;
  private int subjectPosition;

  CandidateAssembly(
      Program program,
      ExtensionRegistry<ChannelFactory<?>> channels,
      Instant businessDay,
      String subjectColumn,
      Lookups lookups) {
    this.program = program;
    this.marketplaces = new ServedMarketplaces(program);
    this.channels = new ReachableChannels(program, channels);
    this.businessDay = businessDay;
    this.subjectColumn = subjectColumn;
    this.candidateSchema = new CandidateSchema(rowSchema, subjectColumn);
    this.lookups = lookups;
  }

  EtlResult assemble(EtlStage.Intake intake) {
    Collection<RawRecord> rows = intake.deduplicator().survivors();
    Map<String, Customer> customers = lookups.customers(customerIds(rows));
    for (RawRecord row : rows) {
      assemble(row.attributes(), customers);
    }
    return new EtlResult(
        candidates,
        intake.raw(),
        intake.deduplicator().duplicates(),
        notServed,
        intake.rejected(),
        newest);
  }

  private Set<String> customerIds(Collection<RawRecord> rows) {
    Set<String> ids = new HashSet<>();
    for (RawRecord row : rows) {
      useSchema(row.attributes().schema());
      ids.add((String) row.attributes().raw(customerColumn));
    }
    return ids;
  }

  private void useSchema(AttributeSchema schema) {
    if (!schema.equals(rowSchema)) {
      rowSchema = schema;
      candidateSchema = new CandidateSchema(schema, subjectColumn);
      customerColumn = schema.position("customer_id");
      subjectPosition = schema.position(subjectColumn);
    }
  }

  private void assemble(Attributes row, Map<String, Customer> customers) {
    useSchema(row.schema());
    String customerId = (String) row.raw(customerColumn);
    Optional<Customer> customer = Optional.ofNullable(customers.get(customerId));
    Optional<Instant> seen = row.instant("timestamp");
    seen.ifPresent(this::seen);
    String marketplace = marketplaces.of(customer);
    Candidate candidate =
        new Candidate(
            new CandidateKey(
                customerId,
                program.programId(),
                marketplace,
                subject((String) row.raw(subjectPosition))),
            context(row),
            candidateSchema.attributes(row),
            channels.of(marketplace, customer),
            seen.orElse(businessDay));
    if (marketplaces.serves(marketplace)) {
      candidates.add(candidate);
    } else {
      notServed.add(new RejectedCandidate(candidate, marketplaces.rejection(STAGE, marketplace)));
    }
  }

  /** Of rows that say the same the latest is here, so that no other row is newer. */
  private void seen(Instant at) {
    if (newest.isEmpty() || at.isAfter(newest.get())) {
      newest = Optional.of(at);
    }
  }

  private Subject subject(String id) {
    return subjects.computeIfAbsent(id, key -> new Subject(program.subjectType(), key));
  }

  private Context context(Attributes row) {
    String category = row.text(Context.CATEGORY).orElse("");
    String region = row.text(Context.REGION).orElse("");
    return contexts
        .computeIfAbsent(category, _ -> new HashMap<>())
        .computeIfAbsent(region, _ -> context(category, region));
  }

  private static Context context(String category, String region) {
    Map<String, String> values = new HashMap<>();
    if (!category.isEmpty()) {
      values.put(Context.CATEGORY, category);
    }
    if (!region.isEmpty()) {
      values.put(Context.REGION, region);
    }
    return new Context(values);
  }
}
