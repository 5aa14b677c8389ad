package com.ceap.lambdas.export;

import com.ceap.runtime.objects.ObjectStore;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Remembers which objects were opened. */
final class CountedObjects implements ObjectStore {
  private final ObjectStore objects;
  final List<String> opened = new ArrayList<>();

  CountedObjects(ObjectStore objects) {
    this.objects = objects;
  }

  @Override
  public void put(String key, Body body) {
    objects.put(key, body);
  }

  @Override
  public InputStream open(String key) {
    opened.add(key);
    return objects.open(key);
  }

  @Override
  public List<String> list(String prefix) {
    return objects.list(prefix);
  }

  @Override
  public Map<String, String> tags(String prefix) {
    return objects.tags(prefix);
  }

  @Override
  public void delete(String key) {
    objects.delete(key);
  }
}
