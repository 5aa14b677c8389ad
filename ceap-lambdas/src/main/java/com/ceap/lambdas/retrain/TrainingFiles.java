package com.ceap.lambdas.retrain;

import com.ceap.lambdas.export.ParquetEngine;
import com.ceap.model.Attributes;
import com.ceap.model.error.CeapException;
import com.ceap.runtime.objects.ObjectStore;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes rows as SageMaker takes them. To learn from: CSV without a header, the label first, then
 * the features' numbers ("XGBoost algorithm" in the SageMaker developer guide). To be asked about:
 * a request of the kind that endpoints get, with up to a hundred rows, on each line. There is
 * nothing else in either.
 */
record TrainingFiles(ObjectStore objects, HostedModel model) {
  static final String TRAINING = "train.csv";
  static final String HELD_OUT = "held-out.jsonl";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ROWS_OF_A_REQUEST = 100;

  void training(String key, LabelledMatrix rows) {
    objects.put(
        key,
        out -> {
          Writer csv = writer(out);
          for (LabelledRow row : rows.rows()) {
            csv.write(row.label() ? "1" : "0");
            for (double value : row.values()) {
              csv.write(',');
              csv.write(Double.toString(value));
            }
            csv.write('\n');
          }
          csv.flush();
        });
  }

  /**
   * Writes the rows that are held out.
   *
   * @param from how many usable rows come before
   */
  void heldOut(String key, ParquetEngine decisions, int from) {
    objects.put(
        key,
        out -> {
          Requests requests = new Requests(writer(out), from);
          ExportedDecisions.forEach(decisions, (features, _) -> requests.take(features));
          requests.end();
        });
  }

  private static Writer writer(OutputStream out) {
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  /** Gathers rows into requests. */
  private final class Requests {
    private final Writer lines;
    private final List<InputColumn> columns = model.columns();
    private int before;
    private ArrayNode instances = JSON.createArrayNode();

    Requests(Writer lines, int before) {
      this.lines = lines;
      this.before = before;
    }

    void take(Attributes features) {
      if (!usable(features)) {
        return;
      }
      if (before > 0) {
        before--;
        return;
      }
      ObjectNode instance = instances.addObject();
      for (String feature : model.features()) {
        instance.set(feature, JSON.valueToTree(features.find(feature).orElseThrow()));
      }
      if (instances.size() == ROWS_OF_A_REQUEST) {
        writeLine();
      }
    }

    private boolean usable(Attributes features) {
      try {
        return ExportedDecisions.encoded(columns, features).length == columns.size();
      } catch (CeapException e) {
        // Counted where the rows were read first.
        return false;
      }
    }

    void end() throws IOException {
      if (!instances.isEmpty()) {
        writeLine();
      }
      lines.flush();
    }

    private void writeLine() {
      try {
        ObjectNode request = JSON.createObjectNode();
        request.set("instances", instances);
        lines.write(JSON.writeValueAsString(request));
        lines.write('\n');
        instances = JSON.createArrayNode();
      } catch (IOException e) {
        throw new UncheckedIOException("cannot write the held-out rows", e);
      }
    }
  }
}
