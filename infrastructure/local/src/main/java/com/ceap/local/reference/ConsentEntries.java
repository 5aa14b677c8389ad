package com.ceap.local.reference;

import com.ceap.model.Consent;
import com.ceap.storage.LedgerRepository;
import com.ceap.storage.Versioned;
import java.time.Instant;
import java.util.List;

/** Opt-outs and their withdrawals; a blank program or channel stands for every one. */
record ConsentEntries(LedgerRepository ledgers) implements Entries<Versioned<Consent>> {
  @Override
  public Versioned<Consent> parse(Row row, Instant updatedAt) throws BadRowException {
    Consent consent =
        new Consent(
            row.required("customer_id"),
            row.text("program_id").orElse(Consent.ALL),
            row.text("channel").orElse(Consent.ALL),
            row.flag("opted_out"));
    return new Versioned<>(consent, updatedAt);
  }

  @Override
  public void write(List<Versioned<Consent>> entries) {
    ledgers.importConsents(entries);
  }
}
