package com.ceap.scoring.spi;

/** What the place where the platform runs gives to scoring providers. */
public record ScoringEnvironment(ModelEndpoints endpoints) {}
