// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A failed request or upload. Every kind has every getter: an unknown fact is null or 0, so a route can always write
 * {@code ${exception.status}} or {@code ${exception.problem.detail}}.
 *
 * <pre>{@code
 * onException(ApiVideoException.class)
 *     .log("${exception.status}: ${exception.problem.detail}")
 *     .to("file:failed");
 * }</pre>
 */
public abstract sealed class ApiVideoException extends Exception {

    private ApiVideoException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Returns the HTTP status of the refusal; 0 if no answer came. */
    public int getStatus() {
        return 0;
    }

    /** Returns the service's reason; null if it gave none. */
    public Problem getProblem() {
        return null;
    }

    /** Returns the identifier of the upload's container; null if none had been created. */
    public String getVideoId() {
        return null;
    }

    /** Returns the number of parts that the service had accepted. */
    public int getPartsReceived() {
        return 0;
    }

    /** The service refused the request. */
    public static final class Rejected extends ApiVideoException {
        private final int status;
        private final Problem problem;
        private final Duration retryAfter;

        /**
         * @param call the request in words, for the message
         * @param status the HTTP status
         * @param problem the service's reason; not null
         * @param retryAfter the delay that the service asks for; zero if it asks for none
         */
        public Rejected(String call, int status, Problem problem, Duration retryAfter) {
            super((call + " was answered with " + status + " " + problem).trim(), null);
            this.status = status;
            this.problem = problem;
            this.retryAfter = retryAfter;
        }

        @Override
        public int getStatus() {
            return status;
        }

        @Override
        public Problem getProblem() {
            return problem;
        }

        /** Returns the delay that the service asks for before the next try; zero if it asks for none. */
        public Duration getRetryAfter() {
            return retryAfter;
        }

        /** Returns true if the service gave this slug as the reason. */
        public boolean is(String slug) {
            return problem != null && problem.slug().equals(slug);
        }
    }

    /** The service sent no answer, or none that could be read. */
    public static final class Unreachable extends ApiVideoException {
        private final boolean answerLost;

        /**
         * @param call the request in words, for the message
         * @param answerLost true if the request may have arrived, so that only its answer is missing
         */
        public Unreachable(String call, boolean answerLost, Throwable cause) {
            super(call + (answerLost ? " got no usable answer: " : " could not be sent: ") + cause, cause);
            this.answerLost = answerLost;
        }

        /** Returns true if the service may have carried out the request. */
        public boolean isAnswerLost() {
            return answerLost;
        }
    }

    /** The service may have carried out a request that must not be sent twice; nothing tells whether it did. */
    public static final class InDoubt extends ApiVideoException {

        /**
         * @param call the request in words, for the message
         * @param advice why it is not sent again, and what to do, as a sentence
         */
        public InDoubt(String call, String advice, ApiVideoException cause) {
            super(
                    call + " may have worked, although its answer is missing. " + advice + ": " + cause.getMessage(),
                    cause);
        }

        @Override
        public int getStatus() {
            return ((ApiVideoException) getCause()).getStatus();
        }

        @Override
        public Problem getProblem() {
            return ((ApiVideoException) getCause()).getProblem();
        }
    }

    /** A wait for a video ended before the video had reached the goal. The video stays. */
    public static final class WaitFailed extends ApiVideoException {
        private final String videoId;
        private final String goal;
        private final transient VideoStatus lastStatus;

        /**
         * Creates the failure.
         *
         * @param goal the state that the video was to reach: {@code uploaded}, {@code playable} or {@code encoded}
         * @param lastStatus the latest status of the video; null if none was read
         * @param cause the failure of the latest request for the status; null if it was answered
         */
        public WaitFailed(
                String message, String videoId, String goal, VideoStatus lastStatus, ApiVideoException cause) {
            super(message, cause);
            this.videoId = videoId;
            this.goal = goal;
            this.lastStatus = lastStatus;
        }

        @Override
        public int getStatus() {
            return getCause() instanceof ApiVideoException refusal ? refusal.getStatus() : 0;
        }

        @Override
        public Problem getProblem() {
            return getCause() instanceof ApiVideoException refusal ? refusal.getProblem() : null;
        }

        @Override
        public String getVideoId() {
            return videoId;
        }

        @Override
        public int getPartsReceived() {
            return lastStatus == null
                    ? 0
                    : lastStatus.ingest().receivedParts().parts().size();
        }

        /** Returns the state that the video was to reach: {@code uploaded}, {@code playable} or {@code encoded}. */
        public String getGoal() {
            return goal;
        }

        /** Returns the latest status of the video; null if none was read, and in a serialized exception. */
        public VideoStatus getLastStatus() {
            return lastStatus;
        }
    }

    /** An upload ended without a complete video. */
    public static final class UploadFailed extends ApiVideoException {
        private final String videoId;
        private final int partsReceived;

        /**
         * Creates the failure.
         *
         * @param videoId the identifier of the container; null if none was created
         * @param partsReceived the number of parts that the service had accepted
         */
        public UploadFailed(String message, String videoId, int partsReceived, Throwable cause) {
            super(message, cause);
            this.videoId = videoId;
            this.partsReceived = partsReceived;
        }

        @Override
        public int getStatus() {
            return getCause() instanceof ApiVideoException refusal ? refusal.getStatus() : 0;
        }

        @Override
        public Problem getProblem() {
            return getCause() instanceof ApiVideoException refusal ? refusal.getProblem() : null;
        }

        @Override
        public String getVideoId() {
            return videoId;
        }

        @Override
        public int getPartsReceived() {
            return partsReceived;
        }
    }

    /** A video was uploaded, but some of the files that belong beside it were not. The video stays. */
    public static final class SidecarsFailed extends ApiVideoException {
        private final transient Video video;
        private final transient Map<String, Throwable> failures;
        private final String videoId;

        /** @param failures the failure of each file that is not there, by its name, such as {@code caption fr} */
        public SidecarsFailed(Video video, Map<String, Throwable> failures) {
            super(
                    "Video " + video.videoId() + " is complete, but not all files beside it: "
                            + failures.entrySet().stream()
                                    .map(failure -> failure.getKey() + ": "
                                            + failure.getValue().getMessage())
                                    .collect(Collectors.joining("; ")),
                    failures.values().iterator().next());
            this.video = video;
            this.failures = Map.copyOf(failures);
            this.videoId = video.videoId();
            failures.values().stream().skip(1).forEach(this::addSuppressed);
        }

        @Override
        public String getVideoId() {
            return videoId;
        }

        /** Returns the uploaded video; null in a serialized exception. */
        public Video getVideo() {
            return video;
        }

        /** Returns the failures by the names of the files; null in a serialized exception. */
        public Map<String, Throwable> getFailures() {
            return failures;
        }
    }
}
