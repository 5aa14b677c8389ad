package com.ceap.lambdas.campaign;

import com.ceap.channels.spi.Sending;
import com.ceap.lambdas.journey.SendTime;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.time.LocalTime;
import java.util.Optional;

/**
 * When a campaign goes out: as its program says, at another time of day, or at once.
 *
 * @param text blank, {@code HH:mm} or {@code now}
 */
public record Timing(String text) {
  public static final Timing OF_PROGRAM = new Timing("");
  private static final String NOW = "now";

  public Timing {
    if (!text.isBlank() && !text.equals(NOW) && !text.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
      throw new CeapException(
          ErrorCode.ARGUMENT_INVALID,
          "a campaign goes out at a time of day from \"00:00\" to \"23:59\", or \"now\", was \"%s\""
              .formatted(text));
    }
  }

  SendTime of(Sending sending) {
    if (text.isBlank()) {
      return SendTime.of(sending);
    }
    return new SendTime(
        text.equals(NOW) ? Optional.empty() : Optional.of(LocalTime.parse(text)), sending.zone());
  }
}
