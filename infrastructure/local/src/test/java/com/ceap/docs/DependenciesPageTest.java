package com.ceap.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.ceap.architecture.Modules;
import com.ceap.architecture.ProjectRoot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class DependenciesPageTest {
  private static final Path ROOT = ProjectRoot.find();
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w.-]+:[\\w.-]+)` \\|");

  @Test
  void thePageNamesEveryLibraryOfThePomsAndNoOther() throws Exception {
    Set<String> declared = new TreeSet<>(libraries(ROOT.resolve("pom.xml")));
    for (String module : Modules.SEES.keySet()) {
      declared.addAll(libraries(ROOT.resolve(module).resolve("pom.xml")));
    }

    assertThat(documented()).isEqualTo(declared);
  }

  private static Set<String> documented() throws Exception {
    Path page = ROOT.resolve("docs/reference/dependencies.md");
    Set<String> names = new TreeSet<>();
    ROW.matcher(Files.readString(page)).results().forEach(row -> names.add(row.group(1)));
    return names;
  }

  private static Set<String> libraries(Path pom) throws Exception {
    Document document =
        DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(pom.toFile());
    Set<String> libraries = new TreeSet<>();
    NodeList children = document.getDocumentElement().getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      if (children.item(i) instanceof Element block && block.getTagName().equals("dependencies")) {
        addAll(block.getElementsByTagName("dependency"), libraries);
      }
    }
    return libraries;
  }

  private static void addAll(NodeList dependencies, Set<String> libraries) {
    for (int i = 0; i < dependencies.getLength(); i++) {
      Element dependency = (Element) dependencies.item(i);
      String group = text(dependency, "groupId");
      if (!group.equals("com.ceap")) {
        libraries.add(group + ":" + text(dependency, "artifactId"));
      }
    }
  }

  private static String text(Element element, String name) {
    return element.getElementsByTagName(name).item(0).getTextContent().strip();
  }
}
