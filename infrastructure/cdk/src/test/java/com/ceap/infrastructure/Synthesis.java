package com.ceap.infrastructure;

import com.ceap.infrastructure.construct.FunctionCode;
import com.ceap.infrastructure.environment.Environment;
import com.ceap.infrastructure.environment.EnvironmentFile;
import com.ceap.infrastructure.program.ProgramFolder;
import com.ceap.infrastructure.program.ProgramSource;
import com.ceap.infrastructure.program.TemplateSet;
import com.ceap.lambdas.batch.Registries;
import com.ceap.lambdas.topology.Topology;
import com.ceap.model.program.ProgramLoader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.services.lambda.Code;

/** Every stack of an environment of the project, with stub code, by title. */
record Synthesis(App app, Map<String, Stack> stacks, Map<String, Template> templates) {
  static final Path PROGRAMS = Path.of("../../programs");

  static Synthesis of(String environment) {
    return of(environment, _ -> {});
  }

  /**
   * An environment of the project.
   *
   * @param watched looks at the app before its stacks are synthesised
   */
  static Synthesis of(String environment, Consumer<App> watched) {
    Environment read = EnvironmentFile.read(Path.of("environments"), environment);
    return of(read, programs(read, PROGRAMS), watched);
  }

  static Synthesis of(
      Environment environment, List<ProgramSource> programs, Consumer<App> watched) {
    App app = new App();
    watched.accept(app);
    Map<String, Stack> stacks = new LinkedHashMap<>();
    for (Stack stack : Stacks.add(app, platform(environment), programs)) {
      stacks.put(stack.getNode().getId(), stack);
    }
    Map<String, Template> templates = new LinkedHashMap<>();
    stacks.forEach((title, stack) -> templates.put(title, Template.fromStack(stack)));
    return new Synthesis(app, stacks, templates);
  }

  static Platform platform(Environment environment) {
    return new Platform(
        environment,
        Topology.PLATFORM,
        SendingChannels.types(),
        TemplateSet.read(PROGRAMS.resolve("templates")),
        stub());
  }

  static List<ProgramSource> programs(Environment environment, Path folder) {
    ProgramLoader loader = new ProgramLoader(Registries.load().extensions());
    return new ProgramFolder(loader, environment).read(folder);
  }

  private static FunctionCode stub() {
    return _ -> Code.fromAsset("src/test/resources/stub");
  }

  Template template(String title) {
    return templates.get(title);
  }
}
