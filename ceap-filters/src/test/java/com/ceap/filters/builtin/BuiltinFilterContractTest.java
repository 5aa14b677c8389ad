package com.ceap.filters.builtin;

import com.ceap.filters.Parameters;
import com.ceap.filters.ReferenceData;
import com.ceap.filters.Samples;
import com.ceap.filters.spi.Filter;
import com.ceap.filters.spi.FilterContract;
import com.ceap.filters.spi.FilterFactory;
import com.ceap.model.Attributes;
import com.ceap.model.Candidate;
import com.ceap.model.CandidateKey;
import com.ceap.model.Context;
import com.ceap.model.Customer;
import com.ceap.model.CustomerLedger;
import com.ceap.model.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;

/** Every built-in filter keeps the contract, over one small shop in which each finds both kinds. */
class BuiltinFilterContractTest {

  @Nested
  class Trust extends Shop implements FilterContract {
    @Override
    public Filter filter() {
      return filter(new TrustFilterFactory(), Map.of());
    }
  }

  @Nested
  class BusinessRule extends Shop implements FilterContract {
    @Override
    public Filter filter() {
      return filter(
          new BusinessRuleFilterFactory(),
          Map.of(
              "minViewCount",
              3,
              "requireInStock",
              true,
              "requireActive",
              true,
              "maxEmailsPerWeek",
              2,
              "maxMessagesPerWeek",
              3));
    }
  }

  @Nested
  class Eligibility extends Shop implements FilterContract {
    @Override
    public Filter filter() {
      return filter(
          new EligibilityFilterFactory(), Map.of("restrictedCategories", List.of("alcohol")));
    }
  }

  @Nested
  class FrequencyCap extends Shop implements FilterContract {
    @Override
    public Filter filter() {
      return filter(new FrequencyCapFilterFactory(), Map.of("channel", "email", "max", 1));
    }
  }

  @Nested
  class Geographic extends Shop implements FilterContract {
    @Override
    public Filter filter() {
      return filter(new GeographicFilterFactory(), Map.of("regions", List.of("EU")));
    }

    @Override
    public boolean looksUp() {
      return false;
    }
  }

  /** Four customers and four products, each with something the matter but the first. */
  abstract static class Shop {
    public List<Candidate> candidates() {
      return List.of(
          candidate("CUST-A", "P1", 5, "EU"),
          candidate("CUST-B", "P2", 5, "US"),
          candidate("CUST-C", "P3", 1, "EU"),
          candidate("CUST-D", "P4", 5, "EU"),
          candidate("CUST-A", "P2", 3, "EU"),
          candidate("CUST-B", "P1", 4, "EU"));
    }

    public ReferenceData data() {
      ReferenceData data = new ReferenceData();
      data.customers.put("CUST-A", Samples.customer("CUST-A", Customer.Status.ACTIVE, true));
      data.customers.put("CUST-B", Samples.customer("CUST-B", Customer.Status.SUSPENDED, true));
      data.products.put("P1", Samples.product("P1", Optional.of("shoes"), true, true));
      data.products.put("P2", Samples.product("P2", Optional.of("alcohol"), false, true));
      data.products.put("P3", Samples.product("P3", Optional.empty(), true, false));
      data.ledgers.put("CUST-A", CustomerLedger.empty("CUST-A"));
      data.ledgers.put("CUST-B", busy("CUST-B"));
      return data;
    }

    public boolean looksUp() {
      return true;
    }

    private static CustomerLedger busy(String customerId) {
      return new CustomerLedger(
          customerId,
          3,
          List.of(new CustomerLedger.OptOut(Samples.PROGRAM, "email")),
          List.of(),
          List.of(
              new CustomerLedger.Send("M1", Samples.NOW.minusSeconds(60), Samples.PROGRAM, "email"),
              new CustomerLedger.Send(
                  "M2", Samples.NOW.minusSeconds(90), Samples.PROGRAM, "email")));
    }

    private static Candidate candidate(
        String customerId, String productId, long views, String region) {
      return new Candidate(
          new CandidateKey(customerId, Samples.PROGRAM, "US", new Subject("product", productId)),
          new Context(Map.of(Context.REGION, region)),
          Attributes.of(Map.of("view_count", views)),
          List.of("email", "in-app"),
          Samples.NOW.minusSeconds(3600));
    }

    static <C> Filter filter(FilterFactory<C> factory, Map<String, Object> parameters) {
      return factory.create(
          "under-test", Parameters.read(factory.shape(), parameters), Samples.program());
    }
  }
}
