// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.camelapivideo.api.ApiValue;
import java.math.BigDecimal;

/**
 * The number for one interval of time. Immutable.
 *
 * @param emittedAt the begin of the interval; never null
 * @param metricValue the number
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record MetricsOverTime(
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        String emittedAt,

        BigDecimal metricValue) implements ApiValue {}
