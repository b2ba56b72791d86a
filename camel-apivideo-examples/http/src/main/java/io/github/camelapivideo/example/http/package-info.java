// SPDX-License-Identifier: Apache-2.0
/**
 * An application that takes videos over HTTP. {@link VideosOverHttp} is what a user would copy, with
 * {@link RequestStream}; {@link HttpExample} starts it, and the simulator where no account is named.
 */
package io.github.camelapivideo.example.http;
