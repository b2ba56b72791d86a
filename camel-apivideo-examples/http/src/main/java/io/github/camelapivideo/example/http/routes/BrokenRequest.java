// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.http.routes;

import java.io.IOException;

/** The client closed the connection before it had sent the whole body. */
final class BrokenRequest extends IOException {

    BrokenRequest(Throwable cause) {
        super("The request broke off", cause);
    }
}
