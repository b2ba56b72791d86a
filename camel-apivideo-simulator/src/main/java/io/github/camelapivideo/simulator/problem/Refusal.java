// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.problem;

import java.util.List;
import java.util.Map;

/** Refuses a request that the contract forbids, with all its problems. */
public final class Refusal extends RuntimeException {

    private final transient List<Problem> problems;

    /** @param problems at least one; the first gives the answer its status */
    public Refusal(List<Problem> problems) {
        super(problems.get(0).title(), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public Problem problem() {
        return problems.get(0);
    }

    /** The same refusal with another HTTP status, for where the documentation contradicts itself. */
    public Refusal withStatus(int status) {
        return new Refusal(
                problems.stream().map(problem -> problem.withStatus(status)).toList());
    }

    /** The problem JSON. Only a status 400 lists all problems. */
    public Map<String, Object> json() {
        Map<String, Object> json = problem().json();
        if (problem().status() == 400) {
            json.put("problems", problems.stream().map(Problem::json).toList());
        }
        return json;
    }
}
