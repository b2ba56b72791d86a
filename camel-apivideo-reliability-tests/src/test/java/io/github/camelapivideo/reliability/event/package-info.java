// SPDX-License-Identifier: Apache-2.0
/**
 * Events of the service whose deliveries suffer accidents: start with
 * {@link io.github.camelapivideo.reliability.event.EventFaultsTest}.
 */
package io.github.camelapivideo.reliability.event;
