// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api.asset;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.camelapivideo.api.ApiValue;

/**
 * The caption of a video in one language. Immutable. Properties that the service adds over time are ignored.
 *
 * @param uri the path of the caption in the service's interface
 * @param src the URL of the VTT file
 * @param srclang the IETF language tag; never null
 * @param languageName the name of the language in that language
 * @param isDefault true if players show this caption unless the viewer chooses; {@code default} in JSON
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Caption(
        String uri,
        String src,

        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        String srclang,

        String languageName,
        @JsonProperty("default") Boolean isDefault)
        implements ApiValue {}
