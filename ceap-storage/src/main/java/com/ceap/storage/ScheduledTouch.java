package com.ceap.storage;

import com.ceap.model.DueTouch;
import java.time.Instant;

/**
 * A touch that waits for its time.
 *
 * @param name the same whoever schedules it
 * @param channelType whose queue it goes to
 */
public record ScheduledTouch(String name, String channelType, Instant at, DueTouch touch) {}
