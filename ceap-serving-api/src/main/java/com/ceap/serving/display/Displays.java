package com.ceap.serving.display;

import com.ceap.filters.spi.SubjectProducts;
import com.ceap.model.AttributeTypeException;
import com.ceap.model.Candidate;
import com.ceap.model.port.ProductCatalog;
import com.ceap.serving.metrics.Degradation;
import com.ceap.serving.metrics.ServingMetrics;
import com.ceap.storage.StoredCandidate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes candidates ready to be shown. Thread-safe. */
public final class Displays {
  private final ShownProducts products;

  /**
   * Displays from a catalogue.
   *
   * @param life how old what is shown of a product may be
   */
  public Displays(
      ProductCatalog catalog, Duration life, ServingMetrics metrics, InstantSource clock) {
    this.products = new ShownProducts(catalog, life, metrics, clock);
  }

  /** Looks up what all these candidates are about, in one call at most. */
  public Shelf shelf(Collection<StoredCandidate> candidates) {
    Set<String> ids = new HashSet<>();
    candidates.forEach(stored -> ids.addAll(products(stored.decision().candidate())));
    return new Shelf(products.find(ids));
  }

  private static List<String> products(Candidate candidate) {
    try {
      return SubjectProducts.of(candidate);
    } catch (AttributeTypeException e) {
      // Its items cannot be read, so none of them is shown.
      return List.of();
    }
  }

  /** The products of one answer. */
  public static final class Shelf {
    private final ShownProducts.Found found;

    private Shelf(ShownProducts.Found found) {
      this.found = found;
    }

    public Display of(StoredCandidate stored) {
      return Display.of(stored.decision(), found.products());
    }

    /** What is missing, where the catalogue did not answer. */
    public Set<Degradation> degradations() {
      return found.complete() ? Set.of() : Set.of(Degradation.CATALOGUE_UNAVAILABLE);
    }
  }
}
