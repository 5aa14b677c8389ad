package com.ceap.lambdas.retrain;

import java.time.Instant;

/**
 * A model that is to be trained.
 *
 * @param slot the moment that it was due at
 */
public record TrainingTask(HostedModel model, Instant slot) {}
