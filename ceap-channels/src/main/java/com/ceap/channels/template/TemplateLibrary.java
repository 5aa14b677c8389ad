package com.ceap.channels.template;

import com.ceap.model.error.CeapException;
import com.ceap.model.error.ErrorCode;
import com.ceap.model.program.ChannelSpec;
import com.ceap.model.program.NearestName;
import com.ceap.model.program.Problem;
import com.ceap.model.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every template below a folder, read and checked once; one that is broken stops no other.
 * Immutable and thread-safe.
 */
public final class TemplateLibrary {
  private static final String PARTS = "parts";

  private final Path folder;
  private final Map<String, MessageTemplate> templates = new TreeMap<>();
  private final Map<String, List<Problem>> problems = new TreeMap<>();

  private TemplateLibrary(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads the templates of a folder, one to a folder of its own. A folder that does not exist holds
   * none.
   *
   * @throws CeapException TEMPLATE_INVALID where the folder cannot be read
   */
  public static TemplateLibrary read(Path folder) {
    TemplateLibrary library = new TemplateLibrary(folder);
    if (Files.isDirectory(folder)) {
      Parts parts = Parts.read(folder.resolve(PARTS));
      folders(folder).forEach(template -> library.add(TemplateFiles.read(template), parts));
    }
    return library;
  }

  private static List<Path> folders(Path folder) {
    try (Stream<Path> found = Files.list(folder)) {
      return found
          .filter(Files::isDirectory)
          .filter(path -> !path.endsWith(PARTS))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new CeapException(
          ErrorCode.TEMPLATE_INVALID, "the folder %s cannot be read".formatted(folder), e);
    }
  }

  private void add(TemplateFiles files, Parts parts) {
    TemplateReader reader = new TemplateReader(files, parts);
    reader.read().ifPresent(template -> templates.put(files.templateId(), template));
    problems.put(files.templateId(), reader.problems());
  }

  /**
   * A template.
   *
   * @throws CeapException TEMPLATE_INVALID with everything that is wrong with it, a line each
   */
  public MessageTemplate require(String templateId) {
    MessageTemplate template = templates.get(templateId);
    if (template == null) {
      throw new CeapException(
          ErrorCode.TEMPLATE_INVALID,
          problems(templateId, "").stream().map(Problem::text).collect(Collectors.joining("\n")));
    }
    return template;
  }

  /** What is wrong with any template. */
  public List<Problem> problems() {
    Set<Problem> all = new LinkedHashSet<>();
    problems.values().forEach(all::addAll);
    return List.copyOf(all);
  }

  /** What is wrong with the templates that a program names, in any marketplace. */
  public List<Problem> check(Program program) {
    Set<Problem> found = new LinkedHashSet<>();
    List<Program> variants = new ArrayList<>(List.of(program));
    variants.addAll(program.overrides().values());
    for (Program variant : variants) {
      for (ChannelSpec channel : variant.channels()) {
        if (channel.config() instanceof Templated templated) {
          String key = "%s.channels.%s".formatted(program.programId(), channel.channelId());
          found.addAll(problems(templated.templateId(), key));
        }
      }
    }
    return List.copyOf(found);
  }

  private List<Problem> problems(String templateId, String key) {
    List<Problem> known = problems.get(templateId);
    return known != null
        ? known
        : List.of(
            new Problem(
                folder.toString(),
                0,
                key,
                "",
                "there is no template '" + templateId + "'",
                near(templateId)));
  }

  private String near(String templateId) {
    return NearestName.nearest(templateId, problems.keySet())
        .map(near -> "did you mean '" + near + "'?")
        .orElse(
            problems.isEmpty()
                ? "the folder holds none"
                : "known are " + String.join(", ", problems.keySet()));
  }
}
