// SPDX-License-Identifier: Apache-2.0
/**
 * An application that uploads every video put into a folder. A user copies
 * {@link io.github.camelapivideo.example.springboot.routes.InboxRoute} and {@code application.properties}; the package
 * {@code demo} is for a first run without an account.
 */
package io.github.camelapivideo.example.springboot;
