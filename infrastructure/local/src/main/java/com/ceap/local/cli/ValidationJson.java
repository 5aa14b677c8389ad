package com.ceap.local.cli;

import com.ceap.model.program.LoadResult;
import com.ceap.model.program.Problem;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramFile;
import com.ceap.model.program.ProgramNotes;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What came of a validation, as JSON. */
final class ValidationJson {
  private ValidationJson() {}

  static ObjectNode of(List<ProgramFile> files, boolean valid) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("valid", valid);
    ArrayNode array = json.putArray("files");
    files.forEach(file -> add(file, array.addObject()));
    return json;
  }

  private static void add(ProgramFile file, ObjectNode json) {
    json.put("file", file.file().toString());
    json.put("valid", file.result() instanceof LoadResult.Loaded);
    ArrayNode problems = json.putArray("problems");
    ArrayNode notes = json.putArray("notes");
    switch (file.result()) {
      case LoadResult.Loaded(Program program) -> {
        json.put("programId", program.programId());
        json.put("version", program.version());
        json.put("enabled", program.enabled());
        ProgramNotes.of(program).forEach(notes::add);
      }
      case LoadResult.Invalid(List<Problem> found) ->
          found.forEach(problem -> add(problem, problems.addObject()));
    }
  }

  private static void add(Problem problem, ObjectNode json) {
    json.put("line", problem.line());
    json.put("key", problem.key());
    json.put("value", problem.value());
    json.put("wrong", problem.wrong());
    json.put("right", problem.right());
    json.put("text", problem.text());
  }
}
