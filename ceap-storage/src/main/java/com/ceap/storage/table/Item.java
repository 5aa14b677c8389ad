package com.ceap.storage.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An immutable map of attribute name to {@link Value}. Small arrays, searched from the front: items
 * have a dozen or two attributes, and names are shared constants. Equality ignores order.
 */
public final class Item {

  public static final Item EMPTY = new Item(new String[0], new Value[0]);

  private final String[] names;
  private final Value[] values;

  private Item(String[] names, Value[] values) {
    this.names = names;
    this.values = values;
  }

  public static Builder builder() {
    return new Builder(16);
  }

  /** A builder of as many attributes as are known to come. */
  public static Builder builder(int attributes) {
    return new Builder(attributes);
  }

  public int size() {
    return names.length;
  }

  public boolean isEmpty() {
    return names.length == 0;
  }

  /** The name at a position from 0 to {@link #size()}, exclusive. */
  public String name(int position) {
    return names[position];
  }

  /** The value at a position from 0 to {@link #size()}, exclusive. */
  public Value value(int position) {
    return values[position];
  }

  public List<String> names() {
    return List.of(names);
  }

  public Optional<Value> find(String name) {
    int position = position(name);
    return position < 0 ? Optional.empty() : Optional.of(values[position]);
  }

  public boolean has(String name) {
    return position(name) >= 0;
  }

  /** The position of an attribute, or −1 where the item has none of that name. */
  public int position(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * The attribute as a text.
   *
   * @throws IllegalStateException where the attribute is absent or no text
   */
  public String text(String name) {
    if (require(name) instanceof Value.Text(String text)) {
      return text;
    }
    throw unexpected(name, "text");
  }

  /**
   * The attribute as a number.
   *
   * @throws IllegalStateException where the attribute is absent or no number
   */
  public Num number(String name) {
    if (require(name) instanceof Num number) {
      return number;
    }
    throw unexpected(name, "a number");
  }

  /**
   * The attribute as a flag.
   *
   * @throws IllegalStateException where the attribute is absent or no flag
   */
  public boolean flag(String name) {
    if (require(name) instanceof Value.Flag(boolean flag)) {
      return flag;
    }
    throw unexpected(name, "a flag");
  }

  /**
   * The attribute as a list.
   *
   * @throws IllegalStateException where the attribute is absent or no list
   */
  public List<Value> list(String name) {
    if (require(name) instanceof Value.ListOf(List<Value> values)) {
      return values;
    }
    throw unexpected(name, "a list");
  }

  /**
   * The attribute as a map.
   *
   * @throws IllegalStateException where the attribute is absent or no map
   */
  public Item map(String name) {
    if (require(name) instanceof Value.MapOf(Item item)) {
      return item;
    }
    throw unexpected(name, "a map");
  }

  public Optional<String> findText(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /** The same item with only the named attributes. */
  public Item only(Set<String> wanted) {
    Builder kept = builder();
    for (int i = 0; i < names.length; i++) {
      if (wanted.contains(names[i])) {
        kept.with(names[i], values[i]);
      }
    }
    return kept.build();
  }

  private Value require(String name) {
    int position = position(name);
    if (position < 0) {
      throw new IllegalStateException("item has no attribute '" + name + "', only " + names());
    }
    return values[position];
  }

  private IllegalStateException unexpected(String name, String wanted) {
    return new IllegalStateException(
        "attribute '"
            + name
            + "' should be "
            + wanted
            + " but is a "
            + require(name).getClass().getSimpleName());
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof Item that) || names.length != that.names.length) {
      return false;
    }
    for (int i = 0; i < names.length; i++) {
      int position = that.position(names[i]);
      if (position < 0 || !values[i].equals(that.values[position])) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (int i = 0; i < names.length; i++) {
      hash += names[i].hashCode() ^ values[i].hashCode();
    }
    return hash;
  }

  /** Names only: values may be personal. */
  @Override
  public String toString() {
    return "Item" + Arrays.toString(names);
  }

  /** Collects attributes; used once, by one thread. */
  public static final class Builder {
    private String[] names;
    private Value[] values;
    private int size;

    private Builder(int attributes) {
      names = new String[attributes];
      values = new Value[attributes];
    }

    /** Adds an attribute that is not there yet, without looking; for hot paths. */
    public Builder with(String name, Value value) {
      if (size == names.length) {
        names = Arrays.copyOf(names, size * 2 + 1);
        values = Arrays.copyOf(values, size * 2 + 1);
      }
      names[size] = name;
      values[size++] = value;
      return this;
    }

    public Builder with(String name, String value) {
      return with(name, Value.of(value));
    }

    public Builder with(String name, long value) {
      return with(name, Value.of(value));
    }

    public Builder with(String name, double value) {
      return with(name, Value.of(value));
    }

    public Builder with(String name, boolean value) {
      return with(name, Value.of(value));
    }

    public Builder withText(String name, Optional<String> value) {
      value.ifPresent(text -> with(name, text));
      return this;
    }

    /** Sets an attribute, in place of the one of the same name. */
    public Builder set(String name, Value value) {
      int position = position(name);
      if (position < 0) {
        return with(name, value);
      }
      values[position] = value;
      return this;
    }

    public Builder remove(String name) {
      int position = position(name);
      if (position >= 0) {
        size--;
        names[position] = names[size];
        values[position] = values[size];
      }
      return this;
    }

    public Builder withAll(Item item) {
      for (int i = 0; i < item.size(); i++) {
        with(item.name(i), item.value(i));
      }
      return this;
    }

    public Item build() {
      if (size == names.length) {
        return size == 0 ? EMPTY : new Item(names, values);
      }
      return size == 0 ? EMPTY : new Item(Arrays.copyOf(names, size), Arrays.copyOf(values, size));
    }

    public boolean has(String name) {
      return position(name) >= 0;
    }

    private int position(String name) {
      return Arrays.asList(names).subList(0, size).indexOf(name);
    }
  }
}
