package com.ceap.lambdas.events;

import com.ceap.model.Device;
import com.ceap.model.error.CeapException;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A device on which push messages reach a customer.
 *
 * @param updatedAt the source's version: of two words on a token the later one holds
 */
public record DeviceRegistered(Device device, Instant updatedAt) {
  public static final EventType TYPE = new EventType("ecommerce.customers", "DeviceRegistered");

  private static final Pattern TOKEN = Pattern.compile("[!-~]{1,4096}");
  private static final Pattern PLATFORM = Pattern.compile("ios|android|web");

  /**
   * Reads the event.
   *
   * @throws CeapException EVENT_INVALID with every field that is wrong
   */
  public static DeviceRegistered parse(EventEnvelope event) {
    EventProblems problems = new EventProblems();
    EventFields detail = new EventFields("detail.", event.detail(), problems);
    String customerId = detail.id("customerId");
    String token = detail.form("token", TOKEN, "text of 1 to 4096 characters without spaces");
    String platform = detail.form("platform", PLATFORM, "ios, android or web");
    Instant updatedAt = detail.findTime("updatedAt").orElse(event.time());
    problems.throwIfAny(TYPE.detailType());
    return new DeviceRegistered(new Device(customerId, token, platform), updatedAt);
  }
}
