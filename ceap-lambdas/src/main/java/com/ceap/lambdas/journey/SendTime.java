package com.ceap.lambdas.journey;

import com.ceap.channels.spi.Sending;
import com.ceap.model.Customer;
import com.ceap.model.program.Marketplace;
import com.ceap.model.program.Marketplaces;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When the messages of a channel go out.
 *
 * @param time of day; empty for at once
 * @param zone of that time; empty for each customer's own, or else the marketplace's
 */
public record SendTime(Optional<LocalTime> time, Optional<ZoneId> zone) {
  /**
   * A moment.
   *
   * @param day the date there, by which the message is told from that of another day
   */
  public record Moment(Instant at, LocalDate day) {}

  public static SendTime of(Sending sending) {
    return new SendTime(sending.timeOfDay(), sending.zone());
  }

  /**
   * The first such moment from a point in time on. A time of day that the clocks leave out comes as
   * much later as they are put forward; of one that they show twice the first is meant.
   */
  public Moment next(Instant from, Optional<Customer> customer, String marketplace) {
    ZoneId where = zone(customer, marketplace);
    LocalDate today = LocalDate.ofInstant(from, where);
    return time.map(
            of -> {
              Moment moment = moment(today, of, where);
              return moment.at().isBefore(from) ? moment(today.plusDays(1), of, where) : moment;
            })
        .orElseGet(() -> new Moment(from, today));
  }

  private static Moment moment(LocalDate day, LocalTime time, ZoneId zone) {
    return new Moment(ZonedDateTime.of(day, time, zone).toInstant(), day);
  }

  private ZoneId zone(Optional<Customer> customer, String marketplace) {
    return zone.or(() -> customer.flatMap(Customer::timeZone))
        .or(() -> Marketplaces.find(marketplace).map(Marketplace::zone))
        .orElse(ZoneOffset.UTC);
  }
}
