package com.ceap.local.dynamodb;

import com.ceap.storage.dynamodb.DynamoDbTables;
import com.ceap.storage.table.Attempt;
import com.ceap.storage.table.Consistency;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.Table;
import com.ceap.storage.table.TableDefinition;
import com.ceap.storage.table.Tables;
import com.ceap.storage.table.TransactOutcome;
import com.ceap.storage.table.TransactWrite;
import com.ceap.storage.table.WriteOutcome;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The platform's tables on a DynamoDB Local of its own, which ends with it. Its files last; as long
 * as one process has them open, no other can.
 */
public final class DynamoDbLocal implements Tables {
  private final DynamoDbLocalProcess process;
  private final DynamoDbClient client;
  private final Tables tables;

  private DynamoDbLocal(DynamoDbLocalProcess process, DynamoDbClient client, Tables tables) {
    this.process = process;
    this.client = client;
    this.tables = tables;
  }

  /**
   * Starts it, and creates the tables that are missing.
   *
   * @param libraries the folder of DynamoDB Local's jars
   * @param data the folder of its files, made where it does not exist
   * @param definitions the tables
   * @throws com.ceap.model.error.CeapException STORE_UNAVAILABLE where it does not start
   */
  public static DynamoDbLocal start(
      Path libraries, Path data, InstantSource clock, Collection<TableDefinition> definitions) {
    DynamoDbLocalProcess process = DynamoDbLocalProcess.start(libraries, data);
    try {
      DynamoDbClient client = client(process.port());
      Tables tables = DynamoDbTables.of(client, "ceap-", clock).createMissing(definitions);
      return new DynamoDbLocal(process, client, tables);
    } catch (RuntimeException e) {
      process.close();
      throw e;
    }
  }

  /** Any credentials do; the key's id names the database file unless it is shared. */
  private static DynamoDbClient client(int port) {
    return DynamoDbClient.builder()
        .endpointOverride(URI.create("http://127.0.0.1:" + port))
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  @Override
  public Table table(TableDefinition definition) {
    return tables.table(definition);
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
  public List<Attempt<WriteOutcome>> putEach(List<TransactWrite.Put> puts) {
    return tables.putEach(puts);
  }

  @Override
  public void close() {
    tables.close();
    client.close();
    process.close();
  }
}
