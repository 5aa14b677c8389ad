package com.ceap.docs;

import com.ceap.model.program.ConfigKey;
import com.ceap.model.program.ExtensionFactory;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.Extensions;
import com.ceap.model.program.ProgramKeys;
import java.util.List;
import java.util.Map;

/** The reference of every key of a program, from the records that the loader reads. */
final class ProgramsPage {
  private final StringBuilder out = new StringBuilder();
  private final Extensions extensions = ShippedExtensions.load();
  private final Map<String, List<ConfigKey>> items = ProgramKeys.items();

  private ProgramsPage() {}

  static String text() {
    ProgramsPage page = new ProgramsPage();
    page.intro();
    page.section("## The program", "", ProgramKeys.program());
    page.connectors();
    page.events();
    page.models();
    page.features();
    page.filters();
    page.channels();
    page.overrides();
    return page.out.toString().strip() + "\n";
  }

  private void intro() {
    out.append(
        """
        # Keys of a program

        A program is one YAML file under [`programs/`](../../programs). `./ceap validate` names every problem of a file at
        once, with its line and what would be right; a key that is not listed here is a problem. This page is written from
        the records that the loader reads, and a test keeps the two the same.

        A key without a default that is not required may be left out.

        """);
  }

  private void connectors() {
    section("## dataConnectors", "Where a batch run reads its rows.", items.get("dataConnectors"));
    types("type", "config", extensions.connectors());
  }

  private void events() {
    section("## eventSources", "Which events start a decision.", items.get("eventSources"));
    section("### type eventbridge", "Keys of `config`:", ProgramKeys.eventBridge());
  }

  private void models() {
    section(
        "## scoringModels",
        "Each model scores from 0 to 1; a candidate's score is their mean.",
        items.get("scoringModels"));
    types("scheme", "config", extensions.scoringProviders());
  }

  private void features() {
    section(
        "## features",
        "Where a feature comes from, by its name; only for features that are neither a column of the"
            + " connector's answer nor well known.",
        items.get("features"));
    out.append("### Well-known features\n\n| feature | comes from |\n|---|---|\n");
    ProgramKeys.features()
        .forEach((name, source) -> out.append("| `%s` | %s |\n".formatted(name, source)));
    out.append('\n');
  }

  private void filters() {
    section(
        "## filterChain",
        "Filters run by ascending order; each sees what the one before let through.",
        items.get("filterChain"));
    types("type", "parameters", extensions.filters());
  }

  private void channels() {
    section("## channels", "The ways to the customer.", items.get("channels"));
    types("type", "config", extensions.channels());
  }

  private void overrides() {
    out.append(
        """
        ## marketplaceOverrides

        By marketplace, whatever differs there. Blocks are merged key by key; items of a list that have an id are merged
        with the item of the same id; other lists replace. What is about the program as a whole may not differ:
        `programId`, `marketplaces`, `dataConnectors`, `eventSources`, `batchSchedule`.
        """);
  }

  private void types(
      String what, String key, ExtensionRegistry<? extends ExtensionFactory<?>> all) {
    for (String type : all.types()) {
      List<ConfigKey> keys = all.find(type).orElseThrow().shape().keys();
      if (keys.isEmpty()) {
        out.append("### %s %s\n\nNothing to configure.\n\n".formatted(what, type));
      } else {
        section("### " + what + " " + type, "Keys of `" + key + "`:", keys);
      }
    }
  }

  private void section(String title, String sentence, List<ConfigKey> keys) {
    out.append(title).append("\n\n");
    if (!sentence.isEmpty()) {
      out.append(sentence).append("\n\n");
    }
    out.append(KeyTable.of(keys)).append('\n');
  }
}
