// SPDX-License-Identifier: Apache-2.0
/**
 * The code of the demo. A user copies {@code camel/ftp-videos.yaml} and {@code application.properties}.
 * {@link FtpExample} starts the route, and the server and the service that stand in for real ones.
 */
package io.github.camelapivideo.example.ftp.demo;
