package com.ceap.storage.dynamodb;

import com.ceap.storage.table.Item;
import com.ceap.storage.table.Num;
import com.ceap.storage.table.Value;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items in the SDK's terms and back. */
final class AttributeValues {

  private AttributeValues() {}

  static Map<String, AttributeValue> of(Item item) {
    Map<String, AttributeValue> map = HashMap.newHashMap(item.size());
    for (int i = 0; i < item.size(); i++) {
      map.put(item.name(i), of(item.value(i)));
    }
    return map;
  }

  static AttributeValue of(Value value) {
    return switch (value) {
      case Value.Text(String text) -> AttributeValue.fromS(text);
      case Num.Whole(long number) -> AttributeValue.fromN(Long.toString(number));
      case Num number -> AttributeValue.fromN(number.toBigDecimal().toString());
      case Value.Flag(boolean flag) -> AttributeValue.fromBool(flag);
      case Value.Bytes(byte[] bytes) -> AttributeValue.fromB(SdkBytes.fromByteArray(bytes));
      case Value.ListOf(List<Value> values) ->
          AttributeValue.fromL(values.stream().map(AttributeValues::of).toList());
      case Value.MapOf(Item item) -> AttributeValue.fromM(of(item));
    };
  }

  static Item item(Map<String, AttributeValue> attributes) {
    Item.Builder item = Item.builder();
    attributes.forEach((name, value) -> item.with(name, value(value)));
    return item.build();
  }

  private static Value value(AttributeValue value) {
    return switch (value.type()) {
      case S -> Value.of(value.s());
      case N -> Num.of(new BigDecimal(value.n()));
      case BOOL -> Value.of(value.bool());
      case B -> new Value.Bytes(value.b().asByteArray());
      case L -> new Value.ListOf(value.l().stream().map(AttributeValues::value).toList());
      case M -> new Value.MapOf(item(value.m()));
      case SS, NS, BS, NUL, UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException(
              "CEAP writes no DynamoDB values of type " + value.type() + "; who wrote this item?");
    };
  }
}
