package com.ceap.local.reference;

import com.ceap.local.reference.PurchaseEntries.Bought;
import com.ceap.model.CustomerLedger.Purchase;
import com.ceap.model.Subject;
import com.ceap.storage.LedgerRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Completed purchases of products; a purchase never changes, so its own time is its only one. */
record PurchaseEntries(LedgerRepository ledgers) implements Entries<Bought> {
  private static final String PRODUCT = "product";

  record Bought(String customerId, Purchase purchase) {}

  @Override
  public Bought parse(Row row, Instant updatedAt) throws BadRowException {
    Subject product = new Subject(PRODUCT, row.required("product_id"));
    return new Bought(
        row.required("customer_id"), new Purchase(product, row.instant("purchased_at")));
  }

  @Override
  public void write(List<Bought> entries) {
    Map<String, List<Purchase>> byCustomer = new LinkedHashMap<>();
    for (Bought bought : entries) {
      byCustomer
          .computeIfAbsent(bought.customerId(), _ -> new ArrayList<>())
          .add(bought.purchase());
    }
    ledgers.addPurchases(byCustomer);
  }
}
