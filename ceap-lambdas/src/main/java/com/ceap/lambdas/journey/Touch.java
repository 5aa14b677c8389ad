package com.ceap.lambdas.journey;

import com.ceap.model.program.ChannelSpec;
import java.time.Duration;

/**
 * One message of a journey.
 *
 * @param number its place in the journey, from 1
 * @param delay counted from the event's own time
 * @param sendTime when it goes out once the delay is over
 */
public record Touch(
    int number,
    ChannelSpec channel,
    Duration delay,
    SendTime sendTime,
    boolean onlyIfNotConverted) {}
