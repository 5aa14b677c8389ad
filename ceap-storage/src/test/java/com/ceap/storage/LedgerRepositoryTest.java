package com.ceap.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.model.CustomerLedger.Send;
import com.ceap.model.LedgerEntry;
import com.ceap.storage.embedded.MemoryTables;
import com.ceap.storage.table.BatchWrite;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Consistency;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.MutableClock;
import com.ceap.storage.table.Page;
import com.ceap.storage.table.Query;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Tables;
import com.ceap.storage.table.TransactOutcome;
import com.ceap.storage.table.TransactWrite;
import com.ceap.storage.table.Update;
import com.ceap.storage.table.WriteOutcome;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LedgerRepositoryTest {

  private final MutableClock clock = new MutableClock();
  private final MemoryTables memory = new MemoryTables(clock);

  /** As the AWS client does when a connection breaks before the answer has come. */
  @Test
  void aWriteThatWasSentAgainBecauseItsAnswerGotLostIsKnownAsTheOwnOne() {
    LedgerRepository ledgers = Stores.on(new SendingTwice(memory), clock).ledgers();
    Instant now = clock.instant();
    LedgerEntry reserved =
        new LedgerEntry.Reserved(
            new Send("m1", now, "p", "email", "email", now.plusSeconds(60), false, 1));
    String first =
        ledgers.update(
            "C1",
            ledger ->
                ledger.send("m1").isPresent()
                    ? LedgerChange.none("another's")
                    : LedgerChange.of("mine", reserved));
    assertThat(first).isEqualTo("mine");
    assertThat(ledgers.find("C1").version()).isEqualTo(1);
  }

  private record SendingTwice(Tables tables) implements Tables {
    @Override
    public Table table(TableDefinition definition) {
      return new PuttingTwice(tables.table(definition));
    }

    @Override
    public Map<TableDefinition, Map<Key, Item>> batchGet(
        Map<TableDefinition, Set<Key>> keys, Consistency consistency) {
      return tables.batchGet(keys, consistency);
    }

    @Override
    public TransactOutcome transact(List<TransactWrite> writes) {
      return tables.transact(writes);
    }

    @Override
    public void close() {
      tables.close();
    }
  }

  private record PuttingTwice(Table table) implements Table {
    @Override
    public TableDefinition definition() {
      return table.definition();
    }

    @Override
    public Optional<Item> get(Key key) {
      return table.get(key);
    }

    @Override
    public Map<Key, Item> batchGet(Collection<Key> keys) {
      return table.batchGet(keys);
    }

    @Override
    public Page query(Query query) {
      return table.query(query);
    }

    @Override
    public WriteOutcome put(Item item, Condition condition) {
      WriteOutcome unheard = table.put(item, condition);
      assertThat(unheard.written()).isTrue();
      return table.put(item, condition);
    }

    @Override
    public WriteOutcome delete(Key key, Condition condition) {
      return table.delete(key, condition);
    }

    @Override
    public WriteOutcome update(Key key, Update update, Condition condition) {
      return table.update(key, update, condition);
    }

    @Override
    public void batchWrite(List<BatchWrite> writes) {
      table.batchWrite(writes);
    }
  }
}
