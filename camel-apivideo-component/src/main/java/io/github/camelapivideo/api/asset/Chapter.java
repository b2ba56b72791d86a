// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api.asset;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.camelapivideo.api.ApiValue;

/**
 * The chapters of a video in one language. Immutable. Properties that the service adds over time are ignored.
 *
 * @param uri the path of the chapters in the service's interface
 * @param src the URL of the VTT file
 * @param language the language tag; never null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Chapter(
        String uri,
        String src,

        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        String language) implements ApiValue {}
