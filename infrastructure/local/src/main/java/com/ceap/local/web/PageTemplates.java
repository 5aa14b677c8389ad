package com.ceap.local.web;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.cache.ConcurrentMapTemplateCache;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.io.ClassPathTemplateLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The pages as HTML. Every value is escaped for text and quoted attributes, and looked up in maps
 * only. Thread-safe.
 */
final class PageTemplates {
  private static final String FOLDER = "/com/ceap/local/web/";

  private final Handlebars handlebars =
      new Handlebars(new ClassPathTemplateLoader(FOLDER, ".hbs"))
          .with(EscapingStrategy.HTML_ENTITY)
          .with(new ConcurrentMapTemplateCache())
          .prettyPrint(true);
  private final String brand;

  PageTemplates(String brand) {
    this.brand = brand;
  }

  String render(String template, String title, Map<String, Object> model) {
    Map<String, Object> all = new HashMap<>(model);
    all.put("brand", brand);
    all.put("title", title);
    Context context = Context.newBuilder(all).resolver(MapValueResolver.INSTANCE).build();
    try {
      return handlebars.compile(template).apply(context);
    } catch (IOException e) {
      throw new UncheckedIOException("the page " + template + " cannot be read", e);
    }
  }

  static String style() {
    try (InputStream in = PageTemplates.class.getResourceAsStream(FOLDER + "style.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the pages' style cannot be read", e);
    }
  }
}
