// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.camelapivideo.api.ApiValue;
import java.util.List;

/**
 * The text of a summary. In a change, null keeps what there is. Immutable.
 *
 * @param text the text; {@code abstract} in JSON
 * @param takeaways the most important points, at most 3
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record SummarySource(@JsonProperty("abstract") String text, List<String> takeaways) implements ApiValue {

    public SummarySource {
        takeaways = takeaways == null ? null : List.copyOf(takeaways);
    }
}
