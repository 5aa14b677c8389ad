package com.ceap.lambdas.wiring.aws;

import com.ceap.channels.spi.Composing;
import com.ceap.channels.template.OfferCodes;
import com.ceap.channels.template.TemplateLibrary;
import com.ceap.connectors.aws.AthenaSettings;
import com.ceap.connectors.aws.AthenaWarehouse;
import com.ceap.connectors.spi.ConnectorEnvironment;
import com.ceap.lambdas.batch.BatchPlace;
import com.ceap.lambdas.batch.DecisionPorts;
import com.ceap.lambdas.batch.Registries;
import com.ceap.lambdas.channel.DeliveryPorts;
import com.ceap.lambdas.journey.aws.EventBridgeScheduler;
import com.ceap.lambdas.reactive.ReactivePlace;
import com.ceap.lambdas.templates.PublishedTemplates;
import com.ceap.lambdas.topology.Setting;
import com.ceap.model.port.DeliveryScheduler;
import com.ceap.model.program.ProgramLoader;
import com.ceap.runtime.aws.AwsClients;
import com.ceap.runtime.aws.FunctionLog;
import com.ceap.runtime.aws.RefreshNews;
import com.ceap.runtime.aws.Snapshots;
import com.ceap.runtime.metrics.Measurements;
import com.ceap.runtime.metrics.aws.LoggedMeasurements;
import com.ceap.runtime.objects.ObjectStore;
import com.ceap.runtime.objects.aws.S3ObjectStore;
import com.ceap.runtime.programs.ObjectPrograms;
import com.ceap.runtime.programs.PublishedPrograms;
import com.ceap.scoring.aws.SageMakerEndpoints;
import com.ceap.scoring.spi.ScoringEnvironment;
import com.ceap.storage.Stores;
import com.ceap.storage.dynamodb.DynamoDbSample;
import com.ceap.storage.dynamodb.DynamoDbTables;
import com.ceap.storage.table.TableSample;
import com.ceap.storage.table.Tables;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sagemakerruntime.SageMakerRuntimeClient;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.lambda.powertools.metrics.MetricsFactory;

/**
 * Where a function runs: everything that handlers are made of, each made when it is first asked for
 * and then shared. Make one in the handler's constructor and keep it. Thread-safe.
 */
public final class FunctionPlace {
  private static final Duration TABLE_ANSWER = Duration.ofSeconds(5);
  private static final Duration OBJECT_ANSWER = Duration.ofSeconds(30);

  /** For one call of a model with its retries; a cached score serves sooner than waiting. */
  private static final Duration MODEL_CALL = Duration.ofSeconds(20);

  /** The partitions that one UNLOAD may write. */
  private static final int CHUNKS = 100;

  /** What is left of a function's quarter of an hour is for what follows the query. */
  private static final Duration QUERY = Duration.ofMinutes(13);

  private final FunctionSettings settings;
  private final InstantSource clock = InstantSource.system();
  private final AwsClients clients = new AwsClients();
  private final Measurements measurements;
  private final RefreshNews news;
  private final Once<Tables> tables = new Once<>(this::openTables);
  private final Once<Stores> stores = new Once<>(this::openStores);
  private final Once<S3Client> s3 = new Once<>(this::openS3);
  private final Once<SqsClient> sqs = new Once<>(this::openSqs);
  private final Once<ObjectStore> objects = new Once<>(this::openObjects);
  private final Once<Registries> registries = new Once<>(Registries::load);
  private final Once<PublishedPrograms> programs = new Once<>(this::openPrograms);
  private final Once<PublishedTemplates> templates = new Once<>(this::openTemplates);
  private final Once<ScoringEnvironment> models = new Once<>(this::openModels);
  private final Once<DeliveryScheduler> scheduler = new Once<>(this::openScheduler);
  private final Once<BatchPlace> batch = new Once<>(this::openBatch);
  private final Once<ReactivePlace> reactive = new Once<>(this::openReactive);
  private final Once<DeliveryWiring> delivery = new Once<>(() -> new DeliveryWiring(this));

  private FunctionPlace(FunctionSettings settings) {
    this.settings = settings;
    this.measurements =
        new LoggedMeasurements(MetricsFactory.getMetricsInstance(), settings.environment());
    this.news = new RefreshNews(FunctionLog.of(FunctionPlace.class), measurements);
  }

  /**
   * The place that the environment variables describe.
   *
   * @throws com.ceap.model.error.CeapException SETTINGS_INVALID with all that is missing or wrong
   */
  public static FunctionPlace fromEnvironment() {
    return of(FunctionSettings.read(System.getenv()));
  }

  public static FunctionPlace of(FunctionSettings settings) {
    return new FunctionPlace(settings);
  }

  public FunctionSettings settings() {
    return settings;
  }

  public InstantSource clock() {
    return clock;
  }

