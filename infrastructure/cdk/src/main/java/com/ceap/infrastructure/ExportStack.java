package com.ceap.infrastructure;

import com.ceap.infrastructure.construct.ExportCatalogue;
import com.ceap.infrastructure.construct.FunctionSchedules;
import com.ceap.infrastructure.construct.ModelRetraining;
import com.ceap.infrastructure.construct.Names;
import com.ceap.infrastructure.construct.PlatformFunction;
import com.ceap.infrastructure.construct.QueryGroup;
import com.ceap.infrastructure.program.ProgramSource;
import com.ceap.lambdas.export.AnalystQueries;
import com.ceap.lambdas.export.AnalystQuery;
import com.ceap.lambdas.topology.FunctionName;
import com.ceap.lambdas.topology.StackName;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.athena.CfnNamedQuery;
import software.constructs.Construct;

/**
 * What analysts find in Athena: the exported tables, a workgroup, and saved queries in it; the
 * function that writes the exports, and where it is wanted, the training of models on them.
 */
public final class ExportStack extends Stack {
  static final String TITLE = StackName.EXPORTS.title();

  ExportStack(Construct scope, Platform platform, List<ProgramSource> programs) {
    super(scope, TITLE, StackSettings.of(platform.environment(), TITLE, "CEAP: exports in Athena"));
    Names names = platform.names();
    Map<FunctionName, PlatformFunction> functions = platform.addFunctions(this, StackName.EXPORTS);
    new FunctionSchedules(
        this,
        names,
        functions.get(FunctionName.EXPORT),
        platform.topology().edgesTo(FunctionName.EXPORT).getFirst(),
        platform.topology());
    platform
        .environment()
        .retraining()
        .ifPresent(
            settings ->
                new ModelRetraining(this, platform.environment(), settings, platform.topology()));
    new ExportCatalogue(
        this, names, programs.stream().map(source -> source.program().programId()).toList());
    QueryGroup analysts = new QueryGroup(this, names, names.analystWorkgroup());
    AnalystQueries.ALL.forEach(query -> save(query, names, analysts));
  }

  private void save(AnalystQuery query, Names names, QueryGroup analysts) {
    CfnNamedQuery saved =
        CfnNamedQuery.Builder.create(this, query.name())
            .name(query.name())
            .description(query.question())
            .database(names.exportDatabase())
            .queryString(query.sql())
            .workGroup(names.analystWorkgroup())
            .build();
    saved.getNode().addDependency(analysts.group());
  }
}
