package com.ceap.local.workflow;

import com.ceap.architecture.ProjectRoot;
import com.ceap.lambdas.campaign.CampaignPorts;
import com.ceap.lambdas.campaign.CampaignSending;
import com.ceap.lambdas.campaign.aws.FreezeHandler;
import com.ceap.lambdas.campaign.aws.SendPartHandler;
import com.ceap.lambdas.topology.Machine;
import com.ceap.local.campaign.MorningShop;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.platform.StoreKind;
import com.ceap.local.reactive.LocalMessages;
import com.ceap.local.reactive.LocalReactive;
import com.ceap.local.reactive.StageWiring;
import com.ceap.storage.Campaign;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** The handlers of campaigns on a morning's store, behind a bridge. */
final class CampaignOffice implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  final MailCart mail = new MailCart();
  final FailingParts parts;
  final FunctionBridge bridge;

  /** What the functions take for the time. */
  volatile Instant now = MorningShop.TEN;

  private final LocalPlatform platform;
  private final LocalReactive reactive;
  private final Interpreter interpreter;

  /**
   * @param data as {@link MorningShop} made it
   */
  CampaignOffice(Path data, Interpreter interpreter) throws IOException {
    this.interpreter = interpreter;
    this.platform = LocalPlatform.open(data, StoreKind.EMBEDDED, ProjectRoot.find(), () -> now);
    this.reactive = new LocalReactive(platform);
    this.parts = new FailingParts(new SendPartHandler(sending(), () -> now, _ -> {}));
    CampaignPorts freezing =
        new CampaignPorts(platform.stores(), platform.objects(), _ -> "t1", () -> now);
    this.bridge =
        new FunctionBridge(
            Map.of("Freeze", new FreezeHandler(reactive.programs(), freezing), "SendPart", parts),
            platform.objects());
  }

  private CampaignSending sending() {
    return new StageWiring(
            LocalMessages.composing(
                platform, platform.programs(), URI.create("https://shop.example.com")))
        .sending(platform, reactive, mail);
  }

  /** What EventBridge tells of the batch that has stored the morning's candidates. */
  ObjectNode batchEnded(String state) {
    ObjectNode run = JSON.createObjectNode();
    run.put("programId", MorningShop.PROGRAM).put("executionId", MorningShop.RUN);
    run.put("programVersion", version()).put("businessDate", "2026-02-28").put("state", state);
    return JSON.createObjectNode().put("status", "SUCCEEDED").put("output", run.toString());
  }

  private String version() {
    return reactive.programs().newest(MorningShop.PROGRAM).orElseThrow().version();
  }

  JsonNode run(String name, ObjectNode input) throws IOException, InterruptedException {
    return interpreter.run(
        bridge.address(),
        new Interpreter.Execution(
            Machine.CAMPAIGN, name, "ByHand", input, JSON.createObjectNode()));
  }

  Campaign campaign() {
    return platform.stores().campaigns().latest(MorningShop.PROGRAM, 1).getFirst();
  }

  @Override
  public void close() {
    bridge.close();
    platform.close();
  }
}
