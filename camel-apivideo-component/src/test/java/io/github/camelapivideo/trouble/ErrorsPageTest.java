// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.trouble;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.simulator.problem.ProblemType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/guide/errors.md} has each kind of exception and each problem that the service documents. */
class ErrorsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "guide", "errors.md");
    private static final String RANGE = "video-content-range-";

    @Test
    void eachExceptionHasARow() throws Exception {
        String page = Files.readString(PAGE);
        assertThat(ApiVideoException.class.getPermittedSubclasses())
                .isNotEmpty()
                .allSatisfy(type -> assertThat(page).contains("| `ApiVideoException." + type.getSimpleName() + "` |"));
    }

    @Test
    void eachProblemOfTheServiceHasARow() throws Exception {
        String page = Files.readString(PAGE);
        assertThat(Stream.of(ProblemType.values())
                        .map(type -> type.problem("", "").slug())
                        .filter(slug -> !slug.startsWith(RANGE + "by-bytes-")))
                .hasSizeGreaterThan(30)
                .allSatisfy(slug -> assertThat(page).contains("`" + slug.replace(RANGE, "") + "`"));
    }
}
