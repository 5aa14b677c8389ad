package com.ceap.channels.spi;

import com.ceap.model.Device;
import java.util.List;

/**
 * Learns from push providers which devices no message will ever reach again, so that they are
 * removed. Thread-safe.
 */
@FunctionalInterface
public interface GoneDevices {
  /**
   * Takes a report. One that is lost is made again by the next push to the same device.
   *
   * @param devices of one customer, at least one
   * @throws com.ceap.model.error.CeapException where they cannot be removed now
   */
  void report(List<Device> devices);
}
