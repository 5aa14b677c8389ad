package com.ceap.model;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A customer's profile as the reference data gives it.
 *
 * @param status {@code ACTIVE} is the only one that may be addressed
 * @param devices where push messages reach the customer
 */
public record Customer(
    String customerId,
    Status status,
    Optional<String> name,
    Optional<String> marketplace,
    Optional<ZoneId> timeZone,
    Optional<String> locale,
    Optional<String> email,
    Optional<String> phone,
    boolean paymentMethodOnFile,
    List<Device> devices) {

  /** The state of an account. {@code UNVERIFIED} and {@code FRAUDULENT} fail authenticity. */
  public enum Status {
    ACTIVE,
    INACTIVE,
    SUSPENDED,
    CLOSED,
    UNVERIFIED,
    FRAUDULENT
  }

  public Customer {
    Require.text(customerId, "customer id");
    devices = List.copyOf(devices);
  }

  /** Says nothing about the person, so that a profile never reaches a log by accident. */
  @Override
  public String toString() {
    return "Customer[" + status + "]";
  }
}
