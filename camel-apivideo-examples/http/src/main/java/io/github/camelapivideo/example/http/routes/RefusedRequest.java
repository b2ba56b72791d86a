// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.http.routes;

/** A request that is refused before its upload begins. */
final class RefusedRequest extends Exception {

    private final transient Problem problem;

    RefusedRequest(int status, String title, String detail) {
        super(title + ": " + detail);
        this.problem = new Problem(status, title, detail, null);
    }

    Problem problem() {
        return problem;
    }
}
