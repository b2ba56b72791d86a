// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api.account;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Another service that receives a live stream, too. The stream key is a credential: {@link #toString} hides it, and only
 * the JSON contains it. Immutable.
 *
 * @param name a name of the other service
 * @param serverUrl its address, like {@code rtmp://host/app}
 * @param streamKey the key that opens it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Restream(String name, String serverUrl, String streamKey) {

    // An address may end with the key.
    @Override
    public String toString() {
        return "Restream[name=" + name + ", serverUrl=***, streamKey=***]";
    }
}
