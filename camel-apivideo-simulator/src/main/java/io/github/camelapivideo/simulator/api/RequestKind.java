// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.api;

import java.util.Locale;

/** The kinds of requests. */
public enum RequestKind {
    /** {@code POST /auth/api-key}. */
    TOKEN,
    /** {@code POST /auth/refresh}. */
    REFRESH,
    /** {@code POST /videos}. */
    CREATE,
    /** {@code POST /videos/{videoId}/source}. */
    SOURCE,
    /** {@code POST /upload}. */
    DELEGATED,
    /** {@code GET /videos/{videoId}/status}. */
    STATUS,
    /** {@code GET /videos}. */
    LIST,
    /** {@code GET /videos/{videoId}}. */
    GET,
    /** {@code PATCH /videos/{videoId}}. */
    UPDATE,
    /** {@code DELETE /videos/{videoId}}. */
    DELETE,
    /** Everything below {@code /discarded/videos}. */
    DISCARDED,
    /** {@code POST} or {@code PATCH /videos/{videoId}/thumbnail}. */
    THUMBNAIL,
    /** Everything below {@code /videos/{videoId}/captions}. */
    CAPTIONS,
    /** Everything below {@code /videos/{videoId}/chapters}. */
    CHAPTERS,
    /** Everything below {@code /watermarks}. */
    WATERMARKS,
    /** {@code GET /tags}. */
    TAGS,
    /** Everything below {@code /summaries}. */
    SUMMARIES,
    /** Everything below {@code /players}. */
    PLAYERS,
    /** Everything below {@code /live-streams}. */
    LIVE_STREAMS,
    /** Everything below {@code /data}. */
    ANALYTICS,
    /** Everything below {@code /webhooks}. */
    WEBHOOKS,
    /** Everything below {@code /upload-tokens}. */
    UPLOAD_TOKENS,
    /** Everything below {@code /vod}: the requests of viewers. */
    DELIVERY,
    /** A URL or method that the service does not have. */
    UNKNOWN;

    /** Returns its name as it is typed in a rule of faults, such as {@code upload-tokens}. */
    public String typed() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
