// SPDX-License-Identifier: Apache-2.0
/**
 * The code of the demo. A user copies the package {@code routes} and {@code application.properties}.
 * {@link SftpExample} starts the route, and the server and the service that stand in for real ones.
 */
package io.github.camelapivideo.example.sftp.demo;
