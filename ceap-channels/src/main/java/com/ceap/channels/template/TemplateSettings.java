package com.ceap.channels.template;

import java.util.List;

/**
 * What a template's own file says.
 *
 * @param codePrefix how the codes of its offers begin
 * @param languages of its texts, at least one; the first stands in for all others
 */
record TemplateSettings(String codePrefix, List<String> languages) {
  TemplateSettings {
    languages = List.copyOf(languages);
  }
}
