// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.problem;

import java.util.List;
import java.util.Map;

/** A request that the contract forbids, with all that is wrong with it. */
public final class Refusal extends RuntimeException {

    private final transient List<Problem> problems;

    /** @param problems at least one; the first gives the answer its status */
    public Refusal(List<Problem> problems) {
        super(problems.get(0).detail(), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public Problem problem() {
        return problems.get(0);
    }

    /** The same with another HTTP status, where the documentation disagrees with itself. */
    public Refusal withStatus(int status) {
        return new Refusal(
                problems.stream().map(problem -> problem.withStatus(status)).toList());
    }

    /** Problem JSON. Only a bad request lists its problems. */
    public Map<String, Object> json() {
        Map<String, Object> json = problem().json();
        if (problem().status() == 400) {
            json.put("problems", problems.stream().map(Problem::json).toList());
        }
        return json;
    }
}
