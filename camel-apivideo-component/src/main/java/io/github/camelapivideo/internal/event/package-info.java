// SPDX-License-Identifier: Apache-2.0
/**
 * The events of the service: received over HTTP, verified, and given to a route once. Start reading at
 * {@link io.github.camelapivideo.internal.event.EventReceiver}. Imports all rooms below it, and Camel.
 */
package io.github.camelapivideo.internal.event;
