package com.ceap.channels.aws;

import com.ceap.model.Device;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.pinpoint.model.Action;
import software.amazon.awssdk.services.pinpoint.model.AddressConfiguration;
import software.amazon.awssdk.services.pinpoint.model.ChannelType;

/**
 * The devices that one request addresses.
 *
 * @param devices each token once
 */
record PushAddresses(List<Device> devices, Map<String, AddressConfiguration> byToken) {
  /** Recipients of one SendMessages request ("Amazon Pinpoint quotas"). */
  static final int MAX = 100;

  static PushAddresses of(List<Device> devices, boolean sandbox) {
    Map<String, Device> known =
        devices.stream()
            .filter(device -> channel(device, sandbox).isPresent())
            .collect(
                Collectors.toMap(
                    Device::token, device -> device, (first, _) -> first, LinkedHashMap::new));
    List<Device> addressed = known.values().stream().limit(MAX).toList();
    Map<String, AddressConfiguration> byToken = new LinkedHashMap<>();
    for (Device device : addressed) {
      ChannelType channel = channel(device, sandbox).orElseThrow();
      byToken.put(device.token(), AddressConfiguration.builder().channelType(channel).build());
    }
    return new PushAddresses(addressed, byToken);
  }

  /** Browsers register with FCM as Android does. */
  private static Optional<ChannelType> channel(Device device, boolean sandbox) {
    return switch (device.platform()) {
      case "ios" -> Optional.of(sandbox ? ChannelType.APNS_SANDBOX : ChannelType.APNS);
      case "android", "web" -> Optional.of(ChannelType.GCM);
      default -> Optional.empty();
    };
  }

  /** Web addresses open in the browser, all others in the app that claims their scheme. */
  static Action action(String link) {
    return link.startsWith("https:") || link.startsWith("http:") ? Action.URL : Action.DEEP_LINK;
  }
}
