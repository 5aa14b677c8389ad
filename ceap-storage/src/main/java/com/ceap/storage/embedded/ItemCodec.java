package com.ceap.storage.embedded;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.storage.table.Item;
import com.ceap.storage.table.Num;
import com.ceap.storage.table.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The body of a row: a version byte, then for each attribute its name and its value, each value one
 * tag byte and its bytes; lengths and whole numbers are variable-length. Without a dictionary, so
 * that each row can be read by itself.
 */
final class ItemCodec {

  private static final byte VERSION = 1;

  private static final byte TEXT = 1;
  private static final byte WHOLE = 2;
  private static final byte REAL = 3;
  private static final byte EXACT = 4;
  private static final byte TRUE = 5;
  private static final byte FALSE = 6;
  private static final byte BYTES = 7;
  private static final byte LIST = 8;
  private static final byte MAP = 9;

  private ItemCodec() {}

  /** Writes the attributes whose position is marked. */
  static byte[] encode(Item item, boolean[] wanted, ByteSink sink) {
    sink.reset();
    sink.put(VERSION);
    for (int i = 0; i < item.size(); i++) {
      if (wanted[i]) {
        sink.putText(item.name(i));
        write(item.value(i), sink);
      }
    }
    return sink.toBytes();
  }

  /** Adds the attributes of a body to the item. */
  static void decode(byte[] body, Names names, Item.Builder item) {
    ByteSource in = new ByteSource(body, names);
    byte version = in.next();
    if (version != VERSION) {
      throw new CeapException(
          ErrorCode.STORE_INCOMPATIBLE,
          "a stored item has encoding " + version + ", this release reads encoding " + VERSION);
    }
    while (in.hasMore()) {
      item.with(in.name(), read(in));
    }
  }

  private static void write(Value value, ByteSink sink) {
    switch (value) {
      case Value.Text(String text) -> sink.put(TEXT).putText(text);
      case Num.Whole(long number) -> sink.put(WHOLE).putSigned(number);
      case Num.Real(double number) -> sink.put(REAL).putLong(Double.doubleToRawLongBits(number));
      case Num.Exact(BigDecimal number) -> sink.put(EXACT).putText(number.toString());
      case Value.Flag(boolean flag) -> sink.put(flag ? TRUE : FALSE);
      case Value.Bytes(byte[] bytes) -> sink.put(BYTES).putBytes(bytes);
      case Value.ListOf(List<Value> values) -> {
        sink.put(LIST).putUnsigned(values.size());
        values.forEach(entry -> write(entry, sink));
      }
      case Value.MapOf(Item item) -> {
        sink.put(MAP).putUnsigned(item.size());
        for (int i = 0; i < item.size(); i++) {
          sink.putText(item.name(i));
          write(item.value(i), sink);
        }
      }
    }
  }

  private static Value read(ByteSource in) {
    byte tag = in.next();
    return switch (tag) {
      case TEXT -> new Value.Text(in.text());
      case WHOLE -> new Num.Whole(in.signed());
      case REAL -> new Num.Real(Double.longBitsToDouble(in.fixed()));
      case EXACT -> new Num.Exact(new BigDecimal(in.text()));
      case TRUE -> new Value.Flag(true);
      case FALSE -> new Value.Flag(false);
      case BYTES -> new Value.Bytes(in.bytes());
      case LIST -> list(in);
      case MAP -> map(in);
      default ->
          throw new CeapException(
              ErrorCode.STORE_INCOMPATIBLE, "a stored value has the unknown type " + tag);
    };
  }

  private static Value list(ByteSource in) {
    int size = in.length();
    List<Value> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(read(in));
    }
    return new Value.ListOf(values);
  }

  private static Value map(ByteSource in) {
    int size = in.length();
    Item.Builder item = Item.builder(size);
    for (int i = 0; i < size; i++) {
      item.with(in.name(), read(in));
    }
    return new Value.MapOf(item.build());
  }
}
