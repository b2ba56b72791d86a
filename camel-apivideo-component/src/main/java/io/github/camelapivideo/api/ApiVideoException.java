// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

import java.time.Duration;

/**
 * What went wrong between us and the service. Its getters are null or 0 where a fact is not known, so that a route can
 * write {@code ${exception.status}} or {@code ${exception.problem.detail}} for each of its kinds.
 */
public abstract sealed class ApiVideoException extends Exception {

    private ApiVideoException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The HTTP status of the refusal; 0 when there was no answer. */
    public int getStatus() {
        return 0;
    }

    /** What the service said; null when it said nothing. */
    public Problem getProblem() {
        return null;
    }

    /** The container that was being filled; null when there was none yet. */
    public String getVideoId() {
        return null;
    }

    /** How many parts the service had accepted. */
    public int getPartsReceived() {
        return 0;
    }

    /** The service answered, and the answer was no. */
    public static final class Rejected extends ApiVideoException {
        private final int status;
        private final Problem problem;
        private final Duration retryAfter;

        /**
         * @param call what was tried, for the message
         * @param status the HTTP status
         * @param problem what the service said; not null
         * @param retryAfter how long the service asks to wait; zero when it does not
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

        /** How long the service asks to wait before the next try; zero when it does not say. */
        public Duration getRetryAfter() {
            return retryAfter;
        }

        /** Whether the service named this problem. */
        public boolean is(String slug) {
            return problem != null && problem.slug().equals(slug);
        }
    }

    /** No answer that could be understood. */
    public static final class Unreachable extends ApiVideoException {
        private final boolean answerLost;

        /**
         * @param call what was tried, for the message
         * @param answerLost whether the request may have arrived, so that only its answer is missing
         */
        public Unreachable(String call, boolean answerLost, Throwable cause) {
            super(call + (answerLost ? " got no usable answer: " : " could not be sent: ") + cause, cause);
            this.answerLost = answerLost;
        }

        /** Whether the service may have done what was asked. */
        public boolean isAnswerLost() {
            return answerLost;
        }
    }

    /** An upload ended without a complete video. */
    public static final class UploadFailed extends ApiVideoException {
        private final String videoId;
        private final int partsReceived;

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
}
