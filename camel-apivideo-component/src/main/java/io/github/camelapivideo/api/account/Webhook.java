// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.camelapivideo.api.ApiValue;
import java.util.List;

/**
 * A webhook: the service sends events to its URL. The secret is a credential, and the URL may have one: {@link #toString}
 * hides them, and only the JSON contains them. Immutable.
 *
 * @param webhookId the identifier of the webhook; never null
 * @param createdAt the time of the creation
 * @param events the names of the events that it receives; never null
 * @param url the URL that receives them
 * @param signatureSecret the key of the signatures
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Webhook(
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        String webhookId,

        String createdAt,
        List<String> events,
        String url,
        String signatureSecret)
        implements ApiValue {

    public Webhook {
        events = events == null ? List.of() : List.copyOf(events);
    }

    @Override
    public String toString() {
        return "Webhook[webhookId=" + webhookId + ", createdAt=" + createdAt + ", events=" + events
                + ", url=***, signatureSecret=***]";
    }
}
