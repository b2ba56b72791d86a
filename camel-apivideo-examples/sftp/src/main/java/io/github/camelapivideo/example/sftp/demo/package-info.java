// SPDX-License-Identifier: Apache-2.0
/**
 * What the demo needs besides the package {@code routes} and {@code application.properties}, which are what a user
 * copies. {@link SftpExample} starts the route, and the server and the service that stand in for real ones.
 */
package io.github.camelapivideo.example.sftp.demo;
