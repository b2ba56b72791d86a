// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.store;

import io.github.camelapivideo.simulator.problem.ProblemType;

/** Where the source of a container comes from. */
public enum Origin {
    /** Somebody uploads it. */
    UPLOAD(ProblemType.SOURCE_ALREADY_UPLOADED, "uploading", "uploaded"),
    /** The service fetches it from a URL, which never ends here. */
    DOWNLOAD(ProblemType.SOURCE_ALREADY_DOWNLOADED, "ingesting", "ingested"),
    /** It is that of another video. */
    COPY(ProblemType.SOURCE_ALREADY_COPIED, "ingesting", "ingested");

    private final ProblemType present;
    private final String arriving;
    private final String arrived;

    Origin(ProblemType present, String arriving, String arrived) {
        this.present = present;
        this.arriving = arriving;
        this.arrived = arrived;
    }

    /** Refuses an upload, if there is nothing to upload. */
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
