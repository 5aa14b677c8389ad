package com.ceap.local.run;

import com.ceap.lambdas.batch.RunRecords;
import com.ceap.lambdas.batch.RunTicket;
import com.ceap.lambdas.stage.RunKeys;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.runtime.objects.ObjectStore;
import java.util.List;

/** Finds runs by their execution alone. */
public final class RecordedRuns {
  private static final String PREFIX = "runs/";
  private static final String TICKET = "/run.json";

  private final ObjectStore objects;

  public RecordedRuns(ObjectStore objects) {
    this.objects = objects;
  }

  /**
   * The run of an execution.
   *
   * @throws CeapException ARGUMENT_INVALID where there is none, or where several programs have one
   */
  public RunTicket find(String executionId) {
    List<String> keys =
        objects.list(PREFIX).stream()
            .filter(key -> key.endsWith("/" + executionId + TICKET))
            .toList();
    if (keys.size() != 1) {
      throw new CeapException(ErrorCode.ARGUMENT_INVALID, notOne(executionId, keys));
    }
    String program =
        keys.getFirst().substring(PREFIX.length(), keys.getFirst().indexOf('/', PREFIX.length()));
    return new RunRecords(objects).ticket(new RunKeys(program, executionId));
  }

  private static String notOne(String executionId, List<String> keys) {
    return keys.isEmpty()
        ? "there is no run '%s'; ids are the names of the folders in runs/PROGRAM, and `ceap run` prints its own"
            .formatted(executionId)
        : "run '%s' is one of several programs: %s; run the programs anew"
            .formatted(executionId, keys);
  }
}
