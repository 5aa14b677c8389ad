package com.ceap.scoring.builtin;

/** A SageMaker model needs no configuration: the endpoint's name says all. */
public record SageMakerConfig() {}
