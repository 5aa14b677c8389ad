package com.ceap.local.cost;

import com.ceap.runtime.objects.ObjectStore;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Objects that count the requests S3 would charge: PUT and LIST at one price, GET at another. */
final class CountedObjects implements ObjectStore {
  private final ObjectStore objects;
  private final LongAdder puts = new LongAdder();
  private final LongAdder gets = new LongAdder();

  CountedObjects(ObjectStore objects) {
    this.objects = objects;
  }

  long puts() {
    return puts.sum();
  }

  long gets() {
    return gets.sum();
  }

  @Override
  public void put(String key, Body body) {
    puts.increment();
    objects.put(key, body);
  }

  @Override
  public InputStream open(String key) {
    gets.increment();
    return objects.open(key);
  }

  @Override
  public List<String> list(String prefix) {
    puts.increment();
    return objects.list(prefix);
  }

  @Override
  public Map<String, String> tags(String prefix) {
    puts.increment();
    return objects.tags(prefix);
  }

  @Override
  public void delete(String key) {
    objects.delete(key);
  }
}