  /** Makes clients of AWS services. */
  public AwsClients clients() {
    return clients;
  }

  /** What is done before a snapshot and after a restore. */
  public Snapshots snapshots() {
    return clients.snapshots();
  }

  public Measurements measurements() {
    return measurements;
  }

  public Tables tables() {
    return tables.get();
  }

  public Stores stores() {
    return stores.get();
  }

  /** Looks at some items of the tables, the expired ones included. */
  public TableSample sample() {
    DynamoDbClient client = clients.build(DynamoDbClient.builder(), TABLE_ANSWER);
    return new DynamoDbSample(client, settings.tablePrefix());
  }

  public S3Client s3() {
    return s3.get();
  }

  public SqsClient sqs() {
    return sqs.get();
  }

  /** The environment's objects. */
  public ObjectStore objects() {
    return objects.get();
  }

  public Registries registries() {
    return registries.get();
  }

  /** Looked at again every 30 seconds, and after a restore. */
  public PublishedPrograms programs() {
    return programs.get();
  }

  /** The newest templates, looked at again as programs are. */
  public Supplier<TemplateLibrary> templates() {
    return templates.get();
  }

  /** What messages are made with now; ask for it with each message. */
  public Supplier<Composing> composing() {
    return delivery.get().composing();
  }

  /** The models behind SageMaker endpoints. */
  public ScoringEnvironment models() {
    return models.get();
  }

  public DeliveryScheduler scheduler() {
    return scheduler.get();
  }

  /** For the stages of the batch, one chunk at a time. */
  public BatchPlace batch() {
    return batch.get();
  }

  public ReactivePlace reactive() {
    return reactive.get();
  }

  public DeliveryPorts delivery() {
    return delivery.get().ports();
  }

  RefreshNews news() {
    return news;
  }

  private Tables openTables() {
    DynamoDbClient client = clients.build(DynamoDbClient.builder(), TABLE_ANSWER);
    return DynamoDbTables.of(client, settings.tablePrefix(), clock);
  }

  private Stores openStores() {
    return Stores.on(tables(), clock, Stores.RETENTION, settings.indexShards());
  }

  private S3Client openS3() {
    return clients.build(S3Client.builder().forcePathStyle(settings.pathStyle()), OBJECT_ANSWER);
  }

  private SqsClient openSqs() {
    return clients.build(SqsClient.builder(), TABLE_ANSWER);
  }

  private ObjectStore openObjects() {
    return new S3ObjectStore(s3(), settings.dataBucket());
  }

  private PublishedPrograms openPrograms() {
    ProgramLoader loader = new ProgramLoader(registries().extensions());
    ObjectPrograms published = ObjectPrograms.refreshed(objects(), loader, clock, news);
    clients.snapshots().afterRestore(published::expire);
    return published;
  }

  private PublishedTemplates openTemplates() {
    PublishedTemplates published =
        new PublishedTemplates(objects(), clock, news.failed("templates"));
    clients.snapshots().afterRestore(published::expire);
    return published;
  }

  private ScoringEnvironment openModels() {
    return new ScoringEnvironment(
        SageMakerEndpoints.of(SageMakerRuntimeClient.builder(), MODEL_CALL));
  }

  private DeliveryScheduler openScheduler() {
    ScheduleSettings schedules =
        FunctionSettings.require(
            settings.schedules(), Setting.CEAP_SCHEDULE_GROUP, Setting.CEAP_SCHEDULE_ROLE_ARN);
    String prefix = FunctionSettings.require(settings.queuePrefix(), Setting.CEAP_QUEUE_PREFIX);
    return EventBridgeScheduler.of(
        SchedulerClient.builder(),
        schedules.target(settings.region(), prefix, DeliveryWiring.SENDING),
        clock);
  }

  private BatchPlace openBatch() {
    Stores all = stores();
    return new BatchPlace(
        registries(),
        new ConnectorEnvironment(warehouse()),
        models(),
        new DecisionPorts(
            all.customers(), all.products(), all.ledgers(), all.features(), all.scores()),
        all.candidates(),
        all.runs(),
        all.erasures().log(),
        objects(),
        clock,
        1);
  }

  private AthenaWarehouse warehouse() {
    String workGroup =
        FunctionSettings.require(settings.athenaWorkGroup(), Setting.CEAP_ATHENA_WORKGROUP);
    return new AthenaWarehouse(
        clients.build(AthenaClient.builder(), OBJECT_ANSWER),
        s3(),
        new AthenaSettings(workGroup, settings.dataBucket(), CHUNKS, QUERY),
        Thread::sleep);
  }

  private ReactivePlace openReactive() {
    return new ReactivePlace(
        registries(),
        models(),
        stores(),
        scheduler(),
        programs(),
        program -> OfferCodes.of(program, templates().get())::code,
        clock);
  }
}
