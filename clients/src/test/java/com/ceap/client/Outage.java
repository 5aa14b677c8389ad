package com.ceap.client;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.table.Consistency;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Tables;
import com.ceap.storage.table.TransactOutcome;
import com.ceap.storage.table.TransactWrite;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A store that can be out of reach. */
final class Outage implements Tables {
  private final Tables store;
  private volatile boolean down;

  Outage(Tables store) {
    this.store = store;
  }

  void begin() {
    down = true;
  }

  void end() {
    down = false;
  }

  @Override
  public Table table(TableDefinition definition) {
    Table table = store.table(definition);
    return (Table)
        Proxy.newProxyInstance(
            Table.class.getClassLoader(),
            new Class<?>[] {Table.class},
            (_, method, arguments) -> call(table, method, arguments));
  }

  private Object call(Table table, Method method, Object[] arguments) throws Throwable {
    check();
    try {
      return method.invoke(table, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public Map<TableDefinition, Map<Key, Item>> batchGet(
      Map<TableDefinition, Set<Key>> keys, Consistency consistency) {
    check();
    return store.batchGet(keys, consistency);
  }

  @Override
  public TransactOutcome transact(List<TransactWrite> writes) {
    check();
    return store.transact(writes);
  }

  private void check() {
    if (down) {
      throw new CeapException(ErrorCode.STORE_UNAVAILABLE, "the store is out of reach");
    }
  }

  @Override
  public void close() {
    store.close();
  }
}
