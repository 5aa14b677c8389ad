package com.ceap.serving.api;

import com.ceap.model.Identifiers;
import com.ceap.serving.ProgramPage;
import com.ceap.serving.http.Parameters;
import com.ceap.storage.Cursor;
import com.ceap.storage.table.IndexDefinition;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** How a query over an index goes on from page to page. */
final class Paging {
  private final SealedCursor cursors;
  private final Parameters query;
  private final List<String> marketplaces;
  private final IndexDefinition index;
  private final String name;

  /**
   * The paging of one query.
   *
   * @param particular what tells this query from others of the index: a cursor of one opens for no
   *     other
   */
  Paging(
      SealedCursor cursors,
      Parameters query,
      List<String> marketplaces,
      IndexDefinition index,
      String... particular) {
    this.cursors = cursors;
    this.query = query;
    this.marketplaces = List.copyOf(marketplaces);
    this.index = index;
    this.name =
        Identifiers.hash(
            index.name(),
            Identifiers.hash(particular),
            Identifiers.hash(marketplaces.toArray(String[]::new)));
  }

  List<String> marketplaces() {
    return marketplaces;
  }

  /** How many candidates a page has. */
  int limit() {
    return query.get(Inputs.PAGE_LIMIT);
  }

  boolean includeScores() {
    return query.get(Inputs.INCLUDE_SCORES);
  }

  /** Where the page begins. */
  Cursor cursor() {
    return query
        .find(Inputs.CURSOR)
        .map(token -> cursors.open(token, index, name))
        .orElse(Cursor.START);
  }

  /** Writes where the next page begins, where there is one. */
  void next(ProgramPage page, JsonGenerator out) throws IOException {
    if (!page.next().ended() && !marketplaces.isEmpty()) {
      out.writeStringField("nextCursor", cursors.seal(page.next(), index, name));
    }
  }
}
