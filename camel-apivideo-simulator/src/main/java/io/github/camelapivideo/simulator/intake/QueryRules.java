// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.intake;

import io.github.camelapivideo.simulator.problem.Problem;
import io.github.camelapivideo.simulator.problem.ProblemType;
import io.github.camelapivideo.simulator.problem.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jetty.util.Fields;

/**
 * The query parameters of an operation. Refuses what is unknown, given twice, or out of its range.
 *
 * @param names the known names; null if every name is accepted here
 * @param paged true if the parameters choose a page
 * @param checked false if any query will do
 */
public record QueryRules(Set<String> names, boolean paged, boolean checked) {

    private static final int LARGEST_PAGE = 100;

    /** @param names the known names */
    public static QueryRules of(String... names) {
        return new QueryRules(Set.of(names), false, true);
    }

    /** A page of a list, which checks the names of its filters itself. */
    public static QueryRules page() {
        return new QueryRules(null, true, true);
    }

    /** Any query. */
    public static QueryRules any() {
        return new QueryRules(null, false, false);
    }

    /** @param smallestPage the smallest page size */
    public void check(Fields query, int smallestPage) {
        if (!checked) {
            return;
        }
        query.forEach(this::check);
        if (paged) {
            checkPage(query, smallestPage);
        }
    }

    private void check(Fields.Field field) {
        String name = field.getName();
        if (names != null && !names.contains(name)) {
            throw ProblemType.INVALID_QUERY_PARAMETER.because(name, "This parameter was not expected.");
        }
        if (field.getValues().size() > 1 && !name.endsWith("[]")) {
            throw ProblemType.INVALID_QUERY_PARAMETER.because(name, "This parameter was given more than once.");
        }
    }

    private static void checkPage(Fields query, int smallestPage) {
        List<Problem> problems = Stream.of(
                        outOfRange(query, "currentPage", "page", 1, null),
                        outOfRange(query, "pageSize", "pageSize", smallestPage, LARGEST_PAGE))
                .flatMap(Optional::stream)
                .toList();
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
    }

    private static Optional<Problem> outOfRange(
            Fields query, String parameter, String name, int smallest, Integer largest) {
        String text = query.getValue(parameter);
        if (text == null) {
            return Optional.empty();
        }
        if (!text.matches("-?\\d{1,9}")) {
            throw ProblemType.INVALID_QUERY_PARAMETER.because(parameter, "This value should be a whole number.");
        }
        int number = Integer.parseInt(text);
        return number < smallest || largest != null && number > largest
                ? Optional.of(Problem.outOfRange(name, smallest, largest))
                : Optional.empty();
    }
}
