// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.camelapivideo.api.ApiValue;
import java.math.BigDecimal;

/**
 * One number about the views of an account's videos and live streams. Immutable.
 *
 * @param context what the number is about, as the service says; null if it does not
 * @param data the number; null if the service has none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Metrics(
        Context context, @JsonProperty(required = true) BigDecimal data) implements ApiValue {

    /** What a number is about. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Context(String metric, String aggregation, Timeframe timeframe) {}

    /** The time that a number is about. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Timeframe(String from, String to) {}
}
