// SPDX-License-Identifier: Apache-2.0
/**
 * The route that uploads every file in a folder of an SFTP server: {@link VideosFromSftp}. To be copied, with
 * {@code application.properties}.
 */
package io.github.camelapivideo.example.sftp.routes;
