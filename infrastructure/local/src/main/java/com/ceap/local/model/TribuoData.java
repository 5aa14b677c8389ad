package com.ceap.local.model;

import com.ceap.lambdas.retrain.LabelledMatrix;
import com.ceap.lambdas.retrain.LabelledRow;
import java.util.List;
import org.tribuo.Example;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Rows in Tribuo's form. */
final class TribuoData {
  static final Label BOUGHT = new Label("bought");
  static final Label NOT_BOUGHT = new Label("not_bought");

  private TribuoData() {}

  static MutableDataset<Label> dataset(LabelledMatrix matrix, String description) {
    LabelFactory labels = new LabelFactory();
    MutableDataset<Label> dataset =
        new MutableDataset<>(new SimpleDataSourceProvenance(description, labels), labels);
    for (LabelledRow row : matrix.rows()) {
      dataset.add(example(matrix.columns(), row));
    }
    return dataset;
  }

  static Example<Label> example(List<String> columns, LabelledRow row) {
    return new ArrayExample<>(
        row.label() ? BOUGHT : NOT_BOUGHT, columns.toArray(String[]::new), row.values());
  }
}
