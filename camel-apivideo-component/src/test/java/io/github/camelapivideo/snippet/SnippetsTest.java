// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.snippet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.util.StringHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each snippet of README and docs, and each example in the Javadoc, works: Java is compiled, routes in Java, XML and YAML
 * are loaded, the endpoints of the component are made, so that a misspelt option fails, and the names of properties exist.
 */
class SnippetsTest {

    /** The reasons why a snippet is not compiled here; a page stands for all of its snippets in Java. */
    private static final Map<String, String> NOT_COMPILED =
            Map.of("docs/guide/endpoint-dsl.md", "EndpointDslPageTest compiles it: the DSL is made after this module");

    /** SpringPagesTest of the starter compiles those of {@code docs/guide} that have it: Spring is not here. */
    private static final String SPRING = "import org.springframework.";

    private static final Path METADATA =
            Path.of("src/generated/resources/META-INF/io/github/camelapivideo/apivideo.json");
    private static final String COMPONENT = "camel.component.apivideo.";

    @TempDir
    Path folder;

    static List<Snippet> java() throws IOException {
        return Snippet.in("java").stream()
                .filter(snippet -> !NOT_COMPILED.containsKey(snippet.page()))
                .filter(snippet -> !snippet.page().startsWith("docs/guide/")
                        || !snippet.text().contains(SPRING))
                .toList();
    }

    static List<Snippet> javadoc() throws IOException {
        return Snippet.inJavadoc();
    }

    static List<Snippet> xml() throws IOException {
        return Snippet.in("xml");
    }

    static List<Snippet> yaml() throws IOException {
        return Snippet.in("yaml");
    }

    static List<Snippet> properties() throws IOException {
        return Snippet.in("properties");
    }

    @ParameterizedTest
    @MethodSource
    void java(Snippet snippet) throws Exception {
        Class<?> compiled = JavaSnippet.of(snippet.text()).compiled(folder);
        if (RoutesBuilder.class.isAssignableFrom(compiled) && snippet.text().contains("from(")) {
            var constructor = compiled.getDeclaredConstructor();
            constructor.setAccessible(true);
            try (SnippetContext context = new SnippetContext()) {
                context.add((RoutesBuilder) constructor.newInstance());
                context.makeEndpoints();
            }
        }
    }

    @ParameterizedTest
    @MethodSource
    void javadoc(Snippet example) throws Exception {
        java(example);
    }

    @ParameterizedTest
    @MethodSource
    void xml(Snippet snippet) throws Exception {
        List<DependencySnippet> dependencies = DependencySnippet.in(snippet.text());
        if (dependencies.isEmpty()) {
            assertLoads("page.xml", snippet.text());
        }
        for (DependencySnippet dependency : dependencies) {
            dependency.assertExists();
        }
    }

    @ParameterizedTest
    @MethodSource
    void yaml(Snippet snippet) throws Exception {
        JsonNode read = new ObjectMapper(new YAMLFactory()).readTree(snippet.text());
        if (read.isArray()) {
            assertLoads("page.yaml", snippet.text());
        }
    }

    @ParameterizedTest
    @MethodSource
    void properties(Snippet snippet) throws Exception {
        Properties read = new Properties();
        read.load(new StringReader(snippet.text()));
        assertThat(read).isNotEmpty();
        Set<String> ofTheComponent = ofTheComponent();
        Set<String> ofCamelMain = ofCamelMain();
        for (String key : read.stringPropertyNames()) {
            String name = StringHelper.dashToCamelCase(key);
            if (name.startsWith(COMPONENT)) {
                assertThat(ofTheComponent)
                        .contains(name.substring(COMPONENT.length()).replaceAll("^http\\..*", "http"));
            } else if (name.matches("camel\\.(main|health|server|management)\\..*")) {
                assertThat(ofCamelMain).contains(name);
            }
        }
    }

    @Test
    void aWrongSnippetFails() {
        assertThatThrownBy(() -> JavaSnippet.of("from(\"file:inbox\").too(\"apivideo:upload\");")
                        .compiled(folder))
                .hasMessageContaining("too");
        assertThatThrownBy(
                        () -> assertLoads(
                                "page.yaml",
                                "- route:\n    from:\n      uri: direct:a\n      steps:\n        - to: apivideo:upload?titel=x\n"))
                .hasMessageContaining("titel");
        for (String xml : List.of(
                "<dependency><groupId>io.github.camel-apivideo</groupId><artifactId>camel-apivideo-parts</artifactId></dependency>",
                "<dependency><groupId>org.apache.camel</groupId><artifactId>camel-lamp</artifactId></dependency>",
                "<dependency><groupId>org.apache.camel</groupId><artifactId>camel-kamelet</artifactId><version>3</version></dependency>",
                "<build><plugin><groupId>org.codehaus.mojo</groupId><artifactId>lamp-maven-plugin</artifactId></plugin></build>")) {
            assertThatThrownBy(() -> DependencySnippet.in(xml).get(0).assertExists())
                    .isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void thereAreSnippets() throws IOException {
        assertThat(Stream.of(java(), javadoc(), xml(), yaml(), properties()))
                .allSatisfy(list -> assertThat(list).hasSizeGreaterThan(5));
        assertThat(NOT_COMPILED.keySet()).allSatisfy(page -> assertThat(Snippet.of(page))
                .extracting(Snippet::language)
                .contains("java"));
    }

    private static void assertLoads(String file, String text) throws Exception {
        try (SnippetContext context = new SnippetContext()) {
            context.load(file, text);
            assertThat(context.routes()).isNotEmpty();
            context.makeEndpoints();
        }
    }

    private static Set<String> ofTheComponent() throws IOException {
        Set<String> names = new HashSet<>();
        new ObjectMapper()
                .readTree(METADATA.toFile())
                .get("componentProperties")
                .fieldNames()
                .forEachRemaining(names::add);
        return names;
    }

    private static Set<String> ofCamelMain() throws IOException {
        Set<String> names = new HashSet<>();
        try (InputStream metadata =
                SnippetsTest.class.getResourceAsStream("/META-INF/camel-main-configuration-metadata.json")) {
            new ObjectMapper()
                    .readTree(metadata)
                    .get("properties")
                    .forEach(property -> names.add(
                            StringHelper.dashToCamelCase(property.get("name").asText())));
        }
        return names;
    }
}
