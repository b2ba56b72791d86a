// SPDX-License-Identifier: Apache-2.0
/**
 * What the demo needs besides {@code camel/file-drop.yaml} and {@code application.properties}, which are what a user
 * copies. {@link FileDrop} starts the route, drops videos, shows the progress of their uploads, and compares what
 * arrived.
 */
package io.github.camelapivideo.example.filedrop.demo;
