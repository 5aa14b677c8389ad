package com.ceap.local.queue;

import com.ceap.storage.table.IndexDefinition;
import com.ceap.storage.table.KeyAttribute;
import com.ceap.storage.table.Projection;
import com.ceap.storage.table.TableDefinition;
import java.util.List;

/** The tables that stand in for SQS on one machine; on AWS there are none of them. */
public final class QueueTables {

  /** A queue's messages by the moment from which they may be received. */
  static final IndexDefinition BY_VISIBILITY =
      new IndexDefinition(
          "by-visibility",
          KeyAttribute.text("inQueue"),
          KeyAttribute.number("visibleAt"),
          new Projection.All());

  /** All dead letters by the moment of their death. */
  static final IndexDefinition BY_DEATH =
      new IndexDefinition(
          "by-death",
          KeyAttribute.text("shelf"),
          KeyAttribute.number("deadAt"),
          new Projection.All());

  static final TableDefinition MESSAGES =
      new TableDefinition("local-messages", "queue", "id", List.of(BY_VISIBILITY), "ttl", false);

  static final TableDefinition DEAD_LETTERS =
      new TableDefinition("local-dead-letters", "id", "", List.of(BY_DEATH), "ttl", false);

  static final TableDefinition COUNTERS =
      new TableDefinition("local-counters", "name", "", List.of(), "ttl", false);

  public static final List<TableDefinition> ALL = List.of(MESSAGES, DEAD_LETTERS, COUNTERS);

  private QueueTables() {}
}
