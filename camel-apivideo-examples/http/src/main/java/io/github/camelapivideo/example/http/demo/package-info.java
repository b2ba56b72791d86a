// SPDX-License-Identifier: Apache-2.0
/**
 * The code of the demo. A user copies the package {@code routes} and {@code application.properties}.
 * {@link HttpExample} starts the routes, and the simulator if no account is named.
 */
package io.github.camelapivideo.example.http.demo;
