package com.ceap.channels.template;

import com.github.jknack.handlebars.Context;
import com.github.jknack.handlebars.EscapingStrategy;
import com.github.jknack.handlebars.Handlebars;
import com.github.jknack.handlebars.Template;
import com.github.jknack.handlebars.cache.ConcurrentMapTemplateCache;
import com.github.jknack.handlebars.context.MapValueResolver;
import com.github.jknack.handlebars.io.AbstractTemplateLoader;
import com.github.jknack.handlebars.io.StringTemplateSource;
import com.github.jknack.handlebars.io.TemplateSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Handlebars for one kind of file: what it escapes, and the parts it knows. Thread-safe. */
final class Engine {
  private final Handlebars handlebars;

  private Engine(EscapingStrategy escaping, String kind, Parts parts) {
    this.handlebars =
        new Handlebars(new PartLoader(kind, parts))
            .with(escaping)
            .with(new ConcurrentMapTemplateCache())
            .prettyPrint(true);
  }

  /** Escapes every value for HTML text and quoted attributes. */
  static Engine html(Parts parts) {
    return new Engine(EscapingStrategy.HTML_ENTITY, "html", parts);
  }

  /** Writes values as they are. */
  static Engine text(Parts parts) {
    return new Engine(EscapingStrategy.NOOP, "txt", parts);
  }

  /**
   * Compiles a file.
   *
   * @throws com.github.jknack.handlebars.HandlebarsException where it is not understood
   */
  Template compile(SourceFile file) {
    try {
      return handlebars.compile(new StringTemplateSource(file.name(), file.text()));
    } catch (IOException e) {
      throw new UncheckedIOException("templates are compiled from memory", e);
    }
  }

  /** Renders; values are looked up in maps only, so that no template calls code. */
  static String render(Template template, Map<String, Object> model) {
    Context context = Context.newBuilder(model).resolver(MapValueResolver.INSTANCE).build();
    try {
      return template.apply(context);
    } catch (IOException e) {
      throw new UncheckedIOException("templates are rendered to memory", e);
    }
  }

  /** Hands out the parts that were read with the templates. */
  private static final class PartLoader extends AbstractTemplateLoader {
    private final String kind;
    private final Parts parts;

    private PartLoader(String kind, Parts parts) {
      this.kind = kind;
      this.parts = parts;
    }

    @Override
    public TemplateSource sourceAt(String location) {
      // One that is missing is a problem that the checks of the tags have noted.
      SourceFile part = parts.find(location, kind).orElse(new SourceFile(location, ""));
      return new StringTemplateSource(part.name(), part.text());
    }
  }
}
