package com.ceap.lambdas.wiring.aws;

import com.ceap.channels.aws.EmailIdentity;
import com.ceap.channels.aws.EmailSender;
import com.ceap.channels.aws.PushSender;
import com.ceap.channels.aws.Senders;
import com.ceap.channels.aws.SmsSender;
import com.ceap.channels.spi.Brand;
import com.ceap.lambdas.topology.Setting;
import com.ceap.runtime.settings.SettingsReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads who messages are from. An e-mail's sender and a number's origin may differ by key. */
final class SenderReader {
  private static final String ANY = "(?s).+";

  private final SettingsReader settings;

  SenderReader(SettingsReader settings) {
    this.settings = settings;
  }

  MessageSettings read() {
    String name = settings.text(Setting.CEAP_SENDER_NAME.name(), ANY, "the sender's name");
    String address =
        settings.text(Setting.CEAP_POSTAL_ADDRESS.name(), ANY, "the sender's postal address");
    boolean complete = !name.isBlank() && !address.isBlank();
    return new MessageSettings(
        // One that is incomplete is reported, and never used.
        complete
            ? new Brand(name, address, Optional.empty())
            : new Brand("-", "-", Optional.empty()),
        new Senders(email(name), sms(), push()));
  }

  /** {@code news@example.com} or {@code news@example.com,PROGRAM=carts@example.com}. */
  private Optional<EmailSender> email(String name) {
    return parsed(
        Setting.CEAP_SENDER_EMAIL,
        byProgram -> {
          Map<String, EmailIdentity> identities = new HashMap<>();
          byProgram.forEach((program, address) -> identities.put(program, identity(address, name)));
          Optional<EmailIdentity> standard = Optional.ofNullable(identities.remove(""));
          return new EmailSender(standard, identities, configurationSet());
        });
  }

  private static EmailIdentity identity(String address, String name) {
    return new EmailIdentity(
        address, Optional.of(name).filter(text -> !text.isBlank()), Optional.empty());
  }

  private Optional<String> configurationSet() {
    return settings.optional(
        Setting.CEAP_SES_CONFIGURATION_SET.name(),
        "[A-Za-z0-9_-]{1,64}",
        "the name of a configuration set");
  }

  /** {@code +4930123456} or {@code SHOP,+49=+4930123456}, by how numbers begin. */
  private Optional<SmsSender> sms() {
    return parsed(
        Setting.CEAP_SMS_ORIGINATION,
        byBeginning -> {
          Map<String, String> originations = new HashMap<>(byBeginning);
          Optional<String> standard = Optional.ofNullable(originations.remove(""));
          return new SmsSender(
              SmsSender.Service.END_USER_MESSAGING,
              originations,
              standard,
              Set.of(),
              Optional.empty());
        });
  }

  private Optional<PushSender> push() {
    return settings.parsed(
        Setting.CEAP_PUSH_APPLICATION_ID.name(), id -> new PushSender(id, false));
  }

  private <T> Optional<T> parsed(Setting setting, Function<Map<String, String>, T> make) {
    return settings.parsed(setting.name(), _ -> make.apply(settings.byKey(setting.name())));
  }
}
