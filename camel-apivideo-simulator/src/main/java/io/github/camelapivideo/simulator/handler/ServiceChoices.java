// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

/**
 * How the service behaves where no document is certain. Validates its arguments.
 *
 * @param smallestPage the smallest page size of lists
 * @param refuseSecondTrack true if a second upload of captions or chapters in a language is refused
 */
public record ServiceChoices(int smallestPage, boolean refuseSecondTrack) {

    public ServiceChoices {
        if (smallestPage < 1 || smallestPage > 100) {
            throw new IllegalArgumentException("smallestPageSize=" + smallestPage + ": allowed 1..100");
        }
    }
}
