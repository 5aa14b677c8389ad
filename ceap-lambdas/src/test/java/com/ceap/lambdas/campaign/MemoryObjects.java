package com.ceap.lambdas.campaign;

import com.ceap.runtime.objects.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Objects in memory. */
final class MemoryObjects implements ObjectStore {
  final Map<String, byte[]> contents = new ConcurrentSkipListMap<>();

  @Override
  public void put(String key, Body body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      body.writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    contents.put(key, out.toByteArray());
  }

  @Override
  public InputStream open(String key) {
    return new ByteArrayInputStream(Optional.ofNullable(contents.get(key)).orElseThrow());
  }

  @Override
  public List<String> list(String prefix) {
    return contents.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
  }

  @Override
  public Map<String, String> tags(String prefix) {
    return list(prefix).stream()
        .collect(Collectors.toMap(Function.identity(), key -> "" + contents.get(key).length));
  }

  @Override
  public void delete(String key) {
    contents.remove(key);
  }
}
