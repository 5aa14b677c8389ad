package com.ceap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

final class PomTest {
  private static final String OWN = "/project/dependencies/dependency[groupId='com.ceap']";
  private static final String NOT_FOR_TESTS =
      "[not((artifactId='ceap-endpoint' or artifactId='ceap-clients') and scope='test')]";

  @ParameterizedTest
  @MethodSource("modules")
  void aModuleDeclaresOnlyModulesThatItMaySee(String module) throws Exception {
    List<String> declared = texts(pom(module), OWN + NOT_FOR_TESTS + "/artifactId");

    assertThat(declared)
        .as("com.ceap dependencies of %s/pom.xml", module)
        .isSubsetOf(Modules.SEES.get(module));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void onlyTheParentNamesVersions(String module) throws Exception {
    assertThat(texts(pom(module), "//dependency/version | //plugin/version"))
        .as("versions in %s/pom.xml", module)
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void noModuleMocks(String module) throws Exception {
    assertThat(texts(pom(module), "//dependency/artifactId"))
        .as("%s/pom.xml", module)
        .noneMatch(artifact -> artifact.matches(".*(mockito|easymock|jmockit|powermock).*"));
  }

  @Test
  void everyModuleOfTheReactorHasItsRule() throws Exception {
    List<String> modules = texts(pom("."), "/project/modules/module");

    assertThat(modules).containsExactlyInAnyOrderElementsOf(Modules.SEES.keySet());
  }

  @Test
  void theRulesAreLayered() {
    for (Map.Entry<String, Set<String>> module : Modules.SEES.entrySet()) {
      for (String seen : module.getValue()) {
        assertThat(Modules.SEES.get(seen))
            .as("%s sees %s", module.getKey(), seen)
            .isSubsetOf(module.getValue());
      }
    }
  }

  static Set<String> modules() {
    return new TreeSet<>(Modules.SEES.keySet());
  }

  private static Document pom(String module) throws Exception {
    Path file = ProjectRoot.find().resolve(module).resolve("pom.xml");
    return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
  }

  private static List<String> texts(Document pom, String path) throws Exception {
    NodeList found =
        (NodeList)
            XPathFactory.newDefaultInstance()
                .newXPath()
                .evaluate(path, pom, XPathConstants.NODESET);
    return IntStream.range(0, found.getLength())
        .mapToObj(index -> found.item(index).getTextContent().strip())
        .toList();
  }
}
