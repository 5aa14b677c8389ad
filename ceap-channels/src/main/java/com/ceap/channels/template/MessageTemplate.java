package com.ceap.channels.template;

import com.ceap.channels.text.Placeholder;
import com.ceap.channels.text.Values;
import com.github.jknack.handlebars.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A template that was read and checked. Thread-safe; the same values give the same text. */
public final class MessageTemplate {
  /** The files and texts of one language. */
  record Layout(Texts texts, Template html, Template text) {}

  private final String templateId;
  private final String version;
  private final TemplateSettings settings;
  private final Map<String, Layout> byLanguage;

  MessageTemplate(
      String templateId,
      String version,
      TemplateSettings settings,
      Map<String, Layout> byLanguage) {
    this.templateId = templateId;
    this.version = version;
    this.settings = settings;
    this.byLanguage = Map.copyOf(byLanguage);
  }

  public String templateId() {
    return templateId;
  }

  /** Another one for every change of its files; 12 hexadecimal digits. */
  public String version() {
    return version;
  }

  /** How the codes of its offers begin, such as {@code CART}. */
  public String codePrefix() {
    return settings.codePrefix();
  }

  /** The languages it speaks; the first one stands in for all others. */
  public List<String> languages() {
    return settings.languages();
  }

  /** The language in which a customer of a locale is addressed. */
  public String languageFor(Locale locale) {
    return byLanguage.containsKey(locale.getLanguage())
        ? locale.getLanguage()
        : settings.languages().getFirst();
  }

  /**
   * Renders a message.
   *
   * @param language one of {@link #languages()}
   * @param products what {@code {{#each products}}} runs over, each with the values of its own
   * @param subject what the program says the subject is; unless given, the template's
   */
  public RenderedTemplate render(
      String language, Values values, List<Values> products, Optional<String> subject) {
    return prepared(language, values, products, subject).get();
  }

  /** As {@link #render}, with nothing left to do but the engine's own work. */
  public Supplier<RenderedTemplate> prepared(
      String language, Values values, List<Values> products, Optional<String> subject) {
    Layout layout = byLanguage.get(language);
    String line = subject.orElseGet(() -> layout.texts().byKey().get(Texts.SUBJECT).fill(values));
    Values all = values.with(Map.of(Placeholder.SUBJECT, line));
    Map<String, Object> model = model(layout.texts(), all);
    model.put(
        "products",
        products.stream().map(product -> model(layout.texts(), all.with(product))).toList());
    return () ->
        new RenderedTemplate(
            line, Engine.render(layout.html(), model), Engine.render(layout.text(), model));
  }

  private static Map<String, Object> model(Texts texts, Values values) {
    Map<String, Object> model = new HashMap<>();
    values.known().forEach((placeholder, value) -> model.put(placeholder.key(), value));
    model.put("texts", texts.fill(values));
    return model;
  }
}
