// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.internal.operation.ApiVideoOperation;
import io.github.camelapivideo.support.ApiVideoFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/operations.md} has a section for each operation, in the order of the table, with a route that starts. */
class OperationsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "operations.md");

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @Test
    void thePageHasTheOperationsInTheirOrder() throws Exception {
        List<String> sections = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .toList();
        assertThat(sections)
                .containsExactlyElementsOf(Arrays.stream(ApiVideoOperation.values())
                        .map(Enum::name)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void theRouteOfAnOperationStarts(ApiVideoOperation operation) throws Exception {
        String route = route(operation);
        assertThat(route).contains("apivideo:" + operation).hasLineCount(3);

        PluginHelper.getRoutesLoader(fixture.context()).loadRoutes(ResourceHelper.fromString("route.yaml", route));

        assertThat(fixture.context().getRoutes()).hasSize(1);
    }

    @Test
    void theRouteAboutListsDeletesEachVideoOfTheList() throws Exception {
        for (int i = 0; i < 120; i++) {
            fixture.template().requestBody("apivideo:createVideo?tags=temporary&title=" + i, (Object) null);
        }
        fixture.template().requestBody("apivideo:createVideo?title=kept", (Object) null);

        PluginHelper.getRoutesLoader(fixture.context())
                .loadRoutes(ResourceHelper.fromString("lists.yaml", block("\n## Lists\n")));

        // 120 requests: a busy machine needs more than the ten seconds of Awaitility.
        await().atMost(Duration.ofMinutes(1))
                .until(() -> fixture.simulator().videos().size() == 1);
        assertThat(fixture.simulator().videos().get(0).title()).isEqualTo("kept");
    }

    private static String route(ApiVideoOperation operation) throws Exception {
        return block("\n### " + operation + "\n");
    }

    /** Returns the first route after a heading. */
    private static String block(String heading) throws Exception {
        String page = Files.readString(PAGE);
        String section = page.substring(page.indexOf(heading));
        String block = section.substring(section.indexOf("```yaml\n") + "```yaml\n".length());
        return block.substring(0, block.indexOf("```")).strip();
    }
}
