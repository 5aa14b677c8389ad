package com.ceap.lambdas.events;

import com.ceap.model.Customer;
import com.ceap.model.Customer.Status;
import com.ceap.model.error.CeapException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A customer's profile as it is now, all of it; devices come by {@link DeviceRegistered}.
 *
 * @param updatedAt the source's version: of two profiles the later one holds
 */
public record CustomerUpserted(Customer customer, Instant updatedAt) {
  public static final EventType TYPE = new EventType("ecommerce.customers", "CustomerUpserted");

  private static final Pattern STATUS =
      Pattern.compile("active|inactive|suspended|closed|unverified|fraudulent");
  private static final Pattern ZONE = Pattern.compile("UTC|[A-Za-z]+/[A-Za-z0-9_+/-]{1,49}");
  private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*");
  private static final Pattern EMAIL = Pattern.compile("[!-?A-~]{1,64}@[!-?A-~]{1,255}");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{3,24}");

  /**
   * Reads the event.
   *
   * @throws CeapException EVENT_INVALID with every field that is wrong
   */
  public static CustomerUpserted parse(EventEnvelope event) {
    EventProblems problems = new EventProblems();
    EventFields detail = new EventFields("detail.", event.detail(), problems);
    String id = detail.id("customerId");
    String status = detail.form("status", STATUS, "one of " + STATUS.pattern().replace("|", ", "));
    Optional<String> name = detail.findText("name");
    Optional<String> marketplace = detail.findId("marketplace");
    Optional<ZoneId> zone = zone(detail, problems);
    Optional<String> locale = detail.findForm("locale", LOCALE, "a locale such as \"en-GB\"");
    Optional<String> email =
        detail.findForm("email", EMAIL, "an address such as \"name@example.com\"");
    Optional<String> phone = detail.findForm("phone", PHONE, "a number such as \"+442079460123\"");
    boolean payment = detail.findFlag("paymentMethodOnFile").orElse(false);
    Instant updatedAt = detail.findTime("updatedAt").orElse(event.time());
    problems.throwIfAny(TYPE.detailType());
    Customer customer =
        new Customer(
            id,
            Status.valueOf(status.toUpperCase(Locale.ROOT)),
            name,
            marketplace,
            zone,
            locale,
            email,
            phone,
            payment,
            List.of());
    return new CustomerUpserted(customer, updatedAt);
  }

  private static Optional<ZoneId> zone(EventFields detail, EventProblems problems) {
    String wanted = "a time zone such as \"Europe/Berlin\"";
    try {
      return detail.findForm("timeZone", ZONE, wanted).filter(id -> !id.isEmpty()).map(ZoneId::of);
    } catch (DateTimeException _) {
      problems.wrong("detail.timeZone", wanted, "none that is known");
      return Optional.empty();
    }
  }
}
