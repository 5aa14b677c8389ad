package com.ceap.channels.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ceap.channels.ProjectFolder;
import com.ceap.channels.ShippedPrograms;
import com.ceap.channels.text.Placeholder;
import com.ceap.channels.text.Values;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.Program;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateLibraryTest {
  private static final Values ANNA =
      new Values(Map.of(Placeholder.CUSTOMER_NAME, "Anna <b>", Placeholder.LANGUAGE, "en"));

  @TempDir Path root;
  private TemplateFolder folder;

  @BeforeEach
  void create() {
    folder = new TemplateFolder(root);
  }

  @Test
  void theShippedTemplatesAreRight() {
    TemplateLibrary shipped =
        TemplateLibrary.read(ProjectFolder.find().resolve("programs/templates"));
    assertThat(shipped.problems()).isEmpty();
    for (String program : List.of("abandoned-cart-recovery", "product-recommendations")) {
      assertThat(shipped.check(ShippedPrograms.load(program))).isEmpty();
    }
    assertThat(shipped.require("cart-recovery-v3").languages())
        .containsExactly("en", "de", "fr", "ja");
  }

  @Test
  void aMessageIsRenderedInTheCustomersLanguageOrTheFirst() {
    MessageTemplate template = folder.right().read().require("t");
    assertThat(template.languageFor(Locale.forLanguageTag("de-AT"))).isEqualTo("de");
    assertThat(template.languageFor(Locale.JAPAN)).isEqualTo("en");
    RenderedTemplate german = template.render("de", ANNA, List.of(), Optional.empty());
    assertThat(german.subject()).isEqualTo("Hallo.");
    assertThat(german.html().strip()).isEqualTo("<p>Hallo Anna &lt;b&gt;</p>");
    assertThat(german.text().strip()).isEqualTo("Hallo Anna <b>");
  }

  @Test
  void aLanguageMayHaveAFileOfItsOwn() {
    folder.right().file("t/de/email.html.hbs", "<h1>{{texts.intro}}</h1>");
    MessageTemplate template = folder.read().require("t");
    assertThat(html(template, "de")).isEqualTo("<h1>Hallo Anna &lt;b&gt;</h1>");
    assertThat(html(template, "en")).isEqualTo("<p>Hi Anna &lt;b&gt;</p>");
  }

  @Test
  void templatesShareParts() {
    folder.right().file("parts/x.html.hbs", "<i>{{brandName}}</i>");
    folder.file("t/email.html.hbs", "{{> x}}{{texts.intro}}");
    Values values = ANNA.with(Map.of(Placeholder.BRAND_NAME, "A&B"));
    MessageTemplate template = folder.read().require("t");
    assertThat(template.render("en", values, List.of(), Optional.empty()).html())
        .isEqualTo("<i>A&amp;B</i>Hi Anna &lt;b&gt;");
  }

  @Test
  void aBrokenTemplateStopsNoOther() {
    folder.right().file("u/template.yaml", "codePrefix: U\nlanguages: [en]\n");
    TemplateLibrary library = folder.read();
    assertThat(library.require("t").codePrefix()).isEqualTo("T");
    assertThatThrownBy(() -> library.require("u"))
        .isInstanceOf(CeapException.class)
        .hasMessage(
            """
            %1$s/u/texts/en.yaml: missing; every template has one
            %1$s/u/email.html.hbs: missing; every template has one
            %1$s/u/email.txt.hbs: missing; every template has one"""
                .formatted(root));
  }

  @Test
  void aTemplateThatIsNoneIsNamedWithTheOnesThereAre() {
    TemplateLibrary library = folder.right().read();
    assertThatThrownBy(() -> library.require("cart"))
        .hasMessage(root + ": there is no template 'cart'; known are t")
        .extracting(e -> ((CeapException) e).code())
        .isEqualTo(ErrorCode.TEMPLATE_INVALID);
    TemplateLibrary none = TemplateLibrary.read(root.resolve("none"));
    assertThatThrownBy(() -> none.require("t"))
        .hasMessage(root + "/none: there is no template 't'; the folder holds none");
  }

  @Test
  void aProgramLearnsOfTheTemplatesOfAllItsMarketplaces() {
    Program program =
        ShippedPrograms.parse(
                """
                programId: p
                programName: P
                marketplaces: [US, DE]
                eventSources:
                  - {sourceId: s, type: eventbridge, config: {eventBusName: b, eventPattern: {source: [x]}}}
                channels:
                  - {channelId: mail, type: email, config: {templateId: t}}
                marketplaceOverrides:
                  DE: {channels: [{channelId: mail, config: {templateId: tt}}]}
                """)
            .orElseThrow();
    assertThat(folder.right().read().check(program))
        .extracting(problem -> problem.text())
        .containsExactly(root + ": p.channels.mail: there is no template 'tt'; known are t");
  }

  @Test
  void aFileThatIsNoTextIsAProblemOfItsTemplateAlone() throws IOException {
    folder.right();
    Files.createDirectories(root.resolve("u"));
    Files.write(root.resolve("u/template.yaml"), new byte[] {(byte) 0xFF, (byte) 0xFE});
    Files.write(root.resolve("t/.DS_Store"), new byte[] {(byte) 0xFF, (byte) 0xFE});
    TemplateLibrary library = folder.read();
    assertThat(library.require("t").codePrefix()).isEqualTo("T");
    assertThatThrownBy(() -> library.require("u"))
        .isInstanceOf(CeapException.class)
        .hasMessageStartingWith(root + "/u/template.yaml: cannot be read: ")
        .hasMessageContaining("; make it a readable file of UTF-8");
  }

  @Test
  void templatesMayLieInAnArchive() throws IOException {
    Path archive = root.resolve("app.jar");
    try (FileSystem jar = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
      new TemplateFolder(jar.getPath("/programs/templates")).right();
    }
    try (FileSystem jar = FileSystems.newFileSystem(archive)) {
      TemplateLibrary library = TemplateLibrary.read(jar.getPath("/programs/templates"));
      assertThat(library.problems()).isEmpty();
      assertThat(html(library.require("t"), "de")).isEqualTo("<p>Hallo Anna &lt;b&gt;</p>");
    }
  }

  @Test
  void oneTemplateServesManyAtOnce() throws Exception {
    MessageTemplate template =
        TemplateLibrary.read(ProjectFolder.find().resolve("programs/templates"))
            .require("cart-recovery-v3");
    String expected = html(template, "en");
    try (ExecutorService workers = Executors.newFixedThreadPool(8)) {
      List<Callable<String>> renderings = Collections.nCopies(400, () -> html(template, "en"));
      for (Future<String> rendering : workers.invokeAll(renderings)) {
        assertThat(rendering.get()).isEqualTo(expected);
      }
    }
  }

  private static String html(MessageTemplate template, String language) {
    return template.render(language, ANNA, List.of(), Optional.empty()).html().strip();
  }
}
