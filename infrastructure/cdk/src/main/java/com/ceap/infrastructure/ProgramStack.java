package com.ceap.infrastructure;

import com.ceap.infrastructure.construct.ProgramBatch;
import com.ceap.infrastructure.construct.ProgramCampaigns;
import com.ceap.infrastructure.construct.ProgramEvents;
import com.ceap.infrastructure.construct.ProgramSchedules;
import com.ceap.infrastructure.construct.Publication;
import com.ceap.infrastructure.environment.Environment;
import com.ceap.infrastructure.observe.ProgramAlarms;
import com.ceap.infrastructure.observe.ProgramDashboard;
import com.ceap.infrastructure.program.ProgramSource;
import com.ceap.lambdas.topology.QueueKind;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramNotes;
import com.ceap.runtime.programs.Pointer;
import com.ceap.runtime.programs.ProgramKeys;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** All that one program has to itself. */
public final class ProgramStack extends Stack {
  ProgramStack(Construct scope, Platform platform, ProgramSource source) {
    super(scope, title(source.program()), settings(platform.environment(), source));
    Environment environment = platform.environment();
    Program program = source.program();
    ProgramNotes.of(program)
        .forEach(note -> Annotations.of(this).addWarningV2("ceap:program-note", note));
    publish(environment, source);
    if (!program.eventSources().isEmpty()) {
      new ProgramEvents(
          this,
          environment,
          program,
          platform.topology().queue(QueueKind.EVENTS),
          platform.edge(QueueKind.EVENTS));
    }
    if (!program.dataConnectors().isEmpty()) {
      new ProgramBatch(this, environment, program.programId(), platform.topology());
    }
    ProgramSchedules schedules =
        new ProgramSchedules(this, environment, program, platform.topology().schedules());
    if (ProgramCampaigns.neededBy(program)) {
      new ProgramCampaigns(
          this, environment, program.programId(), platform.topology(), schedules.deadLetters());
    }
    new ProgramAlarms(this, environment, source, platform.channelTypes());
    new ProgramDashboard(this, environment, program);
  }

  private void publish(Environment environment, ProgramSource source) {
    Program program = source.program();
    new Publication(
        this,
        "publication",
        environment,
        List.of(
            new Publication.Text(
                ProgramKeys.version(program.programId(), program.version()), source.content())),
        new Publication.Text(
            ProgramKeys.pointer(program.programId()),
            new Pointer(program.version(), source.file()).text()));
  }

  static String title(Program program) {
    return "Program-" + program.programId();
  }

  private static StackProps settings(Environment environment, ProgramSource source) {
    String id = source.program().programId();
    return StackSettings.of(
        environment,
        title(source.program()),
        "CEAP: the program " + id,
        Map.of("program", id, "owner", source.owner()));
  }
}
