package com.ceap.model.program;

/**
 * What a program's YAML names by type: a connector, a filter, a scoring endpoint, a channel. Found
 * by {@link java.util.ServiceLoader}; instances are stateless and thread-safe.
 *
 * @param <C> the typed configuration
 */
public interface ExtensionFactory<C> {
  /** The name under which programs ask for it, such as {@code athena}. */
  String type();

  /** Which keys its configuration may hold and how they are read. */
  ConfigShape<C> shape();
}
