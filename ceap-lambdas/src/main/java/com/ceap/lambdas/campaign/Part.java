package com.ceap.lambdas.campaign;

import java.time.Instant;

/**
 * Some messages of a campaign that go out at the same moment.
 *
 * @param number from 1
 * @param key of the object that lists its recipients
 */
public record Part(int number, Instant at, int recipients, String key) {}
