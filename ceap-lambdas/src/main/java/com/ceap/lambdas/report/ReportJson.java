package com.ceap.lambdas.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A report for machines: the days as they are stored, their sum, and the findings. */
public final class ReportJson {
  private ReportJson() {}

  public static ObjectNode tree(ProgramReport report) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("programId", report.program().programId());
    json.put("from", report.from().toString()).put("to", report.to().toString());
    ArrayNode days = json.putArray("days");
    report.days().forEach(day -> days.add(MetricsJson.tree(day)));
    json.set("sum", MetricsJson.tree(report.sum()));
    ArrayNode findings = json.putArray("findings");
    for (Finding finding : report.findings()) {
      ObjectNode one = findings.addObject().put("sentence", finding.sentence());
      one.put("change", finding.change().orElse(null));
    }
    return json;
  }
}
