package com.ceap.storage;

import java.time.Instant;

/** A value with the time at which its source changed it; of two the later one holds. */
public record Versioned<T>(T value, Instant updatedAt) {}
