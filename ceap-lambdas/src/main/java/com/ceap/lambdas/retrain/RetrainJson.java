package com.ceap.lambdas.retrain;

import com.ceap.lambdas.retrain.RetrainRecord.Figures;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a retraining has decided, as JSON; the field names are part of the platform's interface. */
public final class RetrainJson {
  private RetrainJson() {}

  public static ObjectNode tree(RetrainRecord record) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("modelId", record.modelId());
    json.put("at", record.at());
    json.put("decision", record.decision().name());
    json.put("reason", record.reason());
    json.put("trainingRows", record.trainingRows());
    json.put("heldOutRows", record.heldOutRows());
    json.put("unusableRows", record.unusableRows());
    json.put("buyers", record.buyers());
    record.inPlace().ifPresent(figures -> json.set("inPlace", tree(figures)));
    record.trained().ifPresent(figures -> json.set("trained", tree(figures)));
    record.improvement().ifPresent(gain -> json.set("logLossGain", tree(gain)));
    json.put("dataSha256", record.dataSha256());
    return json;
  }

  private static ObjectNode tree(Figures figures) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("auc", figures.auc())
        .put("logLoss", figures.logLoss())
        .put("brier", figures.brier());
  }

  private static ObjectNode tree(Improvement gain) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("mean", gain.mean())
        .put("low95", gain.low())
        .put("high95", gain.high());
  }
}
