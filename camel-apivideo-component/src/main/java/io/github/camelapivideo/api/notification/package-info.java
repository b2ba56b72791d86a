// SPDX-License-Identifier: Apache-2.0
/**
 * What the component tells event notifiers of Camel. Start with {@link
 * io.github.camelapivideo.api.notification.ApiVideoNotification}. Imports {@code api} and Camel's interface of events.
 */
package io.github.camelapivideo.api.notification;
