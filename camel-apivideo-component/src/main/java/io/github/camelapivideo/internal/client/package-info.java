// SPDX-License-Identifier: Apache-2.0

/**
 * The wiring: threads, accounts, and one HTTP client for each account and set of HTTP options. Start reading at
 * {@link io.github.camelapivideo.internal.client.ApiVideoClient}. Imports the rooms of calls and HTTP, Camel and
 * camel-http.
 */
package io.github.camelapivideo.internal.client;
