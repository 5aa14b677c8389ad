package com.ceap.channels.aws;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How an environment sends text messages. Who may send is a matter of the country that the number
 * belongs to, so senders are given by how numbers begin; the longest beginning counts.
 *
 * @param originations a phone number, pool, or sender id by the beginning of the customer's number,
 *     such as {@code +49}; SNS knows phone numbers and sender ids only
 * @param standard for all other numbers
 * @param transactional the programs whose messages the customer waits for; all others promote
 * @param configurationSet the configuration set that reports what became of a message; SNS has none
 */
public record SmsSender(
    Service service,
    Map<String, String> originations,
    Optional<String> standard,
    Set<String> transactional,
    Optional<String> configurationSet) {
  private static final Pattern BEGINNING = Pattern.compile("\\+[1-9]\\d{0,14}");

  /** Which service of AWS sends. */
  public enum Service {
    END_USER_MESSAGING,
    SNS
  }

  public SmsSender {
    originations = Map.copyOf(originations);
    transactional = Set.copyOf(transactional);
    originations.keySet().forEach(SmsSender::requireBeginning);
    if (service == Service.SNS && configurationSet.isPresent()) {
      throw new IllegalArgumentException(
          "configurationSet '%s' would be without effect: SNS knows none; leave it out"
              .formatted(configurationSet.get()));
    }
  }

  private static void requireBeginning(String beginning) {
    if (!BEGINNING.matcher(beginning).matches()) {
      throw new IllegalArgumentException(
          "a sender of text messages is given by how numbers begin, such as '+49', was '%s'"
              .formatted(beginning));
    }
  }

  /**
   * The sender for a number in E.164 form.
   *
   * @throws com.ceap.model.error.CeapException SENDER_MISSING
   */
  String requireOrigination(String number) {
    return origination(number)
        .orElseThrow(
            () ->
                SenderMissing.of(
                    "text messages to numbers of this country",
                    "senders.sms.standard or senders.sms.originations"));
  }

  boolean isTransactional(String programId) {
    return transactional.contains(programId);
  }

  private Optional<String> origination(String number) {
    for (int length = number.length(); length > 1; length--) {
      String found = originations.get(number.substring(0, length));
      if (found != null) {
        return Optional.of(found);
      }
    }
    return standard;
  }
}
