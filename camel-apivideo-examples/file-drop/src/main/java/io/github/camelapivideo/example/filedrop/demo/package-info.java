// SPDX-License-Identifier: Apache-2.0
/**
 * The code of the demo. A user copies {@code camel/file-drop.yaml} and {@code application.properties}.
 * {@link FileDrop} starts the route, drops videos, shows the progress of their uploads, and compares what arrived.
 */
package io.github.camelapivideo.example.filedrop.demo;
