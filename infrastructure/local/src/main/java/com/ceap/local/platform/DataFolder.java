package com.ceap.local.platform;

import java.nio.file.Path;

/** Where things are in the folder that keeps the platform's state. */
public record DataFolder(Path root) {
  public DataFolder {
    root = root.toAbsolutePath().normalize();
  }

  /** The SQLite file of the embedded store. */
  public Path database() {
    return root.resolve("store").resolve("ceap.db");
  }

  /** The files of DynamoDB Local. */
  public Path dynamoDb() {
    return root.resolve("dynamodb");
  }

  /** What the platform's clock shows. */
  public Path clock() {
    return root.resolve("clock.json");
  }

  /** Held by the process that works off the queues. */
  public Path engineLock() {
    return root.resolve("engine.lock");
  }

  /** The messages that went out, as their recipients would see them. */
  public Path outbox() {
    return root.resolve("outbox");
  }

  /** What signs the links of messages. */
  public Path linkKeys() {
    return root.resolve("link-keys");
  }

  /** What signs the tokens of {@code ./ceap token}. */
  public Path tokenKey() {
    return root.resolve("token-key");
  }

  /** What seals the cursors of the serving API. */
  public Path cursorKey() {
    return root.resolve("cursor-key");
  }

  public Path models() {
    return root.resolve("models");
  }

  /** Lists of rows that could not be imported. */
  public Path imports() {
    return root.resolve("imports");
  }

  /** For what is only needed while a command runs. */
  public Path scratch() {
    return root.resolve("scratch");
  }
}
