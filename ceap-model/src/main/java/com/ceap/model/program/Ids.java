package com.ceap.model.program;

import com.ceap.model.yaml.Place;
import com.ceap.model.yaml.YamlValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks ids of one kind: their form, and that each occurs once. */
final class Ids {
  static final String OVERRIDES = "marketplaceOverrides";

  // Ids become parts of paths, keys and names of AWS resources.
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final String key;
  private final Problems problems;
  private final Map<Object, Place> seen = new HashMap<>();

  Ids(String key, Problems problems) {
    this.key = key;
    this.problems = problems;
  }

  /** The id of a block; empty where it is missing or no id. */
  Optional<String> take(Block block) {
    Optional<String> id = block.text(key);
    id.ifPresent(text -> check(text, block));
    return id;
  }

  private void check(String id, Block block) {
    if (!FORM.matcher(id).matches()) {
      block
          .source()
          .find(key)
          .ifPresent(
              value ->
                  problems.add(
                      value,
                      "not an id",
                      "use 1 to 64 letters, digits, '.', '_' and '-', beginning with a letter or"
                          + " digit"));
    }
    once(id, block);
  }

  /** Notes a value that another block has already. */
  void once(Object value, Block block) {
    Place here = block.place(key);
    Place first = seen.putIfAbsent(value, here);
    if (first != null) {
      boolean firstOverrides = overrides(first) && !overrides(here);
      Place at = firstOverrides ? first : here;
      Place other = firstOverrides ? here : first;
      problems.add(
          at,
          "%s %s stands at %s (line %d) already"
              .formatted(key, shown(value), other.path(), other.line()),
          "give each its own");
    }
  }

  private static boolean overrides(Place place) {
    return place.path().startsWith(OVERRIDES);
  }

  private static String shown(Object value) {
    return value instanceof String text
        ? new YamlValue.Scalar(Place.FILE, text, text).shown()
        : value.toString();
  }
}
