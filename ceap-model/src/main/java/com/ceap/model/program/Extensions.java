package com.ceap.model.program;

/** Every extension that a program may name, by kind. */
public record Extensions(
    ExtensionRegistry<? extends ExtensionFactory<?>> connectors,
    ExtensionRegistry<? extends ExtensionFactory<?>> filters,
    ExtensionRegistry<? extends ExtensionFactory<?>> scoringProviders,
    ExtensionRegistry<? extends ExtensionFactory<?>> channels) {}
