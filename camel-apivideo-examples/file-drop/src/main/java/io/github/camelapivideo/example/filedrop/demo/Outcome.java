// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import io.github.camelapivideo.ApiVideoConstants;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * How the upload of one file ended.
 *
 * @param videoId null if it failed
 * @param playerUrl null if it failed
 * @param parts the number of parts that were sent; 0 if it failed
 * @param failure the reason of the failure; null if it did not fail
 */
record Outcome(String fileName, String videoId, String playerUrl, int parts, String failure) {

    static Outcome of(Exchange exchange) {
        Message message = exchange.getMessage();
        String fileName = message.getHeader(Exchange.FILE_NAME_ONLY, String.class);
        Exception failure = exchange.getException();
        return failure == null
                ? new Outcome(
                        fileName,
                        message.getHeader(ApiVideoConstants.VIDEO_ID, String.class),
                        message.getHeader(ApiVideoConstants.PLAYER_URL, String.class),
                        message.getHeader(ApiVideoConstants.PARTS, 0, Integer.class),
                        null)
                : new Outcome(fileName, null, null, 0, failure.getMessage());
    }
}
