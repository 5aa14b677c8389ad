package com.ceap.channels.template;

import com.ceap.channels.text.PlaceholderText;
import com.ceap.channels.text.Values;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the texts of a template say of a message, by their keys; those that say nothing are absent.
 * A text is filled once it is asked for: inside a list of products few of them are. For one thread.
 */
final class SaidTexts extends AbstractMap<String, String> {
  private final Map<String, PlaceholderText> texts;
  private final Values values;
  private final Map<String, Optional<String>> said = new HashMap<>();

  SaidTexts(Map<String, PlaceholderText> texts, Values values) {
    this.texts = texts;
    this.values = values;
  }

  @Override
  public String get(Object key) {
    return said.computeIfAbsent(String.valueOf(key), this::say).orElse(null);
  }

  private Optional<String> say(String key) {
    return Optional.ofNullable(texts.get(key))
        .map(text -> text.fill(values))
        .filter(filled -> !filled.isBlank());
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    Map<String, String> all = new HashMap<>();
    texts.keySet().forEach(key -> say(key).ifPresent(filled -> all.put(key, filled)));
    return all.entrySet();
  }
}
