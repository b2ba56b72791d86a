// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.polling;

import io.github.camelapivideo.internal.claim.Claims;
import io.github.camelapivideo.internal.operation.Reply;
import org.apache.camel.Exchange;

/** A video for the route, claimed until its end. To be ended once. */
public final class FoundVideo {

    private final Reply reply;
    private final Pending pending;
    private final Claims claims;
    private final Backlog backlog;

    FoundVideo(Reply reply, Pending pending, Claims claims, Backlog backlog) {
        this.reply = reply;
        this.pending = pending;
        this.claims = claims;
        this.backlog = backlog;
    }

    /** Writes body and headers into an exchange. */
    public void into(Exchange exchange) {
        reply.into(exchange);
    }

    /** Ends it after its route: it comes again only if the route has failed, behind all others that wait. */
    public void end(boolean succeeded) {
        if (succeeded) {
            claims.done(pending.key());
            backlog.remove(pending);
        } else {
            giveBack();
            backlog.putLast(pending);
        }
    }

    /** Ends it without a route: it keeps its turn. */
    public void giveBack() {
        claims.failed(pending.key());
    }
}
