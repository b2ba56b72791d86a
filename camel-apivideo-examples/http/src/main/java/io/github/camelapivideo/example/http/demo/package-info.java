// SPDX-License-Identifier: Apache-2.0
/**
 * What the demo needs besides the package {@code routes} and {@code application.properties}, which are what a user
 * copies. {@link HttpExample} starts the routes, and the simulator if no account is named.
 */
package io.github.camelapivideo.example.http.demo;
