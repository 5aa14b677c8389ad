package com.ceap.lambdas.retrain;

import com.ceap.runtime.objects.ObjectStore;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What was prepared for one training, as later steps need it.
 *
 * @param labels of the held-out rows, in their order
 * @param dataSha256 of all rows
 */
record PreparedSet(int trainingRows, int unusableRows, List<Boolean> labels, String dataSha256) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FILE = "set.json";

  PreparedSet {
    labels = List.copyOf(labels);
  }

  static PreparedSet of(TrainingSet data) {
    return new PreparedSet(
        data.training().rows().size(),
        data.unusable(),
        data.heldOut().rows().stream().map(LabelledRow::label).toList(),
        data.rows().sha256());
  }

  boolean[] heldOut() {
    boolean[] all = new boolean[labels.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = labels.get(i);
    }
    return all;
  }

  int buyers() {
    return (int) labels.stream().filter(label -> label).count();
  }

  void write(ObjectStore objects, String folder) {
    objects.put(folder + FILE, out -> out.write(JSON.writeValueAsBytes(this)));
  }

  static boolean isIn(ObjectStore objects, String folder) {
    return objects.list(folder + FILE).contains(folder + FILE);
  }

  static PreparedSet read(ObjectStore objects, String folder) {
    try (InputStream in = objects.open(folder + FILE)) {
      return JSON.readValue(in, PreparedSet.class);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder + FILE, e);
    }
  }
}
