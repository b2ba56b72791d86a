// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.request;

import io.github.camelapivideo.api.account.UploadToken;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.RequestBody;
import io.github.camelapivideo.internal.text.Secret;
import java.util.Map;

/** The requests about upload tokens. A token is a credential, so no message contains it. */
public final class UploadTokenRequests {

    private static final String PATH = "/upload-tokens";

    private UploadTokenRequests() {}

    /**
     * Creates a token.
     *
     * @param ttl its life in seconds; 0 or null for a token that never expires
     */
    public static ApiCall<UploadToken> create(Long ttl) {
        return ApiCall.post(
                        "Creating an upload token",
                        new RequestBody.Json(ttl == null ? Map.of() : Map.of("ttl", ttl)),
                        PATH)
                .map(answer -> answer.read(UploadToken.class))
                .onceInDoubt("It is not sent again, because nothing tells the token of a lost answer from others."
                        + " Look for it with listUploadTokens, and delete it if it is not needed");
    }

    /** Reads a token. */
    public static ApiCall<UploadToken> get(Secret token) {
        return ApiCall.get("Getting an upload token", PATH).endingWith(token).map(answer -> {
            UploadToken read = answer.read(UploadToken.class);
            // A faulty proxy or cache may return an answer about another token.
            if (!read.token().equals(token.value())) {
                throw answer.odd("it describes another upload token");
            }
            return read;
        });
    }

    /**
     * Deletes a token. A token that does not exist counts as deleted.
     *
     * @return a call whose value is true if the token existed
     */
    public static ApiCall<Boolean> delete(Secret token) {
        return ApiCall.delete("Deleting an upload token", PATH).endingWith(token);
    }
}
