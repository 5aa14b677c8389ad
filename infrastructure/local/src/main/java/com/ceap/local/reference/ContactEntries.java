package com.ceap.local.reference;

import com.ceap.local.reference.ContactEntries.Sent;
import com.ceap.model.CustomerLedger.Send;
import com.ceap.storage.LedgerRepository;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Messages that were sent elsewhere and count toward the caps. One without an id is known by its
 * customer, program, channel and time, so that importing it twice counts it once.
 */
record ContactEntries(LedgerRepository ledgers) implements Entries<Sent> {
  record Sent(String customerId, Send send) {}

  @Override
  public Sent parse(Row row, Instant updatedAt) throws BadRowException {
    String customer = row.required("customer_id");
    String program = row.required("program_id");
    String channel = row.required("channel");
    Instant at = row.instant("sent_at");
    String id = row.text("message_id").orElseGet(() -> id(program, channel, at));
    return new Sent(customer, new Send(id, at, program, channel));
  }

  /** Unique within a customer's ledger. */
  private static String id(String program, String channel, Instant at) {
    String identity = program.length() + ":" + program + channel + "@" + at;
    return "import-" + UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void write(List<Sent> entries) {
    Map<String, List<Send>> byCustomer = new LinkedHashMap<>();
    for (Sent sent : entries) {
      byCustomer.computeIfAbsent(sent.customerId(), _ -> new ArrayList<>()).add(sent.send());
    }
    ledgers.addSends(byCustomer);
  }
}
