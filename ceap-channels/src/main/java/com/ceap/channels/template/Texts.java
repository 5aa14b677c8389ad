package com.ceap.channels.template;

import com.ceap.channels.text.PlaceholderText;
import com.ceap.channels.text.Values;
import java.util.Map;

/**
 * The texts of a template in one language.
 *
 * @param file as problems name it
 */
record Texts(String language, String file, Map<String, PlaceholderText> byKey) {
  static final String SUBJECT = "subject";

  Texts {
    byKey = Map.copyOf(byKey);
  }

  /** Every text as it reads for a message; those that say nothing are left out. */
  Map<String, String> fill(Values values) {
    return new SaidTexts(byKey, values);
  }
}
