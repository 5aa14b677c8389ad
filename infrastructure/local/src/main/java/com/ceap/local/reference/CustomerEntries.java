package com.ceap.local.reference;

import com.ceap.model.Customer;
import com.ceap.storage.CustomerRepository;
import com.ceap.storage.Versioned;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Profiles. What is wrong with an address is said without the address. */
record CustomerEntries(CustomerRepository customers) implements Entries<Versioned<Customer>> {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{3,24}");
  private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*");

  @Override
  public Versioned<Customer> parse(Row row, Instant updatedAt) throws BadRowException {
    Customer customer =
        new Customer(
            row.required("customer_id"),
            status(row.required("status")),
            row.text("name"),
            row.text("marketplace"),
            row.parsed("time_zone", CustomerEntries::zone),
            row.parsed("locale", CustomerEntries::locale),
            row.parsed("email", text -> matching(EMAIL, text, "email", "name@example.com")),
            row.parsed("phone", text -> matching(PHONE, text, "phone", "+442079460123")),
            row.flag("payment_method_on_file", false),
            List.of());
    return new Versioned<>(customer, updatedAt);
  }

  @Override
  public void write(List<Versioned<Customer>> entries) {
    customers.importAll(entries);
  }

  private static Customer.Status status(String text) throws BadRowException {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "active" -> Customer.Status.ACTIVE;
      case "inactive" -> Customer.Status.INACTIVE;
      case "suspended" -> Customer.Status.SUSPENDED;
      case "closed" -> Customer.Status.CLOSED;
      case "unverified" -> Customer.Status.UNVERIFIED;
      case "fraudulent" -> Customer.Status.FRAUDULENT;
      default ->
          throw new BadRowException(
              "'status' is '%s'; it should be active, inactive, suspended, closed, unverified or"
                      .formatted(text)
                  + " fraudulent.");
    };
  }

  private static ZoneId zone(String text) throws BadRowException {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException _) {
      throw new BadRowException(
          "'time_zone' is '%s'; it should be a zone such as Europe/Berlin.".formatted(text));
    }
  }

  private static String locale(String text) throws BadRowException {
    if (!LOCALE.matcher(text).matches()) {
      throw new BadRowException(
          "'locale' is '%s'; it should be a locale such as en-GB.".formatted(text));
    }
    return text;
  }

  private static String matching(Pattern pattern, String text, String column, String example)
      throws BadRowException {
    if (!pattern.matcher(text).matches()) {
      throw new BadRowException(
          "'%s' holds no address of its kind; it should look like %s.".formatted(column, example));
    }
    return text;
  }
}
