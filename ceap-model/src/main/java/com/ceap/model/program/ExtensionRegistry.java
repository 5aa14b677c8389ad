package com.ceap.model.program;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/** The extensions of one kind by type, found once at start; immutable and thread-safe. */
public final class ExtensionRegistry<F extends ExtensionFactory<?>> {
  private final Map<String, F> factories;

  private ExtensionRegistry(Map<String, F> factories) {
    this.factories = factories;
  }

  /**
   * Finds every factory on the class path.
   *
   * @throws CeapException EXTENSION_DUPLICATE where two claim one type
   */
  @SuppressWarnings("unchecked") // spi is F without its type argument, so all it finds are F
  public static <F extends ExtensionFactory<?>> ExtensionRegistry<F> load(Class<? super F> spi) {
    List<F> found = new ArrayList<>();
    for (Object factory : ServiceLoader.load(spi)) {
      found.add((F) factory);
    }
    return of(found);
  }

  public static <F extends ExtensionFactory<?>> ExtensionRegistry<F> of(Iterable<F> found) {
    Map<String, F> byType = new TreeMap<>();
    for (F factory : found) {
      F other = byType.put(factory.type(), factory);
      if (other != null) {
        throw new CeapException(
            ErrorCode.EXTENSION_DUPLICATE,
            "type '%s' is claimed by %s and %s; an extension needs a type of its own"
                .formatted(
                    factory.type(), other.getClass().getName(), factory.getClass().getName()));
      }
    }
    return new ExtensionRegistry<>(byType);
  }

  public Set<String> types() {
    return factories.keySet();
  }

  public Optional<F> find(String type) {
    return Optional.ofNullable(factories.get(type));
  }
}
