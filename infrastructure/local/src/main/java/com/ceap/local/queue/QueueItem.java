package com.ceap.local.queue;

import static com.ceap.local.queue.QueueTables.MESSAGES;

import com.ceap.lambdas.queue.QueueMessage;
import com.ceap.storage.table.Condition;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Key;
import com.ceap.storage.table.TransactWrite;
import com.ceap.storage.table.Update;
import com.ceap.storage.table.Value;
import java.time.Instant;
import java.util.UUID;

/**
 * A message as it is stored. {@code takes} counts every taking and never falls, so that whoever
 * took it too long ago finds that it is not his any more; {@code receives} leaves out those after
 * which it was only put off.
 */
final class QueueItem {
  private static final String RECEIVES = "receives";
  private static final String TAKES = "takes";
  private static final String TAKEN = "taken";
  private static final String VISIBLE_AT = "visibleAt";

  private QueueItem() {}

  /** The write that sends a message. */
  static TransactWrite sending(String queue, String body, Instant sentAt, Instant visibleAt) {
    Item item =
        Item.builder()
            .with("queue", queue)
            .with("id", UUID.randomUUID().toString())
            .with("inQueue", queue)
            .with(VISIBLE_AT, millis(visibleAt))
            .with("sentAt", sentAt.toEpochMilli())
            .with(RECEIVES, 0)
            .with(TAKES, 0)
            .with(TAKEN, false)
            .with("body", body)
            .build();
    return new TransactWrite.Put(MESSAGES, item, Condition.ALWAYS);
  }

  /** The message as it is stored once it is taken. */
  static TakenMessage taken(Item item, Instant visibleAt) {
    Item taken =
        Item.builder()
            .withAll(item)
            .set(RECEIVES, Value.of(receives(item) + 1L))
            .set(TAKES, Value.of(item.number(TAKES).toLong() + 1))
            .set(VISIBLE_AT, Value.of(millis(visibleAt)))
            .set(TAKEN, Value.of(true))
            .build();
    QueueMessage message =
        new QueueMessage(item.text("id"), item.text("body"), (int) receives(item) + 1);
    return new TakenMessage(item.text("queue"), message, taken);
  }

  static long receives(Item item) {
    return item.number(RECEIVES).toLong();
  }

  /** The write that takes a message, refused where somebody else has had it meanwhile. */
  static TransactWrite taking(Item before, TakenMessage taken) {
    return new TransactWrite.Put(MESSAGES, taken.item(), untouchedSince(before));
  }

  /** The write that ends a message, refused where it is not the taker's any more. */
  static TransactWrite ending(TakenMessage taken) {
    return new TransactWrite.Delete(MESSAGES, key(taken.item()), untouchedSince(taken.item()));
  }

  /** The write that puts a message off, refused where it is not the taker's any more. */
  static TransactWrite returning(TakenMessage taken, int receives, Instant visibleAt) {
    return new TransactWrite.Change(
        MESSAGES,
        key(taken.item()),
        Update.of(
            Update.put(RECEIVES, Value.of((long) receives)),
            Update.put(VISIBLE_AT, Value.of(millis(visibleAt))),
            Update.put(TAKEN, Value.of(false))),
        untouchedSince(taken.item()));
  }

  /** The write that gives a taken message back, refused where it was settled meanwhile. */
  static TransactWrite releasing(Item taken, Instant now) {
    return new TransactWrite.Change(
        MESSAGES,
        key(taken),
        Update.of(
            Update.put(VISIBLE_AT, Value.of(now.toEpochMilli())),
            Update.put(TAKEN, Value.of(false))),
        untouchedSince(taken));
  }

  static boolean isTaken(Item item) {
    return item.flag(TAKEN);
  }

  static Instant visibleAt(Item item) {
    return Instant.ofEpochMilli(item.number(VISIBLE_AT).toLong());
  }

  private static Key key(Item item) {
    return MESSAGES.key(item);
  }

  private static Condition untouchedSince(Item item) {
    return Condition.equal(TAKES, item.number(TAKES));
  }

  /** Rounded up: a message is never seen before its time. */
  private static long millis(Instant at) {
    long millis = at.toEpochMilli();
    return at.isAfter(Instant.ofEpochMilli(millis)) ? millis + 1 : millis;
  }
}
