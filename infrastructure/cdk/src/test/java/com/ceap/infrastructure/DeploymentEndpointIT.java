package com.ceap.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.endpoint.aws.AwsEndpoint;
import com.ceap.endpoint.aws.MotoApi;
import com.ceap.endpoint.aws.OnAwsEndpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.cxapi.CloudAssembly;
import software.amazon.awscdk.cxapi.CloudFormationStackArtifact;

/**
 * Every stack of an environment, deployed by an endpoint's CloudFormation in their order. What
 * moto's cannot make is listed in {@code docs/how-to/deploy.md}: a type that is missing there fails
 * this, as does one that need not be there.
 */
@OnAwsEndpoint
final class DeploymentEndpointIT {
  private static final Path PAGE = Path.of("../../docs/how-to/deploy.md");
  private static final Pattern LIST =
      Pattern.compile("<!-- not deployed -->(.*?)<!-- end -->", Pattern.DOTALL);
  private static final Pattern TYPE = Pattern.compile("`((?:AWS|Custom)::[\\w:]+)`");

  @BeforeAll
  static void findNode() {
    NodeRuntime.assumeInstalled();
  }

  @Test
  void everyStackIsMadeButForTheTypesThatArePutOnRecord(AwsEndpoint endpoint) throws IOException {
    MotoApi.of(endpoint);
    CloudAssembly assembly = Synthesis.of("dev").app().synth();
    Set<String> unsupported = onRecord();
    Set<String> leftOut = new TreeSet<>();
    Map<String, String> missing = new TreeMap<>();
    Deque<String> deployed = new ArrayDeque<>();
    try (EndpointAccount account = new EndpointAccount(endpoint)) {
      account.bootstrap();
      for (CloudFormationStackArtifact stack : assembly.getStacks()) {
        Path template = Path.of(stack.getTemplateFullPath());
        PartialTemplate partial = PartialTemplate.of(template, unsupported);
        account.publishAssets(assets(template));
        Set<String> made = account.deploy(stack.getStackName(), partial.text());
        deployed.push(stack.getStackName());
        leftOut.addAll(partial.leftTypes());
        partial.resources().forEach((id, type) -> missing.put(stack.getId() + "/" + id, type));
        made.forEach(id -> missing.remove(stack.getId() + "/" + id));
      }
      deployed.forEach(account::delete);
    }

    assertThat(deployed).hasSizeGreaterThan(9);
    assertThat(missing).as("what was not made, with its type").isEmpty();
    assertThat(leftOut).as("types that %s lists", PAGE).isEqualTo(unsupported);
  }

  private static Path assets(Path template) {
    String name = template.getFileName().toString();
    return template.resolveSibling(name.replace(".template.json", ".assets.json"));
  }

  private static Set<String> onRecord() throws IOException {
    MatchResult list =
        LIST.matcher(Files.readString(PAGE))
            .results()
            .findFirst()
            .orElseThrow(() -> new AssertionError(PAGE + " has no list of what is not deployed"));
    return TYPE.matcher(list.group(1))
        .results()
        .map(type -> type.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
