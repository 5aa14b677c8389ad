package com.ceap.lambdas.journey;

import com.ceap.model.program.ChannelSpec;
import java.time.Duration;

/**
 * One message of a journey.
 *
 * @param number its place in the journey, from 1
 * @param delay counted from the event's own time
 */
public record Touch(int number, ChannelSpec channel, Duration delay, boolean onlyIfNotConverted) {}
