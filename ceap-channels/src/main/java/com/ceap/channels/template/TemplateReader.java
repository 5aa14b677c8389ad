package com.ceap.channels.template;

import com.ceap.channels.template.MessageTemplate.Layout;
import com.ceap.channels.text.Placeholder;
import com.ceap.channels.text.Placeholder.Scope;
import com.ceap.channels.text.PlaceholderText;
import com.ceap.channels.text.Values;
import com.ceap.model.program.Problem;
import com.ceap.model.yaml.YamlValue;
import com.github.jknack.handlebars.HandlebarsException;
import com.github.jknack.handlebars.Template;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes a template of its files and notes all that is wrong with them. Not thread-safe. */
final class TemplateReader {
  private static final Pattern PREFIX = Pattern.compile("[A-Z][A-Z0-9]{0,11}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
  private static final Pattern TEXT = Pattern.compile("(?s).*\\S.*");
  private static final Values NOTHING_KNOWN = new Values(Map.of(Placeholder.BRAND_NAME, "x"));

  private final TemplateFiles files;
  private final Parts parts;
  private final Findings findings = new Findings();
  private final TagChecker tags;
  private final Engine html;
  private final Engine text;

  TemplateReader(TemplateFiles files, Parts parts) {
    this.files = files;
    this.parts = parts;
    this.tags = new TagChecker(parts, findings);
    this.html = Engine.html(parts);
    this.text = Engine.text(parts);
    files.unreadable().forEach(findings::add);
    parts.unreadable().forEach(findings::add);
  }

  /** The template; empty where {@link #problems()} names any. */
  Optional<MessageTemplate> read() {
    Optional<TemplateSettings> settings = file("template.yaml").flatMap(this::settings);
    if (settings.isEmpty()) {
      return Optional.empty();
    }
    List<Texts> texts =
        settings.get().languages().stream().flatMap(l -> texts(l).stream()).toList();
    Map<String, Template> htmls = layouts("email.html.hbs", "html", html, texts);
    Map<String, Template> plains = layouts("email.txt.hbs", "txt", text, texts);
    texts.forEach(this::requireUse);
    if (!findings.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Layout> layouts = new HashMap<>();
    texts.forEach(
        each ->
            layouts.put(
                each.language(),
                new Layout(each, htmls.get(each.language()), plains.get(each.language()))));
    return Optional.of(
        new MessageTemplate(
            files.templateId(), TemplateVersion.of(files, parts), settings.get(), layouts));
  }

  List<Problem> problems() {
    return findings.all();
  }

  private Optional<SourceFile> file(String name) {
    Optional<SourceFile> file = files.find(name);
    if (file.isEmpty()) {
      findings.add(files.name(name), 0, "", "missing", "every template has one");
    }
    return file;
  }

  private Optional<TemplateSettings> settings(SourceFile file) {
    return YamlFile.read(file, findings).flatMap(TemplateReader::settings);
  }

  private static Optional<TemplateSettings> settings(YamlFile yaml) {
    yaml.requireKeys(Set.of("codePrefix", "languages"));
    Optional<String> prefix =
        yaml.text("codePrefix", PREFIX, "write 1 to 12 capital letters and digits such as CART");
    List<String> languages =
        yaml.texts("languages", LANGUAGE, "list them such as [en, de]; the first stands in");
    return prefix
        .filter(_ -> !languages.isEmpty())
        .map(given -> new TemplateSettings(given, languages));
  }

  private Optional<Texts> texts(String language) {
    return file("texts/" + language + ".yaml")
        .flatMap(file -> YamlFile.read(file, findings))
        .map(yaml -> texts(language, yaml));
  }

  private Texts texts(String language, YamlFile yaml) {
    Map<String, PlaceholderText> byKey = new LinkedHashMap<>();
    for (YamlValue.Entry entry : yaml.root().entries()) {
      yaml.text(entry.value(), TEXT, "write a text")
          .flatMap(given -> parsed(given, entry, yaml))
          .ifPresent(parsed -> byKey.put(entry.key(), parsed));
    }
    if (yaml.root().find(Texts.SUBJECT).isEmpty()) {
      yaml.add(yaml.root().place(), "has no text 'subject'", "every message needs one");
    }
    return new Texts(language, yaml.name(), byKey);
  }

  private static Optional<PlaceholderText> parsed(
      String text, YamlValue.Entry entry, YamlFile yaml) {
    try {
      boolean subject = entry.key().equals(Texts.SUBJECT);
      Set<Scope> scopes = subject ? EnumSet.of(Scope.ANYWHERE) : EnumSet.allOf(Scope.class);
      PlaceholderText parsed = PlaceholderText.parse(text, scopes);
      if (subject && parsed.fill(NOTHING_KNOWN).isBlank()) {
        yaml.add(
            entry.place(),
            "says nothing where there is no offer and no product",
            "add a sentence without placeholders");
      }
      return Optional.of(parsed);
    } catch (IllegalArgumentException e) {
      yaml.add(entry.place(), e.getMessage(), "");
      return Optional.empty();
    }
  }

  /** A file by language: its variant where there is one. */
  private Map<String, Template> layouts(
      String name, String kind, Engine engine, List<Texts> languages) {
    Map<SourceFile, List<Texts>> users =
        languages.stream()
            .filter(texts -> variant(texts.language(), name).isPresent())
            .collect(
                Collectors.groupingBy(
                    texts -> variant(texts.language(), name).orElseThrow(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    if (users.isEmpty()) {
      file(name);
    }
    Map<String, Template> layouts = new HashMap<>();
    users.forEach(
        (file, texts) -> {
          tags.check(file, kind, texts);
          compiled(file, engine)
              .ifPresent(template -> texts.forEach(t -> layouts.put(t.language(), template)));
        });
    return layouts;
  }

  private Optional<SourceFile> variant(String language, String name) {
    return files.find(language + "/" + name).or(() -> files.find(name));
  }

  /** Rendered once, since parts are compiled when they are met first. */
  private Optional<Template> compiled(SourceFile file, Engine engine) {
    try {
      Template template = engine.compile(file);
      Engine.render(template, Map.of("products", List.of(Map.of())));
      return Optional.of(template);
    } catch (HandlebarsException e) {
      findings.add(
          e.getError() == null ? file.name() : e.getError().filename,
          e.getError() == null ? 0 : e.getError().line,
          "",
          "not understood: " + (e.getError() == null ? e.getMessage() : e.getError().reason),
          "");
      return Optional.empty();
    }
  }

  private void requireUse(Texts texts) {
    List<String> unused = new ArrayList<>(texts.byKey().keySet());
    unused.removeAll(tags.usedTexts());
    unused.remove(Texts.SUBJECT);
    unused.forEach(
        key -> findings.add(texts.file(), 0, key, "no file uses this text", "remove it or use it"));
  }
}
