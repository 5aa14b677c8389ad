package com.ceap.local.cli;

import com.ceap.model.Candidate;
import com.ceap.model.Product;
import com.ceap.storage.StoredCandidate;
import com.ceap.storage.Stores;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Stored candidates as a table, with the names of the products. */
public final class CandidateTable {
  private static final int NAME = 32;

  private final Stores stores;

  public CandidateTable(Stores stores) {
    this.stores = stores;
  }

  /** Prints a head and a line for each. */
  public void print(List<StoredCandidate> candidates, PrintWriter out) {
    Map<String, Product> products =
        stores
            .products()
            .products(
                candidates.stream()
                    .map(stored -> stored.decision().key().subject())
                    .filter(subject -> subject.type().equals("product"))
                    .map(subject -> subject.id())
                    .collect(Collectors.toSet()));
    line(out, "score", "customer", "subject", "name", "off", "channels", "until");
    for (StoredCandidate stored : candidates) {
      print(stored, Optional.ofNullable(products.get(stored.decision().key().subject().id())), out);
    }
  }

  private static void print(StoredCandidate stored, Optional<Product> product, PrintWriter out) {
    Candidate candidate = stored.decision().candidate();
    String discount =
        stored.decision().discountPercent().isPresent()
            ? stored.decision().discountPercent().getAsInt() + "%"
            : "";
    line(
        out,
        String.format(Locale.ROOT, "%.4f", stored.decision().score()),
        candidate.customerId(),
        candidate.subject().id(),
        product.flatMap(Product::name).map(CandidateTable::shortened).orElse(""),
        discount,
        String.join(", ", candidate.channels()),
        stored.expires().toString().substring(0, 10));
  }

  private static void line(PrintWriter out, Object... cells) {
    out.println(
        String.format(Locale.ROOT, "%6s  %-14s %-16s %-32s %4s  %-26s %-10s", cells)
            .stripTrailing());
  }

  private static String shortened(String name) {
    return name.length() <= NAME ? name : name.substring(0, NAME - 1) + "…";
  }
}
