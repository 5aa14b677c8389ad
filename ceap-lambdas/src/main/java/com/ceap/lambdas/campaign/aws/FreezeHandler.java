package com.ceap.lambdas.campaign.aws;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.ceap.lambdas.campaign.CampaignFreeze;
import com.ceap.lambdas.campaign.CampaignPorts;
import com.ceap.lambdas.campaign.CampaignSending;
import com.ceap.lambdas.campaign.Part;
import com.ceap.lambdas.campaign.PartRef;
import com.ceap.lambdas.wiring.aws.FunctionPlace;
import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.Program;
import com.ceap.runtime.objects.ObjectStore;
import com.ceap.runtime.programs.PublishedPrograms;
import com.ceap.storage.Campaign;
import com.ceap.storage.Run;
import com.ceap.storage.Stores;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Freezes the campaigns of a run that has completed. Answers their parts, each with the moment from
 * which a map may send it; none of a run that did not complete. Thread-safe.
 */
public final class FreezeHandler implements RequestStreamHandler {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Stores stores;
  private final ObjectStore objects;
  private final PublishedPrograms programs;
  private final CampaignFreeze freeze;

  /** As the environment says. */
  public FreezeHandler() {
    this(FunctionPlace.fromEnvironment());
  }

  /** In a place of one's own. */
  public FreezeHandler(FunctionPlace place) {
    this(
        place.programs(),
        new CampaignPorts(
            place.stores(),
            place.objects(),
            id -> place.templates().get().require(id).version(),
            place.clock()));
  }

  /** Of what it works with. */
  public FreezeHandler(PublishedPrograms programs, CampaignPorts ports) {
    this.programs = programs;
    this.stores = ports.stores();
    this.objects = ports.objects();
    this.freeze = new CampaignFreeze(ports);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    JSON.writeValue(out, freeze(CompletedRun.of(JSON.readTree(in))));
  }

  private ObjectNode freeze(CompletedRun completed) {
    Run run =
        stores
            .runs()
            .find(completed.programId(), completed.businessDate(), completed.executionId())
            .orElseThrow(() -> unknown(completed));
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode parts = answer.putArray("parts");
    if (run.state() == Run.State.SUCCEEDED) {
      for (Campaign campaign : freeze.freezeAll(program(completed), run)) {
        for (Part part : CampaignSending.manifest(objects, campaign).parts()) {
          parts.add(
              new PartRef(campaign.key(), part.number())
                  .tree()
                  .put("sendAt", part.at().toString()));
        }
      }
    }
    return answer;
  }

  private Program program(CompletedRun completed) {
    return programs
        .find(completed.programId(), completed.programVersion())
        .orElseThrow(
            () ->
                new CeapException(
                    ErrorCode.PROGRAM_INVALID,
                    "run %s was made with version %s of program %s, which is not published"
                        .formatted(
                            completed.executionId(),
                            completed.programVersion(),
                            completed.programId())));
  }

  private static CeapException unknown(CompletedRun completed) {
    return new CeapException(
        ErrorCode.ARGUMENT_INVALID,
        "there is no run %s of program %s for %s"
            .formatted(completed.executionId(), completed.programId(), completed.businessDate()));
  }
}
