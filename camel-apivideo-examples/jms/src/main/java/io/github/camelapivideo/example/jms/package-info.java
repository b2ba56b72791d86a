// SPDX-License-Identifier: Apache-2.0
/**
 * An application that uploads every message of a queue. {@link VideosFromJms} is what a user would copy;
 * {@link JmsExample} starts it, and whatever it needs where no real broker or account is named.
 */
package io.github.camelapivideo.example.jms;
