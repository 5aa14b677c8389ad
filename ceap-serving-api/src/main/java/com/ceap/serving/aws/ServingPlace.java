package com.ceap.serving.aws;

import com.ceap.channels.link.LinkKeys;
import com.ceap.channels.link.Links;
import com.ceap.channels.spi.ChannelFactory;
import com.ceap.connectors.spi.DataConnectorFactory;
import com.ceap.filters.spi.FilterFactory;
import com.ceap.model.program.ExtensionRegistry;
import com.ceap.model.program.Extensions;
import com.ceap.model.program.ProgramLoader;
import com.ceap.runtime.aws.AwsClients;
import com.ceap.runtime.aws.FunctionLog;
import com.ceap.runtime.aws.RefreshNews;
import com.ceap.runtime.metrics.Measurements;
import com.ceap.runtime.metrics.Metric;
import com.ceap.runtime.metrics.aws.LoggedMeasurements;
import com.ceap.runtime.objects.aws.S3ObjectStore;
import com.ceap.runtime.programs.ObjectPrograms;
import com.ceap.runtime.refresh.Refreshed;
import com.ceap.runtime.secrets.PlatformSecrets;
import com.ceap.runtime.secrets.aws.ParameterSecrets;
import com.ceap.scoring.spi.ScoringProviderFactory;
import com.ceap.serving.api.ServingApi;
import com.ceap.serving.api.ServingPorts;
import com.ceap.serving.api.ServingSettings;
import com.ceap.serving.api.UnsubscribeTokens;
import com.ceap.serving.metrics.MeasuredServing;
import com.ceap.serving.metrics.ServingCounters;
import com.ceap.storage.Stores;
import com.ceap.storage.dynamodb.DynamoDbTables;
import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.lambda.powertools.metrics.MetricsFactory;

/** Puts the serving API together on AWS. */
final class ServingPlace {
  private static final Duration ANSWER = Duration.ofSeconds(5);

  /** How soon new keys of links are taken up. */
  private static final Duration KEYS_LIFE = Duration.ofMinutes(5);

  private final ServingFunctionSettings settings;
  private final InstantSource clock = InstantSource.system();
  private final AwsClients clients = new AwsClients();
  private final Measurements measurements;
  private final RefreshNews news;
  private final ExtensionRegistry<FilterFactory<?>> filters =
      ExtensionRegistry.load(FilterFactory.class);

  ServingPlace(ServingFunctionSettings settings) {
    this.settings = settings;
    this.measurements =
        new LoggedMeasurements(MetricsFactory.getMetricsInstance(), settings.environment());
    this.news = new RefreshNews(FunctionLog.of(ServingPlace.class), measurements);
  }

  /** The API, to be primed before a snapshot. */
  ServingApi api() {
    ParameterSecrets secrets = new ParameterSecrets(clients.build(SsmClient.builder(), ANSWER));
    PlatformSecrets first = secrets.read(settings.secretsParameter());
    ObjectPrograms programs = programs();
    ServingPorts ports =
        ServingPorts.of(
            stores(),
            programs::newest,
            filters,
            unsubscribes(secrets),
            new MeasuredServing(measurements, clock),
            clock);
    ServingSettings serving = ServingSettings.of(first.cursorKey());
    prime(new ServingApi(ports.measuredBy(new ServingCounters()), serving));
    return new ServingApi(ports, serving);
  }

  /** Nobody has asked for what is asked for here, so that it is not measured as a request. */
  private void prime(ServingApi unmeasured) {
    clients.snapshots().prime(() -> ServingPriming.prime(unmeasured));
    // The first line of metrics takes long to write; this one adds nothing to its sum.
    clients.snapshots().prime(() -> measurements.put(Metric.API_SHOWN.of(0)));
  }

  private Stores stores() {
    DynamoDbClient client = clients.build(DynamoDbClient.builder(), ANSWER);
    return Stores.on(
        DynamoDbTables.of(client, settings.tablePrefix(), clock),
        clock,
        Stores.RETENTION,
        settings.indexShards());
  }

  private ObjectPrograms programs() {
    ExtensionRegistry<DataConnectorFactory<?>> connectors =
        ExtensionRegistry.load(DataConnectorFactory.class);
    ExtensionRegistry<ScoringProviderFactory<?>> models =
        ExtensionRegistry.load(ScoringProviderFactory.class);
    ExtensionRegistry<ChannelFactory<?>> channels = ExtensionRegistry.load(ChannelFactory.class);
    Extensions extensions = new Extensions(connectors, filters, models, channels);
    S3Client s3 = clients.build(S3Client.builder().forcePathStyle(settings.pathStyle()), ANSWER);
    ObjectPrograms programs =
        ObjectPrograms.refreshed(
            new S3ObjectStore(s3, settings.dataBucket()),
            new ProgramLoader(extensions),
            clock,
            news);
    clients.snapshots().afterRestore(programs::expire);
    return programs;
  }

  private UnsubscribeTokens unsubscribes(ParameterSecrets secrets) {
    Refreshed<Links> links =
        new Refreshed<>(
            KEYS_LIFE,
            clock,
            _ -> links(secrets.read(settings.secretsParameter())),
            news.failed("secrets"));
    clients.snapshots().afterRestore(links::expire);
    return UnsubscribeTokens.of(links, clock);
  }

  private Links links(PlatformSecrets secrets) {
    return new Links(settings.linkUrl(), LinkKeys.parse(secrets.linkKeys()));
  }
}
