package com.ceap.runtime.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every store of objects keeps to. */
public abstract class ObjectStoreContract {
  /** An empty store. */
  protected abstract ObjectStore store();

  @Test
  void anObjectIsReadAsItWasWrittenLast() throws IOException {
    ObjectStore store = store();
    write(store, "runs/recs/chunk=1/ä b.json", "first");
    write(store, "runs/recs/chunk=1/ä b.json", "second");

    assertThat(read(store, "runs/recs/chunk=1/ä b.json")).isEqualTo("second");
  }

  @Test
  void aLargeObjectKeepsEveryByte() throws IOException {
    ObjectStore store = store();
    byte[] bytes = new byte[6 << 20];
    new Random(7).nextBytes(bytes);
    store.put("large", out -> out.write(bytes));

    try (InputStream in = store.open("large")) {
      assertThat(in.readAllBytes()).isEqualTo(bytes);
    }
  }

  @Test
  void aBodyThatFailsLeavesWhatWasThere() throws IOException {
    ObjectStore store = store();
    write(store, "kept", "whole");
    for (String key : List.of("kept", "new")) {
      assertThatThrownBy(
              () ->
                  store.put(
                      key,
                      out -> {
                        out.write(1);
                        throw new IOException("no more rows");
                      }))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage("cannot write " + key)
          .hasRootCauseMessage("no more rows");
    }

    assertThat(read(store, "kept")).isEqualTo("whole");
    assertThat(store.list("")).containsExactly("kept");
  }

  @Test
  void keysAreListedByWhatTheyBeginWithInTheirOrder() {
    ObjectStore store = store();
    List.of("runs/b/2", "runs/b/10", "runs/a", "run", "runs/b2/1", "programs/x")
        .forEach(key -> write(store, key, key));

    assertThat(store.list("runs/")).containsExactly("runs/a", "runs/b/10", "runs/b/2", "runs/b2/1");
    assertThat(store.list("runs/b")).containsExactly("runs/b/10", "runs/b/2", "runs/b2/1");
    assertThat(store.list("none/")).isEmpty();
  }

  @Test
  void aTagChangesWithItsObjectAndNoOther() {
    ObjectStore store = store();
    write(store, "programs/a/pointer", "v1");
    write(store, "programs/b/pointer", "v1");
    Map<String, String> before = store.tags("programs/");
    write(store, "programs/a/pointer", "v2");

    Map<String, String> after = store.tags("programs/");

    assertThat(after.keySet()).containsExactly("programs/a/pointer", "programs/b/pointer");
    assertThat(after.get("programs/a/pointer")).isNotEqualTo(before.get("programs/a/pointer"));
    assertThat(after.get("programs/b/pointer")).isEqualTo(before.get("programs/b/pointer"));
  }

  @Test
  void anObjectThatIsDeletedIsGoneAndDeletingItAgainChangesNothing() {
    ObjectStore store = store();
    write(store, "a", "1");
    store.delete("a");
    store.delete("a");

    assertThat(store.list("")).isEmpty();
    assertThatThrownBy(() -> store.open("a")).isInstanceOf(UncheckedIOException.class);
  }

  protected static void write(ObjectStore store, String key, String text) {
    store.put(key, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String read(ObjectStore store, String key) throws IOException {
    try (InputStream in = store.open(key)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
