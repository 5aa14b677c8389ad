package com.ceap.lambdas.topology;

import com.ceap.storage.table.TableDefinition;
import java.util.List;

/** Something a function's role may do; whoever deploys turns it into actions on resources. */
public sealed interface Grant {

  /** Reads or writes tables. */
  record OnTables(TableAccess access, List<TableDefinition> tables) implements Grant {
    public OnTables {
      tables = List.copyOf(tables);
    }
  }

  /** Reads what the store says about itself, and writes it where it is new. */
  record StoreVersion() implements Grant {}

  /**
   * Reads objects of the data bucket.
   *
   * @param prefix such as {@code runs/}
   */
  record ReadObjects(String prefix) implements Grant {}

  /** Writes and deletes objects of the data bucket. */
  record WriteObjects(String prefix) implements Grant {}

  /** Runs queries in the environment's workgroup and reads the tables of the warehouse. */
  record QueryWarehouse() implements Grant {}

  /** Asks the endpoints of models. */
  record InvokeModels() implements Grant {}

  /** Takes messages from queues of a kind, and puts them back or among the dead letters. */
  record WorkOffQueues(QueueKind queues) implements Grant {}

  /** Puts messages into queues of a kind. */
  record SendTo(QueueKind queues) implements Grant {}

  /** Makes one-time schedules of touches in the environment's group. */
  record ScheduleTouches() implements Grant {}

  /** Hands e-mails, text messages and push messages to their providers. */
  record SendMessages() implements Grant {}

  /** Reads the keys that links and cursors are signed with. */
  record ReadSecrets() implements Grant {}

  static Grant reads(TableDefinition... tables) {
    return new OnTables(TableAccess.READ, List.of(tables));
  }

  static Grant writes(TableDefinition... tables) {
    return new OnTables(TableAccess.WRITE, List.of(tables));
  }

  static Grant samples(TableDefinition... tables) {
    return new OnTables(TableAccess.SAMPLE, List.of(tables));
  }

  static Grant streams(TableDefinition... tables) {
    return new OnTables(TableAccess.STREAM, List.of(tables));
  }
}
