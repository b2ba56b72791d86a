// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.store;

import io.github.camelapivideo.simulator.problem.ProblemType;

/** The origin of a container's source. */
public enum Origin {
    /** A client uploads it. */
    UPLOAD(ProblemType.SOURCE_ALREADY_UPLOADED, "uploading", "uploaded"),
    /** The service imports it from a URL; the simulator fetches no bytes. */
    DOWNLOAD(ProblemType.SOURCE_ALREADY_DOWNLOADED, "ingesting", "ingested"),
    /** The recording of a live stream. */
    RECORDING(ProblemType.SOURCE_ALREADY_UPLOADED, "uploading", "uploaded"),
    /** A copy of another video's source. */
    COPY(ProblemType.SOURCE_ALREADY_COPIED, "ingesting", "ingested");

    private final ProblemType present;
    private final String arriving;
    private final String arrived;

    Origin(ProblemType present, String arriving, String arrived) {
        this.present = present;
        this.arriving = arriving;
        this.arrived = arrived;
    }

    /** Refuses an upload to a container with another origin. */
    void checkUpload(String videoId) {
        if (this != UPLOAD) {
            throw present.because("file", "The video " + videoId + " has its source from elsewhere.");
        }
    }

    /** The ingest status. */
    public String status(boolean complete) {
        return complete ? arrived : arriving;
    }
}
