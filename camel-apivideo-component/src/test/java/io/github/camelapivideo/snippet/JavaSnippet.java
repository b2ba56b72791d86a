// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.snippet;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A snippet of Java as a class. One with a class is compiled as it is; of one without, the steps become a route builder,
 * and what begins with an annotation becomes its field. Imports that it does not have itself are those of Camel's routes,
 * of the API, of tests, and of {@link ReadersCode}.
 */
final class JavaSnippet {

    private static final String IMPORTS = """
            import io.github.camelapivideo.*;
            import io.github.camelapivideo.api.*;
            import io.github.camelapivideo.api.account.*;
            import io.github.camelapivideo.api.notification.*;
            import io.github.camelapivideo.simulator.*;
            import io.github.camelapivideo.simulator.api.*;
            import io.github.camelapivideo.simulator.fault.Fault;
            import io.github.camelapivideo.simulator.webhook.Disturbance;
            import java.io.File;
            import java.time.Duration;
            import java.util.*;
            import org.apache.camel.*;
            import org.apache.camel.builder.*;
            import org.apache.camel.component.mock.*;
            import org.apache.camel.spi.*;
            import org.apache.camel.support.*;
            import org.junit.jupiter.api.Test;
            import org.junit.jupiter.api.extension.ExtendWith;
            import org.junit.jupiter.api.extension.RegisterExtension;
            import static io.github.camelapivideo.snippet.ReadersCode.*;
            import static org.assertj.core.api.Assertions.assertThat;
            import static org.awaitility.Awaitility.await;
            import static org.junit.jupiter.api.Assertions.assertTrue;
            """;
    private static final Pattern CLASS = Pattern.compile("^(?:public |final )*class (\\w+)", Pattern.MULTILINE);
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);

    private final String name;
    private final String source;

    private JavaSnippet(String name, String source) {
        this.name = name;
        this.source = source;
    }

    static JavaSnippet of(String text) {
        Matcher declared = CLASS.matcher(text);
        if (!declared.find()) {
            boolean field = text.startsWith("@");
            return new JavaSnippet(
                    "Snippet",
                    IMPORTS + "public class Snippet extends RouteBuilder {\n" + (field ? text : "")
                            + "  public void configure() throws Exception {\n    CamelContext context = getContext();\n"
                            + (field ? "" : text) + "\n  }\n}\n");
        }
        Matcher packaged = PACKAGE.matcher(text);
        String prefix = packaged.find() ? packaged.group(1) + "." : "";
        boolean complete = text.contains("\nimport ") || text.startsWith("import ");
        return new JavaSnippet(prefix + declared.group(1), complete ? text : IMPORTS + text);
    }

    /** Compiles it into a folder and returns its class. */
    Class<?> compiled(Path folder) throws IOException, ClassNotFoundException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<String> options =
                List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, null, null)) {
            boolean compiled = compiler.getTask(null, files, problems, options, null, List.of(new Source()))
                    .call();
            if (!compiled) {
                throw new AssertionError(problems.getDiagnostics().stream()
                        .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                        .map(Object::toString)
                        .collect(Collectors.joining("\n")));
            }
        }
        URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
        return loader.loadClass(name);
    }

    private final class Source extends SimpleJavaFileObject {

        Source() {
            super(URI.create("string:///" + name.replace('.', '/') + ".java"), Kind.SOURCE);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }
}
