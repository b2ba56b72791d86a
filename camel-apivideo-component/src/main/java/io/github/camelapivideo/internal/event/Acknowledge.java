// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.event;

/** When the service learns that an event has arrived. */
enum Acknowledge {
    /** After the route: an event whose route fails is delivered again. */
    processed,
    /** Before the route. */
    received
}
