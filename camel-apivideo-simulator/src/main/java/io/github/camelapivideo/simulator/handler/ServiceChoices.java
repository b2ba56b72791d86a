// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

/**
 * How the service behaves where no document is certain. Validates its arguments.
 *
 * @param smallestPage the smallest page size of lists
 * @param refuseSecondTrack true if a second upload of captions or chapters in a language is refused
 * @param refuseAccountVideos true if an upload token cannot fill a container that was created with the API key
 * @param anyFileField true if the file of a form may be in a field of any name
 * @param crossOrigin true if pages of other origins may send requests
 */
public record ServiceChoices(
        int smallestPage,
        boolean refuseSecondTrack,
        boolean refuseAccountVideos,
        boolean anyFileField,
        boolean crossOrigin) {

    public ServiceChoices {
        if (smallestPage < 1 || smallestPage > 100) {
            throw new IllegalArgumentException("smallestPageSize=" + smallestPage + ": allowed 1..100");
        }
    }
}
