package com.ceap.local.reference;

import com.ceap.model.program.NearestName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A kind of reference data and the columns of its table; absent values of optional ones differ. */
public enum ReferenceKind {
  CUSTOMERS(
      List.of("customer_id", "status"),
      List.of(
          "name",
          "marketplace",
          "time_zone",
          "locale",
          "email",
          "phone",
          "payment_method_on_file")),
  PRODUCTS(
      List.of("product_id", "in_stock", "active"),
      List.of("name", "category", "price", "currency", "image_url", "url")),
  CONSENTS(List.of("customer_id", "opted_out"), List.of("program_id", "channel")),
  DEVICES(List.of("customer_id", "token", "platform"), List.of()),
  FEATURES(List.of("entity", "id", "name", "value"), List.of()),
  PURCHASES(List.of("customer_id", "product_id", "purchased_at"), List.of("order_id")),
  CONTACTS(List.of("customer_id", "program_id", "channel", "sent_at"), List.of("message_id"));

  /** Says how new a row is; known to every kind. */
  static final String UPDATED_AT = "updated_at";

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of, which the type does not say
  private final List<String> required;

  @SuppressWarnings("ImmutableEnumChecker") // made by List.copyOf, which the type does not say
  private final List<String> columns;

  ReferenceKind(List<String> required, List<String> optional) {
    this.required = required;
    List<String> all = new ArrayList<>(required);
    all.addAll(optional);
    all.add(UPDATED_AT);
    this.columns = List.copyOf(all);
  }

  /** The table's name, which is also what a person types: {@code customers}. */
  public String table() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The columns without which a row means nothing. */
  public List<String> required() {
    return required;
  }

  /** Every column, required ones first. */
  public List<String> columns() {
    return columns;
  }

  public static Optional<ReferenceKind> ofTable(String table) {
    return Arrays.stream(values()).filter(kind -> kind.table().equals(table)).findFirst();
  }

  /** The kind whose table a misspelt name was probably meant to be. */
  public static Optional<ReferenceKind> nearest(String table) {
    return NearestName.nearest(table, Arrays.stream(values()).map(ReferenceKind::table).toList())
        .flatMap(ReferenceKind::ofTable);
  }
}
