// SPDX-License-Identifier: Apache-2.0
/**
 * What the demo needs besides {@code camel/ftp-videos.yaml} and {@code application.properties}, which are what a user
 * copies. {@link FtpExample} starts the route, and the server and the service that stand in for real ones.
 */
package io.github.camelapivideo.example.ftp.demo;
