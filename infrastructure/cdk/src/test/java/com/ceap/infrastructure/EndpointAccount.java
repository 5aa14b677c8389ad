package com.ceap.infrastructure;

import com.ceap.endpoint.aws.AwsEndpoint;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** An endpoint's account that {@code cdk bootstrap} has prepared, with a bucket for assets. */
final class EndpointAccount implements AutoCloseable {
  /** Of every stack that is deployed without credentials to another account. */
  static final String ID = "123456789012";

  private static final String ASSETS = "cdk-hnb659fds-assets-" + ID + "-" + AwsEndpoint.REGION.id();

  private final CloudFormationClient cloudFormation;
  private final S3Client s3;
  private final SsmClient ssm;

  EndpointAccount(AwsEndpoint endpoint) {
    cloudFormation = client(endpoint, CloudFormationClient.builder());
    s3 = client(endpoint, S3Client.builder().forcePathStyle(true));
    ssm = client(endpoint, SsmClient.builder());
  }

  private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
      AwsEndpoint endpoint, B builder) {
    return endpoint.called(builder).httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  }

  void bootstrap() {
    ssm.putParameter(
        request ->
            request
                .name("/cdk-bootstrap/hnb659fds/version")
                .type(ParameterType.STRING)
                .value("30")
                .overwrite(true));
    s3.createBucket(request -> request.bucket(ASSETS));
  }

  /** Puts every file that a stack's templates name where they expect it. */
  void publishAssets(Path manifest) throws IOException {
    for (JsonNode file : new ObjectMapper().readTree(manifest.toFile()).path("files")) {
      Path source = manifest.resolveSibling(file.path("source").path("path").asText());
      byte[] bytes = Files.isDirectory(source) ? zip() : Files.readAllBytes(source);
      for (JsonNode destination : file.path("destinations")) {
        String key = destination.path("objectKey").asText();
        s3.putObject(r -> r.bucket(ASSETS).key(key), RequestBody.fromBytes(bytes));
      }
    }
  }

  /** For code that is never run. */
  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("stub.txt"));
      zip.write("stub".getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  /** Deploys a stack and answers the logical ids of what it has. */
  Set<String> deploy(String stackName, String template) {
    cloudFormation.createStack(
        request ->
            request
                .stackName(stackName)
                .templateBody(template)
                .capabilities(Capability.CAPABILITY_NAMED_IAM));
    return cloudFormation
        .listStackResourcesPaginator(request -> request.stackName(stackName))
        .stackResourceSummaries()
        .stream()
        .map(StackResourceSummary::logicalResourceId)
        .collect(Collectors.toSet());
  }

  void delete(String stackName) {
    cloudFormation.deleteStack(request -> request.stackName(stackName));
  }

  @Override
  public void close() {
    cloudFormation.close();
    s3.close();
    ssm.close();
  }
}
