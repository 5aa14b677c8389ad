package com.ceap.local.cli;

import com.ceap.lambdas.report.ProgramReport;
import com.ceap.lambdas.report.ProgramSource;
import com.ceap.lambdas.report.PublishedSources;
import com.ceap.lambdas.report.ReportJson;
import com.ceap.lambdas.report.ReportText;
import com.ceap.lambdas.report.page.ReportPage;
import com.ceap.local.jobs.LocalFigures;
import com.ceap.local.platform.LocalPlatform;
import com.ceap.local.run.Programs;
import com.ceap.model.program.LoadResult;
import com.ceap.model.program.Program;
import com.ceap.model.program.ProgramDirectory;
import com.ceap.model.program.ProgramLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reports what a program's messages brought. */
@Command(
    name = "report",
    description = {
      "Reports what a program's messages brought: by channel, touch, day and treatment, with what"
          + " the figures bear out.",
      "A finding may propose a change of the program's file as a diff that `git apply` takes."
    })
final class ReportCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(paramLabel = "PROGRAM", description = "A program's id.")
  private String programId;

  @Option(
      names = "--day",
      paramLabel = "D",
      description =
          "Only of this day (UTC), as 2026-01-31. Default: the last "
              + ProgramReport.DAYS
              + " days.")
  private LocalDate day;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Also write it as an HTML page with charts, which needs nothing else.")
  private Path html;

  @Mixin private DataOptions data;
  @Mixin private CommandOutput output;

  ReportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (LocalPlatform platform = data.openExisting(context)) {
      ProgramLoader loader = new ProgramLoader(platform.registries().extensions());
      Program program = new Programs(loader, context.programs()).find(programId);
      LocalDate today = LocalDate.ofInstant(platform.clock().instant(), ZoneOffset.UTC);
      // What is read below.
      var _ = LocalFigures.of(platform).refresh(program, today);
      ProgramReport report =
          ProgramReport.of(
              program,
              LocalFigures.metrics(platform),
              Optional.ofNullable(day),
              today,
              source(loader, program)
                  .or(() -> new PublishedSources(platform.objects()).of(program)));
      print(report);
    }
    return 0;
  }

  private void print(ProgramReport report) {
    if (output.json()) {
      output.print(ReportJson.tree(report));
    } else {
      output.out().print(ReportText.of(report));
    }
    if (html != null) {
      write(html, ReportPage.of(report));
      if (!output.json()) {
        output.line("%nwritten to %s", html);
      }
    }
  }

  private static void write(Path file, String page) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Files.writeString(file, page);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** The file that holds the program. */
  private Optional<ProgramSource> source(ProgramLoader loader, Program program) {
    return ProgramDirectory.files(context.programs()).stream()
        .filter(
            file ->
                loader.load(file) instanceof LoadResult.Loaded(Program loaded)
                    && loaded.programId().equals(program.programId()))
        .findFirst()
        .map(file -> new ProgramSource(name(file), read(file)));
  }

  private String name(Path file) {
    return context
        .home()
        .toAbsolutePath()
        .relativize(file.toAbsolutePath())
        .toString()
        .replace('\\', '/');
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
