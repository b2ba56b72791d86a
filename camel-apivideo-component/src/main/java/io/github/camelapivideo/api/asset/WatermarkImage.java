// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api.asset;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.camelapivideo.api.ApiValue;

/**
 * An image of the account that can be laid over new videos. Immutable. Properties that the service adds over time are
 * ignored.
 *
 * @param watermarkId the identifier of the image, the only name that it has; never null
 * @param createdAt the time of the upload, as text in ATOM format
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record WatermarkImage(
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        String watermarkId,

        String createdAt) implements ApiValue {}
