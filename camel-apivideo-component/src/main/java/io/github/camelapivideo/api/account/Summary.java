// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.camelapivideo.api.ApiValue;

/**
 * A summary of a video as the service describes it. {@link SummarySource} has its text. Immutable.
 *
 * @param summaryId the identifier of the summary; never null
 * @param createdAt the time of the creation
 * @param updatedAt the time of the last change
 * @param videoId the video that it is about
 * @param origin {@code auto} if the service writes it, {@code api} if its text is set
 * @param sourceStatus {@code missing}, {@code waiting}, {@code completed}, {@code failed} or {@code unprocessable}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Summary(
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        String summaryId,

        String createdAt,
        String updatedAt,
        String videoId,
        String origin,
        String sourceStatus)
        implements ApiValue {}
