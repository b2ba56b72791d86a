// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.api;

/** The states of a summary's text, named as the service names them. */
public enum SummaryStatus {
    /** It was not written yet. */
    MISSING,
    /** It is being generated. */
    WAITING,
    /** It is there. */
    COMPLETED,
    /** It could not be generated for a technical reason. */
    FAILED,
    /** The video has no sound, or too few spoken words. */
    UNPROCESSABLE
}
