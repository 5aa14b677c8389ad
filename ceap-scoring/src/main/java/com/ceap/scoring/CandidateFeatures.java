package com.ceap.scoring;

import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.program.Marketplace;
import com.ceap.model.program.Marketplaces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads one candidate's features after the other. For one thread. */
final class CandidateFeatures {
  private static final String CURRENCY = "currency";

  private final FeaturePlan plan;
  private final SlotReader row;
  private final int[] rowSlots;
  private final List<String> rowNames;
  private final List<Stored> stored = new ArrayList<>();

  /**
   * @param found what the feature store answered, by entity and id
   */
  CandidateFeatures(FeaturePlan plan, Map<String, Map<String, Attributes>> found) {
    this.plan = plan;
    this.row = new SlotReader(plan.row());
    this.rowSlots = plan.row().slots();
    this.rowNames = plan.row().names();
    plan.stored()
        .forEach(
            (entity, columns) ->
                stored.add(
                    new Stored(
                        entity, found.getOrDefault(entity, Map.of()), new SlotReader(columns))));
  }

  /** One value for each slot of the plan, {@code null} where there is none. */
  Object[] read(Candidate candidate) {
    Object[] slots = new Object[plan.merged().size()];
    row.read(candidate.attributes(), slots);
    readContext(candidate, slots);
    convert(candidate, slots);
    for (Stored entity : stored) {
      entity.read(candidate, slots);
    }
    fillDefaults(slots);
    return slots;
  }

  /** A row's category, region or marketplace is a feature like its attributes. */
  private void readContext(Candidate candidate, Object[] slots) {
    for (int i = 0; i < rowSlots.length; i++) {
      if (slots[rowSlots[i]] == null) {
        slots[rowSlots[i]] = candidate.context(rowNames.get(i)).orElse(null);
      }
    }
  }

  private void convert(Candidate candidate, Object[] slots) {
    if (!plan.amounts().isEmpty()) {
      String currency = currency(candidate);
      plan.amounts().forEach(amount -> amount.convert(slots, currency));
    }
  }

  /** The row's own, else its marketplace's; empty where neither is known. */
  private static String currency(Candidate candidate) {
    return candidate
        .attributes()
        .find(CURRENCY)
        .map(Object::toString)
        .or(() -> Marketplaces.find(candidate.key().marketplace()).map(CandidateFeatures::code))
        .orElse("");
  }

  private static String code(Marketplace marketplace) {
    return marketplace.currency().getCurrencyCode();
  }

  private void fillDefaults(Object[] slots) {
    Object[] defaults = plan.defaults();
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] == null) {
        slots[i] = defaults[i];
      }
    }
  }

  private record Stored(String entity, Map<String, Attributes> known, SlotReader reader) {
    void read(Candidate candidate, Object[] slots) {
      Attributes features = find(candidate);
      reader.read(features, slots);
    }

    private Attributes find(Candidate candidate) {
      if (entity.equals(FeatureAssembler.CUSTOMER)) {
        return known.getOrDefault(candidate.customerId(), Attributes.EMPTY);
      }
      return entity.equals(candidate.subject().type())
          ? known.getOrDefault(candidate.subject().id(), Attributes.EMPTY)
          : Attributes.EMPTY;
    }
  }
}
