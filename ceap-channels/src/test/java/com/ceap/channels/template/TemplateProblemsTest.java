package com.ceap.channels.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateProblemsTest {
  @TempDir Path root;
  private TemplateFolder folder;

  @BeforeEach
  void create() {
    folder = new TemplateFolder(root).right();
  }

  /** Each row: an HTML file, and every problem it has, with two slashes between. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {{texts.intro}} {{custmerName}} | t/email.html.hbs:1: no message has 'custmerName'; did you mean 'customerName'?
          {{texts.intrro}} {{texts.intro}} | t/email.html.hbs:1: t/texts/en.yaml has no text 'intrro'; did you mean 'intro'? // t/email.html.hbs:1: t/texts/de.yaml has no text 'intrro'; did you mean 'intro'?
          {{texts.intro}}{{productPrice}} | t/email.html.hbs:1: 'productPrice' has a value in products only; put it into {{#each products}}
          {{texts.intro}}{{#each products}}{{productPrice}}{{/each}} |
          {{texts.intro}}{{#each items}}{{/each}} | t/email.html.hbs:1: there is no list 'items'; write {{#each products}}
          {{texts.intro}}{{#with products}}{{/with}} | t/email.html.hbs:1: {{#with}} is not known; known are if, unless, each
          {{texts.intro}}{{#if lnk}}{{else if prodctName}}{{/if}} | t/email.html.hbs:1: no message has 'lnk'; did you mean 'link'? // t/email.html.hbs:1: no message has 'prodctName'; did you mean 'productName'?
          {{{texts.intro}}}{{texts.intro}} | t/email.html.hbs:1: not understood; write {{name}}, which is escaped
          {{&texts.intro}}{{texts.intro}} | t/email.html.hbs:1: not understood; write {{name}}, which is escaped
          {{lookup texts 'intro'}}{{texts.intro}} | t/email.html.hbs:1: not understood; known are {{name}}, {{#if}}, {{#unless}}, {{#each products}}, {{> part}}
          {{> foot}}{{texts.intro}} | t/email.html.hbs:1: there is no part 'foot.html'; none is known
          <a href="{{customerName}}">{{texts.intro}}</a> | t/email.html.hbs:1: {{customerName}} is no address; in 'href' write a link, all of it
          <a href="{{link}}">{{texts.intro}}</a> |
          <img src='{{productName}}'>{{texts.intro}} | t/email.html.hbs:1: {{productName}} is no address; in 'src' write a link, all of it
          <p title="{{customerName}}" lang='{{language}}'>{{texts.intro}}</p> |
          <p title={{customerName}}>{{texts.intro}}</p> | t/email.html.hbs:1: {{customerName}} stands in a tag outside quotes; move it to text or a quoted attribute
          <p {{customerName}}>{{texts.intro}}</p> | t/email.html.hbs:1: {{customerName}} stands in a tag outside quotes; move it to text or a quoted attribute
          <p style="color:{{language}}">{{texts.intro}}</p> | t/email.html.hbs:1: {{language}} stands in 'style'; move it elsewhere
          <p onclick="{{language}}">{{texts.intro}}</p> | t/email.html.hbs:1: {{language}} stands in 'onclick'; move it elsewhere
          <style>{{language}}</style>{{texts.intro}} | t/email.html.hbs:1: {{language}} stands in <style>; move it to text or a quoted attribute
          <script>{{language}}</script>{{texts.intro}} | t/email.html.hbs:1: {{language}} stands in <script>; move it to text or a quoted attribute
          <!-- {{language}} -->{{texts.intro}} | t/email.html.hbs:1: {{language}} stands in a comment; move it to text or a quoted attribute
          <title>{{subject}}</title>{{texts.intro}} |
          <style>a { }</style><p>a < b {{texts.intro}}</p><!-- x > y --> |
          {{!-- {{customerNme}} --}}{{! customerNme }}{{texts.intro}} |
          """)
  void everythingWrongWithAFileIsNamed(String html, String problems) {
    folder.file("t/email.html.hbs", html);
    assertThat(folder.problems())
        .isEqualTo(problems == null ? List.of() : List.of(problems.split(" // ", -1)));
  }

  @Test
  void whatTheEngineDoesNotUnderstandIsNamedWithItsLine() {
    folder.file("t/email.txt.hbs", "a\n{{texts.intro}}\n{{#if link}}\n{{/each}}\n");
    assertThat(folder.problems())
        .containsExactly("t/email.txt.hbs:4: not understood: found: 'each', expected: 'if'");
  }

  @Test
  void whatBeginsNoTagIsNamed() {
    folder.file("t/email.txt.hbs", "{{texts.intro}}\n{{link");
    assertThat(folder.problems()).contains("t/email.txt.hbs:2: '{{' begins no tag; write {{name}}");
  }

  @Test
  void mistakesInAPartAreNamedWhereTheyStand() {
    folder
        .file("parts/foot.html.hbs", "\n{{brandNme}}{{> foot}}")
        .file("t/email.html.hbs", "{{texts.intro}}{{> foot}}");
    assertThat(folder.problems())
        .contains(
            "parts/foot.html.hbs:2: no message has 'brandNme'; did you mean 'brandName'?",
            "parts/foot.html.hbs:2: the part 'foot' puts in itself; remove it");
  }

  @Test
  void aPartIsCheckedForThePlaceWhereItIsPutIn() {
    folder.file("parts/row.html.hbs", "{{productPrice}}");
    folder.file("t/email.html.hbs", "{{texts.intro}}{{#each products}}{{> row}}{{/each}}");
    assertThat(folder.problems()).isEmpty();
    folder.file("t/email.html.hbs", "{{texts.intro}}{{> row}}");
    assertThat(folder.problems())
        .containsExactly(
            "parts/row.html.hbs:1: 'productPrice' has a value in products only; put it into {{#each"
                + " products}}");
  }

  @Test
  void mistakesInTextsAreNamedWithTheirLine() {
    folder.file(
        "t/texts/de.yaml",
        "subject: \"{discountPercent} % Rabatt\"\nintro: \"Hallo {custmerName}\"\nrest: x\nlist: [a]\n");
    assertThat(folder.problems())
        .containsExactly(
            "t/texts/de.yaml:1: subject: says nothing where there is no offer and no product; add a"
                + " sentence without placeholders",
            "t/texts/de.yaml:2: intro: names the unknown placeholder {custmerName}; did you mean"
                + " {customerName}?",
            "t/texts/de.yaml:4: list: not accepted, was a list of 1; write a text",
            "t/email.html.hbs:1: t/texts/de.yaml has no text 'intro'; known are rest, subject",
            "t/email.txt.hbs:1: t/texts/de.yaml has no text 'intro'; known are rest, subject",
            "t/texts/de.yaml: rest: no file uses this text; remove it or use it");
  }

  @Test
  void aTextOfAProductIsUsedInProductsOnly() {
    folder.file("t/texts/en.yaml", "subject: Hello.\nintro: \"{viewCount} times\"\n");
    assertThat(folder.problems())
        .first()
        .isEqualTo(
            "t/email.html.hbs:1: the text 'intro' names what has a value in products only; put it"
                + " into {{#each products}}");
  }

  @Test
  void mistakesInTheSettingsAreNamedAtOnce() {
    folder.file("t/template.yaml", "codePrefx: CART\nlanguages: [English, en]\n");
    assertThat(folder.problems())
        .containsExactly(
            "t/template.yaml:1: codePrefx: unknown key; did you mean 'codePrefix'?",
            "t/template.yaml:1: codePrefix: missing; write 1 to 12 capital letters and digits such"
                + " as CART",
            "t/template.yaml:2: languages[0]: not accepted, was 'English'; list them such as [en,"
                + " de]; the first stands in");
  }

  @Test
  void aFileThatIsNoYamlIsNamed() {
    folder.file("t/texts/de.yaml", "subject: [\n");
    assertThat(folder.problems()).first().asString().startsWith("t/texts/de.yaml:2: not YAML: ");
    folder.file("t/texts/de.yaml", "- a\n");
    assertThat(folder.problems())
        .first()
        .isEqualTo("t/texts/de.yaml:1: must be a block of keys; write each as 'key: value'");
  }

  @Test
  void filesThatAreMissingAreNamed() {
    new TemplateFolder(root.resolve("u"))
        .file("template.yaml", "codePrefix: U\nlanguages: [en]\n")
        .file("texts/en.yaml", "subject: Hello.\n");
    assertThat(folder.problems())
        .containsExactly(
            "u/email.html.hbs: missing; every template has one",
            "u/email.txt.hbs: missing; every template has one");
  }
}
